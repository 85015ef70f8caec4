"""The command ``pscb``: its commands are found in the modules of this folder."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

import click

from pscb_lib import commands
from pscb_lib.reading.findings import InputError
from pscb_lib.running.processes.locks import Locked

CANNOT_BE_USED, LOCKED = 1, 4


class OneLineErrors(click.Group):
    """Show an input that cannot be used as one line, and exit 1; what is locked exits 4."""

    def invoke(self, context: click.Context) -> object:
        """Run a command."""
        try:
            return super().invoke(context)
        except (InputError, Locked) as fault:
            click.echo(f"pscb: {fault}", err=True)
            sys.exit(LOCKED if isinstance(fault, Locked) else CANNOT_BE_USED)


def find_commands() -> Iterator[click.Command]:
    """Every command that a module of this folder has under a public name."""
    for module in iter_modules(commands.__path__, f"{commands.__name__}."):
        for name, found in vars(import_module(module.name)).items():
            if isinstance(found, click.Command) and not name.startswith("_"):
                yield found


@click.group(cls=OneLineErrors, commands=[*find_commands()],
             context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="pscb-reports")
def main() -> None:
    """Reports for a Local Safeguarding Children Board."""

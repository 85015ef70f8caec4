"""The command ``pscb``: its commands are found in the modules of this folder."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

import click

from pscb_lib import commands
from pscb_lib.commands.streams import lenient_streams
from pscb_lib.reading.findings import InputError
from pscb_lib.writing.locks import Locked

CANNOT_BE_USED, LOCKED = 1, 4


class OneLineErrors(click.Group):
    """A group that prints an InputError as one line and exits 1, and exits 4 on Locked."""

    def main(self, *arguments: Any, **options: Any) -> Any:
        """Run the program, whatever becomes of the streams on which it prints."""
        with lenient_streams():
            return super().main(*arguments, **options)

    def invoke(self, context: click.Context) -> object:
        """Run a command. Exits if its input cannot be used or its folder is locked."""
        try:
            return super().invoke(context)
        except (InputError, Locked) as fault:
            click.echo(f"pscb: {fault}", err=True)
            sys.exit(LOCKED if isinstance(fault, Locked) else CANNOT_BE_USED)


def find_commands() -> Iterator[click.Command]:
    """Yield every command that a module of this folder has under a public name."""
    for module in iter_modules(commands.__path__, f"{commands.__name__}."):
        for name, found in vars(import_module(module.name)).items():
            if isinstance(found, click.Command) and not name.startswith("_"):
                yield found


@click.group(cls=OneLineErrors, commands=[*find_commands()],
             context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="pscb-reports")
def main() -> None:
    """Reports for a Local Safeguarding Children Board."""

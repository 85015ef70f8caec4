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
from pscb_lib.reading.findings import InputError, Missing
from pscb_lib.running.os_faults import say_fault
from pscb_lib.running.outcomes import LOCKED, NOTHING_RAN, OVERDUE
from pscb_lib.running.overdue import Overdue
from pscb_lib.running.tracing import ASKED_FOR, print_if_asked, say_where
from pscb_lib.writing.locks import Locked

CANNOT_BE_USED = 1


class OneLineErrors(click.Group):
    """A group that prints an InputError as one line and exits 1, 2, 4 or 5, by its kind."""

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
            sys.exit(_code_of(fault))
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as fault:  # a fault of ours: its reader can do nothing with a traceback
            click.echo(f"pscb: {_say_unforeseen(fault)}", err=True)
            print_if_asked(fault)
            sys.exit(NOTHING_RAN)


def _code_of(fault: Exception) -> int:
    if isinstance(fault, Locked | Overdue):
        return LOCKED if isinstance(fault, Locked) else OVERDUE
    return NOTHING_RAN if isinstance(fault, Missing) else CANNOT_BE_USED


def _say_unforeseen(fault: Exception) -> str:
    """Return in one line what the system says, or where in the suite the fault lies."""
    if isinstance(fault, OSError) and fault.strerror:
        return say_fault(fault)
    return (f"cannot go on ({say_where(fault)}), a fault of the suite; report this line to who "
            f"maintains it, who can set {ASKED_FOR}=1 to see the whole")


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

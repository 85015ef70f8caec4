"""The class of a command that reads what others sent: its function runs in limits."""

from __future__ import annotations

import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path

import click

from pscb_lib.board.context import find_here
from pscb_lib.board.settings import Limits, read_settings
from pscb_lib.reading.findings import InputError

USUAL = Limits(memory_mib=8192, seconds=600)  # outside of a project


class Limited(click.Command):
    """A command that runs in a process with the limits of ``params/settings.yaml``."""

    def invoke(self, context: click.Context) -> None:
        """Run the command. Exits with its code."""
        from pscb_lib.running.processes.limited import call_limited

        given = {"module": getattr(self.callback, "__module__", ""),
                 "name": getattr(self.callback, "__name__", ""), "given": context.params}
        if code := call_limited(call, given, limits_of(context.params.get("project"))):
            sys.exit(code)


def call(module: str, name: str, given: dict[str, object]) -> None:
    """Call the function of a command, by the name that it has in its module."""
    getattr(import_module(module), name).callback(**given)


def limits_of(project: Path | None) -> Limits:
    """Return the limits of a project, or the usual ones outside of any."""
    with suppress(InputError):  # the command itself says what is wrong
        root = project or find_here()
        return read_settings(root / "params" / "settings.yaml").limits
    return USUAL

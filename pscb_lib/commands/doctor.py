"""``pscb doctor``: the state of a project in one screen, and the next command."""

from __future__ import annotations

import click

from pscb_lib.commands.limited import Limited
from pscb_lib.commands.options import console_width, day_of, outputs_of, project
from pscb_lib.commands.targets import Target


@click.command(cls=Limited)
@click.option("--on", required=True, metavar="DATE", help="The day, such as 2015-01-31.")
@click.option("--out", type=Target(folder=True), help="The outputs' folder.")
@project
def doctor(on, out, project) -> None:
    """Say what is set, what is missing and awaited, and the next command.

    It reads the settings, every register, the cycle's returns, the meetings ahead and what a batch
    on that day would make. Nothing is made or changed.

    \b
    Example:
      pscb doctor --on 2015-01-31
    """
    from contextlib import chdir
    from textwrap import wrap

    from pscb_lib.running.diagnosis import diagnose, next_command

    day = day_of("--on", on)
    parts = []
    with chdir(project):
        for part in diagnose(project, outputs_of(project, out), day):
            parts.append(part)
            click.echo(part.heading)
            for line in part.lines:
                indent = "  " + " " * (len(line) - len(line.lstrip()))
                for piece in wrap(line, console_width(), initial_indent=indent,
                                  subsequent_indent=f"{indent}  ", break_on_hyphens=False):
                    click.echo(piece)
    click.echo(f"Next: {next_command(parts)}")

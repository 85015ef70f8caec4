"""The command ``pscb``: every subcommand, found here and written in :mod:`pscb_lib.commands`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from pscb_lib.commands.accept import accept
from pscb_lib.commands.asking import answer, ask
from pscb_lib.commands.audit import audit
from pscb_lib.commands.batch import batch
from pscb_lib.commands.benchmarks import benchmarks
from pscb_lib.commands.check import check
from pscb_lib.commands.due import due
from pscb_lib.commands.history import history
from pscb_lib.commands.national import import_national
from pscb_lib.commands.new_cycle import new_cycle
from pscb_lib.commands.options import project
from pscb_lib.commands.plan import plan
from pscb_lib.commands.route import present, receive, scrutinise
from pscb_lib.commands.run import run
from pscb_lib.commands.template import template
from pscb_lib.commands.verify import verify
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


@click.group(cls=OneLineErrors, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="pscb-reports")
def main() -> None:
    """Reports for a Local Safeguarding Children Board."""


@main.command("list")
@project
def list_reports(project: Path) -> None:
    """List the reports there are, with the parameters each of them takes.

    \b
    Example:
      pscb list
    """
    from pscb_lib.board.jobs import find_notebooks
    from pscb_lib.running.preflight import parameters_of

    for name, notebook in find_notebooks(project).items():
        click.echo(name)
        for parameter in parameters_of(notebook).values():
            click.echo(f"  {parameter['name']} = {parameter['default']}  # {parameter['help']}")


@main.command()
@project
def clean(project: Path) -> None:
    """Strip outputs and run-time traces from the notebooks, so that they commit cleanly.

    \b
    Example:
      pscb clean
    """
    from pscb_lib.board.jobs import find_notebooks
    from pscb_lib.running.cleaning import clean_notebook

    for name, notebook in find_notebooks(project).items():
        click.echo(f"{name}: {'cleaned' if clean_notebook(notebook) else 'was clean'}")


for command in (accept, answer, ask, audit, batch, benchmarks, check, due, history,
                import_national, new_cycle, plan, present, receive, run, scrutinise,
                template, verify):
    main.add_command(command)

"""``pscb list``: list the reports and their parameters."""

from __future__ import annotations

from pathlib import Path

import click

from pscb_lib.commands.options import project


@click.command("list")
@project
def list_reports(project: Path) -> None:
    """List the reports, with the parameters of each.

    \b
    Example:
      pscb list
    """
    from pscb_lib.board.notebooks import find_notebooks
    from pscb_lib.running.preflight import parameters_of

    for name, notebook in find_notebooks(project).items():
        click.echo(name)
        for parameter in parameters_of(notebook).values():
            click.echo(f"  {parameter['name']} = {parameter['default']}  # {parameter['help']}")

"""``pscb clean``: clean notebooks for committing."""

from __future__ import annotations

from pathlib import Path

import click

from pscb_lib.commands.options import project


@click.command()
@project
def clean(project: Path) -> None:
    """Remove outputs and run-time metadata from the notebooks.

    \b
    Example:
      pscb clean
    """
    from pscb_lib.board.notebooks import find_notebooks
    from pscb_lib.running.cleaning import clean_notebook

    for name, notebook in find_notebooks(project).items():
        click.echo(f"{name}: {'cleaned' if clean_notebook(notebook) else 'was clean'}")

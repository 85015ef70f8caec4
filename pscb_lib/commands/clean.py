"""``pscb clean``: clean notebooks for committing."""

from __future__ import annotations

from pathlib import Path

import click

from pscb_lib.commands.options import project


@click.command()
@click.option("--parameters", is_flag=True,
              help="Also restore the parameters of each notebook as they were committed.")
@project
def clean(project: Path, parameters: bool) -> None:
    """Remove outputs and run-time metadata from the notebooks.

    \b
    Example:
      pscb clean
      pscb clean --parameters
    """
    from pscb_lib.board.notebooks import find_notebooks
    from pscb_lib.running.cleaning import clean_notebook, restore_parameters

    for name, notebook in find_notebooks(project).items():
        restored = parameters and restore_parameters(notebook)
        cleaned = clean_notebook(notebook)
        click.echo(f"{name}: {'cleaned' if restored or cleaned else 'was clean'}")

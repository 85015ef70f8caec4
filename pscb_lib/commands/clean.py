"""``pscb clean``: notebooks as they are committed."""

from __future__ import annotations

from pathlib import Path

import click

from pscb_lib.commands.options import project


@click.command()
@project
def clean(project: Path) -> None:
    """Strip outputs and run-time traces from the notebooks, so that they commit cleanly.

    \b
    Example:
      pscb clean
    """
    from pscb_lib.board.notebooks import find_notebooks
    from pscb_lib.running.cleaning import clean_notebook

    for name, notebook in find_notebooks(project).items():
        click.echo(f"{name}: {'cleaned' if clean_notebook(notebook) else 'was clean'}")

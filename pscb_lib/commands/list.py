"""``pscb list``: list the reports, their parameters, and whether their public sets are out."""

from __future__ import annotations

from pathlib import Path

import click

from pscb_lib.commands.options import project


@click.command("list")
@project
def list_reports(project: Path) -> None:
    """List the reports, with the parameters of each.

    A public set of the Board's cycle in outputs/ is listed as a draft, or as released.

    \b
    Example:
      pscb list
    """
    from pscb_lib.board.names import split_name
    from pscb_lib.board.notebooks import find_notebooks
    from pscb_lib.board.parameters import parameters_in
    from pscb_lib.board.settings import read_settings
    from pscb_lib.running.signed_off import say_state

    cycle = read_settings(project / "params" / "settings.yaml").cycle
    public = project / "outputs" / cycle / "public"
    for name, notebook in find_notebooks(project).items():
        click.echo(name)
        for one in parameters_in(notebook).values():
            click.echo(f"  {one.name} = {one.default}  # {one.help}")
        for folder in sorted(public.glob("*")):
            if split_name(folder.name)[0] == name and (state := say_state(folder)):
                click.echo(f"  {folder.relative_to(project).as_posix()}: {state}")

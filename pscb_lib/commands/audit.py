"""``pscb audit``: what finished files tell of what they hide, read back as an outsider would."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

import click

from pscb_lib.commands.options import project

LEAKS, UNREADABLE = 1, 2


@click.command()
@click.argument("outputs", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--canaries", type=click.Path(path_type=Path, exists=True, dir_okay=False),
              metavar="FILE", help="Texts, one a line, that must stand in no file.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table",
              show_default=True, help="How to print what is found.")
@project
def audit(outputs, canaries, form, project) -> None:
    """Audit the board and public sets below OUTPUTS, each file and all together.

    Every leak is a line: the file, the place, the label, what is told and what to do; never the
    hidden number itself. It exits 0 when there is none, 1 when there is one, 2 when a file
    cannot be read. A line all in one category is a warning, no leak.

    \b
    Example:
      pscb audit outputs
      pscb audit outputs --canaries names.txt --format json
    """
    from pscb_lib.board.settings import read_settings
    from pscb_lib.disclosure.outsider import sets
    from pscb_lib.disclosure.outsider.canaries import read_canaries

    profile = read_settings(project / "params" / "settings.yaml").profile
    try:
        planted = read_canaries(canaries) if canaries else []
        found = sets.audit_outputs(outputs, profile, planted)
    except ValueError as fault:
        click.echo(f"pscb: {fault}", err=True)
        sys.exit(UNREADABLE)
    _say(found, form)
    sys.exit(LEAKS if found.leaks else 0)


def _say(found, form: str) -> None:
    if form == "json":
        told = {"sets": found.sets, "leaks": list(map(asdict, found.leaks)),
                "warnings": list(map(asdict, found.warnings))}
        click.echo(json.dumps(told, ensure_ascii=False, indent=1))
        return
    for leak in found.leaks:
        click.echo(f"LEAK     {leak}")
    for warning in found.warnings:
        click.echo(f"WARNING  {warning}")
    click.echo(f"{len(found.sets)} sets read; {len(found.leaks)} leaks, "
               f"{len(found.warnings)} warnings")

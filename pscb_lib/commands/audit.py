"""``pscb audit``: read finished files as an outsider would, and list what they reveal."""

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
              metavar="FILE", help="Texts, one a line, that must not be in any file.")
@click.option("--returns", type=click.Path(path_type=Path, exists=True, file_okay=False),
              help="A returns folder: the names of its files, folders and sheets must not be in "
                   "any file; by default returns/ of the project, if it is there.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table",
              show_default=True, help="How to print the leaks.")
@click.option("--all", "is_all", is_flag=True,
              help="Read also what was audited before by the same code and has not changed.")
@project
def audit(outputs, canaries, returns, form, is_all, project) -> None:
    """Audit the board and public sets below OUTPUTS.

    Every file is read by itself, and all together; so are the packs of meetings and the pages that
    list the papers. Each leak is a line with the file, place, label,
    what is revealed and what to do; never with the hidden number itself. What our writers do not
    make, such as a comment in a workbook, is a leak whatever it says. A row with all cases in one
    category is a warning, not a leak. Files that were audited without a leak, and have not changed,
    are not read again unless --all is given. Exits 0 if there is no leak, 1 if there is one, 2 if a
    file cannot be read.

    \b
    Example:
      pscb audit outputs
      pscb audit outputs --canaries names.txt --format json
    """
    from pscb_lib.board.settings import read_settings
    from pscb_lib.disclosure.outsider import sets
    from pscb_lib.disclosure.outsider.canaries import read_canaries
    from pscb_lib.running.audited import read_audited, write_audited
    from pscb_lib.running.packs import audit_all_gathered
    from pscb_lib.running.sent_names import sent_names
    from pscb_lib.running.withdrawn import find_left, say_left

    profile = read_settings(project / "params" / "settings.yaml").profile
    try:
        planted = read_canaries(canaries) if canaries else []
        planted += sent_names(returns or project / "returns", project / "params")
        audited = read_audited(project, outputs, profile, planted, is_all)
        found = sets.audit_outputs(outputs, profile, planted, audited)
        found.leaks.extend(audit_all_gathered(outputs, planted, audited))
    except ValueError as fault:
        click.echo(f"pscb: {fault}", err=True)
        sys.exit(UNREADABLE)
    write_audited(project, audited)
    _say(found, form)
    for folder in find_left(outputs, project):
        click.echo(f"{folder.relative_to(outputs).as_posix()}: {say_left(folder)}", err=True)
    sys.exit(LEAKS if found.leaks else 0)


def _say(found, form: str) -> None:
    if form == "json":
        data = {"sets": found.sets, "leaks": list(map(asdict, found.leaks)),
                "warnings": list(map(asdict, found.warnings))}
        click.echo(json.dumps(data, ensure_ascii=False, indent=1))
        return
    for leak in found.leaks:
        click.echo(f"LEAK     {leak}")
    for warning in found.warnings:
        click.echo(f"WARNING  {warning}")
    click.echo(f"{len(found.sets)} sets read; {len(found.leaks)} leaks, "
               f"{len(found.warnings)} warnings")

"""``pscb pack``: put all papers of a meeting into one PDF."""

from __future__ import annotations

import shutil
import sys

import click

from pscb_lib.board.settings import AUDIENCES, read_settings
from pscb_lib.commands.options import day_of, outputs_of, project
from pscb_lib.commands.targets import Target

LACKING = 1


@click.command()
@click.option("--audience", type=click.Choice(AUDIENCES), default="board", show_default=True,
              help="Whose set: the restricted one is for Q&E, the others for the Board.")
@click.option("--meeting", required=True, metavar="DATE",
              help="The day of the meeting, such as 2015-03-03; see pscb plan.")
@click.option("--out", type=Target(folder=True), help="The outputs' folder.")
@project
def pack(audience, meeting, out, project) -> None:
    """Make the pack of a meeting: all its papers as one PDF.

    The pack has a cover, the agenda with what each paper asks and who presents it, contents, and
    the papers with continuous page numbers and bookmarks. It is made from the published sets of
    that audience alone. The order and the numbers are those of agenda.csv in the cycle's folder of
    params, or else the programme's. A paper that is not made, is withdrawn or was edited is named
    and left out; a draft is named and marked.

    Exits 0 if all papers are in it, 1 if one is lacking or the pack cannot be made.

    \b
    Example:
      pscb pack --audience board --meeting 2015-03-03
      pscb pack --audience restricted --meeting 2015-02-11
    """
    from pscb_lib.running.meeting_papers import Project, find_meeting, papers_of
    from pscb_lib.running.packs import gather, refuse_leaks, write_pack
    from pscb_lib.running.portal import write_portals
    from pscb_lib.running.publishing.publish import private_folder
    from pscb_lib.running.publishing.replacing import replace_set
    from pscb_lib.running.sent_names import sent_names
    from pscb_lib.writing.locks import locked

    params = project / "params"
    given = Project(project, outputs_of(project, out), read_settings(params / "settings.yaml"))
    held = find_meeting(given, audience, day_of("--meeting", meeting))
    taken = papers_of(given, audience, held)
    gathered = gather(given, audience, held, taken)
    folder = max(one.folder for one in taken if not one.lacking).with_name(f"pack-{held.on}")
    with locked(folder.parents[1]):
        work = private_folder(given.outputs, folder.parents[1].name)
        try:
            made = work / folder.name
            write_pack(gathered, taken, audience, held, made)
            refuse_leaks(made, taken, audience, sent_names(project / "returns", params))
            replace_set(made, folder)
            write_portals(given, folder.parents[1].name)
        finally:
            shutil.rmtree(work, ignore_errors=True)
    for one in taken:
        if one.lacking:
            click.echo(f"LACKING  {one.place}: {one.lacking}", err=True)
        elif one.is_draft:
            click.echo(f"DRAFT  {one.place}: not signed off for release", err=True)
    click.echo(f"{len(gathered.papers)} of {len(taken)} papers, {folder.parents[1].name}/"
               f"{audience}/{folder.name}/{audience}-pack-{held.on}.pdf")
    sys.exit(LACKING if any(one.lacking for one in taken) else 0)

"""``pscb pack``: put all papers of a meeting into one PDF."""

from __future__ import annotations

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
    from pscb_lib.running.binding import bind_pack, show_packs
    from pscb_lib.running.meeting_papers import Project, find_meeting

    params = project / "params"
    given = Project(project, outputs_of(project, out), read_settings(params / "settings.yaml"))
    bound = bind_pack(given, audience, find_meeting(given, audience, day_of("--meeting", meeting)))
    show_packs(given, [bound])
    for one in bound.taken:
        if one.lacking:
            click.echo(f"LACKING  {one.place}: {one.lacking}", err=True)
        elif one.is_draft:
            click.echo(f"DRAFT  {one.place}: not signed off for release", err=True)
    click.echo(bound.said)
    sys.exit(LACKING if bound.lacking else 0)

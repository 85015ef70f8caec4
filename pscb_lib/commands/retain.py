"""``pscb retain``: list what has been kept long enough, and delete it on the record."""

from __future__ import annotations

import click

from pscb_lib.board.settings import read_settings
from pscb_lib.commands.options import day_of, outputs_of, project
from pscb_lib.commands.targets import Target
from pscb_lib.reading.findings import InputError


@click.command()
@click.option("--on", required=True, metavar="DATE",
              help="The day: what is past its time on this day is listed.")
@click.option("--by", metavar="POST",
              help="Delete it, and record who did: a post, not a name. Without it nothing is "
                   "deleted.")
@click.option("--yes", is_flag=True, help="Delete without asking.")
@click.option("--returns", type=Target(folder=True),
              help="The returns folder; by default returns/ of the project.")
@click.option("--out", type=Target(folder=True), help="The outputs' folder.")
@project
def retain(on, by, yes, returns, out, project) -> None:
    """List what is past its time, and delete it.

    The setting retention, in params/settings.yaml, gives the months for which each kind of return
    is kept: an accepted return from its receipt, another file of the returns folder from the
    newest day in it, the files of a failed run from that run. A kind without a number is kept. With
    --by it is deleted after a question, and the Board's ledger says what, when and by whom.
    Published sets stay as they are, and pscb verify says that their returns are gone.

    \b
    Example:
      pscb retain --on 2017-01-31
      pscb retain --on 2017-01-31 --by "Business Manager"
    """
    from pscb_lib.running.processes.limited import value_limited
    from pscb_lib.running.retention import delete, find_past

    day, returns = day_of("--on", on), (returns or project / "returns").resolve()
    if yes and not by:
        raise InputError.at("--yes", "the ledger says who deleted it", "add --by and the post")
    settings = read_settings(project / "params" / "settings.yaml")
    past = value_limited(find_past, {
        "root": project, "returns": returns, "outputs": outputs_of(project, out),
        "retention": settings.retention, "on": day}, settings.limits)
    for one in past:
        click.echo(f"{one.id}: {one.said}")
    known = [one for one in past if one.since]
    if not past:
        click.echo("Nothing is past its time.")
    elif by and known and (yes or click.confirm(f"Delete {len(known)} of these?")):
        for one in known:
            delete(one, by, day, project)
        click.echo(f"{len(known)} deleted, as params/ledger.csv records")

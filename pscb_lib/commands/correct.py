"""``pscb correct``: put right what the ledger says of a question or of a request for an audit."""

from __future__ import annotations

import click

from pscb_lib.commands.options import day_of, evidence, project
from pscb_lib.commands.printing.characters import say_changes


@click.command()
@click.argument("id", metavar="ID")
@click.option("--question", help="The question, or the area to be audited.")
@click.option("--owner", metavar="POST", help="Who is to answer, or the agency that is to audit.")
@click.option("--indicator", metavar="ID", help="The indicator in question.")
@click.option("--due", metavar="DATE", help="The day by which the answer or audit is due.")
@click.option("--answer", help="The answer.")
@click.option("--action", help="The action taken.")
@click.option("--outcome", help="The outcome of the action.")
@evidence
@click.option("--by", required=True, metavar="POST", help="Who corrects: a post, not a name.")
@click.option("--on", required=True, metavar="DATE", help="The day of the correction.")
@project
def correct(id, due, evidence, by, on, project, **texts) -> None:
    """Correct the line of a question, of its reply, or of a request for an audit.

    ID is that of the question. The ledger keeps the line as it was, and adds the correction; a
    report of an earlier day prints what was known on that day.

    \b
    Example:
      pscb correct MA4 --answer "In June." --by "Business Manager" --on 2015-02-12
    """
    from pscb_lib.board.ledger import Event, Line, append
    from pscb_lib.board.ledger.corrections import SAID, given_in
    from pscb_lib.framework.english import listed

    line = Line(day_of("--on", on), Event.CORRECTED, by, id=id, source="pscb correct",
                due_on=day_of("--due", due) if due else None, kind=evidence,
                **texts)
    append(project / "params", lambda earlier: line)
    click.echo(f"{id}  {listed([SAID.get(one, one) for one in given_in(line)])} corrected")
    say_changes(*texts.values())

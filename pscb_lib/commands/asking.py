"""``pscb ask`` and ``pscb answer``: record what meetings ask, and the answers.

Section 5: "The full Board will retain the right to request specific audit reports as and when it
sees appropriate or in response to specific issues that may arise."
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pscb_lib.commands.options import day_of, evidence, project
from pscb_lib.commands.printing.characters import say_changes
from pscb_lib.commands.refusing import agency_named, check_names, refuse, require
from pscb_lib.framework.audit_summary.audits import Kind
from pscb_lib.framework.scheduling.meetings import Group
from pscb_lib.reading import cells
from pscb_lib.reading.findings import InputError

if TYPE_CHECKING:
    from pscb_lib.board.ledger import Line

GROUPS = (Group.SCRUTINY.value, Group.BOARD.value)


@click.command()
@click.argument("question", required=False)
@click.option("--report", help="The report that was asked; its matters arising show the question.")
@click.option("--owner", metavar="POST", help="Who is to answer: a post, not a name.")
@click.option("--indicator", metavar="ID", help="The indicator in question, of the register.")
@click.option("--request-audit", "theme", metavar="AREA",
              help="Request an audit of this area, instead of a question.")
@click.option("--request-paper", "paper", metavar="SUBJECT",
              help="Call for a paper on this subject, instead of a question.")
@click.option("--agency", help="The agency that is to audit.")
@click.option("--kind", type=click.Choice([kind.value for kind in Kind]), show_default=True,
              default=Kind.SINGLE_AGENCY.value, help="The kind of audit.")
@click.option("--due", required=True, metavar="DATE",
              help="The day by which the answer, audit or paper is due.")
@click.option("--by", default=GROUPS[0], show_default=True, metavar="GROUP",
              help="The group that asks: Q&E or Board, or its code in the settings.")
@click.option("--on", required=True, metavar="DATE", help="The day of the meeting.")
@project
def ask(question, report, owner, indicator, theme, paper, agency, kind, due, by, on, project
        ) -> None:
    """Record a QUESTION about a report, or a request for an audit or for a paper.

    A meeting asks it. Name posts and agencies, never a child. Answer by the id that is printed; a
    paper that was called for is answered by saying where it was given.

    \b
    Example:
      pscb ask "Why did visits fall?" --report quarterly_data_set --indicator CP13 \\
        --owner "Head of Family Support" --due 2015-03-31 --on 2015-02-11
      pscb ask --request-audit "Visits to children on plans" --agency "Children's social care" \\
        --by Board --due 2015-09-02 --on 2015-03-03
      pscb ask --request-paper "Early help in schools" --owner "CAF Team Manager" \\
        --by Board --due 2015-06-02 --on 2015-03-03
    """
    from pscb_lib.board.ledger import Line, append
    from pscb_lib.board.questions import PAPER, QUESTION, REQUEST, numbered

    params = project / "params"
    common = partial(Line, day_of("--on", on), due_on=day_of("--due", due),
                     by=_group(params, by), source="pscb ask")
    if theme:
        refuse("--request-audit", QUESTION=question, report=report, owner=owner,
               indicator=indicator, **{"request-paper": paper})
        line, letters = _audit(common, params, theme, kind, agency), REQUEST
    elif paper:
        refuse("--request-paper", QUESTION=question, indicator=indicator, agency=agency)
        line, letters = _paper(common, project, paper, report, owner), PAPER
    else:
        refuse("a question", agency=agency)
        line, letters = _question(common, project, question, report, owner, indicator), QUESTION
    made = append(params, numbered(line, letters))
    whose = made.owner or (made.kind.value if made.kind else "")
    click.echo(f"{made.id}  {made.question}  ({whose}, by {made.due_on})")
    say_changes(question, theme, paper, owner)


@click.command()
@click.argument("id", metavar="ID")
@click.argument("answer", required=False)
@click.option("--action", help="The action taken on it.")
@click.option("--outcome", help="The outcome of the action, with its evidence.")
@evidence
@click.option("--by", required=True, metavar="POST", help="Who answers: a post, not a name.")
@click.option("--on", required=True, metavar="DATE", help="The day of the answer.")
@project
def answer(id, answer, action, outcome, evidence, by, on, project) -> None:
    """Record the ANSWER to a question, its action or its outcome.

    ID is that of the question. Answer, action and outcome are each recorded once, with their own
    day; pscb correct puts one right. An action needs an outcome too: section 4 asks for "the
    successful implementation of an action alongside evidence of an outcome".

    \b
    Example:
      pscb answer MA4 "In May." --by "Drug and Alcohol Service Manager" --on 2015-02-10
      pscb answer MA4 --action "A date is fixed." --by "Service Manager" --on 2015-02-20
      pscb answer MA4 --outcome "All returns came." --evidence data --by "Manager" --on 2015-05-01
    """
    from pscb_lib.board.ledger import Event, Line, append
    from pscb_lib.board.ledger.order import REPLIES
    from pscb_lib.framework.english import listed

    line = Line(day_of("--on", on), Event.ANSWERED, by, id=id, answer=answer, action=action,
                outcome=outcome, source="pscb answer", kind=evidence)
    append(project / "params", lambda earlier: line)
    given = [name for name in REPLIES if getattr(line, name)]
    click.echo(f"{id}  {listed(given)} recorded")
    say_changes(answer, action, outcome)


def _audit(common: Callable[..., Line], params: Path, theme: str, kind: str, agency: str | None
           ) -> Line:
    from pscb_lib.board.ledger import Event

    line = common(event=Event.AUDIT_REQUESTED, question=theme, kind=Kind(kind))
    return replace(line, owner=agency_named(params, kind, agency, line.on))


def _paper(common: Callable[..., Line], project: Path, paper: str, report: str | None,
           owner: str | None) -> Line:
    from pscb_lib.board.ledger import Event

    require("a paper", owner=owner)
    check_names(project, report, None)
    return common(event=Event.PAPER_REQUESTED, report=report, question=paper, owner=owner)


def _question(common: Callable[..., Line], project: Path, question: str | None,
              report: str | None, owner: str | None, indicator: str | None) -> Line:
    from pscb_lib.board.ledger import Event

    require("a question", QUESTION=question, report=report, owner=owner)
    check_names(project, report, indicator)
    return common(event=Event.ASKED, report=report, indicator=indicator, question=question,
                  owner=owner)


def _group(params: Path, by: str) -> str:
    """The framework's code of the group that a board calls *by*."""
    from pscb_lib.board.groups import codes_beside, parse_codes

    try:
        return str(parse_codes(cells.one_of(*GROUPS), codes_beside(params))(by))
    except ValueError as fault:
        raise InputError.at("--by", str(fault), "name one of them", value=by) from None

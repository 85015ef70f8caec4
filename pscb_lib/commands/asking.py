"""``pscb ask`` and ``pscb answer``: record what meetings ask, and the answers.

Section 5: "The full Board will retain the right to request specific audit reports as and when it
sees appropriate or in response to specific issues that may arise."
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from pscb_lib.commands.options import day_of, evidence, project
from pscb_lib.commands.printing.characters import say_changes
from pscb_lib.framework.audit_summary.audits import Kind
from pscb_lib.framework.scheduling.meetings import Group
from pscb_lib.reading import cells
from pscb_lib.reading.findings import InputError, nearest

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
    from pscb_lib.board.ledger import Event, Line, append
    from pscb_lib.board.questions import PAPER, QUESTION, REQUEST, numbered

    asked_on, due_on, params = day_of("--on", on), day_of("--due", due), project / "params"
    by = _group(params, by)
    if theme:
        _refuse("--request-audit", QUESTION=question, report=report, owner=owner,
                indicator=indicator, **{"request-paper": paper})
        line = Line(asked_on, Event.AUDIT_REQUESTED, by, question=theme, kind=Kind(kind),
                    owner=_agency(params, kind, agency, asked_on), due_on=due_on,
                    source="pscb ask")
    elif paper:
        _refuse("--request-paper", QUESTION=question, indicator=indicator, agency=agency)
        _require("a paper", owner=owner)
        _check(project, report, None)
        line = Line(asked_on, Event.PAPER_REQUESTED, by, report, question=paper, owner=owner,
                    due_on=due_on, source="pscb ask")
    else:
        _refuse("a question", agency=agency)
        _require("a question", QUESTION=question, report=report, owner=owner)
        _check(project, report, indicator)
        line = Line(asked_on, Event.ASKED, by, report, indicator=indicator, question=question,
                    owner=owner, due_on=due_on, source="pscb ask")
    letters = REQUEST if theme else PAPER if paper else QUESTION
    made = append(params, numbered(line, letters))
    whose = made.owner or (made.kind.value if made.kind else "")
    click.echo(f"{made.id}  {made.question}  ({whose}, by {due_on})")
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


def _group(params: Path, by: str) -> str:
    """The framework's code of the group that a board calls *by*."""
    from pscb_lib.board.groups import codes_beside, parse_codes

    try:
        return str(parse_codes(cells.one_of(*GROUPS), codes_beside(params))(by))
    except ValueError as fault:
        raise InputError.at("--by", str(fault), "name one of them", value=by) from None


def _refuse(with_what: str, **others: str | None) -> None:
    for name, value in others.items():
        if value:
            option = name if name.isupper() else f"--{name}"
            raise InputError.at(option, f"cannot be used with {with_what}", "leave one out",
                                value=value)


def _require(what: str, **needed: str | None) -> None:
    for name, value in needed.items():
        if not value:
            option = name if name.isupper() else f"--{name}"
            raise InputError.at(option, f"is needed for {what}", f"add {option}")


def _check(project: Path, report: str | None, indicator: str | None) -> None:
    from pscb_lib.board.cycle_files import find_keyed
    from pscb_lib.board.notebooks import find_notebooks

    reports = [*find_notebooks(project), *find_keyed(project)]
    known = {"--report": (report, reports, "name one that pscb list shows, or a paper of a cycle"),
             "--indicator": (indicator, _indicators(project), "use an id of indicators.csv")}
    for option, (value, names, remedy) in known.items():
        if value and value not in names:
            raise InputError.at(option, f"is not known{nearest(value, names)}", remedy,
                                value=value)


def _indicators(project: Path) -> list[str]:
    from pscb_lib.board.indicators import read_indicators

    return [one.id for one in read_indicators(project / "params" / "indicators.csv")]


def _agency(params: Path, kind: str, agency: str | None, on: date) -> str | None:
    from pscb_lib.board.agencies import agency_parser, read_agencies

    if agency is None and Kind(kind) is not Kind.SINGLE_AGENCY:
        return None
    if agency is None:
        raise InputError.at("--agency", "a single-agency audit names its agency", "add --agency")
    parse = agency_parser(read_agencies(params / "agencies.csv"), on)
    try:
        return str(cells.value_of(parse(agency)))
    except ValueError as fault:
        raise InputError.at("--agency", str(fault), "use a name from params/agencies.csv",
                            value=agency) from None

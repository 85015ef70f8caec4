"""``pscb receive``, ``scrutinise`` and ``present``: record a report's route in the Board's ledger.

Section 5 of the framework: "Reports will come to the Quality and Effectiveness Sub Group
before being taken to the Board and a judgment made about which reports need to tabled and
which circulated for information only."
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import click

from pscb_lib.board.settings import AUDIENCES, read_settings
from pscb_lib.commands.options import day_of, project, span_of
from pscb_lib.commands.targets import Target
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.scheduling.planner import Decision
from pscb_lib.reading.findings import InputError

if TYPE_CHECKING:
    from pscb_lib.board.ledger import Line
    from pscb_lib.framework.scheduling.programme import Audit


JUDGED = ("a judgment is made which reports are tabled and which circulated for information only "
          "(section 5), and its reason is recorded")


def _options(audience: str, has_decision: bool = True) -> Callable:
    options = [
        click.argument("report"),
        click.option("--period", required=True, help="The report's period, such as 2014-15 Q3."),
        click.option("--by", required=True, metavar="POST", help="Who did it: a post, not a name."),
        click.option("--on", required=True, metavar="DATE", help="The day, such as 2015-02-04."),
        click.option("--cycle", help="The cycle of the set; by default the one in settings.yaml."),
        click.option("--audience", type=click.Choice(AUDIENCES), default=audience,
                     show_default=True, help="The set that was read."),
        click.option("--out", type=Target(folder=True), help="The outputs' folder."),
        project,
    ]
    if has_decision:
        options += [
            click.option("--because", metavar="REASON", help="Why it was decided so."),
            *(click.option(f"--{one.value.replace(' ', '-')}", "decision", help=help,
                           flag_value=one.value)
              for one, help in ((Decision.TABLED, "It is to be discussed."),
                                (Decision.FOR_INFORMATION, "It is for information only.")))]

    def apply(command: Callable) -> Callable:
        for option in reversed(options):
            command = option(command)
        return command

    return apply


@click.command()
@_options("restricted", has_decision=False)
def receive(**given) -> None:
    """Record that a REPORT was received.

    Name it as in pscb list, with the key of its paper if it has one. Name a report that is made
    elsewhere by the number of its item in Appendix 1.

    \b
    Example:
      pscb receive quarterly_data_set --period "2014-15 Q3" --by "Business Manager" --on 2015-02-04
      pscb receive 12 --period "2014-15 H1" --by "Business Manager" --on 2015-02-04
    """
    _record("received", given)


@click.command()
@_options("restricted")
def scrutinise(**given) -> None:
    """Record that Q&E scrutinised a REPORT, and its decision with the reason.

    \b
    Example:
      pscb scrutinise quarterly_data_set --period "2014-15 Q3" --by "Q&E Group Chair" \\
        --on 2015-02-11 --tabled --because "Return interviews fell and nobody has said why."
    """
    if given["decision"] and not given["because"]:
        raise InputError.at("scrutinise", JUDGED, "add --because")
    _record("scrutinised", given)


@click.command()
@_options("board")
def present(**given) -> None:
    """Record that a scrutinised REPORT was taken to the Board.

    It was tabled or circulated for information; say why if Q&E had not decided it.

    \b
    Example:
      pscb present quarterly_data_set --period "2014-15 Q3" --by "Q&E Group Chair" \\
        --on 2015-03-03 --tabled
    """
    if given["decision"] is None:
        raise InputError.at("present", "a judgment is made which reports are tabled and which "
                            "circulated for information only (section 5)",
                            "add --tabled or --for-information")
    _record("presented", given)


def _record(happened: str, given: dict) -> None:
    from pscb_lib.board.ledger import Event, Line, append
    from pscb_lib.board.ledger.route import audit_of, check_step
    from pscb_lib.board.names import name_of, split_name
    from pscb_lib.board.programme import read_programme
    from pscb_lib.framework.scheduling.deadlines import financial_year

    event, params = Event(happened), given["project"] / "params"
    on, period = day_of("--on", given["on"]), span_of("--period", given["period"])
    programme = read_programme(params / "audit_programme.csv").for_year(financial_year(on))
    audit = audit_of(programme, given["report"])
    check_step(audit, event, period)
    _check_day(period, on)
    decision = given.get("decision")
    _, key = split_name(given["report"])
    name = name_of(audit.report, key) if audit.report else str(audit.item)
    line = Line(on, event, given["by"], name, period,
                _set_of(audit, name, period, given), decision and Decision(decision),
                answer=given.get("because"), source=f"pscb {click.get_current_context().info_name}")
    append(params, lambda earlier: _judged(line, earlier))
    click.echo(_said(audit, line))


def _judged(line: Line, earlier: tuple[Line, ...]) -> Line:
    """The line, if its decision has a reason, here or when Q&E scrutinised the report."""
    undecided = [one for one in earlier if one.subject == line.subject
                 and one.event.value == "scrutinised" and one.decision is None]
    if undecided and line.decision and not line.answer:
        raise InputError.at("present", JUDGED, "add --because")
    return line


def _check_day(period: ReportingPeriod, on: date) -> None:
    if on <= period.end:
        raise InputError.at("--on", f"{period.label} ends on {period.end}", "name a later day",
                            value=on.isoformat())


def _set_of(audit: Audit, name: str, period: ReportingPeriod, given: dict) -> str | None:
    """Return the manifest's SHA-256 of the set that was read; None if made elsewhere."""
    from pscb_lib.running.published import find_set

    if not audit.report:
        return None
    root = given["project"]
    cycle = given["cycle"] or read_settings(root / "params" / "settings.yaml").cycle
    return find_set(given["out"] or root / "outputs", cycle, given["audience"], name, period)


def _said(audit: Audit, line: Line) -> str:
    why = f" because: {line.answer}" if line.answer else ""
    judged = f", {line.decision.value}{why}" if line.decision else ""
    which = f", set {line.set_sha256[:12]}" if line.set_sha256 else ""
    period = f", {line.period.label}" if line.period else ""
    return f"{line.on}  {audit.title}{period}: {line.event.value} by {line.by}{judged}{which}"

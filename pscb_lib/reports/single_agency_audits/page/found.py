"""The tables: what was asked for, what was found, and where somebody looked again."""

from __future__ import annotations

from datetime import date

from pscb_lib.disclosure.paper import RESTRICTED
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.audit_summary.audits import AuditGrade, BoardToKnow, DoneBy, RegisteredAudit
from pscb_lib.framework.english import capital, count_of, spell
from pscb_lib.page.blocks import Cell, Column, Data, Group, Table, cell, strong
from pscb_lib.page.tables.days import plain_day, short_day
from pscb_lib.page.words.shown import joined
from pscb_lib.reports.single_agency_audits.known import Known
from pscb_lib.reports.single_agency_audits.measures import is_better

NOT_SAID = "No finding in the return"
NO_AREA = "Area not said"
ADEQUATE = "Adequate, until November 2013, is the level of requires improvement."


def tabulate_requests(shown: Shown, known: Known) -> Table:
    """Tabulate what Q&E or the Board asked for and has not received: section 8."""
    require_shown(shown)
    columns = [Column("What was asked for, and of whom", width=4),
               Column("Asked for by", width=1.6), Column("Due", width=1.5),
               Column("Full weeks late", "end", 1)]
    rows = [[cell(one.theme or NO_AREA, known.short(one.agency)),
             cell(one.asked_for_by.value, short_day(one.asked_on)), cell(short_day(one.due_on)),
             cell(_weeks(one, known))] for one in known.requests]
    data = [[one.audit_id, one.theme, str(one.agency), one.asked_for_by.value,
             plain_day(one.asked_on), plain_day(one.due_on)] for one in known.requests]
    return Table("requests", "Asked for and not received", columns, [Group(None, rows)],
                 Data(["audit_id", "theme", "agency", "asked_for_by", "asked_on", "due_on"], data),
                 note=_say_own(known), empty="Everything that was asked for has come.")


def _say_own(known: Known) -> str | None:
    """Name the late audits of agencies' own programmes, which nobody asked for; None if none is."""
    said = [f"{one.theme or NO_AREA} ({known.short(one.agency)}, due {short_day(one.due_on)})"
            for one in known.own_late]
    return f"Late too, and planned by agencies themselves: {'; '.join(said)}." if said else None


def _weeks(one: RegisteredAudit, known: Known) -> str:
    """How many full weeks an audit is late; a dash if it is not."""
    if one.due_on is None or not one.is_late(known.on):
        return "–"
    weeks = (known.on - one.due_on).days // 7
    return f"{weeks:,}" if weeks else "Under one"


def is_for_board(one: RegisteredAudit, known: Known) -> bool:
    """Whether Q&E has scrutinised an audit and decided that the Board is to know of it."""
    return one.board_to_know is BoardToKnow.YES and one.is_scrutinised(known.on)


def tabulate_found(shown: Shown, known: Known) -> Table:
    """Tabulate what the audits of the twelve months found, in the order in which they came.

    Section 8: "The group will then decide if the Board needs to be advised of any concerns." The
    Board has those of which it decided so; of the others, that they came and how they were graded.
    """
    is_all = require_shown(shown).audience == RESTRICTED
    told = [one for one in known.received if is_all or is_for_board(one, known)]
    rows = [[strong(one.theme or NO_AREA, f"{known.short(one.agency)}, {short_day(one.came_on)}"),
             cell(_grade(one), _looked_at(one)), cell(one.main_finding or NOT_SAID),
             _equality(one)] for one in told]
    data = [[one.audit_id, str(one.agency), one.theme, one.area.value if one.area else None,
             plain_day(one.received_on), one.cases, one.grade.value if one.grade else None,
             one.main_finding, one.equality_found,
             one.board_to_know.value if one.board_to_know else None] for one in told]
    others = len(known.received) - len(told)
    more = joined(
        f"{capital(count_of(others, 'more audit'))} came: Q&E has not decided that the Board is to "
        f"know what {'it' if others == 1 else 'they'} found." if others else None,
        _say_not_good(known.received, told)) or None
    return Table(
        "found", "What the audits found",
        [Column("Audit", width=4), Column("Grade", width=2.5), Column("Found", width=4.2),
         Column("Equality", width=3)], [Group(None, rows)],
        Data(["audit_id", "agency", "theme", "area", "received_on", "cases", "grade", "found",
              "equality_found", "board_to_know"], data),
        note=more if told else None, empty=more or "No audit was received.")


def _say_not_good(received: list[RegisteredAudit], told: list[RegisteredAudit]) -> str | None:
    """Say how many of the audits that are counted alone were not graded good; None if none."""
    every, here = (sum(one.grade is not None and not one.grade.is_good for one in those)
                   for those in (received, told))
    if every == here:
        return None
    graded = "graded less than good"
    if len(received) - len(told) == 1:
        return f"It was {graded}."
    more = every - here
    return f"{capital(spell(more))} of them {'was' if more == 1 else 'were'} {graded}."


def _grade(one: RegisteredAudit) -> str:
    return one.grade.value if one.grade else "Not graded"


def _looked_at(one: RegisteredAudit) -> str | None:
    cases = count_of(one.cases, "case") if one.cases is not None else None
    by = one.done_by.value if one.done_by is DoneBy.THIRD_PERSON else None
    return ", by an ".join(filter(None, [cases, by])) or None


def _equality(one: RegisteredAudit) -> Cell:
    if one.equality_examined is None:
        return cell(one.equality_found or "Not recorded")
    without = "Examined; nothing said" if one.equality_examined else "Not examined"
    return cell(one.equality_found or without)


def tabulate_again(shown: Shown, known: Known) -> Table:
    """Tabulate each audit that found practice not yet good: plan, follow-up, and the re-audit.

    A plan or a follow-up is not the same as looking at practice again.
    """
    require_shown(shown)
    after = {before.audit_id: later for before, later in known.pairs}
    weak = [one for one in known.weak if shown.audience == RESTRICTED
            or one.is_scrutinised(known.on)]
    rows = [[cell(one.theme or NO_AREA, known.short(one.agency)),
             cell(_grade(one), short_day(one.came_on)),
             cell(_planned(one, known.on), _followed(one, known)),
             cell(*_result(one, after.get(one.audit_id)))]
            for one in weak]
    data = [[one.audit_id, str(one.agency), one.theme, _grade(one), plain_day(one.received_on),
             plain_day(one.action_plan_on), plain_day(one.follow_up_due_on),
             plain_day(one.follow_up_on),
             after[one.audit_id].audit_id if one.audit_id in after else None] for one in weak]
    return Table("again", "Where practice was not yet good", [
        Column("Audit, and whose", width=5.1), Column("Grade, and when", width=3),
        Column("Plan, and follow-up", width=2.8), Column("Audited again", width=2.6)],
        [Group(None, rows)],
        Data(["audit_id", "agency", "theme", "grade", "received_on", "action_plan_on",
              "follow_up_due_on", "follow_up_on", "repeated_by"], data),
        note=ADEQUATE if any(one.grade is AuditGrade.ADEQUATE for one in weak) else None,
        empty="No audit found practice that is not good.")


def _planned(one: RegisteredAudit, on: date) -> str:
    is_there = one.action_plan_on is not None and one.action_plan_on <= on
    return f"Plan {short_day(one.action_plan_on)}" if is_there else "No plan"


def _followed(one: RegisteredAudit, known: Known) -> str:
    if one.follow_up_on is not None and one.follow_up_on <= known.on:
        return f"followed up {short_day(one.follow_up_on)}"
    if one.follow_up_due_on is None:
        return "no follow-up agreed"
    late = ", late" if one.owes_follow_up(known.on) else ""
    return f"follow-up due {short_day(one.follow_up_due_on)}{late}"


def _result(before: RegisteredAudit, after: RegisteredAudit | None) -> tuple[str, str | None]:
    if after is None:
        return "Not yet", None
    return ("Better" if is_better(before, after) else "No better",
            f"{_grade(after)}, {short_day(after.came_on)}")

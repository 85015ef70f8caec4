"""The answer: what was found not yet good, who told of an audit, and who looked again."""

from __future__ import annotations

from pscb_lib.board.cleared_texts import LEFT_OUT
from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.audit_summary.audits import CommissionedAs
from pscb_lib.framework.english import capital, count_of, listed, small, spell
from pscb_lib.page.blocks import LEFT, Column, Data, Group, Lead, Table, cell
from pscb_lib.page.tables.counts import plain_counts
from pscb_lib.page.words.shown import joined
from pscb_lib.reports.single_agency_audits import places
from pscb_lib.reports.single_agency_audits.known import Known
from pscb_lib.reports.single_agency_audits.page.found import is_for_board

WHY = {capital(one.value): said for one, said in {
    CommissionedAs.OWN_PROGRAMME: "of an agency's own programme",
    CommissionedAs.QUALITY_AND_EFFECTIVENESS: "asked for by the sub-group",
    CommissionedAs.BOARD: "asked for by the Board",
    CommissionedAs.REVIEW: "made after a review",
    CommissionedAs.INSPECTION: "made after an inspection"}.items()} | {
    "Not recorded": "without a reason on the register"}
WORK = places.IN_TIME, places.PLANNED, places.FOLLOWED, places.EQUALITY


def answer(shown: Shown, known: Known) -> Lead:
    """Say what was found not yet good, who told of audits, what is owed, and who looked again."""
    require_shown(shown)
    found, bodies = _found(known), _bodies(shown, known)
    return Lead(joined(found, bodies if found else f"**{bodies}**", _requests(shown), _own(known),
                       _again(shown)))


def _found(known: Known) -> str | None:
    """What was found not yet good and not audited again, the newest; None if that is not told.

    In every set it is what Q&E decided that the Board is to know: section 8.
    """
    those = sorted((one for one in known.standing if one.main_finding and is_for_board(one, known)),
                   key=lambda one: one.came_on, reverse=True)
    said = those[0].main_finding if those else None
    if not said or said == LEFT_OUT:
        return None
    more = len(those) - 1
    others = (f"; {count_of(more, 'more finding')} {'is' if more == 1 else 'are'} below"
              if more else "")
    return (f"**Not yet good: {small(said).rstrip('.')} "
            f"({known.short(those[0].agency)}){others}.**")


def _bodies(shown: Shown, known: Known) -> str:
    total, audited, nil, silent = (shown.get(places.BODIES, row).count for row in (
        TOTAL, places.AUDITED, places.NIL, places.SILENT))
    if not total:
        return "No section 11 body is on the register of agencies."
    rest = [f"{spell(nil)} sent a nil return"] if nil else []
    rest += [f"{spell(silent)} sent neither{'' if nil else ' audit nor nil return'}"
             ] if silent else []
    told = (f"Of {count_of(total, 'section 11 body', 'section 11 bodies')}, "
            f"{spell(audited, 'none')} sent an audit in twelve months")
    return f"{told}{''.join(f', {one}' for one in rest[:-1])}" + (
        f"{' and' if len(rest) > 1 else ','} {rest[-1]}." if rest else ".")


def _requests(shown: Shown) -> str:
    asked, late = (shown.get(*place).count for place in (places.ASKED, places.LATE))
    if not asked:
        return "Every audit that Q&E or the Board asked for has come."
    have = "has" if asked == 1 else "have"
    return (f"{capital(count_of(asked, 'audit'))} that Q&E or the Board asked for {have} not come; "
            f"{_say_late(asked, late)}.")


def _own(known: Known) -> str | None:
    """How many late audits agencies planned themselves, so that all that are late are counted."""
    number = len(known.own_late)
    if not number:
        return None
    whose, are = ("an agency's", "is") if number == 1 else ("agencies'", "are")
    return f"{capital(spell(number))} of {whose} own {are} late."


def _say_late(asked: int, late: int) -> str:
    if asked == 1:
        return "it is late" if late else "it is not yet due"
    if late == asked:
        return f"{'both' if late == 2 else 'all'} are late"
    return f"{spell(late, 'none')} of them {'is' if late == 1 else 'are'} late"


def _again(shown: Shown) -> str:
    again, better = (shown.get(*place) for place in (places.AGAIN, places.BETTER))
    if again.value is None:
        return "No audit found practice that is not good."
    number, weak = again.counts
    audits = count_of(weak, "audit")
    if not number:
        return f"Of {audits} of practice not yet good, none has been repeated."
    have, improved = "has" if number == 1 else "have", better.counts[0]
    return (f"Of {audits} of practice not yet good, {spell(number)} {have} been repeated; "
            f"{spell(improved, 'none')} had improved.")


def tabulate_work(shown: Shown) -> Table:
    """Tabulate what was done in time; what was audited again stands in the answer."""
    figures = {place[1]: require_shown(shown).get(*place) for place in WORK}
    rows = [[cell(label), cell("–" if one.value is None else "{:,} of {:,}".format(*one.counts))]
            for label, one in figures.items()]
    return Table("work", "What was done with audits",
                 [Column("Audits", width=3.4), Column("Number", "end")], [Group(None, rows)],
                 Data(["audits", "number", "of"], [[label, *plain_counts(one)]
                                                   for label, one in figures.items()]),
                 note=joined("Numbers are of the twelve months.", _origins(shown)),
                 place=LEFT)


def _origins(shown: Shown) -> str:
    """What the audits received came of: agencies' own programmes, or who asked for them."""
    came = {row: shown.get(places.ORIGINS, row).count for row in shown.rows(places.ORIGINS)
            if row != TOTAL}
    said = [f"{spell(number)} {WHY.get(row, small(row))}" for row, number in came.items() if number]
    return f"Of the audits received, {listed(said)}." if said else ""

"""What was agreed: checks and tests against their targets, what is late, what comes back."""

from __future__ import annotations

from dataclasses import replace

from pscb_lib.board.indicators import SetBy
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.audit_summary.smart import Shortcoming
from pscb_lib.framework.english import capital, count_of, listed, small
from pscb_lib.framework.folding import fold
from pscb_lib.framework.rag import Thresholds
from pscb_lib.page.blocks import (
    LEFT,
    RIGHT,
    Column,
    Data,
    Group,
    List,
    Prose,
    Question,
    Table,
    cell,
    strong,
)
from pscb_lib.page.tables.rated import tabulate_rated_shares
from pscb_lib.page.words.shown import joined, require_told, say_done, told
from pscb_lib.reports.case_reviews import places
from pscb_lib.reports.case_reviews.known import Again, Known, Told
from pscb_lib.reports.case_reviews.page.words import is_known, owners_of, short_of

ALL = 100  # per cent: item 21 asks it of every completed action, section 11 of every action
TARGETED = (places.IN_TIME, places.SMART)
GIFTS = {Shortcoming.SPECIFIC: "words that are specific", Shortcoming.MEASURABLE: "a measure",
         Shortcoming.ASSIGNED: "one owner", Shortcoming.TIMED: "a day due"}


def tabulate_tests(shown: Shown, known: Known, thresholds: Thresholds) -> Table | Prose | None:
    """Tabulate the actions checked at six months, and SMART as they were agreed."""
    if not _has_actions(shown, known):
        return None
    made = tabulate_rated_shares(
        shown, "tests", "Actions against the framework", "Actions", TARGETED, thresholds,
        target=ALL, set_by=SetBy.LOCAL, note=joined(_say_later(known), _say_kept(shown)))
    return replace(made, place=LEFT)


def _say_later(known: Known) -> str:
    """Say when a check is in time, and how many came too late to count: they are checked too."""
    late = sum(one.checked_late for one in known.actions)
    more = f"; {count_of(late, 'action')} {'was' if late == 1 else 'were'} checked later"
    return f"A check counts if it came at most 28 days after the six months{more if late else ''}."


@told
def _say_kept(shown: Shown) -> str:
    kept, moved = shown.get(*places.KEPT), shown.get(*places.MOVED)
    require_told(kept, moved)
    said = say_done(kept, "action", "actions", "done by the day first agreed")
    if not said:
        return "No action has come to its first day due."
    given = "was" if moved.count == 1 else "were"
    later = f"; {count_of(moved.count, 'action')} {given} given a later day" if moved.count else ""
    return f"{capital(said)}{later}."


def tabulate_late(shown: Shown, known: Known) -> Table | None:
    """Tabulate the actions past their day, and those that fail a test, by name."""
    if not _has_actions(shown, known):
        return None
    named = _late_or_vague(known)
    columns = [Column("Action, and its review", width=4.6), Column("Owner", width=3.6),
               Column("Late since", width=1.4), Column("Test failed", width=1.8)]
    rows = [[strong(one.text, one.review), cell(one.owner, one.agency),
             cell(short_of(one.due_on) if one.overdue else "–"),
             cell(capital(listed(list(one.lacks))) or "–")] for one in named]
    return Table("late", "Actions that are late, or fail a test", columns, [Group(None, rows)],
                 Data(["review", "action", "owner", "agency", "late_since", "lacks"],
                      [[one.review, one.text, one.owner, one.agency,
                        one.due_on if one.overdue else None, ", ".join(one.lacks) or None]
                       for one in named]),
                 empty="No action is late, and each passes all four tests.")


def _late_or_vague(known: Known) -> list[Told]:
    return [one for one in known.actions if one.overdue or one.lacks]


def ask_late(shown: Shown, known: Known) -> Question | None:
    """Ask the owners of late actions what stands in the way, and who will mend the wording."""
    if not _has_actions(shown, known):
        return None
    late = [one for one in known.actions if one.overdue]
    vague = [one for one in known.actions if one.lacks]
    words = joined(
        "What stands in the way of the actions that are late, and what is done meanwhile?"
        if late else None,
        _ask_vague(vague) if vague else None)
    owners = owners_of(_late_or_vague(known))
    return Question("late_asked", words, owners, place=RIGHT) if words else None


def _ask_vague(vague: list[Told]) -> str:
    """Ask who gives the actions that fail a test what they lack, each thing once."""
    lacking = {each for one in vague for each in one.lacks}
    gifts = listed([gift for each, gift in GIFTS.items() if each.value in lacking])
    which = ("action that fails a test what it lacks" if len(vague) == 1
             else "actions that fail a test what they lack")
    return f"Who gives the {which}: {gifts}?"


def list_again(shown: Shown, known: Known) -> List | None:
    """List the findings that an earlier review or audit had, with their years."""
    if not _has_actions(shown, known):
        return None
    those: dict[str, list[str]] = {}
    for one in known.again:
        those.setdefault(_years(one), []).append(small(one.finding).rstrip("."))
    items = [f"Found in {years}: {'; '.join(said)}." for years, said in those.items()]
    return List(items or ["No finding was seen in an earlier review or audit."],
                place=LEFT if items else None)


def ask_again(shown: Shown, known: Known) -> Question | None:
    """Ask those who act on what was found again why it was, if anything was."""
    if not _has_actions(shown, known) or not known.again:
        return None
    found = {fold(one.finding) for one in known.again}
    acting = [one for one in known.actions if fold(one.finding) in found]
    return Question("again_asked", "Why was the same found again, and what will be done "
                    "differently this time?", owners_of(acting) or known.group, place=RIGHT)


def _years(one: Again) -> str:
    return listed([f"{source} ({year})" for source, year in one.sources])


def _has_actions(shown: Shown, known: Known) -> bool:
    return (is_known(known) and require_shown(shown).audience != "public"
            and bool(known.actions))

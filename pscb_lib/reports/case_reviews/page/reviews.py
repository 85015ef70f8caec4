"""The reviews: the cases considered, what is open, what is complete, and what is published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from pscb_lib.disclosure.figures import TOTAL, Place
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import capital, count_of, listed, spell
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
from pscb_lib.page.tables.counts import tabulate_counts
from pscb_lib.page.words.shown import joined, require_told, told
from pscb_lib.reports.case_reviews import places
from pscb_lib.reports.case_reviews.known import LATE, Known
from pscb_lib.reports.case_reviews.page.words import is_known, short_of
from pscb_lib.reports.case_reviews.returned.record import SERIOUS

Row = Mapping[str, Any]
CASE_DAYS = ("notified_on", "decided_on", "begun_on", "completed_on", "published_on")
WITHHELD = "Withheld by {}: {}"
IDENTIFIES = ("A review that is open identifies a child: the Board reads whether open reviews are "
              "in time, and no more, unless its chair and the information governance lead decide "
              "otherwise.")


def tabulate_completed(shown: Shown, known: Known) -> Table | None:
    """Tabulate the completed reviews: in time, published or withheld, who took part, what was met.
    """
    if not is_known(known) or require_shown(shown).audience == "public":
        return None
    columns = [Column("Review", width=2), Column("Begun, and completed", width=2.3),
               Column("Published, or withheld", width=2.8),
               Column("Standards met", "end", 1.3),
               Column("Practitioners who came", "end", 1.3), Column("Family took part", width=1.1)]
    rows = [[strong(one["title"]), cell(
        f"{short_of(one['begun_on'])} – {short_of(one['completed_on'])}",
        "more than six months" if one["late"] else "within six months"), cell(*_where(one)),
        cell(_part(shown, places.MET, one)), cell(_part(shown, places.CAME, one)),
        cell(capital(one["family_took_part"] or "not recorded"))] for one in known.completed]
    data = [[one["title"], one["begun_on"], one["completed_on"], one["published_on"] or None,
             one["published_where"], one["withheld_by"], one["withheld_because"],
             _part(shown, places.MET, one), _part(shown, places.CAME, one),
             one["family_took_part"]] for one in known.completed]
    return Table("completed", "Completed reviews", columns, [Group(None, rows)], Data(
        ["review", "begun_on", "completed_on", "published_on", "published_where", "withheld_by",
         "withheld_because", "standards_met", "practitioners", "family"], data),
        note="Six months is the aim of the guidance, not a law. The standards and criteria are the "
        "Board's own, against which a review tests practice.", empty="No review is complete.")


def _where(one: Row) -> tuple[str, str | None]:
    if one["published_on"]:
        return one["published_where"], f"since {short_of(one['published_on'])}"
    if one["withheld_because"]:
        return WITHHELD.format(one["withheld_by"], one["withheld_because"]), None
    return "Neither, and no reason given", None


def _part(shown: Shown, table: str, one: Row) -> str:
    if not shown.has(table, one["title"]):
        return "–"
    return "{:,} of {:,}".format(*shown.get(table, one["title"]).counts)


def say_without(shown: Shown, known: Known) -> Question | None:
    """Ask which actions came of a completed review that has none on the register."""
    require_shown(shown)
    bare = without_action(known)
    if not bare or not is_known(known):
        return None
    return Question("without_asked", f"No action of {listed(bare)} is on the register. Why?",
                    known.group,
                    place=RIGHT)


def without_action(known: Known) -> list[str]:
    """The completed reviews that have no action on the register."""
    return [one["title"] for one in known.completed
            if one["title"] not in {each.review for each in known.actions}]


def say_open(shown: Shown, known: Known) -> Prose | None:
    """Say why so little is said of open reviews, if there are any."""
    if require_shown(shown).audience == "public" or not known.open_state:
        return None
    return Prose(IDENTIFIES)


def tabulate_open(shown: Shown, known: Known) -> Table | None:
    """Tabulate the open reviews for those who may read of them."""
    require_shown(shown)
    if not known.open:
        return None
    columns = [Column("Review", width=2.4), Column("Begun", width=1.4), Column("Due", width=1.4),
               Column("State", width=1.4)]
    rows = [[strong(one["title"]), cell(short_of(one["begun_on"])), cell(short_of(one["due_day"])),
             cell("Late" if one["late"] else "In time")] for one in known.open]
    return Table("open", "Open reviews", columns, [Group(None, rows)], Data(
        ["review", "begun_on", "due_on", "late"],
        [[one["title"], one["begun_on"], one["due_day"], "yes" if one["late"] else "no"]
         for one in known.open]))


def ask_open(shown: Shown, known: Known) -> Question | None:
    """Ask when a late review is complete, where a completed one can be read, and when a withheld.
    """
    if require_shown(shown).audience == "public":
        return None
    bare = [one["title"] for one in known.completed
            if not one["published_on"] and not one["withheld_because"]]
    held = [one["title"] for one in known.completed if one["kind"] == SERIOUS
            and not one["published_on"] and one["withheld_because"]]
    words = joined(
        "When will the review that is late be complete, and what is learnt meanwhile?"
        if known.open_state == LATE else None,
        f"Where will {listed(bare)} be published, or who withholds it and why?" if bare else None,
        f"When will {listed(held)} be published, and who decides?" if held else None)
    asked = [known.group] if known.open_state == LATE or bare else []
    asked += [one["withheld_by"] or known.group for one in known.completed
              if one["title"] in held]
    owner = listed([*dict.fromkeys(asked)])
    return Question("open_asked", words, owner, place=LEFT) if words else None


def tabulate_cases(shown: Shown, known: Known) -> Table | Prose | None:
    """Tabulate the cases of twelve months by what was decided: too few for most sets."""
    if not require_shown(shown).rows(places.CASES) or known.is_nil:
        return None
    rows = [row for row in shown.rows(places.CASES)
            if shown.get(places.CASES, row).value != 0 or row == TOTAL]
    return replace(tabulate_counts(
        shown, places.CASES, "Cases notified in twelve months", "Decision", value_label="Cases",
        order=rows), place=LEFT)


def list_decisions(shown: Shown, known: Known) -> List | None:
    """List how many cases were decided within a month, and of which the panel was asked."""
    if not require_shown(shown).rows(places.CASES) or known.is_nil:
        return None
    items = [_kept(shown, places.IN_A_MONTH, "decided, or past the month for it",
                   "decided within a month of notification"),
             _kept(shown, places.PANEL_ASKED, "with a criterion met and no serious case review",
                   "put to the national panel for advice")]
    return List([one for one in items if one], place=RIGHT) if any(items) else None


@told
def _kept(shown: Shown, place: Place, which: str, done: str) -> str:
    figure = shown.get(*place)
    require_told(figure)
    number, whole = figure.counts
    if not whole:
        return ""
    if whole == 1:
        return f"The one case {which} was {'' if number else 'not '}{done}."
    some = ("both" if whole == 2 else "all") if number == whole else spell(number, "none")
    return (f"Of {count_of(whole, 'case')} {which}, {some} {'was' if number == 1 else 'were'} "
            f"{done}.")


def list_cases(shown: Shown, known: Known) -> Table | None:
    """Tabulate every case with its criterion and reason: for the group alone."""
    if not known.cases:
        return None
    columns = [Column("Case", width=2.2), Column("Criterion", width=1.4),
               Column("Notified, and decided", width=1.8), Column("Why", width=3),
               Column("National panel", width=2)]
    rows = [[strong(one["title"], capital(one["kind"] or "not yet decided")),
             cell(capital(one["criterion"] or "–")),
             cell(short_of(one["notified_on"]), _decided(one)),
             cell(one["decision_because"] or "–"), cell(*_panel(one))] for one in known.cases]
    names = ["title", "kind", "criterion", *CASE_DAYS, "decision_because", "panel_asked",
             "panel_because", "theme", "age_band"]
    return Table("every_case", "Every case considered", columns, [Group(None, rows)], Data(
        names, [[_cell(one[name]) for name in names] for one in known.cases]))


def _decided(one: Row) -> str:
    return f"decided {short_of(one['decided_on'])}" if one["decided_on"] else "not yet decided"


def _panel(one: Row) -> tuple[str, str | None]:
    if not one["arguable"]:
        return "–", None
    asked = {True: "Asked", False: "Not asked"}.get(one["panel_asked"], "Not recorded")
    return asked, one["panel_because"]


def _cell(value: object) -> str | None:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value) if value else None

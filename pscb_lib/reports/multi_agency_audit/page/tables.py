"""The tables: whether auditors agreed, who told them, and how the cases were drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.english import capital, count_of, part_of, small
from pscb_lib.framework.statistics.kappa import FEWEST_PAIRS
from pscb_lib.page.blocks import LEFT, RIGHT, Column, Data, Group, Prose, Table, cell
from pscb_lib.page.tables.counts import plain_value, tabulate_counts
from pscb_lib.page.tables.folded import is_mostly_hidden, say_folded
from pscb_lib.page.words.shown import joined, require_told, say, told
from pscb_lib.reports.multi_agency_audit import places
from pscb_lib.reports.multi_agency_audit.page.drawn import undrawn

KAPPA = "Agreement beyond chance (weighted kappa)"
EXPLAINED = ("Weighted kappa is 1 if two auditors always agree, and 0 if they agree no more than "
             "guesses would.")
TOTALS = ("A pair is two auditors' grades of one piece of work. Moderation looks at every grade; "
          "only those of one agency's own work can be given by its own auditor.")
NOT_WORKED_OUT = "Cannot be worked out"
AGAIN = {"True": "Drawn again from the list, the cases are the same.",
         "False": "The list now draws other cases: it is another than on the day."}
TOO_FEW = f"Fewer than {FEWEST_PAIRS} pairs"


def tabulate_agreement(shown: Shown, facts: Mapping[str, Any]) -> Table | Prose | None:
    """Tabulate how often two auditors agreed, and what moderation changed."""
    if not require_shown(shown).has(*places.PAIRS):
        return None
    pairs, moderated = shown.get(*places.PAIRS), shown.get(places.MODERATED, TOTAL)
    rows = {f"Two auditors: {small(place[1])}": (shown.get(*place), pairs)
            for place in (places.SAME, places.NEAR)}
    rows |= {f"{row} by moderation": (shown.get(places.MODERATED, row), moderated)
             for row in ("Lowered", "Raised")}
    rows[places.OWN_AGENCY[1]] = shown.get(*places.OWN_AGENCY), shown.get(*places.OF_AGENCIES)
    kappa = facts.get("kappa") or (
        TOO_FEW if not pairs.hidden and pairs.count < FEWEST_PAIRS else NOT_WORKED_OUT)
    lines = [[cell(label), cell(_say_of(*one))] for label, one in rows.items()]
    data = [[label, *map(plain_value, one)] for label, one in rows.items()]
    return Table("agreement_of_auditors", _say_agreed(shown) or "Whether the auditors agreed",
                 [Column("Grades", width=4), Column("Number", "end", width=1.6)],
                 [Group(None, [*lines[:2], [cell(KAPPA), cell(kappa)], *lines[2:]])],
                 Data(["grades", "number", "of"], [*data[:2], [KAPPA, kappa, None], *data[2:]]),
                 note=None if are_voices_hidden(shown) else _explain(facts), place=LEFT)


def _explain(facts: Mapping[str, Any]) -> str:
    """What the numbers of the table are."""
    return joined(EXPLAINED if facts.get("kappa") else None, TOTALS)


def _say_of(number: ShownFigure, whole: ShownFigure) -> str:
    """A number of its whole: 37 of 180."""
    if number.hidden or whole.hidden:
        return number.text
    return f"{number.count:,} of {whole.count:,}" if whole.count else "None"


@told
def _say_agreed(shown: Shown) -> str:
    pairs, same = (shown.get(*place) for place in (places.PAIRS, places.SAME))
    require_told(pairs, same)
    if not pairs.count:
        return "No case was graded by two auditors"
    if pairs.count == 1:
        return f"The one grade that two auditors gave was {'' if same.count else 'not '}the same"
    return f"Two auditors gave the same grade in {part_of(same.count, pairs.count, 'pairs')}"


def tabulate_voices(shown: Shown, facts: Mapping[str, Any]) -> Table | Prose | None:
    """Tabulate in how many cases the child, the parents and the practitioners told the auditors.

    Where that is hidden, the numbers beside it are explained in its place.
    """
    if not require_shown(shown).rows(places.VOICES):
        return Prose("Whether children and parents were asked was not supplied.")
    if are_voices_hidden(shown):
        return Prose(_explain(facts), place=RIGHT) if shown.has(*places.PAIRS) else None
    return replace(tabulate_counts(shown, places.VOICES, "Who told the auditors what it was like",
                                   "Cases", id="voices", heads={"Practitioners": "Staff"}),
                   place=RIGHT)


def are_voices_hidden(shown: Shown) -> bool:
    """Whether most of what the child, parents and practitioners were asked is hidden."""
    figures = [shown.get(places.VOICES, row, who) for row in shown.rows(places.VOICES)
               for who in shown.columns(places.VOICES)
               if row != TOTAL and shown.has(places.VOICES, row, who)]
    return is_mostly_hidden([one for one in figures if one.hidden or one.value])


def say_not_shown(shown: Shown) -> str:
    """Name the pictures and tables that are mostly hidden; nothing if none is."""
    names = undrawn(require_shown(shown))
    if shown.rows(places.VOICES) and are_voices_hidden(shown):
        names.append("whom the auditors heard")
    return say_folded(names) or ""


def say_draw(shown: Shown, facts: Mapping[str, Any]) -> Prose:
    """Say how the cases were drawn, and that anyone can draw them again."""
    if not require_shown(shown).has(*places.COULD):
        return Prose("The log of the draw was not supplied, so that it is not known how the cases "
                     "were chosen.", place=RIGHT)
    return Prose(joined(_drawn(shown), _left_out(shown), _replaced(shown),
                        AGAIN.get(str(facts.get("repeats")))), place=RIGHT)


@told
def _drawn(shown: Shown) -> str:
    could = shown.get(*places.COULD)
    require_told(could)
    return (f"The cases were drawn at random from {count_of(could.count, 'case')} by a rule that "
            "anyone can repeat, after the method was agreed.")


@told
def _left_out(shown: Shown) -> str:
    alone = shown.get(*places.ONE_AGENCY)
    require_told(alone)
    if not alone.count:
        return ""
    were = "was" if alone.count == 1 else "were"
    return f"{capital(say(alone))} {were} left out: one agency alone knew them."


@told
def _replaced(shown: Shown) -> str:
    number = shown.get(*places.REPLACED)
    require_told(number)
    if not number.count:
        return "None was replaced."
    were = "was" if number.count == 1 else "were"
    return f"{capital(say(number))} {were} replaced."

"""The figures of what was done and found: meetings, changes, two records, reasons and risks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pscb_lib.disclosure.figures import NOT_SUPPLIED, TOTAL
from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.page import charts, style
from pscb_lib.page.assessment import Assessment
from pscb_lib.page.blocks import LEFT, RIGHT, Chart, Prose
from pscb_lib.page.tables.folded import is_mostly_hidden
from pscb_lib.page.words.shown import amount, require_told, told
from pscb_lib.reports.missing_children import places
from pscb_lib.reports.missing_children.measures.indicators import ASSESSED
from pscb_lib.reports.missing_children.measures.small import ANOTHER, AT_RISK, JOINED
from pscb_lib.reports.missing_children.page.since import say_then_and_since
from pscb_lib.reports.missing_children.page.words import NO_RECORD

UNNAMED = (ANOTHER, places.NOTHING)
RISKS = (AT_RISK, "Medium", "High")
REASONS_GIVEN = "What the children said"
ALIKE = {"Support for the child or family": ("Support at school changed",
                                             "Family support or mediation"),
         "Another service told": ("Referred for risk of exploitation",
                                  "Information given to the police")}


def plot_repeats(shown: Shown) -> Chart | Prose | None:
    """Plot the children who go most often as dots: those with a strategy meeting, and those not."""
    met = require_shown(shown).get(*places.MET)
    if met.value is None:
        return None
    held, children = met.counts
    sides = {"had a strategy meeting": held, "did not": children - held}
    figures = {label: ShownFigure(count, None, None, "count", "", False)
               for label, count in sides.items() if count}
    lacking = children - held
    return charts.plot_people(
        figures, id="repeats_met", place=LEFT, unmet=["did not"],
        headline=_met(lacking, children),
        subtitle="Children who went three or more times in 90 days",
        columns=("Strategy meeting", "Children"))


def _met(lacking: int, children: int) -> str:
    if children == 1:
        return f"The one child had {'no' if lacking else 'a'} strategy meeting"
    return (f"{lacking} of {children} had no strategy meeting" if lacking else
            f"All {children} had a strategy meeting")


def plot_changed(shown: Shown) -> Chart | Prose | None:
    """Plot what changed after the interview, the most frequent first."""
    figures = {row: shown.get(places.CHANGED, row)
               for row in require_shown(shown).rows(places.CHANGED) if row != TOTAL}
    if any(one.state == NOT_SUPPLIED for one in figures.values()) or is_mostly_hidden(
            figures.values()):
        return None
    ordered = dict(sorted(figures.items(), key=lambda item: -float(item[1].value or 0)))
    return charts.plot_bars(ordered, id="what_changed", place=LEFT, picked=[places.NOTHING],
                            colour=style.RED, headline=_nothing(shown) or
                            "What changed after the interview",
                            subtitle="Interviews by the main change recorded",
                            columns=("Main change", "Interviews"),
                            total=shown.total_of(places.CHANGED), alike=ALIKE)


@told
def _nothing(shown: Shown) -> str:
    held, nothing = (shown.get(places.CHANGED, row) for row in (TOTAL, places.NOTHING))
    require_told(held, nothing)
    if not nothing.value:
        return "A change is recorded after every interview"
    of_these = "the one interview" if held.value == 1 else f"{amount(nothing)} of {amount(held)}"
    return f"Nothing recorded after {of_these}"


def plot_recorded(shown: Shown) -> Chart | Prose:
    """Plot missing episodes by whose record they are in: beside what changed, if no reason is told.
    """
    if require_shown(shown).get(places.RECORDED, places.BOTH).state == NOT_SUPPLIED:
        return Prose(NO_RECORD)
    labels = (places.COUNCIL, places.BOTH, places.POLICE)
    return charts.plot_stack(
        {label: shown.get(places.RECORDED, label) for label in labels}, id="recorded",
        place=RIGHT if shown.audience == "public" else LEFT,
        headline=_lacking(shown) or "Missing episodes by whose record they are in",
        subtitle="Missing episodes by who recorded them, absences apart",
        fills={places.COUNCIL: style.LINE, places.BOTH: style.SOFT, places.POLICE: style.INK},
        columns=("Recorded", "Missing episodes"))


@told
def _lacking(shown: Shown) -> str:
    """Say how many missing episodes only one of the two holds."""
    both, *apart = (shown.get(places.RECORDED, row)
                    for row in (places.BOTH, places.COUNCIL, places.POLICE))
    require_told(both, *apart)
    lone = sum(one.count for one in apart)
    all_ = both.count + lone
    if not lone:
        return "Council and police hold the same missing episodes"
    if all_ == 1:
        return "The one missing episode is on only one list"
    return f"{lone:,} of {all_:,} missing episodes {'is' if lone == 1 else 'are'} on only one list"


def plot_reasons(shown: Shown) -> Chart | Prose | None:
    """Plot the main reason that children gave, in their own interviews; not in public."""
    figures = {row: shown.get(places.SAID, row)
               for row in require_shown(shown).rows(places.SAID) if row != TOTAL}
    if shown.audience == "public" or any(one.state == NOT_SUPPLIED for one in figures.values()):
        return None
    ordered = dict(sorted(figures.items(), key=lambda item: (
        item[0] in UNNAMED, -float(item[1].value or 0))))  # what is no one reason stands last
    return charts.plot_bars(ordered, id=places.SAID, place=RIGHT,
                            headline=_said(shown) or REASONS_GIVEN,
                            columns=("Main reason", "Interviews"),
                            note=_others_named(figures),
                            subtitle="Interviews by the main reason that the child gave")


def _others_named(figures: Mapping[str, ShownFigure]) -> str | None:
    """Name the reasons that stand together as another reason."""
    if ANOTHER not in figures:
        return None
    return f"Shown together, because of small numbers: {'; '.join(JOINED[places.SAID, 3][1])}."


@told
def _said(shown: Shown) -> str:
    """Say how many went for the more frequent of two pairs of reasons; in no set is it another.

    Outside the restricted set the reasons of a pair may be one row.
    """
    found = {pair: sum(one.count for one in _parts(shown, pair, rows))
             for pair, rows in (JOINED[places.SAID, number] for number in (1, 2))}
    (pair, number), (_, other) = sorted(found.items(), key=lambda each: -each[1])
    return f"{pair}: {number:,} of {amount(shown.get(places.SAID, TOTAL))}" if number > other else (
        "")


def _parts(shown: Shown, pair: str, rows: Sequence[str]) -> list[ShownFigure]:
    whole = [pair] if shown.has(places.SAID, pair) else rows
    figures = [shown.get(places.SAID, row) for row in whole if shown.has(places.SAID, row)]
    require_told(*figures)
    return figures


def plot_risks(shown: Shown, rated: Sequence[Assessment]) -> Chart | Prose | None:
    """Plot missing children by risk of sexual exploitation, and those not assessed."""
    figures = {row: shown.get(places.EXPLOITATION, row)
               for row in require_shown(shown).rows(places.EXPLOITATION) if row != TOTAL}
    if any(one.state == NOT_SUPPLIED for one in figures.values()) or is_mostly_hidden(
            figures.values()):
        return None
    at_risk = [row for row in figures if row in RISKS]
    assessed = next((one for one in rated if one.indicator.role is ASSESSED), None)
    unassessed = assessed and assessed.figure.value is not None and assessed.outside
    also = {} if not unassessed or shown.audience == "public" else {
        "Not assessed": ShownFigure(unassessed, None, None, "count", "", False)}
    return charts.plot_columns(figures | also, id="risks", place=RIGHT, picked=at_risk,
                               headline=_at_risk(figures, at_risk) or
                               "Missing children by risk of sexual exploitation",
                               subtitle="Children who went missing, not only away or absent",
                               note=_assessed(shown, assessed),
                               columns=("Risk when last assessed", "Children"))


def _assessed(shown: Shown, one: Assessment | None) -> str | None:
    """How many were assessed, with the ratings of the half-year, a year earlier, and since."""
    said = one and say_then_and_since(shown, one)
    return f"Assessed: {said}" if said else None


@told
def _at_risk(figures: Mapping[str, ShownFigure], at_risk: Sequence[str]) -> str:
    require_told(*figures.values())
    number, all_ = (sum(figures[row].count for row in rows) for rows in (at_risk, figures))
    if not all_:
        return ""
    if all_ == 1:
        return f"The one child assessed is {'' if number else 'not '}at medium or high risk"
    return (f"{number:,} of {all_:,} assessed {'is' if number == 1 else 'are'} at medium or high "
            "risk")

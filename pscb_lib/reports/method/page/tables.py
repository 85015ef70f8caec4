"""Worked examples for the method paper: each table applies one rule to given figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction

from pscb_lib.disclosure import figures
from pscb_lib.disclosure import showing as disclosure
from pscb_lib.disclosure.secrecy.profiles import Profile
from pscb_lib.disclosure.showing import rounded
from pscb_lib.framework.months import say_day
from pscb_lib.framework.rag import Absence, Polarity, Thresholds, percent_of_target, rate
from pscb_lib.framework.workdays import DayCount, add_working_days
from pscb_lib.page import blocks
from pscb_lib.page.blocks import Column, Data, Group, Table
from pscb_lib.reports.method.page.hidden import READERS, show_to_all

Place = tuple[int, int] | None  # the column of the page, of how many
WAY = {Polarity.HIGHER_IS_BETTER: "Where higher is better",
       Polarity.LOWER_IS_BETTER: "Where lower is better",
       Polarity.BAND: "Where the target is a band",
       Polarity.NEUTRAL: "Where neither way is better"}


def tabulate_ratings(
    examples: Sequence[tuple], thresholds: Thresholds, polarity: str = "higher",
    place: Place = None,
) -> Table:
    """Rate pairs of actual and target; a target of None means no target, a pair is a band."""
    way, lower, rows = Polarity(polarity), thresholds.lower.value, []
    for actual, target in examples:
        achieved = percent_of_target(actual, target, way, thresholds.lower)
        rows.append([blocks.cell(actual), blocks.cell(_target(target)),
                     blocks.cell("–" if achieved is None else f"{rounded(achieved, 2)}%"),
                     blocks.rating(rate(actual, target, way, thresholds))])
    method = f", by the {lower} method" if way is Polarity.LOWER_IS_BETTER else ""
    return plain_table(f"ratings_{polarity}_{lower}", f"{WAY[way]}{method}",
                       ["Actual", "Target", "% of target", "Rating"], rows, place=place)


def tabulate_absences() -> Table:
    """Tabulate the five reasons why a figure is absent; none is rated and none is a zero."""
    said = {
        Absence.NOT_SUPPLIED: "The agency did not send it.",
        Absence.NO_CASES: "Nothing happened that could be counted: 0 of 0 is not 0%.",
        Absence.SUPPRESSED: "Its small numbers may not be shown to this reader.",
        Absence.NOT_COLLECTED: "Nobody collected it then.",
        Absence.DOES_NOT_APPLY: "The question does not arise.",
    }
    printed = {absence: absence.value for absence in said} | {
        Absence.SUPPRESSED: disclosure.HIDDEN}
    rows = [[blocks.cell(printed[absence]), blocks.cell(words),
             blocks.cell("not rated" if rate(absence, "95") is absence else "rated")]
            for absence, words in said.items()]
    return plain_table("absences", "Five ways to be absent", ["Printed", "Meaning", "Rating"], rows)


def tabulate_display(examples: Sequence[str], place: Place = None) -> Table:
    """Tabulate figures as they are rated, and as printed to one decimal."""
    rows = [[blocks.cell(exact), blocks.cell(rounded(Fraction(exact)))] for exact in examples]
    return plain_table("display", "Rounded half up, for display only", ["Exact", "Printed"],
                       rows, place=place)


def tabulate_sum(parts: Mapping[str, tuple[int, int]], place: Place = None) -> Table:
    """Tabulate percentages of several periods and of all of them; the counts are added."""
    whole = (sum(part[0] for part in parts.values()), sum(part[1] for part in parts.values()))
    rows = [[blocks.cell(name), blocks.cell(f"{numerator:,} of {denominator:,}"),
             blocks.cell(f"{rounded(Fraction(100 * numerator, denominator))}%")]
            for name, (numerator, denominator) in {**parts, "All": whole}.items()]
    return plain_table("sum", "Numerators and denominators are added",
                       ["Part", "Counts", "Percentage"], rows, place=place)


def tabulate_rates(examples: Mapping[str, tuple[int, int]]) -> Table:
    """Tabulate counts, residents aged 0 to 17, and the rate per 10,000."""
    rows = [[blocks.cell(name), blocks.cell(f"{count:,}"), blocks.cell(f"{residents:,}"),
             blocks.cell(rounded(Fraction(10_000 * count, residents)))]
            for name, (count, residents) in examples.items()]
    return plain_table("rates", "Per 10,000 residents aged 0 to 17",
                       ["Figure", "Count", "Residents", "Rate"], rows)


def tabulate_deadlines(start: date, working_days: Sequence[int], convention: DayCount,
                       place: Place = None) -> Table:
    """Tabulate the last day in time for timescales that start on *start*."""
    rows = [[blocks.cell(say_day(start)), blocks.cell(f"{days}"),
             blocks.cell(say_day(add_working_days(start, days, convention)))]
            for days in working_days]
    return plain_table("deadlines", f"Working days of England and Wales, {convention.value}",
                       ["Starts", "Working days", "Last day in time"], rows, place=place)


def tabulate_masking(counts: Mapping[str, int], profile: Profile, place: Place = None) -> Table:
    """Tabulate one small table as each audience sees it, masked as the *profile* rules."""
    sets = show_to_all(counts, profile)
    rows = [[blocks.cell(row), *(blocks.cell(shown.get("masking", row).text)
                                 for shown in sets.values())] for row in (*counts, figures.TOTAL)]
    return plain_table("masking", "Counts of children, as each set shows them",
                       ["Area", *(READERS[audience] for audience in sets)], rows, place=place)


def _target(target: str | tuple[str, str] | None) -> str:
    if target is None:
        return "none"
    return " to ".join(target) if isinstance(target, tuple) else target


def plain_table(id: str, caption: str, headings: Sequence[str], rows: list, *,
                place: Place = None, note: str | None = None) -> Table:
    """Return a table whose data are the first lines of its cells."""
    columns = [Column(heading, width=1.6 if not place else 1) for place, heading
               in enumerate(headings)]
    data = [[cell[0]["text"] for cell in row] for row in rows]
    return Table(id, caption, columns, [Group(None, rows)], Data(list(headings), data), note=note,
                 place=place)

"""Shown figures within a sentence. A hidden figure takes its sentence with it.

A phrase of a hidden figure raises :class:`~pscb_lib.disclosure.showing.NotTold`, so that no
sentence can print it. A function that makes a sentence, or a clause, is marked :func:`told` and
returns None in its place; the others are put together with :func:`joined`, :func:`paragraph` and
:func:`lead`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import NotTold, Shown, ShownFigure
from pscb_lib.framework.english import count_of, part_of, spell
from pscb_lib.page.blocks import Lead, Place, Prose

TOO_SMALL = "The answer is not shown, because of small numbers."
Given = ParamSpec("Given")


def told(make: Callable[Given, str]) -> Callable[Given, str | None]:
    """Make the sentence or clause optional: None if a figure that it would state is hidden."""
    @wraps(make)
    def made(*given: Given.args, **named: Given.kwargs) -> str | None:
        try:
            return make(*given, **named)
        except NotTold:
            return None

    return made


def joined(*parts: str | None, between: str = " ") -> str:
    """The sentences or clauses that are told, one after another."""
    return between.join(filter(None, parts))


def paragraph(*sentences: str | None, place: Place | None = None) -> Prose | None:
    """One paragraph of the sentences that are told, or None if none is."""
    words = joined(*sentences)
    return Prose(words, place=place) if words else None


def lead(*sentences: str | None) -> Lead:
    """The answer of the sentences that are told; a plain one without numbers if none is."""
    return Lead(joined(*sentences) or TOO_SMALL)


def require_told(*figures: ShownFigure) -> None:
    """Raise NotTold if one of the figures is hidden: a sentence rests on it without stating it."""
    for figure in figures:
        figure.require_told()


def amount(figure: ShownFigure) -> str:
    """A count in figures: 1,234. Raises NotTold, as all phrases here do, for a hidden figure."""
    require_told(figure)
    if figure.unit == "count" and figure.numerator is not None:  # no rate could be made of it
        return f"{figure.numerator:,}"
    return figure.text.lower()


def say(figure: ShownFigure) -> str:
    """A count in words, without a noun: none, seven, 18."""
    return amount(figure) if figure.value is None else spell(figure.count, "none")


def say_count(figure: ShownFigure, noun: str, plural: str | None = None) -> str:
    """A count in words with its noun: no agencies, one agency, 18 agencies."""
    if figure.value is None:
        return f"{amount(figure)} of {plural or noun + 's'}"
    return count_of(figure.count, noun, plural)


def say_are(figure: ShownFigure) -> str:
    """A count with is or are."""
    return f"{say(figure)} {'is' if figure.value == 1 else 'are'}"


def say_were(figure: ShownFigure) -> str:
    """A count with was or were."""
    return f"{say(figure)} {'was' if figure.value == 1 else 'were'}"


def say_have(figure: ShownFigure) -> str:
    """A count with has or have."""
    return f"{say(figure)} {'has' if figure.value == 1 else 'have'}"


def share(figure: ShownFigure, noun: str = "") -> str:
    """A percentage after its counts: 46 of 211 (21.8%), 46 of 211 children (21.8%)."""
    if figure.value is None:
        return amount(figure)
    counted = " ".join(filter(None, [f"{figure.numerator:,} of {figure.denominator:,}", noun]))
    return f"{counted} ({figure.text})"


def say_part(figure: ShownFigure, noun: str) -> str:
    """A proportion as its two counts: 11 of 14 agencies, none of the nine agencies."""
    require_told(figure)
    return part_of(*figure.counts, noun)


def say_numerator(figure: ShownFigure) -> str:
    """The numerator of a proportion in words, for use after its denominator."""
    require_told(figure)
    return spell(figure.counts[0], "none")


@told
def say_done(figure: ShownFigure, one: str, many: str, done: str) -> str:
    """For how many of how many it was *done*: all 12 visits were made; nothing of no cases.

    *one* and *many* name them without their number; a figure that was not supplied says nothing.
    """
    require_told(figure)
    whole = figure.denominator
    if not whole:
        return ""
    if whole == 1:
        return f"the one {one} was {'' if figure.counts[0] else 'not '}{done}"
    number, _ = figure.counts
    every = "both" if whole == 2 else f"all {spell(number)}"
    subject = f"{every} {many}" if number == whole else say_part(figure, many)
    return f"{subject} {'was' if number == 1 else 'were'} {done}"


def moved(then: ShownFigure, now: ShownFigure) -> str:
    """The change in a count: rose from 97 to 102, stayed at 81."""
    require_told(then, now)
    if then.count == now.count:
        return f"stayed at {now.count:,}"
    return f"{'rose' if now.count > then.count else 'fell'} from {then.count:,} to {now.count:,}"


def most(shown: Shown, table: str, but: str) -> str | None:
    """The row, or rows, with the largest count, without the total and the row *but*.

    None if no row has a count, or if a row that is hidden may have as large a one.
    """
    figures = {row: shown.get(table, row) for row in shown.rows(table) if row != TOTAL}
    counts = {row: one.count for row, one in figures.items() if one.value}
    largest = max((count for row, count in counts.items() if row != but), default=None)
    if any(one.hidden for row, one in figures.items() if row != but):
        total = shown.get(table, TOTAL).value if shown.has(table, TOTAL) else None
        if largest is None or total is None or largest <= total - sum(counts.values()):
            return None
    return " or ".join(row for row, count in counts.items()
                       if row != but and count == largest) or None

"""Sentences and phrases on one indicator, made from its shown figures."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from math import floor

from pscb_lib.board.indicators import Indicator, Unit
from pscb_lib.disclosure.figures import NOT_SUPPLIED
from pscb_lib.disclosure.showing import rounded
from pscb_lib.framework.english import capital, spell
from pscb_lib.framework.rag import Polarity, Rag
from pscb_lib.page.assessment import Assessment

TIMED = (" within ", "on time", "in time")  # words of what is counted against a time


def names_of(assessments: Iterable[Assessment]) -> list[str]:
    """The names of the agencies, which keep their capitals within a sentence."""
    return [one.indicator.agency for one in assessments]


def say_actual(one: Assessment) -> str:
    """The figure with its numerator and denominator: 297 of 330 (90.0%)."""
    if one.figure.unit != "percent" or one.figure.value is None:
        return " ".join(filter(None, [say_figure(one), say_counts(one)]))
    return f"{say_counts(one)} ({say_figure(one)})"


def say_counts(one: Assessment) -> str | None:
    """The numerator and denominator of a percentage, the unit of a rate: 297 of 330, per 10,000."""
    figure = one.figure
    if figure.value is None or figure.unit == "count":
        return None
    if figure.unit == "rate":
        return "per 10,000"
    return f"{figure.numerator:,} of {figure.denominator:,}"


def say_basis(one: Assessment) -> str | None:
    """The time that the figure covers, if it is not the quarter."""
    bases = {"rolling year": "in 12 months", "year to date": "in the year to date"}
    return bases.get(one.indicator.basis) if one.figure.value is not None else None


def say_then(one: Assessment, quarters_ago: int) -> str | None:
    """The figure of an earlier quarter, and how today's compares: 48.9, better. None without it."""
    change = one.change_since(quarters_ago)
    if change is None:
        return None
    if (change == "same" and one.indicator.polarity is Polarity.BAND
            and one.percent_of_target == 100):
        change = "in range"
    elif one.figure.unit != "count":
        change = {"more": "higher", "fewer": "lower"}.get(change, change)
    return f"{one.points[-1 - quarters_ago].text.removesuffix('%')}, {change}"


def say_figure(one: Assessment) -> str:
    """The figure to one decimal, or to two if one would round it up to a threshold."""
    value = one.figure.value
    if value is not None and one.figure.unit == "percent" and is_at_an_edge(one):
        return f"{rounded(value, 2)}%"
    return one.figure.text


def say_achieved(one: Assessment) -> str | None:
    """The percentage of target achieved, to one decimal or, near a threshold, to two."""
    if one.percent_of_target is None:
        return None
    return f"{rounded(one.percent_of_target, 2 if is_at_an_edge(one) else 1)}%"


def is_at_an_edge(one: Assessment) -> bool:
    """Whether one decimal would round the percentage of target up to a threshold it missed."""
    achieved = one.percent_of_target
    if achieved is None:
        return False
    edges = (100 * one.thresholds.green, 100 * one.thresholds.amber)
    printed = Fraction(floor(10 * achieved + Fraction(1, 2)), 10)
    return any(achieved < edge <= printed for edge in edges)


def say_target(indicator: Indicator) -> str:
    """The target in the indicator's unit: 95%, 20% or less, 10 to 15%."""
    sign = "%" if indicator.unit is Unit.PERCENT else ""
    if indicator.target is None:
        return "none"
    if indicator.polarity is Polarity.BAND:
        return f"{indicator.target:f} to {indicator.target_upper:f}{sign}"
    less = " or less" if indicator.polarity is Polarity.LOWER_IS_BETTER and indicator.target else ""
    return f"{indicator.target:f}{sign}{less}"


def words_for_target(indicator: Indicator) -> str:
    """The target as a phrase: target 95%, or no target set."""
    return "no target set" if indicator.target is None else f"target {say_target(indicator)}"


def short_target(indicator: Indicator) -> str:
    """The target in short form, for a narrow column: 95%, ≤ 20%, 10–15%."""
    less = f"≤ {say_target(indicator).removesuffix(' or less')}"
    said = say_target(indicator).replace("none", "–").replace(" to ", "–")
    return less if said.endswith("or less") else said


def say_missed(one: Assessment, short: bool = False) -> str | None:
    """How many were late or missed: 21 late or not done, seven late; None if none was.

    The register may say in its own words what such a case is: seven not held.
    """
    if not one.outside:
        return None
    if one.indicator.miss_words:
        return f"{spell(one.outside)} {one.indicator.miss_words}"
    timed = any(words in f" {one.indicator.numerator} " for words in TIMED)
    words = ("late" if short else "late or not done") if timed else "missed"
    return f"{spell(one.outside)} {words}"


def say_missed_of(one: Assessment) -> str | None:
    """How many of how many were late or missed, for use in a sentence: 21 of 52 late."""
    if not one.outside:
        return None
    words = (say_missed(one, short=True) or "").partition(" ")[2]
    return f"{one.outside:,} of {one.figure.counts[1]:,} {words}"


def say_absence(one: Assessment) -> str:
    """The reason why there is no figure; if it was not supplied, for how long."""
    if one.figure.state == NOT_SUPPLIED:
        return _say_not_supplied(one)
    why = one.figure.text[:1].lower() + one.figure.text[1:]
    said = ", ".join(filter(None, [say_sent(one), why]))
    lacking = say_lacking(one)
    return f"{said} ({lacking})" if lacking else said


def say_lacking(one: Assessment) -> str | None:
    """What a year, or a rate, needs beside what was sent; None for any other figure."""
    if one.figure.state == "year not full":
        if one.indicator.basis != "rolling year":
            return "it needs every quarter since April"
        return f"it needs four quarters running, {spell(one.quarters_alike)} held"
    return "no population was known" if one.figure.state == "no rate" else None


def say_sent(one: Assessment) -> str | None:
    """The count that was sent where no rate could be made of it: 240. None for any other figure."""
    return f"{one.figure.numerator:,}" if one.figure.state == "no rate" else None


def _say_not_supplied(one: Assessment) -> str:
    running = one.quarters_not_supplied
    ordinal = {1: "", 2: ", second quarter running", 3: ", third quarter running"}
    said = "not supplied" + ordinal.get(running, f", {spell(running)} quarters running")
    supplied = [quarter for quarter, point in zip(one.quarters, one.points, strict=True)
                if point.state not in (NOT_SUPPLIED, "not collected")]
    if supplied:
        return f"{said}; last supplied {supplied[-1].title}"
    if running == len(one.points):
        return f"{said}; never supplied in these {spell(running)} quarters"
    return f"{said}; {'asked for the first time' if running == 1 else 'never supplied yet'}"


def say_margin(one: Assessment) -> str | None:
    """The fewest cases that would change the rating: One more would be green."""
    change = one.cases_to(better=one.rating is not Rag.GREEN)
    if change is None:
        return None
    cases, rating = change
    more = "more" if cases > 0 else "fewer"
    return f"{capital(spell(abs(cases)))} {more} would be {rating.value}."

"""The sentences of the Child Death Overview Panel's annual report, all from shown figures."""

from __future__ import annotations

from collections.abc import Iterable

from pscb_lib.blocks import Callout, Lead, Prose
from pscb_lib.disclosure import TOTAL, Shown, require_shown
from pscb_lib.measures.cdop_cohorts import PANEL
from pscb_lib.words.numbers import listed
from pscb_lib.words.shown import amount, share


def year_of(shown: Shown) -> str:
    """The financial year reported: 2013-14."""
    return require_shown(shown).columns("time")[0]


def span_of(shown: Shown) -> str:
    """The five years pooled: 2009-10 to 2013-14."""
    return require_shown(shown).columns("time")[1]


def area_of(shown: Shown) -> str:
    """This Board's area, which stands apart within the joint panel."""
    return require_shown(shown).columns("notified")[1]


def answer(shown: Shown) -> Lead:
    """The answer: told of, completed, open, and what was found in five years."""
    year, area = year_of(shown), area_of(shown)
    told, own = (shown.get("notified", year, name) for name in (PANEL, area))
    done, own_done = (shown.get("completed", year, name) for name in (PANEL, area))
    return Lead(
        f"**In {year} the panel was told of {amount(told)} deaths and completed {amount(done)} "
        f"reviews; {area}'s part is {amount(own)} and {amount(own_done)}.** At the end of the "
        f"year {amount(shown.get('open', PANEL))} reviews were open. {modifiable(shown)}")


def illustrative(sources: Iterable[str]) -> Callout:
    """How many of the rows are invented to show the paper."""
    sources = list(sources)
    invented = sources.count("illustrative")
    return Callout("Illustrative figures.", f"{invented:,} of {len(sources):,} rows are invented "
                   "to show the paper: no row is, or is made from, a real child's. Figures for "
                   "England and populations are published.")


def say_learning(shown: Shown) -> Prose:
    """What came of the panel's recommendations."""
    made, done, evidenced = (require_shown(shown).get("learning", TOTAL, name)
                             for name in shown.columns("learning"))
    return Prose(f"Of {amount(made)} recommendations made in reviews completed in "
                 f"{span_of(shown)}, {amount(done)} are done; {amount(evidenced)} have evidence "
                 "of an outcome.")


def say_response(shown: Shown) -> Prose:
    """The response to unexpected deaths, in the year and in the five years."""
    year, span = (share(shown.get("response", "Coordinated response carried out", name))
                  for name in (year_of(shown), span_of(shown)))
    return Prose(f"A coordinated response is recorded for {year} of the unexpected deaths "
                 f"notified in {year_of(shown)} to which one was owed, and for {span} in the "
                 "five years.")


def say_time(shown: Shown) -> Prose:
    """How long reviews took, and for how many no reason is recorded that is nobody's delay."""
    half, whole = (share(shown.get("time", f"In under {limit} months", year_of(shown)))
                   for limit in (6, 12))
    late, without = (shown.get("waiting", row, TOTAL)
                     for row in (TOTAL, "None of these recorded"))
    return Prose(f"Of the reviews completed in {year_of(shown)}, {half} took under six months "
                 f"and {whole} under a year. Of {amount(late)} in the five years that took "
                 f"six months or more, {amount(without)} have no inquest, prosecution, "
                 "serious case review or post-mortem on record that they waited for.")


def say_case_reviews(shown: Shown) -> Prose:
    """How many deaths were referred for a case review, and how many reviews followed."""
    referred = shown.get("case_reviews", TOTAL)
    followed = shown.get("case_reviews", "Serious case review commissioned")
    return Prose(f"Of the deaths notified in {span_of(shown)}, {amount(referred)} were referred "
                 f"for a case review; a serious case review followed in {amount(followed)}.")


def say_findings(shown: Shown) -> Prose:
    """How often modifiable factors were found, and of how many reviews that cannot be said."""
    unclear = [f"{label.lower()}: {amount(shown.get('modifiable', label))}"
               for label in shown.rows("modifiable")[2:] if label != TOTAL]
    apart = f" Not in that figure: {listed(unclear)}." if unclear else ""
    return Prose(modifiable(shown) + apart)


def say_rates(shown: Shown) -> Prose:
    """The rate with its limits, and which area has none for want of a population."""
    return Prose(" ".join(_rate(shown, row) for row in require_shown(shown).rows("rates")))


def say_national(shown: Shown) -> Prose:
    """England's latest published figure beside the panel's five years."""
    latest = [row for row in require_shown(shown).rows("national") if row.endswith("all reviews")]
    if not latest:
        return Prose("No figure for England had been published.")
    england = shown.get("national", latest[-1], "Per cent")
    return Prose(f"{latest[-1].split(':')[0]}: modifiable factors in {england.text}% of reviews. "
                 f"{modifiable(shown)}")


def modifiable(shown: Shown) -> str:
    """The share of reviews with modifiable factors, as a sentence."""
    figure = shown.get("modifiable_share", span_of(shown))
    return (f"Modifiable factors were found in {share(figure)} of the reviews completed in "
            f"{span_of(shown)} with enough information to tell.")


def _rate(shown: Shown, row: str) -> str:
    rate = shown.get("rates", row, "Rate")
    if rate.state == "not collected":
        return f"{row}: no rate, because a population is not held for all of its area."
    if rate.value is None:
        return f"{row}: {amount(rate)}."
    lower, upper = (shown.get("rates", row, f"95% limit, {end}").text for end in ("lower", "upper"))
    return (f"{row}: {rate.text} deaths notified a year for every 10,000 residents aged 0 to 17 "
            f"(95% limits {lower} to {upper}).")

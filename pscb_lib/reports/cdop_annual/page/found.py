"""The sentences on what the panel found, beside England's figures, all from shown figures."""

from __future__ import annotations

from pscb_lib.disclosure.counting import NOT_RECORDED
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import listed
from pscb_lib.page.blocks import Cell, Column, Data, Group, Prose, Table, cell
from pscb_lib.page.tables.counts import figure_cell, plain_value
from pscb_lib.page.words.shown import amount, paragraph, require_told, say, share, told
from pscb_lib.reports.cdop_annual.places import (
    ALL_REVIEWS,
    INSUFFICIENT,
    LOWER,
    MODIFIABLE,
    MODIFIABLE_SHARE,
    NATIONAL,
    RATE,
    RATES,
    REVIEWS,
    REVIEWS_COMPLETED,
    SHARE,
    UPPER,
    WITH,
)


def found_span_of(shown: Shown) -> str:
    """Return the years in which modifiable factors were recorded: 2010/11 to 2013/14."""
    return require_shown(shown).rows(MODIFIABLE_SHARE)[0]


def say_findings(shown: Shown) -> Prose | None:
    """Say how often modifiable factors were found, and how many reviews lack the information."""
    unclear = {INSUFFICIENT[1]: "with insufficient information",
               NOT_RECORDED: "with nothing recorded"}
    apart = [said for label, words in unclear.items() if shown.has(MODIFIABLE, label)
             and (said := _apart(shown, label, words))]
    return paragraph(
        modifiable(shown), f"Not counted there: {listed(apart)}." if apart else None,
        "Modifiable factors have been recorded since April 2010, so reviews completed before "
        "then are in no figure of this part.")


@told
def _apart(shown: Shown, label: str, words: str) -> str:
    require_told(shown.get(MODIFIABLE_SHARE, found_span_of(shown)))
    return f"{say(shown.get(MODIFIABLE, label))} {words}"


def say_rates(shown: Shown) -> Prose | None:
    """Say the rate with its limits, and which area has no rate because its population is unknown.
    """
    return paragraph(*(_rate(shown, row) for row in require_shown(shown).rows(RATES)))


def say_national(shown: Shown) -> Prose | None:
    """Say England's latest published figure beside the panel's, both of all reviews."""
    panel, *published = require_shown(shown).rows(NATIONAL)
    latest = [row for row in published if row.endswith(ALL_REVIEWS)]
    if not latest:
        return Prose("No figure for England had been published.")
    england = shown.get(NATIONAL, latest[-1], SHARE)
    return paragraph(f"{latest[-1].split(':')[0]}: modifiable factors in {england.text}% of all "
                     "reviews.", _beside_england(shown, panel))


@told
def _beside_england(shown: Shown, panel: str) -> str:
    return (f"On the same basis the panel's figure for {found_span_of(shown)} is "
            f"{share(shown.get(NATIONAL, panel, SHARE))}, reviews that could not tell counting as "
            "none found.")


@told
def modifiable(shown: Shown) -> str:
    """Say the share of reviews with modifiable factors."""
    years = found_span_of(shown)
    return (f"Modifiable factors were found in {share(shown.get(MODIFIABLE_SHARE, years))} of "
            f"the reviews completed in {years} with enough information to tell.")


@told
def _rate(shown: Shown, row: str) -> str:
    rate = shown.get(RATES, row, RATE)
    if rate.state == "not collected":
        return f"{row}: no rate, because a population is not held for all of its area."
    if rate.value is None:
        return f"{row}: {amount(rate)}."
    lower, upper = (amount(shown.get(RATES, row, limit)) for limit in (LOWER, UPPER))
    return (f"{row}: {amount(rate)} deaths notified a year for every 10,000 residents aged 0 to 17 "
            f"(95% limits {lower} to {upper}).")


def tabulate_national(shown: Shown) -> Table | Prose:
    """Tabulate the panel above England as published, all reviews, with the counts where known."""
    rows = require_shown(shown).rows(NATIONAL)
    lines = [[cell(row), _share(shown, row)] for row in rows]
    columns = [Column(REVIEWS_COMPLETED, width=2.4), Column(WITH, "end")]
    return Table(
        NATIONAL, "Modifiable factors, of all reviews completed: the panel and England", columns,
        [Group(None, lines)],
        Data([REVIEWS_COMPLETED, "Per cent with modifiable factors"],
             [[row, plain_value(shown.get(NATIONAL, row, SHARE))] for row in rows]),
        note="England: Department for Education, as published. Its "
             "categories show how far the share depends on what children died of.")


def _share(shown: Shown, row: str) -> Cell:
    figure = shown.get(NATIONAL, row, SHARE)
    if figure.unit == "percent":
        return figure_cell(figure)
    known = [shown.get(NATIONAL, row, name).text for name in (WITH, REVIEWS)
             if shown.has(NATIONAL, row, name)]
    return cell(f"{figure.text}%", " of ".join(known))

"""The figures of the report: contacts, cases closed, cases open, sectors, outcomes and learning."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from pscb_lib.disclosure.figures import NOT_SUPPLIED, TOTAL
from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.english import small, spell
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.page import charts, style
from pscb_lib.page.blocks import LEFT, RIGHT, Chart, Prose, Several
from pscb_lib.page.tables.folded import is_mostly_hidden, join_hidden
from pscb_lib.page.words.shown import most, require_told, told
from pscb_lib.reports.allegations import places
from pscb_lib.reports.allegations.page.words import NONE_RECORDED
from pscb_lib.reports.allegations.returned import half_years
from pscb_lib.reports.allegations.returned.record import SUBSTANTIATED

ROW = 18  # points, from one half-year to the next
LACKING = "All half-years of the span are needed, and not all were supplied: {}."


def plot_contacts(shown: Shown, half: ReportingPeriod) -> Chart | Prose | None:
    """Plot the contacts of each half-year by kind; not in public."""
    if require_shown(shown).audience == "public":
        return None
    titles = [one.title for one in half_years(half)]
    bars = {title: {label: shown.get(places.CONTACTS, title, label)
                    for label in places.KIND_LABELS}
            for title in titles
            if shown.get(places.CONTACTS, title, TOTAL).state != NOT_SUPPLIED}
    return charts.plot_stacks(
        bars, id="contacts_by_half", headline=_advice(shown, half) or "Contacts by half-year",
        subtitle="Contacts with the LADO in each half-year, by kind", label="Half-year", row=ROW,
        note="More contacts mean that more people ask, not that more children are harmed.",
        fills={places.ADVICE: style.SOFT, places.NOT_MET: style.GREY, places.MET: style.LINE})


@told
def _advice(shown: Shown, half: ReportingPeriod) -> str:
    now, then = (shown.get(places.CONTACTS, one.title, places.ADVICE)
                 for one in (half, half.same_last_year))
    require_told(now, then)
    if then.value is None or now.value is None:
        return ""
    were = "contact was" if now.value == 1 else "contacts were"
    return f"{now.count:,} {were} for advice only, {then.count:,} a year earlier"


def plot_years(shown: Shown) -> Chart | Prose | None:
    """Plot the contacts of whole financial years; the Board has the half-years alone."""
    years = require_shown(shown).rows(places.YEARS)
    if not years or shown.audience == "board":
        return None
    figures = {year: shown.get(places.YEARS, year, TOTAL) for year in years}
    return charts.plot_columns(
        figures, id="contacts_by_year", place=LEFT, picked=years[-1:],
        headline="Contacts with the LADO by year",
        subtitle="Contacts, for advice or with an allegation, in each financial year",
        columns=("Financial year", "Contacts"))


def plot_closed(shown: Shown) -> Chart | Prose | None:
    """Plot each case that was closed as a dot, by the limit that it kept: restricted alone."""
    if require_shown(shown).audience != "restricted":
        return None
    figures = {label: shown.get(places.MONTHS, label) for label in places.LASTED}
    closed = shown.get(places.MONTHS, TOTAL)
    if not closed.value:
        return None
    soon = figures[places.SOON].count
    drawn = {label: one for label, one in figures.items() if one.value or label == places.SOON}
    return charts.plot_people(
        drawn, id="closed_cases", place=LEFT, unmet=[places.LATE, places.LATEST],
        headline=f"{soon:,} of {closed.count:,} closed in one calendar month"
        if closed.value != 1 else f"The one case was {'' if soon else 'not '}closed in a month",
        subtitle="Cases closed in the half-year, by the time they took; open dots took over three "
        "months", columns=("Closed", "Cases"))


def plot_open(shown: Shown) -> Chart | Prose | None:
    """Plot the cases open at the end by how long they have been: restricted alone."""
    if require_shown(shown).audience != "restricted" or not shown.get(*places.ALL_OPEN).value:
        return None
    figures = {label: shown.get(places.OPEN, label) for label in places.AGES}
    long = figures[places.AGES[-1]].count
    return charts.plot_bars(
        figures, id="open_by_age", place=RIGHT, picked=[places.AGES[-1]] if long else (),
        colour=style.RED, subtitle="Cases open at the end of the half-year, since they were "
        "received", headline=f"{spell(long).capitalize()} open for over 12 months" if long else
        "None open for over 12 months", columns=("Open for", "Cases"))


def plot_referred(shown: Shown) -> Several:
    """Plot beside each other who was referred and what it was about."""
    return _beside(plot_sectors(shown), plot_categories(shown))


def plot_ended(shown: Shown) -> Several:
    """Plot beside each other how cases ended and what was learnt from them."""
    return _beside(plot_outcomes(shown), plot_learning(shown))


def _beside(*made: Chart | Prose | None) -> Several:
    """Two beside each other; what is not drawn is said after what is."""
    drawn = [one for one in made if isinstance(one, Chart)]
    return Several([*(replace(one, place=(1 + number % 2, 2)) for number, one in enumerate(drawn)),
                    *(replace(one, place=RIGHT) for one in made if one and one not in drawn)])


def plot_sectors(shown: Shown) -> Chart | Prose | None:
    """Plot the referrals of 12 months by group of sectors."""
    return _plot(shown, places.SECTORS, "Referrals in 12 months, by sector", "Sector", "Referrals",
                 "Who is referred", "Most often referred: {}")


def plot_categories(shown: Shown) -> Chart | Prose | None:
    """Plot the referrals of three years by what they were about."""
    return _plot(shown, places.CATEGORIES, "Referrals in three years, by category", "Category",
                 "Referrals", "What referrals are about", "Most often about: {}")


def plot_outcomes(shown: Shown) -> Chart | Prose | None:
    """Plot the outcomes of the cases closed in three years."""
    return _plot(shown, places.OUTCOMES, "Cases closed in three years, by outcome", "Outcome",
                 "Cases", _substantiated(shown) or "How cases ended",
                 picked=[places.OUTCOME_LABELS[SUBSTANTIATED]])


@told
def _substantiated(shown: Shown) -> str:
    if not shown.has(*places.SUBSTANTIATED):
        return ""
    share = shown.get(*places.SUBSTANTIATED)
    require_told(share)
    if not share.denominator:
        return ""
    number, whole = share.counts
    if whole == 1:
        return f"The one case closed was {'' if number else 'not '}substantiated"
    return f"{number:,} of {whole:,} {'was' if number == 1 else 'were'} substantiated"


def plot_learning(shown: Shown) -> Chart | Prose | None:
    """Plot what was learnt from the cases closed in three years."""
    return _plot(shown, places.LEARNING, "Cases closed in three years, by the main thing learnt",
                 "Learnt", "Cases", "What was learnt", "Learnt most often: {}",
                 but=NONE_RECORDED)


def _plot(shown: Shown, table: str, subtitle: str, name: str, number: str, headline: str,
          often: str = "", but: str = "",
          picked: Collection[str] = ()) -> Chart | Prose | None:
    """Plot a breakdown as bars, the highest first; none in public, and none of nothing."""
    if require_shown(shown).audience == "public":
        return None
    figures = {row: shown.get(table, row) for row in shown.rows(table) if row != TOTAL}
    if any(one.state == NOT_SUPPLIED for one in shown_all(shown, table)):
        return Prose(LACKING.format(small(subtitle)))
    if not shown.get(table, TOTAL).value and not shown.get(table, TOTAL).hidden:
        return None
    total = shown.total_of(table)
    is_drawn = not is_mostly_hidden(join_hidden(figures, total)[0].values())
    top = most(shown, table, but=but) if often and is_drawn else None
    ordered = dict(sorted(figures.items(), key=lambda item: -float(item[1].value or 0)))
    return charts.plot_bars(
        ordered, id=f"{table}_bars", place=LEFT, subtitle=subtitle, picked=picked,
        headline=often.format(small(top)) if top else headline,
        columns=(name, number), total=total)


def shown_all(shown: Shown, table: str) -> list[ShownFigure]:
    """Every figure of a table with one column."""
    return [shown.get(table, row) for row in shown.rows(table)]

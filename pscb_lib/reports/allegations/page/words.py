"""The sentences of the report, from shown figures only."""

from __future__ import annotations

from pscb_lib.board.context import Context
from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.english import capital, part_of, spell
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.rag import Rag
from pscb_lib.page.blocks import Lead, Prose
from pscb_lib.page.tables.rated import rating_of
from pscb_lib.page.words.shown import (
    joined,
    lead,
    paragraph,
    require_told,
    say,
    say_count,
    say_done,
    told,
)
from pscb_lib.reports.allegations import places
from pscb_lib.reports.allegations.page.stuck import say_open, say_silent

NONE_RECORDED = places.LEARNING_LABELS["none recorded"]
FULL = 100  # per cent
RED = Rag.RED.value


def answer(context: Context, shown: Shown) -> Lead:
    """Say what the law requires and was not done, who made contact, what was in time and is open.
    """
    half = context.period
    if require_shown(shown).audience == "public":
        return lead(_year(shown))
    if is_nil(shown, half):
        return lead(f"**The LADO reports no contact of any kind in {half.title}: no advice and no "
                    "allegation. In six months that is not credible.**")
    barred, told_late = _barred(context, shown), _told(context, shown)
    contacts = _contacts(shown, half)
    is_late = _is_red(context, shown.get(*places.TOLD_IN_TIME))
    first = joined(barred, told_late if is_late else None) or contacts
    silent = say_silent(shown) if shown.audience == "restricted" else None
    return lead(first and f"**{first}**", contacts if first != contacts else None,
                None if is_late else told_late, _closed(shown), say_open(shown, half), silent)


def is_nil(shown: Shown, half: ReportingPeriod) -> bool:
    """Whether nobody at all made contact in the half-year, as a nil return says."""
    return (shown.has(places.CONTACTS, half.title, TOTAL)
            and shown.get(places.CONTACTS, half.title, TOTAL).value == 0)


def _contacts(shown: Shown, half: ReportingPeriod) -> str:
    all_, advice, met = (shown.get(places.CONTACTS, half.title, label)
                         for label in (TOTAL, places.ADVICE, places.MET))
    then = half.same_last_year.title
    before = shown.get(places.CONTACTS, then, TOTAL) if shown.has(
        places.CONTACTS, then, TOTAL) else None
    whole = joined(_had(half.title, all_), _against(before) if before else None, between=", ")
    parts = _split(advice, shown.get(places.REFERRALS, places.REFERRED, half.title))
    return f"{whole}{joined(parts, parts and _met(met), between='')}." if (
        not all_.hidden) else ""


@told
def _had(title: str, contacts: ShownFigure) -> str:
    return f"In {title} the LADO had {say_count(contacts, 'contact')}"


@told
def _against(before: ShownFigure) -> str:
    return "" if before.value is None and not before.hidden else (
        f"against {say(before)} a year earlier")


@told
def _split(advice: ShownFigure, referrals: ShownFigure) -> str:
    return f": {say(advice)} for advice only and {say_count(referrals, 'referral')}"


@told
def _met(met: ShownFigure) -> str:
    return f"; {say(met)} met the threshold of an allegation"


@told
def _barred(context: Context, shown: Shown) -> str:
    """Of those whom the law says to refer, how many were not; nothing if all were, or none was due.

    Safeguarding Vulnerable Groups Act 2006, section 35.
    """
    figure = shown.get(*places.REFERRED_ON)
    if figure.hidden or figure.value in (None, FULL):
        return ""
    (number, whole), rating = figure.counts, f" ({RED})" if _is_red(context, figure) else ""
    people = ("whom the law required to be referred to the Disclosure and Barring Service in 12 "
              "months")
    if whole == 1:
        said = f"the one person {people} was not"
    elif not number:
        said = f"{part_of(0, whole, 'people')} {people} were"
    else:
        verb = "was" if whole - number == 1 else "were"
        said = f"{part_of(whole - number, whole, 'people')} {people} {verb} not"
    return f"{capital(said)}{rating}, so that it could not decide whether to bar them."


def _is_red(context: Context, figure: ShownFigure) -> bool:
    return rating_of(figure, FULL, context.settings.thresholds) is Rag.RED


def _sentence(said: str | None) -> str:
    return f"{capital(said)}." if said else ""


def say_years(shown: Shown) -> Prose | None:
    """Say to the restricted set what the public is told of the last whole financial years."""
    is_said = require_shown(shown).audience == "restricted"
    return paragraph(_year(shown), place=(2, 2)) if is_said else None


def _year(shown: Shown) -> str:
    years = shown.rows(places.YEARS)
    if not years:
        return "No whole financial year of returns was supplied."
    now, advice, met = (shown.get(places.YEARS, years[-1], label)
                        for label in (TOTAL, places.ADVICE, places.MET))
    whole = _had(years[-1], now)
    return joined(whole and f"{whole}{joined(_of_year(advice, met), between='')}.",
                  *(_before(year, shown) for year in years[-2:-1]))


@told
def _of_year(advice: ShownFigure, met: ShownFigure) -> str:
    return f": {say(advice)} for advice only, and {say(met)} that met the threshold"


@told
def _before(year: str, shown: Shown) -> str:
    then = shown.get(places.YEARS, year, TOTAL)
    return f"In {year} there {'was' if then.value == 1 else 'were'} {say_count(then, 'contact')}."


@told
def _told(context: Context, shown: Shown) -> str:
    """How many referrals by employers came in time; where that is Red, how many did not."""
    within = f"within {context.settings.employer_clock.value}".replace("within same", "on the same")
    figure = shown.get(*places.TOLD_IN_TIME)
    require_told(figure)
    rating = f" ({RED})" if _is_red(context, figure) else ""
    number, whole = figure.numerator or 0, figure.denominator or 0
    if not rating or not number:
        said = say_done(figure, "referral by an employer", "referrals by employers",
                        f"made {within}")
    else:
        late = whole - number
        verb = "was" if late == 1 else "were"
        said = f"{part_of(late, whole, 'referrals by employers')} {verb} not made {within}"
    return f"{capital(said)}{rating}." if said else ""


def _closed(shown: Shown) -> str:
    soon = say_done(shown.get(places.CLOSED, places.IN_ONE, places.NOW), "case that ended",
                    "cases that ended", "closed in one calendar month")
    return _sentence(joined(soon, _long(shown), between="; ") if soon else None)


@told
def _long(shown: Shown) -> str:
    """How many of the cases that ended had taken over twelve months."""
    figure = shown.get(places.CLOSED, places.IN_TWELVE, places.NOW)
    require_told(figure)
    number, whole = figure.counts
    return f"{spell(whole - number)} took over 12 months" if whole > 1 and number < whole else ""

"""The sentences of the report, from shown figures only."""

from __future__ import annotations

from pscb_lib.board.context import Context
from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.english import capital, small, spell
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.page.blocks import Lead, Prose
from pscb_lib.page.words.shown import (
    joined,
    lead,
    most,
    paragraph,
    require_told,
    say,
    say_count,
    say_part,
    told,
)
from pscb_lib.reports.allegations import places
from pscb_lib.reports.allegations.page.stuck import say_open, say_silent

NOT_SUPPLIED = "not supplied"
NONE_RECORDED = places.LEARNING_LABELS["none recorded"]
FULL = 100  # per cent


def answer(context: Context, shown: Shown) -> Lead:
    """Say how many made contact, whether it was in time, what is stuck and who says nothing."""
    half = context.period
    if require_shown(shown).audience == "public":
        return lead(_year(shown))
    if is_nil(shown, half):
        return lead(f"**The LADO reports no contact of any kind in {half.title}: no advice and no "
                    "allegation. In six months that is not credible.**")
    first = _contacts(shown, half)
    is_restricted = shown.audience == "restricted"
    return lead(first and f"**{first}**", _told(context, shown), _closed(shown), _barred(shown),
                *([say_open(shown, half), say_silent(shown)] if is_restricted else []),
                _learnt(shown))


def is_nil(shown: Shown, half: ReportingPeriod) -> bool:
    """Whether nobody at all made contact in the half-year, as a nil return says."""
    return (shown.has(places.CONTACTS, half.title, TOTAL)
            and shown.get(places.CONTACTS, half.title, TOTAL).value == 0)


def _contacts(shown: Shown, half: ReportingPeriod) -> str:
    all_, advice, met = (shown.get(places.CONTACTS, half.title, label)
                         for label in (TOTAL, places.ADVICE, places.MET))
    whole = _had(half.title, all_)
    parts = _split(advice, shown.get(places.REFERRALS, places.REFERRED, half.title))
    return f"{whole}{joined(parts, parts and _met(met), between='')}." if whole else ""


@told
def _had(title: str, contacts: ShownFigure) -> str:
    return f"In {title} the LADO had {say_count(contacts, 'contact')}"


@told
def _split(advice: ShownFigure, referrals: ShownFigure) -> str:
    return f": {say(advice)} for advice only and {say_count(referrals, 'referral')}"


@told
def _met(met: ShownFigure) -> str:
    return f"; {say(met)} met the threshold of an allegation"


@told
def _barred(shown: Shown) -> str:
    """Of those whom the law says to refer, how many were; nothing if all were, or none was to be.

    Safeguarding Vulnerable Groups Act 2006, section 35.
    """
    figure = shown.get(*places.REFERRED_ON)
    require_told(figure)
    if not figure.denominator or figure.value == FULL:
        return ""
    if figure.denominator == 1:
        return "The one who had to be referred to the Disclosure and Barring Service was not."
    number, whole = figure.counts
    verb = "was" if number == 1 else "were"
    return (f"Of the {whole:,} who had to be referred to the Disclosure and Barring Service in 12 "
            f"months, {spell(number, 'none')} {verb}.")


def say_years(shown: Shown) -> Prose | None:
    """Say how many made contact in the last whole financial year, and in the one before."""
    is_public = require_shown(shown).audience == "public"
    return None if is_public else paragraph(_year(shown), place=(2, 2))


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
    within = f"within {context.settings.employer_clock.value}".replace("within same", "on the same")
    return kept(shown.get(*places.TOLD_IN_TIME), ("referral by an employer", "referrals by "
                "employers"), f"came {within}", f"came later than {within}")


@told
def _closed(shown: Shown) -> str:
    return kept(shown.get(places.CLOSED, places.IN_ONE, places.NOW), ("case closed", "cases "
                "closed"), "took one calendar month or less", "took over one calendar month")


def kept(figure: ShownFigure, nouns: tuple[str, str], done: str, undone: str) -> str:
    """Say of how many a limit was kept; nothing of none."""
    if figure.denominator == 0 or figure.value is None and not figure.hidden:
        return ""
    require_told(figure)
    number, whole = figure.counts
    if whole == 1:
        return f"The one {nouns[0]} {done if number else undone}."
    if number == whole:
        return f"All {spell(whole)} {nouns[1]} {done}."
    return f"{capital(say_part(figure, nouns[1]))} {done}."


@told
def _learnt(shown: Shown) -> str:
    """Say what the cases closed in three years taught most often."""
    often = most(shown, places.LEARNING, but=NONE_RECORDED) if shown.has(
        places.LEARNING, TOTAL) and shown.get(places.LEARNING, TOTAL).value else None
    return f"Cases closed in three years taught most about {small(often)}." if often else ""

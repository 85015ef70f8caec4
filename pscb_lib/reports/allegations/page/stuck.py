"""What the restricted set alone is told: schools apart, open cases, sectors that say nothing."""

from __future__ import annotations

from datetime import date

from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.english import capital, listed, small, spell
from pscb_lib.framework.months import say_day
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.page.blocks import LEFT, Prose
from pscb_lib.page.words.shown import paragraph, require_told, say, say_count, told
from pscb_lib.reports.allegations import places

FROM = {  # whom a sector's referrals come from, in a sentence
    "maintained school": "maintained schools", "academy": "academies",
    "independent school": "independent schools", "further education": "further education",
    "early years group": "early years groups", "childminder": "childminders",
    "LA foster carer": "the council's foster carers",
    "agency foster carer": "agencies' foster carers", "adopter": "adopters",
    "children's home": "children's homes", "social care": "social care",
    "health": "health services", "police": "the police", "probation": "probation",
    "YOS": "the youth offending service", "transport": "transport",
    "sport or leisure": "sport or leisure", "faith": "faith bodies",
    "voluntary (other)": "other voluntary bodies",
}


def say_closed(shown: Shown) -> Prose | None:
    """Say how schools and others did, and where those accused in open cases are: restricted alone.
    """
    if require_shown(shown).audience != "restricted":
        return None
    return paragraph(_standards(shown), _meanwhile(shown), place=LEFT)


@told
def _standards(shown: Shown) -> str:
    """Schools and colleges apart, where some of both were closed."""
    schools, others = (shown.get(table, places.IN_ONE, places.NOW)
                       for table in (places.SCHOOLS, places.OTHERS))
    require_told(schools, others)
    if not (schools.denominator and others.denominator):
        return ""
    (in_time, of), (rest, of_rest) = schools.counts, others.counts
    return (f"Closed in one calendar month: {in_time} of {of} in schools and colleges, {rest} of "
            f"{of_rest} elsewhere.")


@told
def say_open(shown: Shown, half: ReportingPeriod) -> str:
    """Say how many cases were open at the end; to the restricted set, how many over 12 months."""
    still = shown.get(*places.STILL_OPEN)
    require_told(still)
    if not still.value:
        return f"No case was open on {say_day(half.end)}." if still.value == 0 else ""
    if shown.audience != "restricted":
        return f"{capital(say_count(still, 'case'))} {_was(still)} open on {say_day(half.end)}."
    long = shown.get(*places.LONG_OPEN)
    over = f", {say(long)} of them for over 12 months" if long.value else ""
    if still.value == long.value:
        over = " for over 12 months" if still.value == 1 else ", all for over 12 months"
    return f"{capital(say_count(still, 'case'))} {_was(still)} open on {say_day(half.end)}{over}."


def say_not_shown(shown: Shown, on: date) -> str | None:
    """Say that the number of cases open on a day is hidden, where it is: not in the answer."""
    if not require_shown(shown).get(*places.STILL_OPEN).hidden:
        return None
    return (f"How many cases were open on {say_day(on)} is not shown, because of small numbers; "
            "Q&E has the figure.")


def _was(figure: ShownFigure) -> str:
    return "was" if figure.value == 1 else "were"


@told
def _meanwhile(shown: Shown) -> str:
    """Say where those accused in open cases are: who is still at work is the question to ask."""
    found = {row: shown.get(places.MEANWHILE, row) for row in shown.rows(places.MEANWHILE)
             if row != TOTAL}
    said = [f"{spell(one.count)} {small(row)}" for row, one in found.items() if one.value]
    return f"Where those accused in open cases are: {listed(said)}." if said else ""


@told
def say_silent(shown: Shown) -> str:
    """Name the sectors without a referral in two years, or in 12 months."""
    longest = next((span for span in (places.TWO_YEARS, places.TWELVE)
                    if span in shown.columns(places.ALL_SECTORS)), None)
    if longest is None:
        return ""
    names = silent(shown, longest)
    return f"In {longest} no referral has come from {listed(names, 'or')}." if names else ""


def silent(shown: Shown, span: str) -> list[str]:
    """The sectors from which no referral came in 12 months, or in two years."""
    return [words for sector, words in FROM.items()
            if shown.get(places.ALL_SECTORS, places.SECTOR_LABELS[sector], span).value == 0]

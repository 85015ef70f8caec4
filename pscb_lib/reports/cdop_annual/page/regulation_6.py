"""What the panel's paper answers to each function of regulation 6, by name.

Regulation 6 of the Local Safeguarding Children Boards Regulations 2006 asks of each Board, as to
child deaths: cases that give rise to the need for a review, matters of concern for the children
of the area, wider concerns of public health or safety, and a coordinated response to unexpected
deaths. Where there was nothing, the answer says so.
"""

from __future__ import annotations

from dataclasses import replace

from pscb_lib.board.context import Context
from pscb_lib.disclosure.figures import TOTAL, Place
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import capital, spell
from pscb_lib.page.blocks import Heading, Prose, Question, Several
from pscb_lib.page.words.shown import (
    TOO_SMALL,
    joined,
    paragraph,
    require_told,
    say,
    say_count,
    say_were,
    told,
)
from pscb_lib.reports.cdop_annual.page.questions import ask_of_response
from pscb_lib.reports.cdop_annual.page.words import span_of
from pscb_lib.reports.cdop_annual.places import (
    ALL_MATTERS,
    ALL_WIDER,
    COMMISSIONED,
    NO_RESPONSE,
    NOT_REPORTED,
    REFERRED,
    RESPONDED,
    WIDER_FROM,
)

RESPONSE = "The coordinated response to unexpected deaths"
NONE_RECORDED = "The panel recorded none."


def show_functions(context: Context, shown: Shown) -> Several:
    """Show what the panel did for each of the four functions: deaths, and beside them concerns."""
    said: dict[str, list[Prose | Question | None]] = {
        "Cases giving rise to the need for a review": [say_case_reviews(shown)],
        RESPONSE: [say_response(shown), ask_of_response(context, shown)],
        "Matters of concern affecting the safety and welfare of children in the area":
            [say_matters(shown)],
        "Wider public health or safety concerns, from a particular death or a pattern of deaths":
            [say_wider(shown)],
    }
    return Several([replace(block, place=(1 if number < len(said) // 2 else 2, 2))
                    for number, (words, answers) in enumerate(said.items())
                    for block in (Heading(words, 3), *answers) if block])


def say_response(shown: Shown) -> Prose | None:
    """Say how agencies responded to unexpected deaths in the five years, and what to ask about."""
    if require_shown(shown).get(*RESPONDED).denominator == 0:
        return Prose(NONE_RECORDED)
    return paragraph(_responded(shown), _without_response(shown), _unreported(shown)
                     ) or Prose(TOO_SMALL)


@told
def _responded(shown: Shown) -> str:
    responded = shown.get(*RESPONDED)
    require_told(responded)
    if responded.denominator == 1:
        done = "" if responded.numerator else "not "
        return (f"A coordinated response was {done}carried out for the one unexpected death "
                f"notified in {span_of(shown)}.")
    said = (f"A coordinated response was carried out for {responded.numerator:,} of "
            f"{responded.denominator:,} unexpected deaths notified in {span_of(shown)}.")
    carried_out, of_all = responded.counts
    if carried_out == of_all:
        return said
    return (f"{said} For the other {spell(of_all - carried_out)}, no response is recorded or none "
            "was required.")


@told
def _without_response(shown: Shown) -> str:
    without = shown.get(*NO_RESPONSE)
    if without.value == 0:
        return ""
    return (f"{capital(say_count(without, 'sudden, unexplained death'))} "
            f"{'is' if without.value == 1 else 'are'} recorded as without a response.")


@told
def _unreported(shown: Shown) -> str:
    unreported = shown.get(*NOT_REPORTED)
    if unreported.value == 0:
        return ""
    return (f"The coroner was not told of {say_count(unreported, 'death')} that must be reported.")


def say_matters(shown: Shown) -> Prose:
    """Say in how many reviews the panel recorded a matter of concern for the area's children."""
    return _recorded(shown, ALL_MATTERS)


def say_wider(shown: Shown) -> Prose:
    """Say in how many reviews the panel recorded a wider concern, and what it arises from."""
    said = _recorded(shown, ALL_WIDER)
    return paragraph(said.words, _arising(shown)) or said


def _recorded(shown: Shown, place: Place) -> Prose:
    recorded = require_shown(shown).get(*place)
    if recorded.value == 0:
        return Prose(NONE_RECORDED)
    return paragraph(_in_reviews(shown, place), _subjects(shown, place)) or Prose(TOO_SMALL)


@told
def _in_reviews(shown: Shown, place: Place) -> str:
    return (f"Recorded in {say_count(shown.get(*place), 'review')} completed in "
            f"{span_of(shown)}.")


def _subjects(shown: Shown, place: Place) -> str | None:
    """Name the subjects recorded, with their numbers; say if others are not shown."""
    figures = {row: shown.get(place[0], row) for row in shown.rows(place[0]) if row != TOTAL}
    named = [f"{row}: {one.text}" for row, one in figures.items() if one.value]
    if not named:
        return None
    others = " The numbers of others are too small to show." if any(
        one.hidden for one in figures.values()) else ""
    return f"{'; '.join(named)}.{others}"


@told
def _arising(shown: Shown) -> str:
    if shown.get(*ALL_WIDER).value == 0:
        return ""
    alone, pattern = (shown.get(WIDER_FROM, row) for row in shown.rows(WIDER_FROM)[:2])
    return (f"It arose from a particular death in {say(alone)}, and from a pattern of deaths in "
            f"{say(pattern)}.")


def say_case_reviews(shown: Shown) -> Prose | None:
    """Say how many deaths were referred for a case review, and how many reviews followed."""
    if require_shown(shown).get(*REFERRED).value == 0:
        return Prose(NONE_RECORDED)
    said = joined(_referred(shown), _followed(shown), between="; ")
    return paragraph(said and f"{said}.") or Prose(TOO_SMALL)


@told
def _referred(shown: Shown) -> str:
    return (f"Of the deaths notified in {span_of(shown)}, {say_were(shown.get(*REFERRED))} "
            "referred for a case review")


@told
def _followed(shown: Shown) -> str:
    require_told(shown.get(*REFERRED))
    return f"a serious case review followed in {say(shown.get(*COMMISSIONED))}"

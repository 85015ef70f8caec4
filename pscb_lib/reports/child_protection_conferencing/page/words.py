"""The answer of the first page, from shown figures only."""

from __future__ import annotations

from collections.abc import Iterator

from pscb_lib.board.indicators import INDICATORS, Indicator, Role, by_role
from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.english import capital, listed, spell
from pscb_lib.framework.months import say_day
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.page.blocks import Lead
from pscb_lib.page.words.shown import (
    joined,
    lead,
    require_told,
    say,
    say_count,
    say_part,
    told,
)
from pscb_lib.reports.child_protection_conferencing import places

FEWEST = 5  # invitations of an agency that is named
ATTENDANCE = 80  # per cent of invitations; local
NONE_HELD = ("The return says that no conference was held in the quarter, which would be unusual: "
             "has every conference been sent?")


def answer(shown: Shown, register: list[Indicator], quarter: ReportingPeriod) -> Lead:
    """Answer the first page's questions: in time, who did not come, children's part, and plans."""
    if require_shown(shown).get(*places.HELD).value == 0:
        return Lead(NONE_HELD)
    first = joined(_in_time(shown), joined(_waited(shown), _siblings(shown), between=", "),
                   between="; ")
    return lead(first and f"**{first}.**", _reviews(shown, quarter), _absent(shown, quarter),
                _took_part(shown), _lasted(shown, register, quarter))


@told
def _in_time(shown: Shown) -> str:
    all_, soon = (shown.get(*place) for place in (places.ALL_INITIAL, places.IN_TIME))
    require_told(all_, soon)
    if not all_.value:
        return "No child had an initial conference"
    if all_.value == 1:
        return f"The one initial conference was {'' if soon.value else 'not '}in 15 working days"
    who = f"All {spell(all_.count)}" if soon.value == all_.value else (
        f"{soon.count:,} of {all_.count:,}" if soon.value else f"None of the {spell(all_.count)}")
    return f"{who} children had their initial conference in 15 working days"


@told
def _waited(shown: Shown) -> str:
    """Say how many waited longer, and of how many families: families come together."""
    late, all_ = (shown.get(*place) for place in (places.WAITED, places.ALL_INITIAL))
    require_told(late, all_)
    if not late.value or all_.value == 1:
        return ""
    if late.value == all_.value:
        return ""
    of = shown.get(*places.LATE_FAMILIES) if shown.has(*places.LATE_FAMILIES) else None
    if of is None or of.value is None or late.value == 1:
        return f"{say(late)} waited longer"
    return f"{say(late)} waited longer, of {say_count(of, 'family', 'families')}"


@told
def _siblings(shown: Shown) -> str:
    if not shown.has(*places.MOST_OF_ONE):
        return ""
    most, families = shown.get(*places.MOST_OF_ONE), shown.get(*places.LATE_FAMILIES)
    require_told(most, families)
    if most.count < 2 or families.count < 2:
        return ""
    return f"{say(most)} of them of one family"


@told
def _reviews(shown: Shown, quarter: ReportingPeriod) -> str:
    due, unheld = (shown.get(*place) for place in (places.REVIEWS_DUE, places.UNHELD))
    soon = shown.get(places.REVIEWED, places.HELD_IN_TIME)
    require_told(due, soon, unheld)
    if not due.value:
        return "No review was due."
    if due.value == 1:
        said = f"The one review due was {'' if soon.value else 'not '}held in time"
    elif soon.value == due.value:
        said = f"All {spell(due.count)} reviews due were held in time"
    else:
        figures = ShownFigure(None, soon.count, due.count, "percent", "", False)
        said = f"{capital(say_part(figures, 'reviews due'))} {_was(soon.count)} held in time"
    if not unheld.value or due.value == 1:
        return f"{said}."
    return f"{said}; {say(unheld)} had not been held by {say_day(quarter.end)}."


def _was(number: int) -> str:
    return "was" if number == 1 else "were"


def absent(shown: Shown, quarter: ReportingPeriod) -> Iterator[tuple[str, ShownFigure]]:
    """Yield the agencies that came to less than the target, most seldom first."""
    if not shown.has(places.ATTENDED, TOTAL, quarter.label):
        return
    found = [(one, shown.get(places.ATTENDED, one, quarter.label))
             for one in shown.rows(places.ATTENDED) if one != TOTAL]
    for one, figure in sorted(found, key=lambda each: float(each[1].value or 0)):
        if figure.value is not None and figure.counts[1] >= FEWEST and figure.value < ATTENDANCE:
            yield one, figure


@told
def _absent(shown: Shown, quarter: ReportingPeriod) -> str:
    """Say which two agencies came most seldom, of those that were invited five times or more."""
    said = [f"{one} was invited to {spell(figure.counts[1])} conferences and came to "
            f"{spell(figure.counts[0], 'none')}" for one, figure in [*absent(shown, quarter)][:2]]
    return f"{'; '.join(said)}." if said else ""


@told
def _took_part(shown: Shown) -> str:
    all_, took = (shown.get(*place) for place in (places.OLD_ENOUGH, places.TOOK_A_PART))
    require_told(all_, took)
    if not all_.value:
        return ""
    if all_.value == 1:
        return f"The one child of eight or over {'took' if took.value else 'did not take'} part."
    figures = ShownFigure(None, took.count, all_.count, "percent", "", False)
    return f"{capital(say_part(figures, 'children of eight or over'))} took part in some way."


@told
def _lasted(shown: Shown, register: list[Indicator], quarter: ReportingPeriod) -> str:
    """Say how many plans ended after two years or more, and how many were not the first."""
    held = by_role(register)
    said: list[str] = []
    for role, words in ((Role.SECOND_PLANS, "started in twelve months were not a child's first"),
                        (Role.PLANS_ENDED_AFTER_TWO_YEARS, "that ended had lasted two years or "
                         "more")):
        figure = shown.get(INDICATORS, held[role].id, quarter.label) if role in held else None
        if figure is None or figure.value is None or figure.counts[1] < 2:
            continue
        whole = f"{figure.counts[1]:,}"
        said.append(f"{spell(figure.counts[0], 'none')} of {whole} plans {words} ({figure.text})")
    return f"{capital(listed(said))}." if said else ""

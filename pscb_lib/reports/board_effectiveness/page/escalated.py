"""Escalations: who took concerns to whom, about what, and how they ended."""

from __future__ import annotations

from collections import Counter
from datetime import date

from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.english import capital, count_of, listed, part_of, spell
from pscb_lib.framework.months import say_day
from pscb_lib.page import charts
from pscb_lib.page.blocks import LEFT, RIGHT, Chart, Prose, Question
from pscb_lib.page.words.shown import joined, paragraph
from pscb_lib.reports.board_effectiveness import places
from pscb_lib.reports.board_effectiveness.known import Known
from pscb_lib.reports.board_effectiveness.rows import ESCALATIONS

NOT_SUPPLIED = "Escalations were not supplied."
NONE = "No concern was escalated in the year. That is a question, and no praise."
NOTE = "A dot is an escalation: a concern that an agency took to a senior manager of another."
Pairs = dict[str, dict[str, ShownFigure]]


def plot_pairs(shown: Shown, known: Known) -> Chart | Prose | None:
    """Plot who took concerns to whom, a dot for each; None if nobody did."""
    require_shown(shown)
    pairs: Pairs = {by: {to: shown.get(places.PAIRS, by, to) for to in shown.columns(places.PAIRS)
                  if shown.has(places.PAIRS, by, to)} for by in shown.rows(places.PAIRS)}
    if not pairs:
        return None
    return charts.plot_matrix(pairs, id="pairs", headline=_headline(pairs), label="Raised by",
                              subtitle="Raised by (rows) with (columns)", place=LEFT, note=NOTE)


def _headline(pairs: Pairs) -> str:
    """With which agency most were raised, as the picture shows it."""
    raised = Counter[str]()
    for of in pairs.values():
        raised.update({to: one.count for to, one in of.items()})
    (often, number), *others = raised.most_common()
    total = raised.total()
    if total == 1:
        return f"The one escalation was raised with {often}"
    if any(count == number for _, count in others):
        return (f"{capital(count_of(total, 'escalation'))} were raised with "
                f"{count_of(len(raised), 'agency', 'agencies')}")
    return f"{capital(part_of(number, total, 'escalations'))} were raised with {often}"


def _say_about(shown: Shown) -> str:
    """What most of them are about."""
    about = {row: shown.get(places.ABOUT, row).count for row in shown.rows(places.ABOUT)
             if row != TOTAL}
    total, often = sum(about.values()), max(about, key=lambda row: about[row])
    if total == 1:
        return f"It is about {_noun(often)}."
    return (f"{capital(part_of(about[often], total, 'escalations'))} {_are(about[often])} about "
            f"{_noun(often)}.")


def _noun(about: str) -> str:
    return {"Other": "other matters", "Attendance": "attendance"}.get(about, f"{about.lower()}s")


def _are(number: int) -> str:
    return "is" if number == 1 else "are"


def say_escalated(shown: Shown, known: Known) -> Prose | None:
    """Say when they were raised, at which stage they ended, how soon, and whether children were
    safe.
    """
    require_shown(shown)
    if not known.supplied[ESCALATIONS]:
        return Prose(NOT_SUPPLIED)
    if not shown.get(*places.RAISED).count:
        return Prose(NONE)
    return paragraph(_say_about(shown), _say_quarters(shown), _say_stages(shown),
                     _say_days(shown), _say_safe(shown), place=RIGHT)


def _say_quarters(shown: Shown) -> str:
    numbers = [shown.get(places.QUARTERS, row).count for row in shown.rows(places.QUARTERS)
               if row != TOTAL]
    return f"By quarter there were {listed([spell(one, 'none') for one in numbers])}."


def _say_stages(shown: Shown) -> str:
    number, whole = shown.get(*places.SENIOR).counts
    came = (f"It {'came' if number else 'did not come'}" if whole == 1 else
            f"{capital(part_of(number, whole, 'escalations'))} came")
    return f"{came} to stage 3 or higher, where usual channels are exhausted."


def _say_days(shown: Shown) -> str | None:
    if not shown.has(*places.HALF_WITHIN):
        return None
    half = f"Half of those resolved took {count_of(shown.get(*places.HALF_WITHIN).count, 'day')}"
    return joined(f"{half} or fewer.", _say_longest(shown))


def _say_longest(shown: Shown) -> str | None:
    if not shown.has(*places.LONGEST):
        return None
    return f"The longest took {count_of(shown.get(*places.LONGEST).count, 'day')}."


def _say_safe(shown: Shown) -> str:
    number, whole = shown.get(*places.SAFE).counts
    if whole == 1:
        return f"The child was {'' if number else 'not '}known to be safe meanwhile."
    return f"In {part_of(number, whole, 'cases')} the child was known to be safe meanwhile."


def ask_escalated(shown: Shown, known: Known) -> Question | None:
    """Ask why none was raised; or for those open, and for children not known to be safe."""
    require_shown(shown)
    if not known.supplied[ESCALATIONS]:
        return None
    if not shown.get(*places.RAISED).count:
        return Question("escalated_asked", "Do staff know how to escalate a concern, and do they "
                        "dare to? How does the Board know?", known.chair)
    waiting = [f"{one['agency']}, escalation about {_topic(one['about'])}, open since "
               f"{say_day(date.fromisoformat(one['raised_on']))}" for one in known.open]
    asked = [words for words in (
        f"{'; '.join(waiting)}: by when will {'it' if len(waiting) == 1 else 'each'} be resolved?"
        if waiting else "",
        _ask_safe(len(known.unsure))) if words]
    owners = listed([*dict.fromkeys([*(one["agency"] for one in known.open), *known.unsure])])
    return Question("escalated_asked", " ".join(asked), owners, place=RIGHT) if asked else None


def _topic(about: str) -> str:
    """What one escalation is about, with its article: a plan, attendance, another matter."""
    return {"other": "another matter", "attendance": "attendance"}.get(about, f"a {about}")


def _ask_safe(number: int) -> str:
    if not number:
        return ""
    cases = "in the case" if number == 1 else f"in the {count_of(number, 'case')}"
    return f"Who was to make sure that the child was safe, {cases} in which nobody knew it?"

"""Complete actions that lack evidence of an outcome: for how long, and who is asked for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.audit_summary.actions import Action
from pscb_lib.framework.audit_summary.checks import is_embedded
from pscb_lib.framework.english import capital, listed, small, spell
from pscb_lib.framework.months import month_of
from pscb_lib.page.blocks import RIGHT, Block, Question
from pscb_lib.page.charts import plot_bars
from pscb_lib.page.words.readers import not_public
from pscb_lib.page.words.shown import joined, say
from pscb_lib.reports.audit_programme.known import Known
from pscb_lib.reports.audit_programme.places import ACTIONS_AGE, UNPROVEN


@not_public
def plot_ages(shown: Shown, known: Known) -> Block | None:
    """Plot for how long complete actions have lacked evidence; None if none lacks it."""
    unproven = require_shown(shown).get(*UNPROVEN)
    waiting = _unproven(known)
    if not unproven.value or not waiting:
        return None
    bands = {row: shown.get(ACTIONS_AGE, row, UNPROVEN[2])
             for row in shown.rows(ACTIONS_AGE) if row != TOTAL}
    return plot_bars(bands, id="ages", place=RIGHT, columns=("Since completed", "Actions"),
                     headline=_headline(unproven, bands),
                     note=joined(_longest(waiting[0]), _say_found(waiting, known)),
                     subtitle="Complete actions without evidence, by time since completed")


def _longest(oldest: Action) -> str | None:
    since = oldest.done_on
    return (f"Longest: “{oldest.text}” ({oldest.owner}), since {month_of(since)} {since.year}."
            if since else None)


def _say_found(waiting: Sequence[Action], known: Known) -> str | None:
    """Say how many of them a check found in practice, which is not yet evidence of an outcome."""
    found = [one for one in waiting if is_embedded(one, known.checks, known.on)]
    if not found:
        return None
    which = f"{spell(len(found))} of the {spell(len(waiting))}"
    if len(found) == 1:
        which = "it" if found[0] is waiting[0] else f"“{found[0].text}”"
    return f"A check found {which} in practice; what changed for children is not yet shown."


def _headline(unproven: ShownFigure, bands: Mapping[str, ShownFigure]) -> str:
    """Say how many complete actions lack evidence, and how many of them for longest."""
    lack = "action lacks" if unproven.value == 1 else "actions lack"
    said = f"{capital(say(unproven))} complete {lack} evidence"
    filled = [(band, one) for band, one in bands.items() if one.value]
    if not filled:
        return said
    band, longest = filled[-1]
    many = "" if unproven.value == 1 else (
        "all " if longest.value == unproven.value else f"{say(longest)} ")
    return f"{said}, {many}for {small(band)}"


@not_public
def ask_for_evidence(shown: Shown, known: Known) -> Question | None:
    """Ask for evidence of an outcome. Returns None if every complete action has it."""
    unproven = require_shown(shown).get(*UNPROVEN)
    lacking = _unproven(known)
    if not lacking:
        return None
    many = "action" if unproven.value == 1 else "actions"
    owners = listed([*dict.fromkeys(known.short(one.agency) for one in lacking)])
    return Question("evidence", f"What would show that the {say(unproven)} complete {many} worked, "
                    "and when will it be looked at?", owners, place=RIGHT)


def _unproven(known: Known) -> list[Action]:
    """The complete actions that lack evidence, the oldest first."""
    return sorted((one for one in known.actions if one.lacks_evidence),
                  key=lambda one: one.done_on or known.on)

"""The first page: what the Board is asked to do, and who owes what."""


from __future__ import annotations

from collections.abc import Mapping

from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.english import capital, count_of, spell, times
from pscb_lib.page import style
from pscb_lib.page.blocks import Chart, Prose
from pscb_lib.page.charts import plot_stack, plot_stacks
from pscb_lib.page.words.shown import require_told, told
from pscb_lib.reports.cdop_annual.page.words import (
    RECOMMENDATIONS,
    Made,
    is_undone,
    is_unproven,
    span_of,
)
from pscb_lib.reports.cdop_annual.places import (
    EVIDENCED,
    LEARNING,
    NO_EVIDENCE,
    NOT_DONE,
    OWNERS,
)

NOT_CARRIED_OUT, NOT_SHOWN, EVIDENCE = (
    "Not carried out", "Carried out, not shown to work", "Carried out, with evidence")
STAGES = {NOT_DONE: NOT_CARRIED_OUT, NO_EVIDENCE: NOT_SHOWN, EVIDENCED: EVIDENCE}
FILLS = {NOT_CARRIED_OUT: style.LINE, NOT_SHOWN: style.MID, EVIDENCE: style.PALE}


def asks(made: Made) -> str:
    """Return what the paper asks of its readers, who are told which recommendations are meant."""
    undone, unproven = (sum(map(is_so, made)) for is_so in (is_undone, is_unproven))
    which = f"{spell(unproven)} more" if undone else count_of(unproven, "recommendation")
    wanted = [
        f"agree {'a date' if undone == 1 else 'dates'} for "
        f"{count_of(undone, 'recommendation')} not always carried out" if undone else "",
        f"say what would show that {which} {'works' if unproven == 1 else 'work'}"
        if unproven else ""]
    return ", and ".join(filter(None, wanted)) or "receive the panel's report"


def plot_recommendations(shown: Shown, made: Made) -> Chart | Prose:
    """Plot who owes what; where owners are not told, how far all recommendations have got."""
    by_owner = _by_owner(shown) if made else {}
    if not by_owner:
        return _plot_stages(shown)
    return plot_stacks(
        by_owner, id=RECOMMENDATIONS, label="Owner", headline=_headline(shown, made),
        fills=FILLS, row=13, said=_said(by_owner),
        subtitle=f"Recommendations by owner, counted each time they were made; {span_of(shown)}")


def _said(by_owner: Mapping[str, Mapping[str, ShownFigure]]) -> str:
    """How many owe what is not carried out, and how many evidence alone: a table names them."""
    owing = sum(bool(each[NOT_CARRIED_OUT].value) for each in by_owner.values())
    left = [f"{count_of(owing, 'owner')} {'has' if owing == 1 else 'have'} recommendations not "
            "carried out"] if owing else []
    others = sum(not each[NOT_CARRIED_OUT].value and bool(each[NOT_SHOWN].value)
                 for each in by_owner.values())
    if others:
        left.append(f"{count_of(others, 'owner')} {'has' if others == 1 else 'have'} "
                    "recommendations carried out and not shown to work")
    left = left or ["all that was recommended is shown to work"]
    return f"{'. '.join(map(capital, left))}."


def _plot_stages(shown: Shown) -> Chart | Prose:
    stages = {said: require_shown(shown).get(LEARNING, TOTAL, name)
              for name, said in STAGES.items()}
    return plot_stack(stages, id=RECOMMENDATIONS,
                      headline=_shown_to_work(shown) or "Recommendations made",
                      subtitle="Times recommended, as owners told the panel; reviews completed in "
                               f"{span_of(shown)}",
                      fills=FILLS)


@told
def _shown_to_work(shown: Shown) -> str:
    evidenced, made = (shown.get(LEARNING, TOTAL, name) for name in (EVIDENCED, TOTAL))
    require_told(evidenced, made)
    if not made.value:
        return "No recommendation was made"
    if made.value == 1:
        return f"The one recommendation is {'' if evidenced.value else 'not '}shown to work"
    return f"Recommended {times(made.count)}; shown to work {times(evidenced.count)}"


def _headline(shown: Shown, made: Made) -> str:
    """Say how often what was recommended is not carried out, and with how many owners."""
    undone = [one for one in made if one.undone]
    if not undone:
        return "Every recommendation is carried out; not all are shown to work"
    left = shown.get(LEARNING, TOTAL, NOT_DONE)
    require_told(left)
    owners = count_of(len({one.owner for one in undone}), "owner")
    return f"{capital(times(left.count))} not carried out, with {owners}"


def _by_owner(shown: Shown) -> Mapping[str, Mapping[str, ShownFigure]]:
    """Return what came of each owner's: most not carried out first, then most not shown."""
    owed = {owner: {said: shown.get(OWNERS, owner, name) for name, said in STAGES.items()}
            for owner in require_shown(shown).rows(OWNERS) if owner != TOTAL}
    in_order = sorted(owed, key=lambda owner: (
        *(-one.count if one.value else 0 for one in owed[owner].values()), owner))
    return {owner: owed[owner] for owner in in_order}

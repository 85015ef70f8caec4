"""The front sheet and the answer: over- and under-represented at each step, and who is heard."""

from __future__ import annotations

from pscb_lib.board.context import Context
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import capital, count_of, listed, part_of, spell
from pscb_lib.framework.statistics.ratios import Ratio
from pscb_lib.page.blocks import Front, Lead
from pscb_lib.page.tables.ratios import say_times
from pscb_lib.page.words import front
from pscb_lib.page.words.equality import Cut
from pscb_lib.page.words.shown import joined
from pscb_lib.reports.equality import places
from pscb_lib.reports.equality.known import Known
from pscb_lib.reports.equality.page.ratios import clear, names_of

REPORT = "equality"
HAD = {places.ENQUIRY: "to have a section 47 enquiry",
       places.LOOKED_AFTER: "to become looked after"}
NOT_COUNTED = "No counts by group were supplied for the year."
NOT_INVOLVED = "It was not supplied who was asked, and what came of it."
NO_DIFFERENCE = ("**Once referred, no group that can be compared was clearly more or less likely "
                 "to come to a later step.**")


def front_sheet(context: Context, shown: Shown, known: Known) -> Front:
    """The front sheet: the Board asks for reasons, and for those asked to be told."""
    asks = [words for is_asked, words in (
        ([*clear(shown)], "ask why groups differ once referred"),
        (known.untold, "require that all who were asked are told what came of it"),
    ) if is_asked]
    cut = Cut("Children at each step", ("ethnic group", "sex", "disability"),
              "Religion, sexual orientation and marriage are not collected.")
    return front.front_sheet(context, REPORT, item=None, equality=cut,
                             asks=listed(asks) or "note who is heard",
                             presented_by="Business Manager")


def answer(shown: Shown, known: Known) -> Lead:
    """Say which groups differ at each step, and how many activities came to something."""
    require_shown(shown)
    is_counted = known.is_counted and bool(shown.rows(places.RECORDED))
    steps = _say_steps(shown) if is_counted else NOT_COUNTED
    return Lead(joined(steps, _say_heard(shown) if known.is_involved else NOT_INVOLVED))


def _say_steps(shown: Shown) -> str:
    """Name every group that differs, those alike at a step together."""
    alike: dict[tuple[str, str, bool], list[tuple[str, Ratio]]] = {}
    for step, group, reference, ratio in clear(shown):
        alike.setdefault((step, reference, ratio.value > 1), []).append((group, ratio))
    said = [f"{names_of(group for group, _ in those)} were {'more' if more else 'less'} likely "
            f"than {names_of([reference])} {HAD[step]} "
            f"({listed([say_times(ratio) for _, ratio in those])} as often)"
            for (step, reference, more), those in alike.items()]
    return f"**Once referred, {'; '.join(said)}.**" if said else NO_DIFFERENCE


def _say_heard(shown: Shown) -> str:
    held, _, changed, told = (shown.get(places.INVOLVED, label).count
                              for label in places.INVOLVED_STEPS)
    if not held:
        return "No activity asked children, parents or staff."
    used, papers = shown.get(*places.PAPERS).counts
    return f"{_came(held, changed, told)} {_say_papers(used, papers)}"


def _came(held: int, changed: int, told: int) -> str:
    """How many activities led to a change, and of how many changes those asked were told."""
    if not changed:
        return f"{capital(count_of(held, 'activity', 'activities'))} led to no change yet."
    if changed == 1:
        which = "The one activity" if held == 1 else f"One of {held} activities"
        return f"{which} led to a change, and those asked were {'' if told else 'not '}told."
    of_them = "each" if told == changed else spell(told, "none")
    return (f"{capital(part_of(changed, held, 'activities'))} led to a change; those asked were "
            f"told of {of_them}.")


def _say_papers(used: int, papers: int) -> str:
    if papers == 1:
        return f"The one paper of the year {'used' if used else 'did not use'} what children said."
    return f"{capital(part_of(used, papers, 'papers'))} of the year used what children said."

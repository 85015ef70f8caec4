"""The front sheet and the answer: over- and under-represented at each step, and who is heard."""

from __future__ import annotations

from collections.abc import Iterator
from math import log

from pscb_lib.board.context import Context
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import capital, count_of, listed, part_of, small, spell
from pscb_lib.framework.statistics.ratios import Ratio
from pscb_lib.page.blocks import Front, Lead
from pscb_lib.page.words import front
from pscb_lib.page.words.equality import Cut
from pscb_lib.page.words.shown import joined
from pscb_lib.reports.equality import places
from pscb_lib.reports.equality.known import Known
from pscb_lib.reports.equality.page.ratios import clear, lacking, names_of, say_about

REPORT = "equality"
MOST_NAMED = 2  # comparisons in the lead
HAD = {places.ENQUIRY: "to have a section 47 enquiry",
       places.LOOKED_AFTER: "to become looked after"}
NOT_COUNTED = "No counts by group were supplied for the year."
NOT_USED = ("The counts by group that were supplied cannot be used: each characteristic needs "
            "every step, 0 where no child came to it, and the same children.")
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
    steps = NOT_COUNTED if not known.is_counted else (
        NOT_USED if not shown.rows(places.RECORDED) else
        joined(_say_steps(shown), *_say_lacking(shown)))
    return Lead(joined(steps, _say_heard(shown) if known.is_involved else NOT_INVOLVED))


def _say_steps(shown: Shown) -> str:
    """Name the two groups that differ most, those alike at a step together."""
    alike: dict[tuple[str, str, bool], list[tuple[str, Ratio]]] = {}
    ranked = sorted(clear(shown), key=lambda one: -abs(log(one[3].value)))
    for step, group, reference, ratio in ranked[:MOST_NAMED]:
        alike.setdefault((step, reference, ratio.value > 1), []).append((group, ratio))
    said = [f"{names_of(group for group, _ in those)} were {'more' if more else 'less'} likely "
            f"than {names_of([reference])} {HAD[step]} "
            f"({listed([say_about(ratio) for _, ratio in those])} as often)"
            for (step, reference, more), those in alike.items()]
    return f"**Once referred, {'; '.join(said)}.**" if said else NO_DIFFERENCE


def _say_lacking(shown: Shown) -> Iterator[str]:
    """Say what is not recorded for over a tenth of those referred, and what rests on it."""
    groups = {group for _, group, _, _ in clear(shown)}
    for row in lacking(shown):
        said = (f"{row} is not recorded for {shown.get(places.RECORDED, row).text} of children "
                "referred")
        rests = groups.intersection(places.GROUPS[small(row)])
        yield f"**{said}, so differences by {small(row)} are uncertain.**" if rests else f"{said}."


def _say_heard(shown: Shown) -> str:
    held, _, changed, told = (shown.get(places.INVOLVED, label).count
                              for label in places.INVOLVED_STEPS)
    if not held:
        return "No activity asked children, parents or staff."
    used, papers = shown.get(*places.PAPERS).counts
    return joined(_came(held, changed, told), _say_papers(used, papers))


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


def _say_papers(used: int, papers: int) -> str | None:
    if not papers:
        return None
    if papers == 1:
        return f"The one paper of the year {'used' if used else 'did not use'} what children said."
    return f"{capital(part_of(used, papers, 'papers'))} of the year used what children said."

"""The notes on figures that were imported from national files, and on how they are timed."""

from __future__ import annotations

from pscb_lib.board.settings import Settings
from pscb_lib.disclosure.summaries import ReturnSummary
from pscb_lib.framework.english import listed
from pscb_lib.page.blocks import Callout
from pscb_lib.page.words.about import agreeing, say_how_many

MARK = "imported: "
TIMED = ("Annex A", "CIN census")


def say_lines(returned: ReturnSummary, settings: Settings) -> Callout | None:
    """The note on imported rows of the data set and the start of timescales; None if none."""
    files = _files(returned)
    if not files:
        return None
    clocks = (f" Initial conferences are timed from the {settings.conference_clock.value}; "
              f"working days with {settings.day_count.value}." if {*TIMED} & {*files} else "")
    return Callout("Imported figures.", f"{_made(returned, 'rows')} made from "
                   f"{listed(files)}.{clocks}")


def say_episodes(returned: ReturnSummary) -> Callout | None:
    """The note on imported episodes and the information they lack; None if none was imported."""
    files = _files(returned)
    if not files:
        return None
    return Callout("Imported figures.", f"{_made(returned, 'episodes')} made "
                   f"from {listed(files)}, which has looked-after children only and days without "
                   "times: there are no hours here, nothing on the 72 hours for return "
                   "interviews, nothing from the police and no risk of exploitation.")


def say_conferences(returned: ReturnSummary) -> Callout | None:
    """The note on imported conferences and what they lack; None if none was imported."""
    files = _files(returned)
    if not files:
        return None
    return Callout("Imported figures.", f"{_made(returned, 'rows')} made from {listed(files)}, one "
                   "for each child: it has no families, and not whether a conference was quorate, "
                   "who came, why it was late, what it decided if not a plan, why a plan ended, or "
                   "the part of children and parents. The 15 working days run from the start of "
                   "the enquiry.")


def _made(returned: ReturnSummary, noun: str) -> str:
    return agreeing(say_how_many(MARK, noun, returned), "were", "was")


def _files(returned: ReturnSummary) -> list[str]:
    return sorted(one.removeprefix(MARK) for one in returned.sources if one.startswith(MARK))

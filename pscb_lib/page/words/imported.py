"""The notes on figures that were imported from national files, and on how they are timed."""

from __future__ import annotations

from collections.abc import Iterable

from pscb_lib.board.settings import Settings
from pscb_lib.framework.english import listed
from pscb_lib.page.blocks import Callout

MARK = "imported: "
TIMED = ("Annex A", "CIN census")


def say_lines(sources: Iterable[str], settings: Settings) -> Callout | None:
    """The note on imported rows of the data set and the start of timescales; None if none."""
    sources = list(sources)
    files = _files(sources)
    if not files:
        return None
    clocks = (f" Initial conferences are timed from the {settings.conference_clock.value}; "
              f"working days with {settings.day_count.value}." if {*TIMED} & {*files} else "")
    return Callout("Imported figures.", f"{_how_many(sources, 'rows')} were made from "
                   f"{listed(files)}.{clocks}")


def say_episodes(sources: Iterable[str]) -> Callout | None:
    """The note on imported episodes and the information they lack; None if none was imported."""
    sources = list(sources)
    files = _files(sources)
    if not files:
        return None
    return Callout("Imported figures.", f"{_how_many(sources, 'episodes')} were made from "
                   f"{listed(files)}, which has looked-after children only and days without "
                   "times: there are no hours here, nothing on the 72 hours for return "
                   "interviews, nothing from the police and no risk of exploitation.")


def _files(sources: Iterable[str]) -> list[str]:
    return sorted({one.removeprefix(MARK) for one in sources if one.startswith(MARK)})


def _how_many(sources: list[str], noun: str) -> str:
    imported = sum(one.startswith(MARK) for one in sources)
    whole = f"{len(sources):,} {noun}"
    return f"All {whole}" if imported == len(sources) else f"{imported:,} of {whole}"

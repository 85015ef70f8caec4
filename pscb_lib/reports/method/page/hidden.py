"""The picture of small numbers: one table as the group, the Board and the public see it."""

from __future__ import annotations

from collections.abc import Mapping

from pscb_lib.board.settings import AUDIENCES
from pscb_lib.disclosure import figures
from pscb_lib.disclosure import showing as disclosure
from pscb_lib.disclosure.secrecy.profiles import Profile
from pscb_lib.disclosure.showing import Shown, ShownFigure
from pscb_lib.framework.english import listed
from pscb_lib.page import style
from pscb_lib.page.blocks import Chart, Data
from pscb_lib.page.charts.sheet import (
    SMALL,
    Sheet,
    box,
    sheet,
    stroke,
    width_of,
    wrapped,
    write,
    write_lines,
)
from pscb_lib.page.charts.theme import HAIR

ROW, HEAD, LABEL, CELL = 19, 16, 42, 46  # points
SLANT = 5  # points between the lines of a hidden cell
READERS = {"restricted": "Q&E group", "board": "Board", "public": "Public"}  # of each set


def show_to_all(counts: Mapping[str, int], profile: Profile) -> dict[str, Shown]:
    """One small table as each set shows it, masked as the *profile* rules."""
    frame = figures.frame(figures.counts("masking", counts))
    return {audience: disclosure.show(frame, audience, profile) for audience in AUDIENCES}


def plot_hidden(counts: Mapping[str, int], profile: Profile,
                place: tuple[int, int] | None = None) -> Chart:
    """Plot the table with its hidden cells hatched, and say beside each why it is hidden."""
    sets = show_to_all(counts, profile)
    width, rows = width_of(place), (*counts, figures.TOTAL)
    on = sheet(width, HEAD + ROW * len(rows))
    for column, audience in enumerate(sets):
        write(on, LABEL + CELL * (column + 0.5), HEAD / 2, READERS[audience], SMALL,
              colour=style.GREY, align="center")
    for place_of, row in enumerate(rows):
        top = HEAD + ROW * place_of
        write(on, 0, top + ROW / 2, row, bold=row == figures.TOTAL)
        for column, shown in enumerate(sets.values()):
            _draw_cell(on, shown.get("masking", row), LABEL + CELL * column, top)
        _explain(on, _why(row, counts, sets, profile), top, width)
    gone = [row for row in counts if sets["public"].get("masking", row).hidden]
    return Chart("hidden", "A second number is hidden to protect the first", on.svg(),
                 f"Table of example counts as the Q&E group, the Board and the public see it: "
                 f"outside Q&E {listed(gone)} are hidden, the others and the total are shown.",
                 Data(["area", *READERS.values()],
                      [[row, *(shown.get("masking", row).text for shown in sets.values())]
                       for row in rows]),
                 subtitle="Example counts of children in four areas; hatched: not shown to these "
                 "readers",
                 place=place)


def _draw_cell(on: Sheet, figure: ShownFigure, left: float, top: float) -> None:
    if figure.hidden:
        _hatch(on, left + 1.5, top + 1.5, CELL - 3, ROW - 3)
        return
    box(on, left + 1.5, top + 1.5, CELL - 3, ROW - 3, style.PALE)
    write(on, left + CELL / 2, top + ROW / 2, figure.text, bold=True, align="center")


def _hatch(on: Sheet, left: float, top: float, wide: float, high: float) -> None:
    """Draw a box with slanting lines, which a page may hold and a pattern may not."""
    box(on, left, top, wide, high, style.PAPER, edge=style.GREY)
    for foot in range(-int(high) + SLANT, int(wide), SLANT):
        ends = (max(foot, 0), min(foot + high, wide))
        stroke(on, [(left + end, top + high - (end - foot)) for end in ends], style.GREY, HAIR)


def _why(row: str, counts: Mapping[str, int], sets: Mapping[str, Shown], profile: Profile) -> str:
    """Why a row is hidden outside the Q&E group: it is small, or would give a small one away."""
    if row not in counts or not sets["public"].get("masking", row).hidden:
        return ""
    if counts[row] in profile.small:
        return f"{profile.small[0]} to {profile.small[-1]}: small"
    return "protects the small one"


def _explain(on: Sheet, why: str, top: float, width: float) -> None:
    left = LABEL + CELL * len(READERS) + 4
    lines = wrapped(why, width - left, SMALL)
    write_lines(on, left, top + ROW / 2 - len(lines) * SMALL * 0.575, lines, align="left")

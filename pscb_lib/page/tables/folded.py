"""What is mostly hidden is not tabulated: it is folded into one sentence.

The one place that decides it: a row of several figures, a group of rows, or a whole table or chart,
of which more figures are hidden than have a value. A single hidden figure keeps its cell. Rows of
counts that are hidden are one row where their total is shown: what they hold together is the total
without the rows that are shown, which every reader can work out and which masking reckons with. A
report says which rows are alike; then those that are not are never one row.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TypeVar

from pscb_lib.disclosure.secrecy.profiles import PROFILES
from pscb_lib.disclosure.showing import ShownFigure
from pscb_lib.framework.english import capital, spell
from pscb_lib.page.blocks import Prose

SMALL = max(max(one.small) for one in PROFILES.values())
Line = Sequence[ShownFigure | None]
Alike = Mapping[str, Collection[str]]  # by the name of all: the rows that are alike
Label = TypeVar("Label")
Lines = TypeVar("Lines", bound=Line)


def is_mostly_hidden(figures: Iterable[ShownFigure | None]) -> bool:
    """Whether more of the figures are hidden than have a value."""
    known = [figure for figure in figures if figure is not None]
    return (sum(figure.hidden for figure in known)
            > sum(figure.value is not None for figure in known))


def fold(groups: Mapping[Label, Mapping[str, Lines]]
         ) -> tuple[dict[Label, dict[str, Lines]], str | None]:
    """Return the groups and rows that stay, and the sentence on those that do not.

    No group stays where all of the table is mostly hidden.
    """
    kept: dict[Label, dict[str, Lines]] = {}
    gone: list[str] = []
    for label, rows in groups.items():
        if is_mostly_hidden(figure for line in rows.values() for figure in line):
            gone += [str(label)]
            continue
        out = [row for row, line in rows.items() if len(line) > 1 and is_mostly_hidden(line)]
        kept[label] = {row: line for row, line in rows.items() if row not in out}
        gone += [row if label is None else f"{label}: {row}" for row in out]
    return kept, say_folded(gone)


def join_hidden(figures: Mapping[str, ShownFigure], total: ShownFigure | None,
                alike: Alike | None = None) -> tuple[dict[str, ShownFigure], str | None]:
    """Return the counts that are shown, then one of all that are hidden, and what is said of it.

    *total* is that of all rows (:meth:`Shown.total_of`). Nothing is joined without it, if fewer
    than two are hidden, if nothing but zeros is shown, or if a profile would call the sum small.
    *alike* names the rows that are alike: then nothing is joined but rows of one such name.
    """
    hidden = [row for row, one in figures.items() if one.hidden]
    known = {row: one for row, one in figures.items() if not one.hidden}
    if total is None or len(hidden) < 2 or not any(one.value for one in known.values()):
        return dict(figures), None
    left = total.count - sum(one.count for one in known.values() if one.value is not None)
    if left <= SMALL:
        return dict(figures), None
    name = f"{capital(spell(len(hidden)))} others together" if alike is None else next(
        (_named(each, hidden, rows) for each, rows in alike.items() if set(hidden) <= {*rows}), "")
    if not name:
        return dict(figures), None
    together = ShownFigure(left, None, None, "count", "", hidden=False)
    return ({**known, name: together},
            f"Shown together, because of small numbers: {'; '.join(hidden)}.")


def _named(name: str, hidden: Sequence[str], alike: Collection[str]) -> str:
    """What rows that are alike are called together: a name, and of how many if not of all."""
    return name if len(hidden) == len(alike) else (
        f"{name}: {spell(len(hidden))} of {spell(len(alike))} kinds")


def say_folded(names: Sequence[str]) -> str | None:
    """The sentence on the rows, or groups of rows, that are not shown; None if all are."""
    if not names:
        return None
    return f"Not shown, because of small numbers: {'; '.join(names)}."


def not_shown(caption: str) -> Prose:
    """What stands in place of a table or chart that is mostly hidden."""
    return Prose(f"“{caption}” is not shown, because of small numbers.")

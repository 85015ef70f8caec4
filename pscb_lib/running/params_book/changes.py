"""What a sheet changes in its file: rows added, removed and changed, by their keys."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pscb_lib.running.params_book.pages import Page
from pscb_lib.running.params_book.reading import Sheet

Key = tuple[str, ...]
Pair = tuple[int | None, int | None]  # the places of a row in the file and in the sheet


@dataclass(frozen=True)
class Change:
    """The changes of one sheet: pairs of rows, of which one is None if it was added or removed."""

    sheet: Sheet
    pairs: tuple[Pair, ...]

    @property
    def page(self) -> Page:
        """The page of the sheet."""
        return self.sheet.page

    def cells_of(self, pair: Pair) -> Iterator[tuple[str, str, str]]:
        """The name of each column in which the rows of a pair differ, and the two texts."""
        before, after = pair
        if before is not None and after is not None:
            for name, old, new in zip(self.page.names, self.page.rows[before],
                                      self.sheet.rows[after], strict=True):
                if old != new:
                    yield name, old, new


def change_of(sheet: Sheet) -> Change:
    """The changes of a sheet, in the order of its rows; removed rows are last."""
    keys = [*_keys(sheet.page, sheet.page.rows)]
    place_of = {key: place for place, key in enumerate(keys)}
    pairs: list[Pair] = [(place_of.pop(key, None), after)
                         for after, key in enumerate(_keys(sheet.page, sheet.rows))]
    return Change(sheet, (*pairs, *((before, None) for before in sorted(place_of.values()))))


def _keys(page: Page, rows: Sequence[Key]) -> Iterator[tuple[Key, int]]:
    """The key of each row, and how many rows before it have the same."""
    places, seen = [page.names.index(name) for name in page.key], Counter[Key]()
    for row in rows:
        key = tuple(row[place] for place in places)
        yield key, seen[key]
        seen[key] += 1


def say_change(change: Change, is_taken: bool = True) -> Iterator[str]:
    """The changes in lines: how many there are, then each row by its key."""
    page, rows = change.page, change.sheet.rows
    added = [after for before, after in change.pairs if before is None and after is not None]
    removed = [before for before, after in change.pairs if after is None and before is not None]
    changed = [(pair, cells) for pair in change.pairs if (cells := [*change.cells_of(pair)])]
    counts = (("added", len(added)), ("removed", len(removed)), ("changed", len(changed)))
    said = [f"{count:,} {_rows(page, count)} {verb}" for verb, count in counts if count]
    file = page.file if is_taken else f"{page.file}, not taken"
    yield f"{file}: {', '.join(said) or 'rows in another order'}"
    for place in removed:
        yield f"  - {_said(page, page.rows[place])}"
    for place in added:
        yield f"  + {_said(page, rows[place])}"
    for (before, _), cells in changed:
        for name, old, new in cells:
            yield f"  {_said(page, page.rows[before or 0])}: {name} {old!r} -> {new!r}"


def _rows(page: Page, count: int) -> str:
    noun = "setting" if page.cells_of else "row"
    return noun if count == 1 else f"{noun}s"


def _said(page: Page, row: Sequence[str]) -> str:
    return ", ".join(row[page.names.index(name)] or "(blank)" for name in page.key)

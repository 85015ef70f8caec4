"""The frames of tables: of data, with a header row that repeats, or of layout alone."""

from __future__ import annotations

from collections.abc import Sequence

from pscb_lib.page.rendering.word.xml import Element, w

FIRST_ROW, FIRST_COLUMN, NO_BANDS = 0x20, 0x80, 0x600


def table_of(wide: Sequence[int], *rows: Element, title: str = "", is_data: bool = True
             ) -> Element:
    """Return a table of columns as *wide* in dxa; *title* is what a screen reader calls it.

    The first row and the first column of a table of data are its headers.
    """
    heads = dict.fromkeys(("firstRow", "firstColumn"), int(is_data))
    others = {"lastRow": 0, "lastColumn": 0, "noHBand": 1, "noVBand": 1}
    value = (FIRST_ROW + FIRST_COLUMN) * is_data + NO_BANDS
    return w("tbl", w("tblPr", w("tblStyle", val="Boardtable" if is_data else "TableNormal"),
                      w("tblW", w=sum(wide), type="dxa"), w("tblLayout", type="fixed"),
                      w("tblLook", val=f"{value:04X}", **heads, **others),
                      *([w("tblCaption", val=title)] if title else [])),
             w("tblGrid", *(w("gridCol", w=each) for each in wide)), *rows)


def row_of(*cells: Element, is_head: bool = False, is_whole: bool = True) -> Element:
    """Return a row; if *is_whole* it does not break across pages. A head stands on every page."""
    about = [*([w("cantSplit")] if is_whole else []), *([w("tblHeader")] if is_head else [])]
    return w("tr", *([w("trPr", *about)] if about else []), *cells)


def cell_of(width: int, *content: Element, about: Sequence[Element] = ()) -> Element:
    """Return a cell of a *width* in dxa; *about* are its other properties."""
    return w("tc", w("tcPr", w("tcW", w=width, type="dxa"), *about), *content)

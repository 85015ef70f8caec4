"""Write the sheet that says of each row of a form what counts and what does not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil
from typing import Any

from pscb_lib.page.rendering.workbooks import print_wide

COUNTED = "What counts"
LINE = 15  # points
SHORT, LONG = 14, 34  # letters
FEW = 12  # letters of a short column


def write_counted(sheet: Any, lines: Sequence[Mapping[str, str]], looks: Mapping[str, Any]
                  ) -> None:
    """Write *lines*, each by the same headings, and lock the sheet."""
    headings = [*lines[0]]
    sheet.write_row(0, 0, headings, looks["heading"])
    widths = [SHORT if all(len(line[one]) <= FEW for line in lines) else LONG for one in headings]
    for place, width in enumerate(widths):
        sheet.set_column(place, place, width)
    for row, line in enumerate(lines, 1):
        sheet.set_row(row, LINE * max(ceil(len(line[one]) / (width - 2))
                                      for one, width in zip(headings, widths, strict=True)))
        for place, heading in enumerate(headings):
            sheet.write_string(row, place, line[heading], looks["text"])
    sheet.freeze_panes(1, 1)
    sheet.protect("", {"format_columns": True, "format_rows": True})
    print_wide(sheet)
    sheet.repeat_rows(0)

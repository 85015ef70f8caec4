"""Write the sheet "Please correct": every finding in plain English, with a link to its cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import ceil

from xlsxwriter.utility import xl_rowcol_to_cell

from pscb_lib.board.wording import named
from pscb_lib.page.rendering.workbooks import print_wide
from pscb_lib.reading.findings import Finding, Reaction
from pscb_lib.returns.checking import CheckedFile, list_findings
from pscb_lib.returns.feedback.marks import BECAME, WHOLE_ROW, columns_of, sentence
from pscb_lib.returns.feedback.own_words import in_own_words
from pscb_lib.returns.feedback.styles import Styles

SHEET = "Please correct"
HEADINGS = ("Row", "Sheet", "Column", "What you wrote", "What is wrong", "What to do",
            "What became of it")
WIDTHS = (8, 16, 24, 26, 48, 40, 26)
LINE = 15  # points
MOST_LINKS = 5_000  # a sheet takes 65,530
NOT_USED = "The file is not used"
NO_COPY = "A copy is not enclosed: please mend your own file and send it again."
HOW = ("The cells are marked in this workbook. Amber must be corrected. Blue was read as the "
       "list says and needs only your eye. Correct the cells here, save, and send it back.")


def write_letter(sheet, one: CheckedFile, styles: Styles, table: str | None,
                 places: Mapping[str, int]) -> None:
    """Fill the sheet; *table* is the sheet with the marked cells, or None without a copy.
    """
    lines = list(_introduction(one, table is not None))
    print_wide(sheet)
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width)
    for number, line in enumerate(lines):
        sheet.write_string(number, 0, line, styles.title if number == 0 else styles.plain)
    top = len(lines) + 1
    sheet.write_row(top, 0, HEADINGS, styles.heading)
    sheet.freeze_panes(top + 1, 0)
    for number, (is_whole, finding) in enumerate(list_findings([one]), 1):
        link = _link(finding, table, places) if number <= MOST_LINKS else None
        _write(sheet, top + number, one, finding, is_whole, styles, link)


def _introduction(one: CheckedFile, has_copy: bool) -> Iterator[str]:
    yield f"Please correct: {one.path.name}"
    if one.kind and one.context:
        yield f"{named(one.kind.title)}, {one.context.period.words}. {one.context.settings.board}."
    if one.source:
        yield (f"Rows: {one.source.read:,} read, {one.source.used:,} used, "
               f"{one.source.rejected:,} not used until they are corrected, "
               f"{one.source.left_out:,} left out.")
    yield HOW if has_copy else NO_COPY


def _write(sheet, row: int, one: CheckedFile, finding: Finding, is_whole: bool, styles: Styles,
           link: str | None) -> None:
    became = NOT_USED if is_whole else BECAME[finding.reaction]
    finding = in_own_words(finding, one)
    said = (finding.sheet or "", finding.column or "", finding.value or "", sentence(finding.rule),
            sentence(finding.remedy), became)
    sheet.set_row(row, LINE * max(ceil(len(text) / (width - 2))
                                  for text, width in zip(said, WIDTHS[1:], strict=True)))
    style = styles.wrong if finding.reaction is Reaction.REJECTED else styles.noted
    if link:
        sheet.write_url(row, 0, link, style)
    if finding.row:
        sheet.write_number(row, 0, finding.row, style)
    else:
        sheet.write_string(row, 0, "", style)
    for column, text in enumerate(said, 1):
        styles.put_text(sheet, row, column, text, "wrapped")


def _link(finding: Finding, table: str | None, places: Mapping[str, int]) -> str | None:
    if table is None or not finding.row:
        return None
    column = columns_of(finding, places)[0]
    cell = xl_rowcol_to_cell(finding.row - 1, 0 if column == WHOLE_ROW else column)
    quoted = table.replace("'", "''")
    return f"internal:'{quoted}'!{cell}"

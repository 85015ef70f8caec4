"""The words of the workbook: how to use it, what each column takes, and the data dictionary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pscb_lib.running.params_book.pages import Column, Page

GUIDE, DICTIONARY, WORDS = "How to use", "Data dictionary", "Allowed words"
MARKS = ("Sheet", "File", "What it holds", "Rows", "Mark")
DICTIONARY_HEADINGS = ("Sheet", "Column", "Meaning", "What to write", "May be blank",
                       "Allowed words", "Example", "Rules", "Used by")
STEPS = (
    ("What", "The Board's decisions: each sheet is a file of params/, each row of it a row there"),
    ("Edit", "Change, add or delete rows. Choose from the list where a cell has one"),
    ("Help", "Rest the pointer on a heading; the sheet Data dictionary has all columns"),
    ("Form", "All cells are text, so that Excel makes no date of 2011-12. Write days as 2015-01-31 "
     "or 31/01/2015"),
    ("Look", "See what would change: pscb params --from FILE --dry-run"),
    ("Take back", "pscb params --from FILE. All faults are named in one go, and nothing is written "
     "unless all is good"),
    ("Not here", "The ledger, which commands alone write (pscb ledger lists it), and the files of "
     "a cycle, which pscb new-cycle writes"),
    ("Marks", "Leave the table below as it is: its marks tell whether a file was edited since"),
)


def marks_of(pages: Iterable[Page]) -> Iterator[tuple[str, ...]]:
    """A line for each page of the table that tells of which rows the workbook was made."""
    for page in pages:
        yield page.name, page.file, page.title, str(len(page.rows)), page.mark


def remark_on(column: Column) -> str:
    """What stands beside the heading of a column: its meaning, what to write, its rules."""
    blank = "May be blank." if column.may_be_blank else "Must be filled."
    words = f"One of: {', '.join(column.words)}." if column.must_be_one and column.words else ""
    lines = (_sentence(column.field.meaning), f"{column.says}. {blank}", words,
             *map(_sentence, column.rules))
    return "\n".join(filter(None, lines))


def dictionary_of(pages: Iterable[Page]) -> Iterator[tuple[str, ...]]:
    """A line for each column of each page."""
    for page in pages:
        for column in page.columns:
            yield (page.name, column.name, _sentence(column.field.meaning), column.says,
                   "yes" if column.may_be_blank else "no", _listed(column), column.example,
                   " ".join(map(_refused, column.rules)), page.used_by)


def _listed(column: Column) -> str:
    if not column.words:
        return ""
    return ", ".join(column.words) if column.must_be_one else "see the list of the cell"


def _refused(rule: str) -> str:
    return f"Refused: {rule}."


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}." if words else ""


def widths_of(headings: Sequence[str], rows: Iterable[Sequence[str]], widest: int) -> list[int]:
    """The width of each column in letters: its longest text, at most *widest*."""
    longest = [max(map(len, column)) for column in zip(headings, *rows, strict=True)]
    return [min(max(8, 2 + one), widest) for one in longest]

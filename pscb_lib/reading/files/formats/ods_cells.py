"""The text of one cell of an ods workbook, by the type of its value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from pscb_lib.reading.cells.absent import absence_in
from pscb_lib.reading.files.formats.encoded import decoded
from pscb_lib.reading.files.formats.errors import is_error
from pscb_lib.reading.files.formats.rich import moved, partly_struck
from pscb_lib.reading.files.formats.seen import ErrorCell, beyond_days, not_shown
from pscb_lib.reading.files.values import as_text, length_of_time

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
EXTENDED = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}value-type"
TYPE, FORMULA = f"{OFFICE}value-type", f"{TABLE}formula"
STYLE, STRUCK = f"{TEXT}style-name", "struck"
DURATION = re.compile(r"(-?)P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,]\d+)?S)?")


def text_of(cell: Any, styles: Mapping[str, str]) -> str:
    """The text of a cell; an error is an :class:`ErrorCell`.

    *styles* has those that raise, lower or strike through, and which of it each does.
    """
    paragraphs = cell.findall(f"{TEXT}p")
    shown = "\n".join(_paragraph(one, styles) for one in paragraphs)
    if any(styles.get(span.get(STYLE, "")) == STRUCK for one in paragraphs
           for span in one.iter(f"{TEXT}span")):
        return partly_struck(shown)
    kind = cell.get(TYPE, "")
    if cell.get(EXTENDED) == "error" or kind not in ("", "string") and is_error(shown):
        return ErrorCell.of(shown.strip() or "#ERROR!")
    if kind in ("float", "currency", "percentage"):
        value = float(cell.get(f"{OFFICE}value", "0"))
        if value and _is_instead(shown):
            return not_shown(shown.strip())
        return as_text(int(value) if value.is_integer() else value, kind == "percentage")
    if kind == "date":
        return _day(cell.get(f"{OFFICE}date-value", ""))
    if kind == "time":
        return _duration(cell.get(f"{OFFICE}time-value", ""))
    if kind == "boolean":
        return as_text(cell.get(f"{OFFICE}boolean-value") == "true")
    return decoded(shown or cell.get(f"{OFFICE}string-value", ""))


def _is_instead(shown: str) -> bool:
    """Whether a text is shown in place of a number, such as <6 or a mark."""
    if not re.search(r"\d", shown):
        return bool(shown.strip("# \n"))
    return absence_in(shown) is not None


def is_unsaved(cell: Any) -> bool:
    """Whether a cell has a formula, and no value that was saved with it."""
    return FORMULA in cell.attrib and TYPE not in cell.attrib and cell.find(f"{TEXT}p") is None


def _day(written: str) -> str:
    try:
        if "T" not in written:
            return as_text(date.fromisoformat(written))
        return as_text(datetime.fromisoformat(written.rstrip("Z")))
    except ValueError:
        return beyond_days(written)


def _duration(written: str) -> str:
    """A time of day, or a length of time of a day and more, as other formats give it."""
    found = DURATION.fullmatch(written)
    if not found:
        return written
    days, hours, minutes, seconds = (int(part or 0) for part in found.groups()[1:])
    length = timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
    if length >= timedelta(days=1) or found[1]:
        return length_of_time(-length if found[1] else length)
    return str((datetime.combine(date.min, time()) + length).time())


def how_styled(properties: Any) -> str:
    """What a style does to text: superscript, subscript, struck or nothing."""
    said = {key.rpartition("}")[2]: value for key, value in properties.attrib.items()}
    line = said.get("text-line-through-style") or said.get("text-line-through-type")
    if line not in (None, "", "none"):
        return STRUCK
    moves = said.get("text-position", "").split(" ")[0]
    if moves == "super" or moves.endswith("%") and float(moves[:-1]) > 0:
        return "superscript"
    return "subscript" if moves == "sub" or moves.startswith("-") else ""


def _paragraph(element: Any, styles: Mapping[str, str]) -> str:
    return "".join(_pieces(element, styles))


def _pieces(element: Any, styles: Mapping[str, str]) -> Iterator[str]:
    """The text of a paragraph, without comments; runs of spaces are elements of their own."""
    yield moved(element.text or "", styles.get(element.get(STYLE, "")))
    for child in element:
        if child.tag == f"{TEXT}s":
            yield " " * min(int(child.get(f"{TEXT}c", "1")), 1_000)
        elif child.tag in (f"{TEXT}tab", f"{TEXT}line-break"):
            yield "\t" if child.tag == f"{TEXT}tab" else "\n"
        elif child.tag not in (f"{OFFICE}annotation", f"{TEXT}note"):
            yield from _pieces(child, styles)
        yield child.tail or ""

"""A checked return as text and HTML: its files, their numbers of rows, the first findings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas

    from pscb_lib.reading.findings import Finding
    from pscb_lib.reading.rows.nouns import Checked

FIRST = 5  # findings
ROWS = {"read": "rows read", "used": "used", "rejected": "rejected", "left_out": "left out"}


def say_rows(rows: Mapping[str, int]) -> str:
    """The numbers of rows as a phrase: 24 rows read, 22 used, 2 rejected, 0 left out."""
    return ", ".join(f"{rows[name]:,} {words}" for name, words in ROWS.items())


def say_findings(findings: Sequence[Finding]) -> list[str]:
    """The first findings, a line each, and how many more there are."""
    more = len(findings) - FIRST
    return [*map(str, findings[:FIRST]), *([f"and {more:,} more findings"] if more > 0 else [])]


def as_text(checked: Checked) -> str:
    """The numbers of rows, the files and the first findings as text for a terminal."""
    table = _sources(checked).to_string(index=False) if checked.sources else "no file"
    return "\n".join([say_rows(checked.rows), table, *say_findings(checked.findings)])


def as_html(checked: Checked) -> str:
    """The numbers of rows, the files and the first findings as HTML for a notebook."""
    found = "".join(f"<li>{escape(line)}</li>" for line in say_findings(checked.findings))
    return (f"<p>{say_rows(checked.rows)}</p>{_sources(checked).to_html(index=False, border=0)}"
            f"<ul>{found}</ul>")


def _sources(checked: Checked) -> pandas.DataFrame:
    import pandas

    return pandas.DataFrame([
        {"file": source.file,
         **{words: getattr(source, name) for name, words in ROWS.items()}}
        for source in checked.sources])

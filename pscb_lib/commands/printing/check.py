"""What ``pscb check`` prints for a reader: what to correct, then the row counts of every file."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

import click

from pscb_lib.commands.options import console_width
from pscb_lib.commands.printing.columns import lay_out
from pscb_lib.framework.english import count_of
from pscb_lib.returns.checking import CheckedFile, list_findings
from pscb_lib.returns.checking.mistakes import WHOLE, Mistake, gather, plain

HEADINGS = ("Row", "Column", "Written", "What is wrong; what to do")
COUNTS = ("read", "used", "rejected", "left_out")
TITLES = {
    WHOLE: "FILES THAT ARE NOT USED",
    "rejected": "REJECTED: rows not used until they are corrected",
    "normalised": "NORMALISED: written in another way, and read as said here",
    "noted": "NOTED: used as it is",
}


def say_text(files: Sequence[CheckedFile], others: Sequence[Path]) -> None:
    """Print a table for each kind of finding and file, then the row counts of every file."""
    width = console_width()
    mistakes = gather(list_findings(files))
    for reaction, title in TITLES.items():
        own = [mistake for mistake in mistakes if mistake.reaction == reaction]
        if own:
            print_lines([title, "=" * len(title), *_say_mistakes(own, width)])
    print_lines(_say_files(files, others))


def _say_mistakes(mistakes: Iterable[Mistake], width: int) -> Iterator[str]:
    for place, group in groupby(mistakes, key=lambda mistake: mistake.place):
        yield plain(place)
        for line in lay_out(HEADINGS, [_cells(mistake) for mistake in group], width - 2):
            yield f"  {line}"
        yield ""


def _cells(mistake: Mistake) -> tuple[str, ...]:
    value = "" if mistake.value is None else repr(mistake.value)
    return tuple(map(plain, (mistake.rows, mistake.column or "", value,
                             f"{mistake.rule}; {mistake.remedy}")))


def _say_files(files: Sequence[CheckedFile], others: Sequence[Path]) -> Iterator[str]:
    for one in files:
        yield plain(f"{one.name}: {_say_counts(one)}")
    sources = [one.source for one in files if one.source]
    whole = [sum(getattr(source, name) for source in sources) for name in COUNTS]
    unused = sum(one.refused is not None for one in files)
    yield f"{count_of(len(files), 'file')}, {unused} not used. {say_rows(whole)}"
    if others:
        kinds = ", ".join(sorted({path.suffix or path.name for path in others}))
        yield plain(f"Not checked: {count_of(len(others), 'other file')} ({kinds})")


def _say_counts(one: CheckedFile) -> str:
    if one.checked is None or one.kind is None or one.context is None:
        return "not read"
    why = "; ".join(f"{number:,} {reason}" for reason, number in one.checked.reasons.items())
    rows = say_rows([getattr(one.source, name) for name in COUNTS])
    return f"{one.kind.title}, {one.context.period.label}. {rows}" + (f" ({why})" if why else "")


def say_rows(counts: Sequence[int]) -> str:
    """Return the rows read, used, rejected and left out, as an equation."""
    return "Rows: {:,} read = {:,} used + {:,} rejected + {:,} left out".format(*counts)


def print_lines(lines: Iterable[str]) -> None:
    """Print on any console; a letter that its encoding lacks is written by its number."""
    encoding = sys.stdout.encoding or "utf-8"
    for line in lines:
        click.echo(line.encode(encoding, "backslashreplace").decode(encoding))

"""Find hidden figures that are printed with their label: in a row, an alt text or a sentence.

A number in a row is no leak if a shown figure of the same row explains it; each such figure
explains it once. For sentences see :mod:`.sentences`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from pscb_lib.disclosure.equations import place_of
from pscb_lib.disclosure.figures import masked_figures_in
from pscb_lib.disclosure.outsider.found import Cell, Finished, Row
from pscb_lib.disclosure.outsider.known import Known, Paper
from pscb_lib.disclosure.outsider.leak import NARROWED, REMEDY, Leak, describe, label_of
from pscb_lib.disclosure.outsider.numbers import Number, numbers_in, plain
from pscb_lib.disclosure.outsider.others import is_of_others
from pscb_lib.disclosure.outsider.sentences import is_share, narrowed_in, tells_of

MOST_WORDS = 6  # of a line with a figure; a longer one is prose, such as a comment
# Heads of columns without figures.
NO_FIGURES = {"target", "target to", "target, upper end", "% of target", "per cent of target",
              "since last quarter", "since last year", "since", "weeks", "rating", "no.",
              "usual range from", "usual range to", "95% interval from", "95% interval to"}
Told = tuple[str, str, str]  # where in a row, the label of a figure, and what of it is told
Done = dict[tuple[tuple[str, ...], tuple[Cell, ...], frozenset[str]], list[Told]]
HELD = "it is hidden and holds its numbers"


def find_leaks(found: Finished, paper: Paper) -> list[Leak]:
    """Find the hidden figures of *paper* that a row or a sentence of the files discloses."""
    of_tables = defaultdict(list)
    rows = [row for row in found.rows if not is_of_others(row.table)]
    for row in rows:
        of_tables[row.file, row.table, row.group].append(row)
    done: Done = {}
    leaks = [leak for rows in of_tables.values() for leak in _of_table(rows, paper, done)]
    said = [*((one.file, one.place, one.text) for one in found.sentences),
            *((row.file, f"table {row.table}", line) for row in rows for cell in row.cells
              for line in cell.text.split("\n") if " " in line)]
    told = {text: tells_of(text, paper) for text in {text for _, _, text in said}}
    leaks += [Leak(file, place, label, tells)
              for file, place, text in said for label, tells in told[text]]
    return sorted(set(leaks))


def find_held(found: Finished) -> list[Leak]:
    """Find the hidden figures whose numbers are still in the notebook's own frame of figures."""
    if found.figures is None:
        return []
    return [Leak("report.ipynb", f"table {one.table}", ", ".join(filter(None, place_of(one)[1:])),
                 HELD, REMEDY) for one in masked_figures_in(found.figures) if one.hidden
            and any(each is not None and each == each
                    for each in (one.actual, one.numerator, one.denominator))]


def _of_table(rows: Sequence[Row], paper: Paper, done: Done) -> Iterator[Leak]:
    """The leaks of the rows of a table; its figures are in the tables with all their labels.

    A row is in several files; what it discloses is kept in *done*.
    """
    tables = frozenset(paper.tables_with(row.labels for row in rows))
    for row in rows:
        key = (row.labels, row.cells, tables)
        if key not in done:
            figures = paper.headed(row.labels, tables)
            is_masked = any(figure.is_hidden for figure in figures)
            done[key] = [*_of_row(row, figures)] if is_masked else []
        for where, label, tells in done[key]:
            yield Leak(row.file, f"table {row.table}, {where}", label, tells)


def _of_row(row: Row, figures: Sequence[Known]) -> Iterator[Told]:
    columns = {figure.place[2] for figure in figures}
    loose: dict[bool, list[tuple[Cell, Number]]] = {True: [], False: []}
    names = (*row.labels, *filter(None, columns))
    for cell in row.cells:
        if cell.head.lower() in NO_FIGURES:
            continue
        lines = plain(cell.text).split("\n")
        numbers = set_of(number for line in lines for number in numbers_in(line, names)
                         if len(line.split()) <= MOST_WORDS or is_share(line, number)
                         or cell.is_picture)
        own = [figure for figure in figures if figure.place[2] == cell.head]
        for figure in (one for line in lines for one in narrowed_in(line, names, own or figures)
                       if len(line.split()) <= MOST_WORDS):
            yield f"column {cell.head or row.labels[0]}", label_of(figure), NARROWED
        if cell.head in columns and cell.head:
            yield from _disclosed(row, [(cell, one) for one in numbers], own)
        else:
            loose[cell.is_picture] += [(cell, one) for one in numbers]
    for said in loose.values():
        yield from _disclosed(row, said, figures)


def set_of(numbers: Iterable[Number]) -> list[Number]:
    """Each number once, whatever its position in the text."""
    return list({(one.value, one.decimals, one.is_percent): one for one in numbers}.values())


def _disclosed(row: Row, said: Sequence[tuple[Cell, Number]], figures: Sequence[Known]
          ) -> Iterator[Told]:
    times = Counter((one.value, one.is_percent) for _, one in said)
    for cell, number in said:
        explained = sum(one.times_revealed_by(number) for one in figures if not one.is_hidden)
        if times[number.value, number.is_percent] <= explained:
            continue
        revealed = [one for one in figures if one.is_hidden and one.is_revealed_by(number)]
        if revealed:
            # A percentage is rather a figure of its own than a count's share of a total.
            figure = min(revealed, key=lambda one: number.is_percent and one.unit == "count")
            where = f"{'picture in ' if cell.is_picture else ''}column"
            yield (f"{where} {cell.head or row.labels[0]}", label_of(figure),
                   describe(figure, number))

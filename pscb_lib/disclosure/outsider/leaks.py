"""Find hidden figures that are printed with their label: in a row, an alt text or a sentence.

A number in a row is no leak if a shown figure of the same row explains it; each such figure
explains it once. In a sentence a bare small number is a leak only next to the label; a percentage
or "4 of 19" is one anywhere in the same clause.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from pscb_lib.disclosure.equations import place_of
from pscb_lib.disclosure.figures import TOTAL, masked_figures_in
from pscb_lib.disclosure.outsider.found import Cell, Finished, Row, Sentence
from pscb_lib.disclosure.outsider.known import Known, Paper
from pscb_lib.disclosure.outsider.leak import REMEDY, Leak, describe, label_of
from pscb_lib.disclosure.outsider.numbers import Number, labels_in, numbers_in

NEAR = 3  # words between a label and its number
MOST_WORDS = 6  # of a line with a figure; a longer one is prose, such as a comment
# Heads of columns without figures.
NO_FIGURES = {"target", "% of target", "per cent of target", "since last quarter",
              "since last year", "since", "weeks", "rating"}
# Tables of figures that others have published: by id, or by caption in a PDF.
OTHERS = {"published", "Yearly figures as published", "comparisons",
          "The same year and release for all"}
HELD = "it is hidden and holds its numbers"
CLAUSE = re.compile(r"(?<=[.;!?])\s+|\n")


def find_leaks(found: Finished, paper: Paper) -> list[Leak]:
    """Find the hidden figures of *paper* that a row or a sentence of the files discloses."""
    of_tables = defaultdict(list)
    for row in (row for row in found.rows if row.table not in OTHERS):
        of_tables[row.file, row.table, row.group].append(row)
    leaks = [leak for rows in of_tables.values() for leak in _of_table(rows, paper)]
    leaks += [leak for one in found.sentences for leak in _of_sentence(one, paper.by_label)]
    return sorted(set(leaks))


def find_held(found: Finished) -> list[Leak]:
    """Find the hidden figures whose numbers are still in the notebook's own frame of figures."""
    if found.figures is None:
        return []
    return [Leak("report.ipynb", f"table {one.table}", ", ".join(filter(None, place_of(one)[1:])),
                 HELD, REMEDY) for one in masked_figures_in(found.figures) if one.hidden
            and any(each is not None and each == each
                    for each in (one.actual, one.numerator, one.denominator))]


def _of_table(rows: Sequence[Row], paper: Paper) -> Iterator[Leak]:
    """The leaks of the rows of a table; its figures are in the tables with all their labels."""
    tables = paper.tables_with(row.labels for row in rows)
    for row in rows:
        figures = paper.headed(row.labels, tables)
        if any(figure.is_hidden for figure in figures):
            yield from _of_row(row, figures)


def _of_row(row: Row, figures: Sequence[Known]) -> Iterator[Leak]:
    columns = {figure.place[2] for figure in figures}
    loose: dict[bool, list[tuple[Cell, Number]]] = {True: [], False: []}
    names = (*row.labels, *filter(None, columns))
    for cell in row.cells:
        if cell.head.lower() in NO_FIGURES:
            continue
        numbers = set_of(number for line in cell.text.split("\n")
                         for number in numbers_in(line, names)
                         if len(line.split()) <= MOST_WORDS or is_share(line, number)
                         or cell.is_picture)
        if cell.head in columns and cell.head:
            own = [figure for figure in figures if figure.place[2] == cell.head]
            yield from _disclosed(row, [(cell, one) for one in numbers], own)
        else:
            loose[cell.is_picture] += [(cell, one) for one in numbers]
    for said in loose.values():
        yield from _disclosed(row, said, figures)


def set_of(numbers: Iterable[Number]) -> list[Number]:
    """Each number once, whatever its position in the text."""
    return list({(one.value, one.decimals, one.is_percent): one for one in numbers}.values())


def _disclosed(row: Row, said: Sequence[tuple[Cell, Number]], figures: Sequence[Known]
          ) -> Iterator[Leak]:
    times = Counter((one.value, one.is_percent) for _, one in said)
    for cell, number in said:
        explained = sum(one.times_revealed_by(number) for one in figures if not one.is_hidden)
        if times[number.value, number.is_percent] <= explained:
            continue
        for figure in figures:
            if figure.is_hidden and figure.is_revealed_by(number):
                place = f"table {row.table}, {'picture in ' if cell.is_picture else ''}column"
                yield Leak(row.file, f"{place} {cell.head or row.labels[0]}",
                           label_of(figure), describe(figure, number))
                break


def _of_sentence(sentence: Sentence, by_label: dict[str, list[Known]]) -> Iterator[Leak]:
    labels = tuple(label for label in by_label if label != TOTAL)
    if not any(labels) or not any(letter.isalnum() for letter in sentence.text):
        return
    for clause in CLAUSE.split(sentence.text):
        named = [(found, by_label[label]) for found in labels_in(labels).finditer(clause)
                 for label in labels if label.lower() == found[0].lower()]
        if not any(figure.is_hidden for _, figures in named for figure in figures):
            continue
        numbers = numbers_in(clause, labels)
        here = [figure for _, figures in named for figure in figures]
        for found, figures in named:
            for number in numbers:
                figure = next((one for one in figures if one.is_hidden
                               and one.is_revealed_by(number)), None)
                is_explained = any(one.is_revealed_by(number) for one in here if not one.is_hidden)
                if figure and not is_explained and _stands_by(clause, found, number, numbers):
                    yield Leak(sentence.file, sentence.place, label_of(figure),
                               describe(figure, number))


def _stands_by(clause: str, label: re.Match[str], number: Number, numbers: Sequence[Number]
               ) -> bool:
    """Whether a number is of a label: a share or a pair anywhere, a bare count next to it."""
    if is_share(clause, number):
        return True
    start, end = sorted((label.span(), (number.start, number.end)))
    between = clause[start[1]:end[0]]
    is_apart = any(start[1] <= one.start < end[0] for one in numbers)
    return not is_apart and len(between.split()) <= NEAR


def is_share(text: str, number: Number) -> bool:
    """Whether a number is a percentage, has decimals, or is the first of a pair: 4 of 19."""
    is_pair = text[number.end:number.end + 4] == " of "
    return number.is_percent or number.decimals > 0 or is_pair

"""Check each row on its own: parse every cell, then apply the rules about a whole row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import compress, islice
from typing import Any

from pscb_lib.reading.files import Table
from pscb_lib.reading.findings import Finding, Reaction
from pscb_lib.reading.rows.columns import Found, find_bad_cells, make_notes, parse_column
from pscb_lib.reading.rows.nouns import (
    AT_A_TIME,
    Checked,
    Field,
    Record,
    Records,
    Rule,
    Source,
)


def check_rows(table: Table, fields: Sequence[Field], rules: Iterable[Rule]) -> Checked:
    """Check every row of *table*; the frame has the valid rows, in their order."""
    return _put_together(table, *_values(table, fields, rules))


def check_records(table: Table, fields: Sequence[Field], rules: Iterable[Rule]
                  ) -> tuple[list[Record], list[Finding]]:
    """Check every row of *table* as :func:`check_rows` does; return all as records, and the faults.
    """
    values, found, _ = _values(table, fields, rules)
    return list(Records(values)), _in_order(found)


def _values(table: Table, fields: Sequence[Field], rules: Iterable[Rule]
            ) -> tuple[dict[str, list[Any]], Found, list[Finding]]:
    """The parsed cells of each column, the faults of rows, and the notes on cells."""
    places = {name: place for place, name in reversed([*enumerate(table.columns)])}
    found = _faults(table, fields)
    values: dict[str, list[Any]] = {}
    notes: list[Finding] = []
    for one in fields:
        place = places.get(one.name)
        texts = [""] * len(table.cells) if place is None else [
            cells[place] for cells in table.cells]
        column = parse_column(one, texts)
        values[one.name] = [column.values[text] for text in texts]
        find_bad_cells(found, table, column, texts)
        notes += make_notes(table, column, texts)
    values["file"], values["row"] = [table.file] * len(table.cells), table.numbers.tolist()
    _find_broken_rules(found, table, fields, tuple(rules), values)
    return values, found, notes


def _find_broken_rules(found: Found, table: Table, fields: Sequence[Field],
                       rules: tuple[Rule, ...], values: dict[str, list[Any]]) -> None:
    if not rules:
        return
    hidden = {one.name for one in fields if one.identifying}
    bad = {*found}
    rows = ((place, record) for place, record in enumerate(Records(values))
            if record["row"] not in bad)
    while some := [*islice(rows, AT_A_TIME)]:
        for place, broken in sorted(_breaking(some, rules).items()):
            # the notes on a row are dropped if it is rejected
            broken = [rule for rule in broken if _refuses(rule)] or broken
            row = table.numbers[place]
            cells = dict(zip(table.columns, table.cells[place], strict=True))
            found[row] = [_broken(table, rule, row, cells, hidden) for rule in broken]


def _breaking(some: Sequence[tuple[int, Record]], rules: tuple[Rule, ...]
              ) -> dict[int, list[Rule]]:
    """The rules that rows break, by their places: one rule after the other, which is quicker."""
    places, records = zip(*some, strict=True)
    found: dict[int, list[Rule]] = {}
    for rule in rules:
        for place in compress(places, map(rule.broken, records)):
            found.setdefault(place, []).append(rule)
    return found


def _broken(table: Table, rule: Rule, row: int, cells: dict[str, str], hidden: set[str]
            ) -> Finding:
    shown = None if hidden & {*rule.fields} else " and ".join(
        cells.get(name, "") for name in rule.fields)
    return Finding(table.file, rule.says, rule.remedy, row, " and ".join(rule.fields), shown,
                   table.sheet or None, rule.reaction)


def _put_together(table: Table, values: dict[str, list[Any]], found: Found,
                  notes: list[Finding]) -> Checked:
    import pandas

    # Each list is freed as its column is made, and no column is copied, to save memory.
    frame = pandas.DataFrame({name: pandas.Series(values.pop(name), dtype=object)
                              for name in list(values)}, copy=False)
    rejected = {row for row, findings in found.items() if any(map(_rejects, findings))}
    if rejected:
        frame = frame[[row not in rejected for row in table.numbers]].reset_index(drop=True)
    source = Source(table.file, table.sha256, len(table.cells), len(frame), len(rejected), 0)
    return Checked(frame, (*table.notes, *_in_order(found), *notes), (source,), {})


def _in_order(found: Found) -> list[Finding]:
    return [finding for row in sorted(found) for finding in found[row]]


def _faults(table: Table, fields: Sequence[Field]) -> dict[int, list[Finding]]:
    """The faults of rows as read, without those in columns that this return does not have."""
    own = {field.name for field in fields} | {None}
    found = {row: [fault for fault in faults if fault.column in own]
             for row, faults in table.faults.items()}
    return {row: faults for row, faults in found.items() if faults}


def _refuses(rule: Rule) -> bool:
    return rule.reaction is Reaction.REJECTED


def _rejects(finding: Finding) -> bool:
    return finding.reaction is Reaction.REJECTED

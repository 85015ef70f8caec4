"""Add the figures of published files to the register of benchmarks, without losing any.

Each row is from one release, so a later release adds rows and replaces none. The new file is
written completely, with its rows sorted, before it replaces the old one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path

from pscb_lib.board.comparators.held import areas_of, held_benchmarks
from pscb_lib.board.comparators.layouts import NAMES, read_published_file
from pscb_lib.board.comparators.lines import Line, Wanted
from pscb_lib.board.comparators.mapping import FILE as MEASURES
from pscb_lib.board.comparators.mapping import PARTS, read_measures
from pscb_lib.board.comparators.neighbours import FILE as NEIGHBOURS
from pscb_lib.board.comparators.neighbours import held_neighbours, read_neighbours
from pscb_lib.board.comparators.register import ENGLAND, FILE, Benchmark, Mark, read_benchmarks
from pscb_lib.board.comparators.restated import Restatement, find_restated
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reading.findings import InputError
from pscb_lib.writing.csv_files import Content, write_all
from pscb_lib.writing.turns import in_turn

SOURCE = "Department for Education, {layout}, {file}; Open Government Licence v3.0"
COLUMNS = tuple(column.name for column in fields(Benchmark))
Key = tuple[str, str, ReportingPeriod, date]


@dataclass(frozen=True)
class Update:
    """The result of an update: rows added and held before, figures restated, files without any.

    ``nothing`` says by file why none of its figures was taken.
    """

    added: int
    held: int
    restated: tuple[Restatement, ...]
    nothing: Mapping[str, str]


def update_benchmarks(params: Path, files: Sequence[Path], area: str, region: str,
                      released_on: date | None, years: Sequence[ReportingPeriod] = ()) -> Update:
    """Add the figures of *files* to ``benchmarks.csv``, of all years or only of *years*.

    The areas are England, the *region*, the *area* with its neighbours of every set that is held,
    and those of every set in the register. A file of a release that has no measure of an indicator
    adds nothing, and it is said why. Raises InputError, and writes nothing, if a file is unknown,
    has no day of release, or has another figure than the register for the same release, or if
    another command still writes to the folder after a minute.
    """
    with in_turn(params / FILE) as refuse_lost:
        return _update(params, files, area, region, released_on, years, refuse_lost)


def _update(params: Path, files: Sequence[Path], area: str, region: str,
            released_on: date | None, years: Sequence[ReportingPeriod],
            refuse_lost: Callable[[], None]) -> Update:
    held = read_benchmarks(params / FILE)
    by_key = {_key(one): one for one in held}
    sets = [*read_neighbours(params / NEIGHBOURS), *held_neighbours(params / NEIGHBOURS, area)]
    wanted = Wanted({*areas_of(area, region, sets), *(one.area for one in sets)}, years)
    measures = read_measures(params / MEASURES)
    first = _first_released([*held, *held_benchmarks(params, measures, [area, ENGLAND])])
    nothing: dict[str, str] = {}
    for path in files:
        found = read_published_file(path, measures, wanted)
        nothing |= {path.name: found.nothing} if found.nothing else {}
        for line in found.lines:
            _add(by_key, _benchmark(line, path.name, released_on, first), path.name)
    rows = sorted(by_key.values(), key=lambda one: (one.indicator, one.year, one.area,
                                                    one.released_on))
    refuse_lost()
    _write(params, rows)
    new = by_key.keys() - {_key(one) for one in held}
    restated = [one for one in find_restated(rows) if _key(one.after) in new]
    return Update(len(new), len(held), tuple(restated), nothing)


def _first_released(held: Iterable[Benchmark]) -> dict[tuple[str, ReportingPeriod], date]:
    found: dict[tuple[str, ReportingPeriod], date] = {}
    for one in held:
        at = one.indicator, one.year
        found[at] = min(found.get(at, one.first_released_on), one.first_released_on)
    return found


def _benchmark(line: Line, file: str, released_on: date | None,
               first: Mapping[tuple[str, ReportingPeriod], date]) -> Benchmark:
    released_on = line.released_on or released_on
    if released_on is None:
        raise InputError.at(file, "does not say when it was released", "add --released-on DATE")
    known = first.get((line.indicator, line.year), released_on)
    return Benchmark(line.indicator, line.area, line.year, line.value, line.numerator,
                     line.denominator, min(known, released_on), released_on,
                     SOURCE.format(layout=NAMES[line.layout], file=file))


def _add(by_key: dict[Key, Benchmark], new: Benchmark, file: str) -> None:
    old = by_key.setdefault(_key(new), new)
    for part in PARTS:
        was, now = getattr(old, part), getattr(new, part)
        if None not in (was, now) and was != now:
            raise InputError.at(
                file, f"prints another {part} for {new.indicator}, {new.area}, {new.year.label} "
                f"than {_text(was)}, which the register has of the release of {new.released_on}",
                "see which day is right, or correct the register's row by the file",
                value=str(_text(now)))


def _key(one: Benchmark) -> Key:
    return *one.place, one.released_on


def _write(params: Path, rows: Iterable[Benchmark]) -> None:
    content = Content(COLUMNS, tuple(tuple(_text(getattr(one, name)) for name in COLUMNS)
                                     for one in rows), None)
    write_all(params, {FILE: content}, replace=True)


def _text(value: object) -> object:
    if isinstance(value, Mark):
        return value.value
    return value.label if isinstance(value, ReportingPeriod) else value

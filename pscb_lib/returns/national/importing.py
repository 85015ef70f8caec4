"""Turn national files into the suite's own returns, with the rows counted by every figure.

The returns folder gets the lines of the quarterly data set, the half-years of missing episodes and
the quarters of child protection conferences if the files have them, and in ``import/`` each figure
with the rows it counts, for the analyst only. Files are written under other names and renamed. A
file that was not made by an import is replaced only if *replace* is given; rows that an earlier
import of the same name left in other files are removed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pscb_lib.board.indicators import Role, by_role, indicators_for, read_indicators
from pscb_lib.board.settings import read_settings
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reading.findings import InputError
from pscb_lib.returns.national.annex_a import read_annex_a
from pscb_lib.returns.national.cin import read_cin
from pscb_lib.returns.national.coverage import (
    refuse_other_owner,
    refuse_uncovered,
    refuse_unread,
    say_covered,
    say_owner,
)
from pscb_lib.returns.national.imported_content import (
    conferences,
    data_set,
    episodes,
    left_by_earlier,
    rows_behind,
    slug,
)
from pscb_lib.returns.national.measures.social_care import Line, measure_social_care
from pscb_lib.returns.national.source import National
from pscb_lib.returns.national.ssda903 import read_ssda903
from pscb_lib.writing.csv_files import IMPORTED, OWN_FOLDER, write_all

READERS: Mapping[str, Callable[[Iterable[Path], date], National]] = {
    "ssda903": read_ssda903, "cin": read_cin, "annex-a": read_annex_a,
}
QUARTER = 3


@dataclass(frozen=True)
class Imported:
    """The result of an import: its lines, the files, and the ids of lines on the register.

    ``registered`` has the Board's id of each line, by role and period.
    ``told`` says what the files cover and, if that was not checked, whose they are.
    """

    national: National
    lines: tuple[Line, ...]
    told: tuple[str, ...]
    registered: Mapping[tuple[Role, str], str]
    written: tuple[Path, ...]


def import_files(
    kind: str, paths: Sequence[Path], period: ReportingPeriod, as_of: date, params: Path,
    folder: Path, replace: bool = False,
) -> Imported:
    """Read the national files *paths* and write returns as :func:`import_read` does."""
    return import_read(kind, lambda: READERS[kind](paths, as_of), period, as_of, params, folder,
                       replace)


def import_read(
    kind: str, read: Callable[[], National], period: ReportingPeriod, as_of: date, params: Path,
    folder: Path, replace: bool = False,
) -> Imported:
    """Write the returns of the quarters of *period* that are over on the day *as_of*, from what
    *read* returns.

    Raises InputError, before anything is written, if a file cannot be used, is another
    authority's, has no record or covers none of these quarters, if the period is not
    a quarter, half or year or has no quarter that is over, or if a file made by hand would be
    replaced and *replace* is not given.
    """
    quarters = _quarters(period, as_of)
    settings = read_settings(params / "settings.yaml")
    national = read()
    refuse_other_owner(national, settings)
    refuse_unread(national)
    refuse_uncovered(national, quarters)
    lines = tuple(measure_social_care(national, quarters, settings))
    every = read_indicators(params / "indicators.csv")
    register = {(role, quarter.label): one for quarter in quarters
                for role, one in by_role(indicators_for(every, quarter)).items()}
    source, name = f"{IMPORTED}{national.title}", f"{kind}-{slug(period)}"
    files = {
        f"data_set/imported-{name}.csv": data_set(lines, register, source, as_of),
        **dict(episodes(national, period, as_of, source)),
        **dict(conferences(national, quarters, source)),
        **dict(rows_behind(lines, register, name)),
    }
    ids = {place: one.id for place, one in register.items()}
    old = left_by_earlier(folder / OWN_FOLDER / name, {Path(one).name for one in files})
    written = write_all(folder, files, replace)
    for path in old:
        path.unlink(missing_ok=True)
    told = (say_covered(national), *say_owner(national, settings), *_say_removed(old))
    return Imported(national, lines, told, ids, written)


def _say_removed(old: Sequence[Path]) -> Iterator[str]:
    if old:
        yield f"Removed, of an earlier import: {', '.join(path.name for path in old)}"


def _quarters(period: ReportingPeriod, as_of: date) -> list[ReportingPeriod]:
    if period.months < QUARTER:
        raise InputError.at("--period", "is not a quarter, a half or a year",
                            "write it like 2014-15 Q3", value=period.label)
    over = [quarter for quarter in period.split(QUARTER) if quarter.end <= as_of]
    if not over:
        raise InputError.at("--as-of", f"no quarter of {period.label} is over on that day",
                            "name a later day or an earlier period", value=as_of.isoformat())
    return over

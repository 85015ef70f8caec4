"""The check of a return and its measures against a bare ``pandas.read_csv`` of the same file.

    python benchmarks/returns.py [ROWS ...]
    python benchmarks/returns.py excel [ROWS]

Two returns of invented rows, one like the quarterly data set and one like the missing children's,
at each size (by default 50,000, 200,000 and 1,000,000 rows). Each runs in a process of its own,
with the bare read once before the check and once after it. Times are processor seconds on one core,
which other work on the machine does not change. Memory is the process's peak minus that of Python
and the imported suite. With ``excel`` the command ``pscb check`` is measured, on the same rows as
csv and as two workbooks: with every value as text, and with days and times as Excel has them.
"""

from __future__ import annotations

import csv
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

ROOT = Path(__file__).parent.parent
SIZES = (50_000, 200_000, 1_000_000)
QUARTERS = [f"{year}-{year % 100 + 1} Q{number}" for year in (2012, 2013, 2014)
            for number in (1, 2, 3, 4)][:11]
EPISODES_OF_A_CHILD = 5
RETURNS = {"data_set": ("data_set/rows.csv", "2014-15 Q3"),
           "missing_episodes": ("missing_episodes/2014-15-h1.csv", "2014-15 H1")}


def data_set_rows(size: int) -> Iterator[tuple]:
    """Yield percentages of social care, sent again day after day: every row is another figure."""
    random = Random(1)
    yield ("agency", "indicator", "period", "numerator", "denominator", "actual", "status",
           "submitted_on", "source")
    indicators = ("FD5", "FD6", "AS2", "CP3", "CP4", "CP8", "CP9", "CP10", "CP11", "LA3")
    for number in range(size):
        day, place = divmod(number, len(indicators) * len(QUARTERS))
        out_of = 100 + int(random.random() * 900)
        yield ("Children's social care", indicators[place % len(indicators)],
               QUARTERS[place // len(indicators)], int(random.random() * out_of), out_of, "", "",
               f"{date(1988, 1, 1) + timedelta(days=day):%d/%m/%Y}", "illustrative")


def missing_rows(size: int) -> Iterator[tuple]:
    """Yield episodes of one half-year, five for each child, each over before the next."""
    random = Random(2)
    yield ("episode_id", "child_id", "dob", "sex", "ethnicity", "from", "placing_la",
           "placement_type", "status", "recorded_by", "left_at", "returned_at",
           "missing_confirmed_on", "swc_at", "rhi_needed", "rhi_offered", "rhi_accepted",
           "rhi_completed_at", "rhi_independent", "covers_episode_ids", "rhi_reason", "rhi_change",
           "cse_risk", "strategy_mtg_at", "source")
    for number in range(size):
        child, turn = divmod(number, EPISODES_OF_A_CHILD)
        left = (datetime(2014, 4, 2, 8) + timedelta(days=36 * turn)
                + timedelta(minutes=5 * int(random.random() * 5000)))
        back = left + timedelta(minutes=5 * int(20 + random.random() * 500))
        held = back + timedelta(hours=20 + int(random.random() * 60))
        born = date(1998, 1, 1) + timedelta(days=child % 2000)
        yield (f"E{number:07}", f"{child + 1_000_000}", f"{born:%d/%m/%Y}",
               ("Girl", "Boy")[child % 2], "WBRI", "home", "", "Home", "MA"[child % 2], "both",
               f"{left:%d/%m/%Y %H:%M}", f"{back:%d/%m/%Y %H:%M}", "", "", "yes", "yes", "yes",
               f"{held:%d/%m/%Y %H:%M}", "yes", "", "", "", "low", "", "illustrative")


def write(folder: Path, name: str, size: int) -> Path:
    """Write a return of *size* rows."""
    path = folder / RETURNS[name][0]
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = {"data_set": data_set_rows, "missing_episodes": missing_rows}[name]
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows(size))
    return path


def bare(folder: Path, name: str) -> dict[str, float]:
    """Read the file with pandas and do nothing with it."""
    import pandas

    return timed({"bare": lambda: pandas.read_csv(folder / RETURNS[name][0])})


def check(folder: Path, name: str) -> dict[str, float]:
    """Check the file cell by cell as ``pscb run`` does, then measure the result."""
    from pscb_lib.board.context import open_context
    from pscb_lib.board.indicators import indicators_for, read_indicators
    from pscb_lib.reports.missing_children.measures import measure_missing
    from pscb_lib.reports.missing_children.returned import RETURN as MISSING_EPISODES
    from pscb_lib.reports.quarterly_data_set.measures import measure_data_set
    from pscb_lib.reports.quarterly_data_set.returned import RETURN as DATA_SET

    context = open_context(RETURNS[name][1], "2015-01-31", str(folder), "restricted")
    register = indicators_for(read_indicators(context.params / "indicators.csv"), context.period)
    read, measure = {
        "data_set": (DATA_SET.read_for, lambda checked: measure_data_set(
            context, register, checked.frame)),
        "missing_episodes": (MISSING_EPISODES.read_for, lambda checked: measure_missing(
            context, checked)),
    }[name]
    found: list = []
    taken = timed({"check": lambda: found.append(read(context)),
                   "measures": lambda: measure(found[0])})
    return {**taken, "used": found[0].rows["used"]}


def timed(steps: dict[str, Callable[[], object]]) -> dict[str, float]:
    """Return the processor seconds of each step, and the peak MiB that the first one added."""
    before, taken = peak(), {}
    for name, step in steps.items():
        start = time.process_time()
        step()
        taken[name] = time.process_time() - start
        taken.setdefault("memory", peak() - before)
    return taken


def peak() -> float:
    """Return the process's peak memory in MiB; Linux counts in KiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def apart(step: str, folder: Path, name: str) -> dict[str, float]:
    """Run a step in a process of its own."""
    done = subprocess.run([sys.executable, "-m", "benchmarks.returns", step, str(folder), name],
                          cwd=ROOT, check=True, stdout=subprocess.PIPE, encoding="utf-8")
    return json.loads(done.stdout)


def compare(name: str, size: int) -> None:
    """Print one line of the table: the bare read before and after, and the check."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        megabytes = write(folder, name, size).stat().st_size / 2**20
        reads = [apart("bare", folder, name)]
        ours = apart("check", folder, name)
        reads.append(apart("bare", folder, name))
    read = sum(one["bare"] for one in reads) / 2
    print(f"| {name} | {size:,} | {megabytes:.0f} | {read:.2f} | {ours['check']:.1f} | "
          f"{ours['check'] / read:.1f} | {ours['measures']:.2f} | {ours['measures'] / read:.2f} | "
          f"{ours['memory']:.0f} | {ours['memory'] / megabytes:.1f} |", flush=True)
    if ours["used"] != size:
        raise SystemExit(f"{ours['used']:,} rows used of {size:,}: the file is not sound")


def write_workbook(path: Path, rows: Iterable[tuple], is_typed: bool) -> None:
    """Write rows as a workbook; if it *is_typed*, with days and times as Excel has them."""
    import xlsxwriter

    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Return")
    forms = {"%d/%m/%Y": "dd/mm/yyyy", "%d/%m/%Y %H:%M": "dd/mm/yyyy hh:mm"}
    styles = {form: book.add_format({"num_format": shown}) for form, shown in forms.items()}
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            form = {10: "%d/%m/%Y", 16: "%d/%m/%Y %H:%M"}.get(len(str(value)))
            if is_typed and form and str(value)[2:3] == "/":
                sheet.write_datetime(number, column, datetime.strptime(value, form), styles[form])
            elif value != "":
                sheet.write_string(number, column, str(value))
    book.close()


def excel(size: int) -> None:
    """Print what ``pscb check`` takes for missing episodes as csv and as workbooks."""
    print("| missing_episodes | rows | file, MiB | pscb check, s | its memory, MiB |\n"
          + "|---" * 5 + "|")
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        text, typed = folder / "2014-15-h1-text.xlsx", folder / "2014-15-h1-typed.xlsx"
        write_workbook(text, missing_rows(size), is_typed=False)
        write_workbook(typed, missing_rows(size), is_typed=True)
        for said, path in {"csv": write(folder, "missing_episodes", size), "xlsx, all text": text,
                           "xlsx, days and times": typed}.items():
            seconds, memory = command("check", str(path))
            print(f"| {said} | {size:,} | {path.stat().st_size / 2**20:.1f} | {seconds:.1f} | "
                  f"{memory:.0f} |", flush=True)


def command(*words: str) -> tuple[float, float]:
    """Run a command of the suite; return its processor seconds and its peak MiB."""
    process = subprocess.Popen([sys.executable, "-m", "pscb_lib", *words], cwd=ROOT,
                               stdout=subprocess.DEVNULL)
    _, code, used = os.wait4(process.pid, 0)
    if code:
        raise SystemExit(f"pscb {' '.join(words)} ended with {os.waitstatus_to_exitcode(code)}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def main() -> None:
    """Measure every size of both returns and print a Markdown table; or run one step."""
    if sys.argv[1:2] == ["excel"]:
        excel(int(sys.argv[2]) if sys.argv[2:] else 50_000)
        return
    if sys.argv[1:2] in (["bare"], ["check"]):
        step = {"bare": bare, "check": check}[sys.argv[1]]
        print(json.dumps(step(Path(sys.argv[2]), sys.argv[3])))
        return
    print("| return | rows | file, MiB | bare read, s | check, s | times the read | measures, s | "
          "times the read | check's memory, MiB | times the file |\n" + "|---" * 10 + "|",
          flush=True)
    for name in RETURNS:
        for size in [int(text) for text in sys.argv[1:]] or SIZES:
            compare(name, size)


if __name__ == "__main__":
    main()

"""Twelve papers by one command, against two ways of papermill and nbconvert for the same.

    python benchmarks/run_all.py [ROUNDS] [FORMATS]

All make the sets, for three audiences, of every report of the shipped cycle that reads returns.
``pscb batch`` makes HTML, PDF and spreadsheets, or the FORMATS given, masked together and audited.
The others make HTML only, of the sets that it has made: the commands papermill and nbconvert called
one by one, and their APIs in a pool of two processes (:mod:`pool_of_two`). They take turns, so that
a slower machine slows all. Prints, by round, seconds by the clock and by processor, the ratios, and
those of a second, unchanged batch.
"""

from __future__ import annotations

import compileall
import shutil
import statistics
import tempfile
from argparse import ArgumentParser
from dataclasses import dataclass
from pathlib import Path

from measured import Measured, measure, python

ROOT = Path(__file__).parent.parent
CYCLE = Path("params", "2014-15-q3")
AUDIENCES = ("restricted", "board", "public")


@dataclass(frozen=True)
class Round:
    """What a batch took, a second, unchanged one, one by one, and a pool of two."""

    ours: Measured
    again: Measured
    one_by_one: Measured
    pool: Measured

    def ratios(self) -> dict[str, float]:
        """Seconds by the clock of the batch as shares of the others' seconds."""
        return {"of one by one": self.ours.wall / self.one_by_one.wall,
                "of a pool of two": self.ours.wall / self.pool.wall,
                "again": self.again.wall / self.ours.wall}


def make_project(folder: Path, formats: str) -> Path:
    """Make a project of the reports that read returns, in all their sets."""
    project = folder / "project"
    for part in ("params", "notebooks", "pscb_lib/samples"):
        shutil.copytree(ROOT / part, project / part)
    (project / CYCLE / "method.yaml").unlink()
    settings = project / "params" / "settings.yaml"
    text = settings.read_text(encoding="utf-8")
    text = text.replace("[restricted, board]", f"[{', '.join(AUDIENCES)}]")
    settings.write_text(text.replace("[html, pdf, tables]", f"[{formats.replace(',', ', ')}]"),
                        encoding="utf-8")
    return project


def sets_of(project: Path) -> list[tuple[str, str]]:
    """The report and the audience of each set that ``pscb batch`` has made."""
    return sorted((path.parent.name, path.parent.parent.name) for path in
                  (project / "outputs" / CYCLE.name).glob("*/*/manifest.json"))


def one_by_one(project: Path, folder: Path) -> Measured:
    """Call papermill and nbconvert in a loop, as an analyst would."""
    calls = []
    for report, audience in sets_of(project):
        output = folder / f"{audience}-{report}.ipynb"
        calls += [_measured(project, "-m", "papermill", f"notebooks/{report}.ipynb", output,
                            "-f", CYCLE / f"{report}.yaml", "-p", "audience", audience),
                  _measured(project, "-m", "nbconvert", "--to", "html", output)]
    return Measured(sum(one.wall for one in calls), sum(one.processor for one in calls),
                    max(one.peak_mib for one in calls))


def _measured(project: Path, *arguments: str | Path) -> Measured:
    return measure(python(*arguments), project, {"PYTHONPATH": str(ROOT)})


def measure_round(formats: str) -> Round:
    """One round, in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        project = make_project(Path(folder), formats)
        command = ("-m", "pscb_lib", "batch", "--as-of", "2015-01-31")
        ours, again = _measured(project, *command), _measured(project, *command)
        tasks = [f"{report}:{audience}" for report, audience in sets_of(project)]
        pool = _measured(project, ROOT / "benchmarks" / "pool_of_two.py", folder, *tasks)
        return Round(ours, again, one_by_one(project, Path(folder)), pool)


def main() -> None:
    """Measure in turn and print each round and the medians."""
    options = ArgumentParser()
    options.add_argument("rounds", type=int, nargs="?", default=3)
    options.add_argument("formats", nargs="?", default="html,pdf,tables")
    given, done = options.parse_args(), []
    compileall.compile_dir(ROOT / "pscb_lib", quiet=1)  # as pip does
    for number in range(1, given.rounds + 1):
        one = measure_round(given.formats)
        done.append(one)
        print(f"round {number}: pscb batch {_say(one.ours)}, again {_say(one.again)}; one by one "
              f"{_say(one.one_by_one)}; pool of two {_say(one.pool)}", flush=True)
    for name in done[0].ratios():
        print(f"median ratio {name}: "
              f"{statistics.median(one.ratios()[name] for one in done):.3f}")
    print(f"largest process of pscb batch {max(one.ours.peak_mib for one in done):.0f} MiB")


def _say(one: Measured) -> str:
    return f"{one.wall:.1f} s ({one.processor:.1f} by processor)"


if __name__ == "__main__":
    main()

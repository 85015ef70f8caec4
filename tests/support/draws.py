"""Figures of a report from random parts of its sample, to find what is true of all of them.

A report is measured as its notebook measures it: its cells are run until there is a ``paper``. So
a new report is found by its folder, and nothing here names one.
"""

from __future__ import annotations

import ast
import csv
import importlib.util
import json
import pkgutil
import random
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path

import pandas

from pscb_lib import reports
from pscb_lib.disclosure.paper import Paper
from pscb_lib.disclosure.plain_figures import from_json
from pscb_lib.reading.findings import InputError

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "pscb_lib" / "samples"
STATED = ("numerator", "denominator")  # a row with these states numbers; others are one case each


def measured_reports() -> list[str]:
    """Return every report that has measures, by its folder."""
    return [one.name for one in pkgutil.iter_modules(reports.__path__)
            if importlib.util.find_spec(f"{reports.__name__}.{one.name}.measures")]


def draws(report: str, folder: Path, most: int | None = None) -> Iterator[pandas.DataFrame]:
    """Figures of *report* from one random part of the sample after another, without end.

    The same at every run. A part from which no report can be made is skipped. *most* limits how
    many rows of a file are drawn, and how large a stated number is.
    """
    chance, samples = random.Random(report), samples_of(report)
    while True:
        draw_sample(folder, samples, chance, most)
        try:
            yield measured(report, folder)
        except InputError:
            continue


def measured(report: str, returns: Path) -> pandas.DataFrame:
    """Return the figures of all sets that the notebook of *report* makes from the *returns*.

    Raises LookupError if its cells open no paper.
    """
    notebook = notebook_of(report)
    cells = ["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code"]
    names: dict = {}
    with chdir(ROOT):
        for cell in cells:
            for statement in ast.parse(cell).body:
                exec(compile(ast.Module([statement], []), report, "exec"), names)
                if isinstance(names.get("paper"), Paper):
                    return from_json(names["paper"].as_plain())
            names |= {"returns_folder": str(returns), "audience": "restricted"}
    raise LookupError(f"the notebook of {report} opens no paper")


def notebook_of(report: str) -> dict:
    """The notebook of *report*, as its file has it."""
    return json.loads((ROOT / "notebooks" / f"{report}.ipynb").read_text(encoding="utf-8"))


def samples_of(report: str) -> list[Path]:
    """The sample files of the returns that the notebook of *report* declares."""
    names = notebook_of(report)["metadata"]["pscb"]["returns"]
    return sorted(path for path in SAMPLES.rglob("*.csv")
                  if path.relative_to(SAMPLES).parts[0].removesuffix(".csv") in names)


def draw_sample(folder: Path, samples: list[Path], chance: random.Random,
                most: int | None = None) -> None:
    """Write a random part of each of the *samples*: few rows or many, some of them mixed."""
    share = chance.choice((0.1, 0.25, 0.5, 0.75, 0.95))
    for path in samples:
        with path.open(encoding="utf-8", newline="") as file:
            head, *rows = csv.reader(file)
        drawn = folder / path.relative_to(SAMPLES)
        drawn.parent.mkdir(parents=True, exist_ok=True)
        with drawn.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(
                [head, *_drawn(head, rows, share, chance, most)])


def _drawn(head: list[str], rows: list[list[str]], share: float, chance: random.Random,
           most: int | None) -> list[list[str]]:
    if "numerator" in head:
        return [_restated(head, row, chance, most) for row in rows]
    if most is not None:
        return chance.sample(rows, min(chance.randint(1, most), len(rows)))
    kept = [row for row in rows if chance.random() < share] or rows[:1]
    return [_mixed(row, chance.choice(rows), chance) if chance.random() < 0.3 else row
            for row in kept]


def _restated(head: list[str], row: list[str], chance: random.Random, most: int | None
              ) -> list[str]:
    """Return the row with other numbers, because no part of a stated number can be left out."""
    cells = dict(zip(head, row, strict=True))
    stated = cells["denominator"] or cells["numerator"]
    if not stated.isdigit():
        return row
    whole = chance.randint(0, 2 * int(stated) + 9 if most is None else most)
    cells["numerator"] = str(chance.randint(0, whole))
    if cells["denominator"]:
        cells["denominator"] = str(whole)
    return list({**cells, "actual": ""}[name] for name in head)


def _mixed(row: list[str], other: list[str], chance: random.Random) -> list[str]:
    """Return the row with some neighbouring cells of another, except its id.

    A row that then breaks a rule is rejected like any other.
    """
    first, last = sorted(chance.choices(range(1, len(row) + 1), k=2))
    return [*row[:first], *other[first:last], *row[last:]]

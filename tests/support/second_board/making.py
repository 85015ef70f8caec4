"""Make the second board's project."""

from __future__ import annotations

import csv
import json
import re
import shutil
from ast import literal_eval
from pathlib import Path

from projects import write_statement
from small_boards.rows import ROOT, SAMPLES, read

from pscb_lib.board.parameters import RUNNERS
from second_board.words import CODES, GROUP, reworded
from second_board.years import later

CYCLE, SHIPPED = "2015-16-q3", "2014-15-q3"
OWN = re.compile(r"(?:CDOP|PF|SA|MA|TR|ACT|AR|BP|FU|MR|OB|SCR)-?\d+")
CHILD = re.compile(r"0\d{4}")
IDS = ("child_id", "death_id", "arrangement_id", "audit_id", "action_id", "same_as",
       "arising_from", "id")
GROUPS = ("group", "route", "asked_for_by")
INDICATORS = {row["id"]: f"N{at:02}" for at, row in enumerate(
    read(ROOT / "params" / "indicators.csv"), 1)}  # no id is that of the sample's board
CODE = re.compile("|".join(CODES))
SETTING = "groups:\n" + "".join(f"  {role}: {code}\n" for role, code in zip(
    ("scrutiny", "board", "case_review"), CODES.values(), strict=True))
FROM = {"source": "the case system", "target_source": "local: set by the Board in May 2015"}


def make_second_board(root: Path) -> Path:
    """Make the project of the second board in the folder *root*."""
    shutil.copytree(ROOT / "notebooks", root / "notebooks")
    (root / "params" / CYCLE).mkdir(parents=True)
    for path in sorted(SAMPLES.rglob("*.csv")):
        _rewrite(path, root / "returns" / _renamed(path.relative_to(SAMPLES)))
    for path in sorted((ROOT / "params").glob("*.csv")):
        _rewrite(path, root / "params" / path.name)
    settings = (ROOT / "params" / "settings.yaml").read_text(encoding="utf-8")
    (root / "params" / "settings.yaml").write_text(
        changed(settings).replace(later(SHIPPED), CYCLE).replace(
            "group_short: Q&E", f"group_short: {GROUP}").replace(
                " (illustrative)", "") + SETTING, encoding="utf-8")
    for notebook in sorted((root / "notebooks").glob("*.ipynb")):
        _plan(root, notebook)
    return root


def changed(text: str) -> str:
    """A text of the sample as the second board writes it, a year later."""
    return later(reworded(text))


def _renamed(path: Path) -> Path:
    """The name of a return: a year later, and numbered where it is named after an agency."""
    if path.parent == Path() or later(path.stem) != path.stem:
        return Path(later(path.as_posix()))
    places = sorted(one.name for one in (SAMPLES / path.parent).iterdir())
    return path.with_stem(f"return-{places.index(path.name) + 1:02}")


def _rewrite(path: Path, target: Path) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(head)
        writer.writerows([_cell(column, cell) for column, cell in zip(head, row, strict=True)]
                         for row in rows)


def _cell(column: str, cell: str) -> str:
    if "illustrative" in cell:
        return FROM.get(column, cell.replace("illustrative", "as sent"))
    if column in GROUPS:
        return CODE.sub(lambda found: CODES[found[0]], cell)
    if column in ("id", "indicator") and cell in INDICATORS:
        return INDICATORS[cell]
    if column == "by":
        return cell.replace("PSCB", "Board")
    if column in IDS or CHILD.fullmatch(cell):
        return f"N{cell}" if CHILD.fullmatch(cell) or OWN.fullmatch(cell) else cell
    return changed(cell)


def _plan(root: Path, notebook: Path) -> None:
    """Write the parameters of a report: those of the shipped cycle or of the notebook, later."""
    shipped = ROOT / "params" / SHIPPED / f"{notebook.stem}.yaml"
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    given = "".join(next(cell["source"] for cell in cells if cell["id"] == "parameters"))
    found = dict(re.findall(r'^(\w+): str = ("[^"]*")', given, re.MULTILINE))
    if shipped.is_file():
        found |= dict(re.findall(r'^(\w+): ("[^"]*")', shipped.read_text(encoding="utf-8"),
                                 re.MULTILINE))
    lines = [f'{name}: "{later(literal_eval(text))}"\n' for name, text in found.items()
             if name not in ("returns_folder", *RUNNERS)]
    (root / "params" / CYCLE / f"{notebook.stem}.yaml").write_text(
        "".join([*lines, 'returns_folder: "returns"\n']), encoding="utf-8")
    write_statement(root, CYCLE, notebook)

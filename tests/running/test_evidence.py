"""The evidence of each release: what a masked set hides, and what its readers can know of it."""

from __future__ import annotations

import csv
from pathlib import Path

from papers import CYCLE, pscb
from solutions import possible

from pscb_lib.disclosure.counted import Release
from pscb_lib.disclosure.figures import NOBODY, counts, frame, masked_figures_in
from pscb_lib.disclosure.outsider.finished import read_figures
from pscb_lib.disclosure.secrecy.profiles import PROFILES
from pscb_lib.running.evidence import evidence_of, write_evidence

DFE = PROFILES["dfe"]
COLUMNS = {"Q1": {"North": 3, "South": 9, "East": 22}, "Q2": {"North": 7, "South": 8, "East": 23},
           "To date": {"North": 10, "South": 17, "East": 45}}  # T6 of the worked examples


def column(name: str, **about: object) -> list[dict]:
    return [{**row, "quantity": f"{row['row']}, {name}", **about}
            for row in counts("t", COLUMNS[name], column=name)]


def parts(name: str) -> list[dict]:
    return [{**row, "readers": NOBODY, "part_of": (("t", row["row"], "To date"),)}
            for row in column(name)]


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_each_interval_is_the_one_that_a_reader_of_both_releases_can_work_out(tmp_path):
    """North of the first quarter is out as hidden; the second release must not tell it."""
    first = Release("first", frame(column("Q1")),
                    frozenset({("t", "North", "Q1"), ("t", "South", "Q1")}))
    second = Release("second", frame(column("Q2")))
    to_date = Release("to date", frame([*column("To date"), *parts("Q1"), *parts("Q2")]))
    hidden = frozenset({("t", "North", "Q2"), ("t", "South", "Q2")})
    for paper, evidence in evidence_of("board", [first, second, to_date], {
            "second": hidden, "to date": frozenset()}, DFE, {"second", "to date"}).items():
        write_evidence(tmp_path / CYCLE, "board", paper, evidence)

    values = {f"{row}, {name}": number for name, own in COLUMNS.items()
              for row, number in {**own, "Total": sum(own.values())}.items()}
    names = [f"{row}, {name}" for name in ("Q1", "Q2") for row in ("North", "South")]
    sums = [(f"Total, {name}", [f"{row}, {name}" for row in own]) for name, own in COLUMNS.items()]
    sums += [(f"{row}, To date", [f"{row}, Q1", f"{row}, Q2"])
             for row in (*COLUMNS["Q1"], "Total")]
    known = possible(values, names, sums)
    folder = tmp_path / CYCLE / "restricted" / ".evidence" / "board"
    assert sorted(path.name for path in folder.iterdir()) == ["second.csv", "to date.csv"]
    assert read(folder / "to date.csv") == []
    assert {f"{row['row']}, {row['column']}": (row["hidden"], row["least"], row["most"])
            for row in read(folder / "second.csv")} == {
        name: ("secondary", str(min(known[name])), str(max(known[name])))
        for name in ("North, Q2", "South, Q2")}


def test_every_hidden_figure_of_the_sample_has_its_evidence_and_three_values(published):
    for audience in ("board", "public"):
        for notebook in (published.folder / CYCLE / audience).glob("*/report.ipynb"):
            figures = read_figures(notebook)
            if figures is None:
                continue
            rows = read(published.folder / CYCLE / "restricted" / ".evidence" / audience
                        / f"{notebook.parent.name}.csv")
            assert {(row["table"], row["row"], row["column"]) for row in rows} == {
                (one.table, one.row, one.column) for one in masked_figures_in(figures)
                if one.hidden and one.readers != NOBODY}
            assert all(row["most"] == "no limit" or int(row["most"]) - int(row["least"]) > 1
                       for row in rows if row["hidden"] == "primary")


def test_the_evidence_is_in_no_set_and_every_set_verifies(published):
    done = pscb("verify", published.folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert [path for path in (published.folder / CYCLE).rglob("*/.evidence")
            if path.parent.name != "restricted"] == []
    manifests = "".join(path.read_text(encoding="utf-8")
                        for path in published.folder.rglob("manifest.json"))
    assert "evidence" not in manifests

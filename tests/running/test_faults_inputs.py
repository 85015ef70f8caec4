"""Faults in the inputs of a report: each fails only its own report, with one line."""

from __future__ import annotations

import shutil
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest
from papers import ROOT, cold
from projects import YAML, contents, make_project, write_notebook
from sent import NO_WORKBOOK
from warm_batches import CYCLE, Done, batch, faults, needs_fork, one_set, summary

pytestmark = needs_fork

BAD_ROWS = 10_000
FAILURES = {
    "disk": ("F10: the disk has a fault while a return is read",
             "programme_log.csv: the disk has a fault; copy its files and have it checked"),
    "cut_book": ("F18: a workbook that was cut short",
                 f"deaths.xlsx: {NO_WORKBOOK}"),
    "cut_notebook": ("F18: a notebook that was cut short",
                     "cut_notebook.ipynb: is not a notebook (JSONDecodeError); restore it "
                     "from the original copy"),
    "no_notebook": ("F18: a file that is not a notebook",
                    "no_notebook.ipynb: is not a notebook (KeyError); restore it "
                    "from the original copy"),
    "other_notebook": ("F18: a notebook without cells",
                       "other_notebook.ipynb: is not a notebook (ValidationError); restore it "
                       "from the original copy"),
}
PERIODS = {"programme_log": "2014-15 Q3", "deaths": "2013-14"}
MADE = ("many_rejected", "sound")


@dataclass(frozen=True)
class Broken:
    """A project in which the inputs of most reports were broken, and its batch."""

    project: Path
    before: dict[str, str]
    done: Done


def break_inputs(project: Path) -> None:
    """Break the inputs of each report, as its name says."""
    (project / "disk" / "programme_log.csv").unlink()
    (project / "disk" / "programme_log.csv").symlink_to("/proc/self/mem")
    (project / "cut_book" / "deaths.csv").unlink()
    with zipfile.ZipFile(project / "cut_book" / "deaths.xlsx", "w") as book:
        book.writestr("xl/workbook.xml", "<workbook>" * 500)
    cut = (project / "cut_book" / "deaths.xlsx").read_bytes()[:60]
    (project / "cut_book" / "deaths.xlsx").write_bytes(cut)
    rows = "".join(f"{item},2013-14,,,,,,,,illustrative\n" for item in range(90, 90 + BAD_ROWS))
    with (project / "many_rejected" / "programme_log.csv").open("a", encoding="utf-8") as log:
        log.write(rows)
    for name, text in (("cut_notebook", '{"cells": ['), ("no_notebook", "{}"),
                       ("other_notebook", '{"metadata": {}, "nbformat": 4}')):
        (project / "notebooks" / f"{name}.ipynb").write_text(text, encoding="utf-8")
    write_notebook(project / "notebooks" / "sound.ipynb", "None;")


@pytest.fixture(scope="module")
def broken(tmp_path_factory):
    project = make_project(tmp_path_factory.mktemp("inputs") / "a project", *FAILURES, *MADE)
    one_set(project)
    for report, returns in (("disk", "programme_log"), ("cut_book", "deaths"),
                            ("many_rejected", "programme_log")):
        (project / report).mkdir()
        shutil.copy(ROOT / "pscb_lib" / "samples" / f"{returns}.csv", project / report)
        write_notebook(project / "notebooks" / f"{report}.ipynb", returns=(returns,))
        (project / "params" / CYCLE / f"{report}.yaml").write_text(
            YAML.replace('"returns"', f'"{report}"').replace("2014-15 Q3", PERIODS[returns]),
            encoding="utf-8")
    assert batch(project).returncode == 0
    before = contents(project / "outputs" / CYCLE)
    break_inputs(project)
    return Broken(project, before, batch(project))


@pytest.mark.slow
@pytest.mark.parametrize(("report", "failure"), [
    pytest.param(report, failure, id=what) for report, (what, failure) in FAILURES.items()])
def test_its_report_fails_in_one_line_and_its_last_good_set_stays(broken, report, failure):
    if report == "disk" and not Path("/proc/self/mem").exists():
        pytest.skip("a file that the system refuses to read, as Linux has one")
    lines = [line for line in summary(broken.project)["sets"] if line["report"] == report]
    assert [line["state"] for line in lines] == ["failed"]
    assert lines[0]["last_good"]["period"] == lines[0]["period"]
    assert f"FAILED  board: {report}: " in broken.done.stderr
    said = [line for line in broken.done.stderr.splitlines() if f": {report}: " in line]
    assert any(line.endswith(f": {report}: {failure}") for line in said), said
    now = contents(broken.project / "outputs" / CYCLE)
    assert {name: each for name, each in broken.before.items() if f"/{report}/" in name} == {
        name: each for name, each in now.items() if f"/{report}/" in name}


@pytest.mark.slow
def test_the_others_are_made_and_all_sets_verify(broken):
    states = {line["report"]: line["state"] for line in summary(broken.project)["sets"]}
    assert [states[report] for report in MADE] == ["made", "made"]
    assert (broken.done.returncode, summary(broken.project)["exit_code"]) == (1, 1)
    assert faults(broken.project / "outputs") == []


@pytest.mark.slow
def test_f19_ten_thousand_rejected_rows_are_counted_and_do_not_lengthen_the_paper(broken):
    assert (f"REJECTED  many_rejected: {BAD_ROWS} rows could not be used, 5 are allowed; its "
            "restricted set lists them") in broken.done.stderr
    page = broken.project / "outputs" / CYCLE / "board" / "many_rejected" / "report.html"
    assert page.stat().st_size < 200_000
    assert len(broken.done.stderr.splitlines()) < 40


@pytest.mark.parametrize(("file", "text", "says"), [
    pytest.param(f"params/{CYCLE}/sound.yaml", "period: [", "sound.yaml, row 1: is not YAML (",
                 id="F18: a cycle's file"),
    pytest.param("params/settings.yaml", "\0", "settings.yaml: is not YAML (",
                 id="F18: the settings"),
    pytest.param("params/agencies.csv", "\0\xff", "agencies.csv", id="F18: a register"),
])
def test_a_broken_decision_is_exit_2_and_touches_nothing(small_project, file, text, says):
    one_set(small_project)
    (small_project / "params" / CYCLE / "sound.yaml").write_text(YAML, encoding="utf-8")
    write_notebook(small_project / "notebooks" / "sound.ipynb")
    (small_project / file).write_text(text, encoding="utf-8")
    done = batch(small_project)
    assert done.returncode == 2
    assert done.stderr.startswith(f"pscb: {says}") and done.stderr.count("\n") == 1
    assert not list((small_project / "outputs").rglob("report.html"))


@pytest.mark.slow
def test_f18_a_broken_template_fails_the_sets_and_the_last_good_ones_stay(small_project):
    one_set(small_project)
    assert batch(small_project).returncode == 0
    package = small_project / "code" / "pscb_lib"
    shutil.copytree(ROOT / "pscb_lib", package,
                    ignore=shutil.ignore_patterns("__pycache__", "samples"))
    (package / "samples").mkdir()
    template = package / "page" / "rendering" / "templates" / "paper.html.j2"
    template.write_text("{% if", encoding="utf-8")
    done = cold("batch", "--as-of", "2015-01-31", cwd=small_project,
                PYTHONPATH=str(package.parent))
    assert done.returncode == summary(small_project)["exit_code"] == 1
    assert ("FAILED  board: small: TemplateSyntaxError in paper.html.j2, line 1 (kept in"
            ) in done.stderr
    assert "Traceback" not in done.stderr and faults(small_project / "outputs") == []
    assert batch(small_project).returncode == 0

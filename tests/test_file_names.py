"""Every file the commands write may be copied to Windows: its name is legal and short enough.

The rules are Microsoft's, "Naming Files, Paths, and Namespaces".
"""

from __future__ import annotations

import re
import shutil
from pathlib import PurePosixPath

import pytest
from national_files import case, census
from papers import ROOT, pscb
from projects import make_project, write_notebook
from sent import COUNT, EPISODE, write_csv
from warm_batches import one_set

from pscb_lib.returns.kinds import find_returns

FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]|[. ]$')
RESERVED = {"CON", "PRN", "AUX", "NUL", *(f"{port}{number}" for port in ("COM", "LPT")
                                          for number in "123456789¹²³")}
LONGEST = 259  # characters of a path, its drive included
FOLDER = len(r"C:\Users\a.business.manager\OneDrive - Peterborough City Council\PSCB\reports" "\\")


def illegal(paths) -> list[str]:
    """The paths, as text below the project, that Windows refuses or takes for one another."""
    paths = [path.removesuffix("/") for path in paths]
    alike = [path.casefold() for path in paths]
    return [path for path, same in zip(paths, alike, strict=True)
            if alike.count(same) > 1 or FOLDER + len(path) > LONGEST
            or any(FORBIDDEN.search(part) or part.split(".")[0].upper().rstrip() in RESERVED
                   for part in PurePosixPath(path).parts)]


def written(folder) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


@pytest.mark.parametrize("path", [
    "a:b", "what?.html", 'a "form".xlsx', "a\tb", "ends with a dot.", "ends with a space ",
    "con", "board/nul.csv", "Com1.tar.gz", "lpt¹", "x" * 255])
def test_a_name_that_windows_refuses_is_found(path):
    assert illegal([path]) == [path]


def test_two_names_that_are_one_on_windows_are_found():
    assert illegal(["tables/MS1.csv", "tables/ms1.csv", "tables/console.csv"]) == [
        "tables/MS1.csv", "tables/ms1.csv"]


def test_published_papers(published):
    assert illegal(written(published.folder)) == []
    assert len(written(published.folder)) > 100


def test_a_batch_with_a_report_that_fails(tmp_path):
    project = make_project(tmp_path / "project", "small", "sound")
    one_set(project)
    write_notebook(project / "notebooks" / "small.ipynb", "raise ValueError")
    assert pscb("batch", "--as-of", "2015-01-31", cwd=project).returncode == 1
    names = written(project / "outputs")
    assert illegal(f"outputs/{name}" for name in names) == []
    assert any(name.endswith("executed.ipynb") for name in names)


def test_forms_and_what_is_sent_back(tmp_path):
    for name in find_returns():
        assert pscb("template", name, "--project", ROOT, cwd=tmp_path).returncode == 0
    assert len(written(tmp_path)) > len(find_returns())
    for name, row in (("police q3.csv", COUNT), ("2014-15-h1.csv", EPISODE)):
        write_csv(tmp_path / "sent" / name, row | {"source": "", "period": "2014-15 Q9"})
    assert pscb("check", tmp_path / "sent", "--feedback", tmp_path / "back").returncode == 1
    assert len(written(tmp_path / "back")) == 2
    assert illegal(written(tmp_path)) == []


def test_returns_that_are_accepted_or_imported_and_a_new_cycle(tmp_path):
    for folder in ("params", "notebooks", "pscb_lib/samples"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    before = written(tmp_path)
    sent = write_csv(tmp_path / "sent" / "Police Q3.CSV", COUNT)
    cin = census(tmp_path / "sent", {"A1": case("2014-10-06")})
    for words in (("accept", sent, "--from", "Police", "--on", "2015-01-20"),
                  ("import", "cin", cin, "--period", "2014-15"),
                  ("new-cycle", "2015-16-q1"),
                  ("receive", "22", "--period", "2013-14", "--by", "A", "--on", "2015-02-04"),
                  ("plan", "--year", "2014-15", "--ics", "plan.ics", "--html", "plan.html")):
        done = pscb(*words, cwd=tmp_path)
        assert done.returncode == 0, done.stderr
    assert illegal({*written(tmp_path)} - {*before}) == []

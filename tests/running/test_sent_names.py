"""A child's name in the name of a file, folder or sheet is in no set of the board or public."""

from __future__ import annotations

import shutil

import openpyxl
import pytest
from papers import CYCLE, ROOT, pscb
from projects import make_project, write_notebook
from sent import COUNT, write_csv

from pscb_lib.running.sent_names import sent_names

NAME = "Zenobia Quillfeather"


@pytest.mark.parametrize("place", [
    f"data_set/{NAME}.csv", f"data_set/{NAME} 2014-15-q3.csv", "data_set/zenobia_quillfeather.csv",
    f"{NAME}/return.csv", f"data_set/Police re {NAME}.csv", "audits of Quillfeather.csv"])
def test_a_name_that_is_not_the_suites_own_is_told(tmp_path, place):
    write_csv(tmp_path / place, COUNT)
    assert any("uillfeather" in name for name in sent_names(tmp_path, ROOT / "params"))


def test_so_is_the_name_of_a_sheet(tmp_path):
    book = openpyxl.Workbook()
    book.create_sheet(NAME)
    book.save(tmp_path / "audits.xlsx")
    assert sent_names(tmp_path, ROOT / "params") == [NAME]


@pytest.mark.parametrize("place", [
    "data_set/cambridgeshire-constabulary.csv", "missing_episodes/2014-15-h1.csv", "audits.csv",
    "data_set/Police Q3 2014.csv", "data_set/Housing October to December 2014.csv", "section11.csv",
    "commentary/camhs-service-manager.csv", "import/cin-2014-15/figures.csv"])
def test_the_suites_own_words_are_not(tmp_path, place):
    write_csv(tmp_path / place, COUNT)
    assert sent_names(tmp_path, ROOT / "params") == []


def test_no_file_of_the_sample_is_told():
    assert sent_names(ROOT / "pscb_lib" / "samples", ROOT / "params") == []


def test_a_name_among_the_decisions_is_in_no_manifest(tmp_path):
    root = make_project(tmp_path / "board", "small")
    (root / "params" / f"{NAME}.csv").write_text("x\n")
    assert pscb("run", "--audience", "restricted,board", cwd=root).returncode == 0
    for path in (root / "outputs" / CYCLE).glob("*/small/*.*"):
        assert NAME.encode() not in path.read_bytes(), path
    manifest = (root / "outputs" / CYCLE / "board" / "small" / "manifest.json").read_text()
    assert '"other 1": "' in manifest and '"settings.yaml": "' in manifest


def test_the_audit_finds_a_set_that_has_such_a_name(tmp_path):
    root = make_project(tmp_path / "board", "small")
    write_notebook(root / "notebooks" / "small.ipynb",
                   f"from pscb_lib.page.blocks import Prose; Prose('As {NAME} says.')")
    assert pscb("run", "--audience", "board", cwd=root).returncode == 0
    shutil.copytree(root / "returns", root / "kept")
    write_csv(root / "kept" / f"{NAME}.csv", COUNT)
    done = pscb("audit", "outputs", "--returns", "kept", cwd=root)
    assert done.returncode == 1 and "canary 1 stands there" in done.stdout
    assert NAME not in done.stdout


def test_shipped_decisions_keep_their_names():
    from pscb_lib.running.inputs import DECISIONS

    params = ROOT / "params"
    shipped = {path.name for path in (*params.glob("[!.]*.*"), *params.glob("*/[!.]*.csv"))
               if path.is_file()}
    assert shipped == {*DECISIONS}

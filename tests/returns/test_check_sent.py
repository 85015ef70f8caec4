"""``pscb check`` on files as people's programs write them: their rows, and no word of Python."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from papers import ROOT, pscb

SENT = Path(__file__).parents[1] / "files" / "sent"
USED = "Quarterly data set, 2014-15 Q3. Rows: 1 read = 1 used + 0 rejected + 0 left out"


def check(*files, period="2014-15 Q3"):
    """The lines that the check prints, its exit code, and that it says nothing beside them."""
    done = pscb("check", "--period", period, *(SENT / one for one in files))
    assert done.stderr == ""
    assert "Warning" not in done.stdout
    return done.stdout.splitlines(), done.returncode


def test_workbooks_of_excel_are_read_as_their_cells_are_meant():
    names = ["x14", "pct_quoted", "pct_escaped", "num_pct_note", "fmt_days", "fmt_esc",
             "fmt_months", "fmt_red", "date_long", "date_yy", "big_epoch"]
    lines, code = check(*(f"{name}.xlsx" for name in names))
    assert [line for line in lines if line.startswith(tuple(names))] == [
        f"{name}.xlsx: {USED}" for name in names]
    assert code == 0


def test_the_form_that_excel_saved():
    lines, code = check("form_saved_by_excel.xlsx")
    assert lines[-2] == (
        "form_saved_by_excel.xlsx: Quarterly data set, 2014-15 Q3. Rows: 2 read = 1 used + 0 "
        "rejected + 1 left out (1 the example row of the form)")
    assert code == 0


def test_an_error_rejects_the_row_in_each_format():
    names = ["rhi_na.ods", "rhi_na.xls", "rhi_na.xlsx"]
    lines, code = check(*names, period="2014-15 H1")
    assert [line for line in lines if "is an error of Excel's (#N/A)" in line] == [
        "  2    rhi_completed_at           is an error of Excel's (#N/A); correct the formula, or "
        "write the value"] * 3
    assert lines[-4:-1] == [
        f"{name}: Children missing from home and care, 2014-15 H1. Rows: 1 read = 0 used + 1 "
        "rejected + 0 left out" for name in names]
    assert code == 1


@pytest.mark.parametrize(("name", "written", "says"), [
    ("dec_comma.csv", "'27,0'", "has a comma for a decimal point"),
    ("dec_comma3.csv", "'27,003'", "has a comma that may be a decimal point or divide thousands"),
    ("thousand_dot.csv", "'2.318'", "is not a whole number"),
])
def test_a_decimal_comma_and_a_dot_between_thousands_are_refused(name, written, says):
    lines, code = check(name)
    assert [line for line in lines if written in line and says in line] != []
    assert lines[-2].endswith("Rows: 1 read = 0 used + 1 rejected + 0 left out")
    assert code == 1


@pytest.mark.slow
def test_a_set_is_made_from_what_excel_saved(tmp_path):
    """The form for a quarter, a commentary with an encoded line break, and a bullet of Word."""
    for folder in ("params", "notebooks", "pscb_lib/samples"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    returns = tmp_path / "returns"
    for kind in ("data_set", "commentary"):
        shutil.copytree(ROOT / "pscb_lib" / "samples" / kind, returns / kind)
    cafcass = returns / "data_set" / "cafcass.csv"
    kept = [line for line in cafcass.read_text(encoding="utf-8").splitlines(keepends=True)
            if "2014-15 Q3" not in line]
    cafcass.write_text("".join(kept), encoding="utf-8")
    shutil.copy(SENT / "form_saved_by_excel.xlsx", returns / "data_set" / "cafcass-q3.xlsx")
    (returns / "commentary" / "missing-children-co-ordinator.csv").unlink()
    shutil.copy(SENT / "mcc_x000d.xlsx", returns / "commentary")
    done = pscb("run", "quarterly_data_set", "--returns", returns, "--project", tmp_path)
    assert (done.returncode, done.stderr) == (0, "Returns are read from returns\n"
                                              "1 of 2  restricted: quarterly_data_set: made\n"
                                              "2 of 2  board: quarterly_data_set: made\n")
    page = (tmp_path / "outputs/2014-15-q3/board/quarterly_data_set/report.html").read_text(
        encoding="utf-8")
    assert "The interviewer left in October. She was replaced in January." in page
    assert "x000D" not in page

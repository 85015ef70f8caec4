"""What an agency is told of its return: a receipt, and findings in its own words."""

from __future__ import annotations

import re
from dataclasses import replace

import openpyxl
import pytest
from papers import ROOT, pscb
from sent import COUNT, write_csv

from pscb_lib.reading.findings import Finding, Reaction
from pscb_lib.returns.checking import CheckedFile, find_runs, make_context, run_of
from pscb_lib.returns.feedback.own_words import in_own_words
from pscb_lib.returns.kinds import find_returns

KINDS = find_returns()
OURS = re.compile(r"params|\.yaml|\.csv\b|pscb\b|settings")
ON = ("--on", "2015-01-30")


def accept(tmp_path, *files, sender="Police"):
    """Accept files, and return the receipts by their names."""
    done = pscb("accept", *files, "--from", sender, *ON, "--returns", tmp_path / "returns",
                "--receipts", tmp_path / "receipts")
    assert "Traceback" not in done.stderr
    return {path.name: path.read_text("utf-8") for path in (tmp_path / "receipts").iterdir()}


def test_a_receipt_says_what_was_read_used_and_not_used(tmp_path):
    path = write_csv(tmp_path / "ours.csv", COUNT, COUNT | {"indicator": "PO1", "numerator": "-"},
                     COUNT | {"indicator": "PO2", "numerator": "1,079"},
                     COUNT | {"indicator": "PO2", "submitted_on": "20/03/2015"})
    said, = accept(tmp_path, path).values()
    lines = said.splitlines()
    assert lines[:6] == [
        "Receipt: ours.csv",
        "From Cambridgeshire Constabulary, received by Peterborough Safeguarding Children Board on "
        "30 January 2015.",
        "Quarterly data set, Quarter 3 2014/15 (October to December 2014).", "",
        "It was accepted and is kept as you sent it.",
        "Rows: 4 read = 2 used + 1 to be corrected + 1 left out."]
    assert "- left out: 1, submitted after the day of the report" in lines
    assert lines[lines.index("To correct, and to send again:") + 1] == (
        "- Row 3, column numerator, you wrote '-': This may mean nothing or not known. What to do: "
        "write a whole number, 0 for none, c if it may not be sent, x if it is not known, or z if "
        "it does not apply.")
    assert "- Row 4, column numerator, you wrote '1,079': 1,079 read as 1079. What to do: see " \
        "that this is what is meant." in lines


def test_the_receipt_of_a_file_that_was_refused_says_why(tmp_path):
    bad = write_csv(tmp_path / "bad.csv", COUNT | {"numerator": "-"})
    none = write_csv(tmp_path / "none.csv", {"a": "1", "b": "2"})
    receipts = accept(tmp_path, bad, none)
    said = receipts["bad.csv-receipt.txt"].splitlines()
    assert said[4:6] == [
        "It was not accepted, and nothing of it is used:",
        "- All of its rows were rejected (1). What to do: correct what is listed, and send the "
        "file again."]
    said = receipts["none.csv-receipt.txt"].splitlines()
    assert said[3:] == [
        "It was not accepted, and nothing of it is used:", "", "To correct, and to send again:",
        "- This is not a known return: none of its first twenty rows has the columns of one. What "
        "to do: copy the rows into the form that the Board sent you, under its own headings, and "
        "send that; ask the Board for a form if you have none."]


def test_the_second_receipt_of_a_file_says_that_the_first_one_is_used(tmp_path):
    path = write_csv(tmp_path / "ours.csv", COUNT, COUNT | {"indicator": "PO1", "numerator": "-"})
    accept(tmp_path, path)
    said = accept(tmp_path, path)["ours.csv-2-receipt.txt"].splitlines()
    assert said[4:7] == [
        "It is the same file as one that was accepted on 30 January 2015. That one is used.", "",
        "To correct, and to send again:"]


def test_a_receipt_writes_over_no_file(tmp_path):
    folder = tmp_path / "receipts"
    folder.mkdir()
    (folder / "ours.csv-receipt.txt").write_text("By hand", encoding="utf-8")
    receipts = accept(tmp_path, write_csv(tmp_path / "ours.csv", COUNT))
    assert receipts["ours.csv-receipt.txt"] == "By hand"
    assert receipts["ours.csv-2-receipt.txt"].startswith("Receipt: ours.csv\n")


def test_feedback_on_an_unknown_agency_names_no_file_of_the_board(tmp_path):
    path = write_csv(tmp_path / "police.csv", COUNT | {"agency": "Polise"},
                     COUNT | {"indicator": "XX9"}, COUNT | {"status": "n.a."})
    pscb("check", path, "--feedback", tmp_path / "back")
    book = openpyxl.load_workbook(tmp_path / "back" / "police-please-correct.xlsx")
    rows = [row for row in book["Please correct"].iter_rows(min_row=7, values_only=True)]
    told = {row[2]: row[5] for row in rows}
    listed = ("Choose from the list in the cell; the form has it on its sheet Allowed words.")
    assert told == {
        "agency": listed, "indicator": listed,
        "status": "Use not supplied, no cases, suppressed, not collected or not applicable."}
    comments = [cell.comment.text for row in book["police"].iter_rows() for cell in row
                if cell.comment]
    assert len(comments) == 3 and not any(map(OURS.search, comments))


@pytest.mark.parametrize("name", sorted(KINDS))
def test_no_remedy_that_an_agency_reads_names_a_file_or_command_of_the_project(name):
    kind = KINDS[name]
    context = make_context(ROOT, run_of(find_runs(ROOT), kind))
    one = CheckedFile(ROOT / "x", "x", kind, context)
    found = [Finding("x", "is wrong", field.remedy, 2, field.name)
             for field in kind.fields(context)]
    found += [Finding("x", rule.says, rule.remedy, 2, rule.fields[0], reaction=rule.reaction)
              for rule in kind.rules(context)]
    found += [Finding("x", rule.says, rule.remedy, 2) for rule in kind.file_rules(context)]
    told = [in_own_words(finding, one) for finding in found]
    assert len(told) == len(found) > 5
    assert [str(finding) for finding in told if OURS.search(finding.remedy)] == []
    assert [str(finding) for finding in told if OURS.search(finding.rule)] == []


def test_what_only_notes_a_cell_keeps_its_words():
    kind = KINDS["data_set"]
    context = make_context(ROOT, run_of(find_runs(ROOT), kind))
    note = Finding("x", "Police read as Cambridgeshire Constabulary", "see that this is meant", 2,
                   "agency", "Police", reaction=Reaction.NORMALISED)
    one = CheckedFile(ROOT / "x", "x", kind, context)
    assert in_own_words(note, one) == note
    ours = replace(note, remedy="see why with pscb check")
    assert in_own_words(ours, one).remedy.startswith("copy the rows into the form")

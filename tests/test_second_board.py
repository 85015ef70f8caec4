"""Every report, form, calendar and message is true of a board that is not the sample's.

The second board (``support/second_board``) has its own name, area, region, panel, group, agencies,
ids, posts and year, and nothing of it is illustrative: no word of the sample's board may stand in
what is made for it.
"""

from __future__ import annotations

import csv
import json
import re

import pytest
from papers import pscb
from second_board import CYCLE, GONE, NAME, find_words, make_second_board, read_texts

from pscb_lib.board.notebooks import audiences_of, find_notebooks, returns_of
from pscb_lib.returns.kinds import find_returns

QUICK = ("private_fostering", "audit_programme")


@pytest.fixture(scope="module")
def board(tmp_path_factory):
    """The project of the second board; nothing is made in it."""
    return make_second_board(tmp_path_factory.mktemp("second") / "board")


def run(board, *words, codes=(0,)):
    """Run a command in the board's folder; give back what it says, which names no other board."""
    done = pscb(*words, cwd=board)
    said = done.stdout + done.stderr
    assert done.returncode in codes, said
    assert find_words([(" ".join(words), said)], GONE) == []
    return said


def wrong_words(folder):
    return find_words(read_texts(folder), GONE)


def test_two_reports_of_another_board_name_no_other(board):
    run(board, "run", *QUICK, "--audience", "board", "--format", "html", codes=(0, 3))
    assert wrong_words(board / "outputs" / CYCLE / "board") == []
    for report in QUICK:
        page = (board / "outputs" / CYCLE / "board" / report / "report.html").read_text("utf-8")
        assert NAME in page and "illustrative" not in page
        assert "S&amp;L scrutiny" in page


@pytest.mark.slow
def test_every_set_of_another_board_names_no_other(board):
    run(board, "batch", "--as-of", "2016-08-31", "--out", "made", "--force", codes=(0, 3))
    run(board, "run", "--audience", "public", "--out", "made", codes=(0, 3))  # not in a batch
    for report, notebook in find_notebooks(board).items():
        for audience in audiences_of(notebook):
            manifest = json.loads((board / "made" / CYCLE / audience / report / "manifest.json")
                                  .read_text("utf-8"))
            assert manifest["returns"] or not returns_of(notebook), report
    assert wrong_words(board / "made") == []
    for report in ("quarterly_data_set", "missing_children", "private_fostering"):
        page = (board / "made" / CYCLE / "restricted" / report / "report.html").read_text("utf-8")
        assert "No indicator in the Board's register" not in page.replace("&#39;", "'"), report
    figures = csv.DictReader((board / "made" / CYCLE / "restricted" / "figures.csv").open(
        encoding="utf-8-sig"))
    rows = {row["row"] for row in figures if row["table"] == "indicators"}
    assert rows and all(re.fullmatch(r"N\d\d", one) for one in rows)
    for command in ("verify", "audit"):
        run(board, command, "made")


@pytest.mark.parametrize("name", sorted(find_returns()))
def test_a_form_for_another_board_names_no_other(board, tmp_path, name):
    run(board, "template", name, "--out", str(tmp_path / "forms" / "form.xlsx"))
    assert any(tmp_path.rglob("*.xlsx")) and find_words(read_texts(tmp_path), GONE) == []


@pytest.mark.parametrize("name", ["data_set", "audits"])
def test_the_forms_and_letters_for_agencies_of_another_board_name_no_other(board, tmp_path, name):
    run(board, "template", name, "--all-agencies", "--returns", "returns", "--out",
        str(tmp_path / "made"))
    words = {*GONE} - ({"Q&amp;E"} if name == "audits" else set())  # its own word for who asked
    made = sorted(path.suffix for path in (tmp_path / "made").iterdir())
    assert {*made} == {".docx", ".xlsx"} and made.count(".docx") == made.count(".xlsx") > 5
    assert find_words(read_texts(tmp_path), words) == []


def test_the_receipts_of_another_board_name_no_other(board, tmp_path):
    said = run(board, "accept", "returns/data_set", "--on", "2016-01-30", "--yes", "--returns",
               str(tmp_path / "kept"), "--receipts", str(tmp_path / "receipts"), codes=(0, 1))
    assert "accepted as data_set" in said
    assert any((tmp_path / "receipts").iterdir())
    assert wrong_words(tmp_path / "receipts") == []


@pytest.mark.slow
def test_a_letter_to_an_agency_of_another_board_names_no_other(board, tmp_path):
    run(board, "check", "returns", "--feedback", str(tmp_path / "letters"), codes=(1,))
    assert any(tmp_path.rglob("*.xlsx"))
    assert wrong_words(tmp_path) == []


def test_the_plan_of_another_board_names_no_other(board, tmp_path):
    run(board, "plan", "--year", "2015-16", "--ics", str(tmp_path / "plan.ics"), "--html",
        str(tmp_path / "plan.html"))
    assert NAME in (tmp_path / "plan.ics").read_text("utf-8").replace("\r\n ", "")
    assert wrong_words(tmp_path) == []


@pytest.mark.parametrize("words", [("due", "--on", "2016-01-31"), ("list",), ("history",),
                                   ("check", "returns", "--missing"),
                                   ("new-cycle", "2015-16-q4")])
def test_what_a_command_says_to_another_board_names_no_other(board, words):
    run(board, *words, codes=(0, 1))


def test_a_word_of_the_samples_board_is_found(tmp_path):
    (tmp_path / "page.html").write_text("<p>All rows are Illustrative.</p>", encoding="utf-8")
    (tmp_path / "plan.ics").write_text("SUMMARY:PSCB meeting", encoding="utf-8")
    assert [one.word for one in wrong_words(tmp_path)] == ["illustrative", "PSCB"]

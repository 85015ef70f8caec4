"""``pscb init``: the project of a new board, and nothing of the example's in it."""

from __future__ import annotations

import csv
import os
import re

import pytest
from click.testing import CliRunner
from papers import ROOT, pscb
from terminal import needs_a_terminal, typed

from pscb_lib.board.published.authorities import read_authorities
from pscb_lib.board.starting.answers import BOARDS_OWN, find_authority
from pscb_lib.board.starting.starter import kinds
from pscb_lib.commands.init import init
from pscb_lib.reading.findings import InputError
from pscb_lib.running.preflight import check_params
from tools import starter

BOARD = ("--board", "Northshire Safeguarding Children Board", "--first-year", "2015-16")
THE_EXAMPLES = re.compile(r"Peterborough|Cambridge|PSCB|CPFT|PSHFT|BeNCH|E06000031|\b874\b")
ANSWERS = """board: Luton Safeguarding Children Board
area: Luton
group: Scrutiny and Learning group
group_short: S&L
first_year: 2015-16
agencies:
  police: Bedfordshire Police
"""


def make(folder, *options):
    """Run the command in this process. Raises what it raises."""
    return CliRunner().invoke(init, [str(folder), *options], catch_exceptions=False)


def texts_in(folder):
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
            for path in sorted(folder.rglob("*")) if path.is_file()}


def rows_of(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_new_project_is_a_boards_own_and_every_register_of_it_can_be_read(tmp_path):
    made = make(tmp_path / "north", *BOARD, "--area", "Luton")
    check_params(tmp_path / "north")
    assert "Luton (821, East of England)" in made.output
    assert {name: said for name, text in texts_in(tmp_path / "north").items()
            if (said := THE_EXAMPLES.findall(text))} == {}


@pytest.mark.parametrize("first_year", ["2013-14", "2026-27"])
def test_a_year_long_past_or_to_come_may_be_the_first(tmp_path, first_year):
    make(tmp_path / "north", *BOARD[:2], "--first-year", first_year, "--authority", "208")
    check_params(tmp_path / "north")
    cycle = tmp_path / "north" / "params" / f"{first_year}-q1"
    assert {path.stem for path in cycle.glob("*.yaml")} >= {
        "audit_programme", "method", "quarterly_data_set"}


def test_every_authority_that_has_figures_can_have_a_board(tmp_path):
    for code, one in read_authorities().items():
        assert find_authority(one.name, code) == find_authority("", code) == one
    make(tmp_path / "dorset", *BOARD, "--area", "dorset")  # two authorities have had the name
    settings = (tmp_path / "dorset" / "params" / "settings.yaml").read_text(encoding="utf-8")
    assert 'area: "Dorset"' in settings and 'region: "South West"' in settings
    assert 'first_cycle: "2015-16-q1"' in settings


def test_the_answers_may_be_in_a_file_and_an_option_overrides_it(tmp_path):
    (tmp_path / "answers.yaml").write_text(ANSWERS, encoding="utf-8")
    make(tmp_path / "luton", "--from", str(tmp_path / "answers.yaml"), "--contact", "The office",
         "--agency", "Luton Hospice")
    settings = (tmp_path / "luton" / "params" / "settings.yaml").read_text(encoding="utf-8")
    agencies = rows_of(tmp_path / "luton" / "params" / "agencies.csv")
    assert 'group_short: "S&L"' in settings and 'contact: "The office"' in settings
    assert [row["alias"] for row in agencies if row["name"] == "Bedfordshire Police"] == [
        "Bedfordshire Police", "Police"]
    assert [row["section11"] for row in agencies if row["name"] == "Luton Hospice"] == ["other"]
    assert "Bedfordshire Police" in {
        row["agency"] for row in rows_of(tmp_path / "luton" / "params" / "indicators.csv")}


@pytest.mark.parametrize(("options", "message"), [
    pytest.param(("--area", "Lutn"), "area, value 'Lutn': is not an English authority (nearest: "
                 "Luton); write it as the published figures do, or give its code",
                 id="the nearest name is said"),
    pytest.param(("--area", "Luton", "--authority", "822"), "authority, value '822': is the code "
                 "of Bedford, and Luton has 821; correct one of the two",
                 id="a code and a name agree"),
    pytest.param(("--authority", "999"), "authority, value '999': is the code of no English "
                 "authority; give the three digits of the Department for Education's returns, "
                 "or the area alone", id="a code is one of England's"),
    pytest.param(("--area", "Luton", "--agency", "polis=Beds"), "agency, value 'polis': is no "
                 "kind of agency (nearest: police); use one of social care, ",
                 id="the kinds of agencies are known"),
    pytest.param(("--area", "Luton", "--agency", "Police"), "agency, value 'Police': is the name "
                 "of two agencies; name each by another", id="names are single"),
    pytest.param(("--area", "Luton", "--first-year", "2015"), "first_year, value '2015': is not "
                 "a financial year; give the first, such as 2015-16",
                 id="a year is a financial year"),
])
def test_a_wrong_answer_is_refused_and_nothing_is_written(tmp_path, options, message):
    with pytest.raises(InputError) as refusal:
        make(tmp_path / "north", *BOARD, *options)
    assert str(refusal.value).startswith(f"pscb init, column {message}")
    assert not (tmp_path / "north").exists()


def test_what_is_missing_is_named_where_nobody_can_be_asked(tmp_path):
    with pytest.raises(InputError, match=r"column area: is missing; give the authority's name"):
        make(tmp_path / "north", *BOARD)


def test_a_folder_that_holds_something_is_left_alone(tmp_path):
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(InputError, match="is not empty: it holds mine.txt"):
        make(tmp_path, *BOARD, "--area", "Luton")
    assert os.listdir(tmp_path) == ["mine.txt"]


def test_a_new_repository_may_hold_a_project(tmp_path):
    (tmp_path / ".git").mkdir()
    make(tmp_path, *BOARD, "--area", "Luton")
    assert sorted(os.listdir(tmp_path)) == [".git", ".gitignore", "README.md", "params", "returns"]
    check_params(tmp_path)


@pytest.mark.parametrize("words", [("due", "--on", "2015-08-31"), ("plan", "--year", "2015-16"),
                                   ("new-cycle", "2015-16-q2")])
def test_what_is_due_is_told_before_anything_was_recorded(tmp_path, words):
    make(tmp_path / "north", *BOARD, "--area", "Luton")
    done = pscb(*words, cwd=tmp_path / "north")
    assert done.returncode == 0, done.stderr
    assert "2015-16" in done.stdout  # what is said is said beside the list, not in its place
    assert done.stderr == ("pscb: programme_log: nothing has been sent yet; every report is taken "
                           "as not received: pscb template programme_log writes the form\n")


def test_what_a_board_starts_with_is_made_from_the_example():
    assert starter.make() == {name: (starter.STARTER / name).read_text(encoding="utf-8")
                              for name in starter.make()}


def test_every_name_of_an_agency_of_the_example_is_of_a_kind():
    known: dict[str, list[str]] = {}
    for row in rows_of(ROOT / "params" / "agencies.csv"):
        known.setdefault(row["name"], []).append(row["alias"])
    assert [row["example"].split(";")
            for row in rows_of(starter.STARTER / "agencies.csv")] == [*known.values()]


@needs_a_terminal
def test_on_a_terminal_what_is_missing_is_asked_and_an_empty_answer_keeps_what_is_proposed(
        tmp_path):
    named = [kind for kind, one in kinds().items() if one.is_usual and kind != BOARDS_OWN]
    answers = ["Bedford Safeguarding Children Board", "822", "", "", "2015-16", "y",
               *("Bedfordshire Police" if kind == "police" else "" for kind in named)]
    code, shown = typed("".join(f"{one}\n" for one in answers).encode(), "init",
                        tmp_path / "bedford")
    assert code == 0, shown
    for asked in ("The Board's name: ", "by its code of three digits: ", "Its short name [Q&E]: ",
                  "such as 2015-16: ", "Name the agencies now?", "  police [Police]: "):
        assert asked in shown
    check_params(tmp_path / "bedford")
    settings = (tmp_path / "bedford" / "params" / "settings.yaml").read_text(encoding="utf-8")
    assert 'area: "Bedford"' in settings and 'authority: "822"' in settings
    names = {row["name"] for row in rows_of(tmp_path / "bedford" / "params" / "agencies.csv")}
    assert {"Bedfordshire Police", "Children's social care", "Housing"} <= names
    assert "Police" not in names


@needs_a_terminal
def test_whoever_stops_at_a_question_has_no_project(tmp_path):
    code, shown = typed(b"Bedford Safeguarding Children Board\n\x04", "init",
                        tmp_path / "bedford")
    assert (code, "Aborted!" in shown, list(tmp_path.iterdir())) == (1, True, [])

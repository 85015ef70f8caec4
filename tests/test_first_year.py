"""The page of a board's first year: each command exists, and does what the page shows of it."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import click
import pytest
from first_year import (
    PAGE,
    Step,
    decide,
    fill,
    fill_with_nothing,
    read_steps,
    send_again,
    sent_before,
    unlike,
)
from papers import cold

from pscb_lib.commands.cli import main

STEPS = read_steps()
AT_MOST = 10
AGAIN = 44
OFFICES = "{}-the-boards-office-2015-16-q1.xlsx"
POLICES = "data_set-police-2015-16-q{}.xlsx"


def command_of(step: Step) -> tuple[click.Command, click.Context]:
    root = click.Context(main)
    command = main.get_command(root, step.words[1])
    assert command is not None, step.line
    return command, click.Context(command, parent=root)


@pytest.mark.parametrize("step", [one for one in STEPS if one.words[0] == "pscb"],
                         ids=lambda step: step.line)
def test_every_command_of_the_first_year_exists_with_its_options(step):
    command, context = command_of(step)
    given, left, _ = command.make_parser(context).parse_args(list(step.words[2:]))
    assert left == []
    assert [one.name for one in command.params if one.required and not given.get(one.name)] == []


def test_the_first_own_paper_takes_as_many_commands_as_the_page_says():
    [said] = re.findall(r"first paper of its own takes (\d+) commands", PAGE.read_text("utf-8"))
    first = next(number for number, step in enumerate(STEPS, 1)
                 if step.words[:2] == ("pscb", "run") and "--with-sample" not in step.words)
    assert first == int(said) <= AT_MOST


@pytest.mark.parametrize(("shown", "unlike_line"), [
    pytest.param(("a", "b"), "c", id="a line that the page leaves out"),
    pytest.param(("a", "c"), "c", id="another line"),
    pytest.param(("a", "...", "c"), "", id="dots for any lines"),
    pytest.param(("...", "c", "d"), "d", id="a line that is not printed"),
    pytest.param(("a", "b", "c"), "", id="all lines"),
])
def test_what_the_page_shows_is_compared_line_by_line(shown, unlike_line):
    assert unlike(shown, "a\nb\nc\n") == unlike_line


def between(step: Step, folder: Path) -> None:
    """Do what people do after a command: decide, fill forms, send again."""
    match step.words[1:3]:
        case "params", "--to":
            decide(folder / "params.xlsx")
        case "template", name if "--agency" in step.words:
            fill_with_nothing(folder / "office" / OFFICES.format(name), folder / "post-office")
        case "template", _ if "2015-16 Q1" in step.words:
            fill(folder / "forms", folder / "post", "2014-15 Q1", date(2015, 7, 17))
        case "template", _:
            fill(folder / "forms-q2", folder / "post-q2", "2014-15 Q2",
                 date(2015, 10, 16))
        case "run", _ if (folder / "post").exists() and not (folder / "again").exists():
            send_again(folder / "post" / POLICES.format(1), folder / "again", "MS1", AGAIN,
                       date(2015, 8, 10))


@pytest.mark.slow
def test_a_new_board_has_its_first_year_by_the_commands_of_the_page(tmp_path):
    folder = tmp_path / "suite"
    folder.mkdir()
    for step in STEPS:
        if step.words[0] == "cd":
            folder = folder / step.words[1]
        if step.words[0] != "pscb":
            continue
        done = cold(*step.words[1:], cwd=folder)
        said = done.stdout + done.stderr
        assert done.returncode == step.code, f"{step.line}\n{said}"
        if step.printed:
            assert unlike(step.printed, done.stdout) == "", f"{step.line}\n{said}"
        between(step, folder)
    assert sent_before(folder / "forms-q2" / POLICES.format(2), "MS1", "2015-16 Q1") == f"{AGAIN}"
    paper = (folder / "outputs" / "2015-16-q2" / "board" / "quarterly_data_set" / "report.html"
             ).read_text("utf-8")
    asked = next(step.words[2] for step in STEPS if step.words[1] == "ask")
    answered = next(step.words[3] for step in STEPS if step.words[1] == "answer")
    assert asked in paper and answered in paper


@pytest.mark.slow
def test_two_new_boards_stand_side_by_side(tmp_path):
    boards = tmp_path / "boards"
    for name, area in (("northshire", "Luton"), ("southshire", "Dorset")):
        made = cold("init", boards / name, "--board", f"{name.title()} Safeguarding Children Board",
                    "--area", area, "--first-year", "2015-16", cwd=tmp_path)
        assert made.returncode == 0, made.stderr
        for path in (boards / name / "params" / "2015-16-q1").glob("*.yaml"):
            if path.stem != "method":
                path.unlink()
    done = cold("batch", "--as-of", "2015-08-31", "--boards", boards, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    said = json.loads((boards / "summary.json").read_text("utf-8"))["boards"]
    assert [(one["board"], {line["state"] for line in one["sets"]}) for one in said] == [
        ("northshire", {"made"}), ("southshire", {"made"})]
    for name, other in (("northshire", "Southshire"), ("southshire", "Northshire")):
        for page in (boards / name / "outputs").rglob("report.html"):
            text = page.read_text("utf-8")
            assert name.title() in text and other not in text

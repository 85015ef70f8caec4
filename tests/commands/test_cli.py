"""The command line: help with examples, commands found by their files, and plain errors."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib import import_module

import pytest
from click.testing import CliRunner
from papers import ROOT, pscb

from pscb_lib import commands
from pscb_lib.commands.cli import OneLineErrors, find_commands, main

SLOW = {"pandas", "numpy", "matplotlib", "seaborn", "scipy", "nbformat", "papermill", "openpyxl"}


NEW_COMMAND = """
import click

@click.group()
def greet():
    "Greet."

@greet.command("chair")
def _chair():
    "Greet the chair."
"""


def test_a_file_in_the_folder_is_a_command(tmp_path, monkeypatch):
    (tmp_path / "greeting.py").write_text(NEW_COMMAND, encoding="utf-8")
    monkeypatch.setattr(commands, "__path__", [str(tmp_path)])
    assert [command.name for command in find_commands()] == ["greet"]


@pytest.mark.parametrize("command", main.commands)
def test_each_command_explains_itself_with_an_example(command):
    done = CliRunner().invoke(main, [command, "--help"], prog_name="pscb")
    assert done.exit_code == 0
    assert f"Example:\n    pscb {command}" in done.stdout


@pytest.mark.parametrize("arguments", [["--help"], ["run", "--help"]], ids=" ".join)
def test_help_imports_nothing_slow(arguments):
    code = ("import atexit, sys; from pscb_lib.commands.cli import main; "
            "atexit.register(lambda: print(*sys.modules)); main()")
    done = subprocess.run([sys.executable, "-c", code, *arguments], text=True,
                          capture_output=True, check=True)
    assert "Usage: " in done.stdout
    assert SLOW & {*done.stdout.split()} == set()


def test_a_mistyped_command_names_the_nearest():
    done = CliRunner().invoke(main, ["bach"], prog_name="pscb")
    assert done.exit_code == 2
    assert done.stderr.splitlines()[-1] == (
        "Error: No such command 'bach'. Did you mean 'batch'?")


def test_the_reports_are_listed_with_their_parameters():
    lines = pscb("list").stdout.splitlines()
    names = sorted(path.stem for path in (ROOT / "notebooks").glob("*.ipynb"))
    assert [line for line in lines if not line.startswith(" ")] == names
    assert '  audience = "board"  # restricted, board or public' in lines


def test_an_unknown_option_alone_is_a_mistake_of_usage():
    done = pscb("run", "--audiance", "board")
    assert done.returncode == 2
    assert "No such option" in done.stderr


BROKEN = """
import click
from pscb_lib.commands.limited import Limited
from pscb_lib.reading import cells

@click.command("here")
def here():
    cells.day(None)

@click.command("limited", cls=Limited)
def limited():
    cells.day(None)
"""


@pytest.mark.parametrize("name", ["here", "limited"])
def test_a_fault_of_the_suite_is_one_line_that_says_where_and_a_traceback_if_asked(
    tmp_path, monkeypatch, name
):
    (tmp_path / "broken_commands.py").write_text(BROKEN, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    broken = OneLineErrors(commands=[getattr(import_module("broken_commands"), name)])
    done = CliRunner().invoke(broken, [name])
    assert done.exit_code == 2
    assert re.fullmatch(
        r"pscb: cannot go on \(AttributeError in folding\.py, line \d+\), a fault of the suite; "
        r"report this line to who maintains it, who can set PSCB_TRACEBACK=1 to see the whole\n",
        done.stderr)
    monkeypatch.setenv("PSCB_TRACEBACK", "1")
    asked = CliRunner().invoke(broken, [name])
    assert asked.exit_code == 2
    assert asked.stderr.startswith(done.stderr + "Traceback (most recent call last):\n")
    assert "cells.day(None)" in asked.stderr

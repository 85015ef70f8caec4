"""The command line: help with examples, commands found by their files, and plain errors."""

from __future__ import annotations

import subprocess
import sys

import pytest
from click.testing import CliRunner
from papers import ROOT, pscb

from pscb_lib import commands
from pscb_lib.commands.cli import find_commands, main

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

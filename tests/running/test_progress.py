"""On a terminal a bar says what is being made and how long it takes; a log has plain lines."""

from __future__ import annotations

import os
import re
import struct
import subprocess
import sys
from contextlib import suppress

import pytest
from papers import ROOT
from warm_batches import DAY, one_set

from pscb_lib.running.progress import Progress, progress_here

pty = pytest.importorskip("pty", reason="has no terminals of its own")
fcntl, termios = pytest.importorskip("fcntl"), pytest.importorskip("termios")
ESCAPE = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")


def on_a_terminal(*words, cwd):
    """Run the command with a terminal as its stream of errors; its code, and what each has."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 100, 0, 0))
    with subprocess.Popen([sys.executable, "-m", "pscb_lib", *words], cwd=cwd, stderr=theirs,
                          stdout=subprocess.PIPE, text=True, env={
                              **os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "100"}) as process:
        os.close(theirs)
        shown = b""
        with suppress(OSError):  # Linux says EIO when the other side is closed
            while piece := os.read(ours, 4096):
                shown += piece
        printed = process.stdout.read()
    os.close(ours)
    return process.returncode, printed, ESCAPE.sub("", shown.decode())


def test_a_terminal_has_a_bar_that_goes_away(small_project):
    one_set(small_project)
    code, printed, shown = on_a_terminal("batch", "--as-of", DAY, cwd=small_project)
    assert code == 0
    assert re.search(r"\w+: \w+: 0 of 1 \|", shown) and re.search(r"1 of 1 \|#+\|.* left", shown)
    assert "Returns are read from returns" in re.split(r"[\r\n]+", shown)  # a line of its own
    assert re.split(r"\r\n|\r", shown)[-1].strip() == ""  # nothing of the bar is left
    assert printed.startswith("1 made, 0 failed")


class Lines(Progress):
    """The plain lines, kept."""

    def __init__(self):
        self.lines = []

    def say(self, line):
        self.lines.append(line)


def test_a_log_has_a_line_for_each_set():
    log = Lines()
    log.began("board: method")
    assert [*log.show(iter("ab"), 2, lambda one: (f"board: {one}", "made"))] == ["a", "b"]
    assert log.lines == ["1 of 2  board: a: made", "2 of 2  board: b: made"]


def test_a_stream_that_is_no_terminal_has_no_bar():
    assert type(progress_here()) is Progress

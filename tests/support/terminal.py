"""A command on a terminal: what a person types, and what the person is shown."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from papers import ROOT

needs_a_terminal = pytest.mark.skipif(os.name != "posix", reason="Windows has no such terminals")


def typed(answers: bytes, *arguments: object, cwd: Path = ROOT) -> tuple[int, str]:
    """Run the command on a terminal of its own; return its exit code and all that was shown."""
    import pty

    ours, theirs = pty.openpty()
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8", "TERM": "dumb"}
    process = subprocess.Popen([sys.executable, "-m", "pscb_lib", *map(str, arguments)], cwd=cwd,
                               stdin=theirs, stdout=theirs, stderr=theirs, env=environment,
                               start_new_session=True)
    os.close(theirs)
    os.write(ours, answers)
    shown = b""
    with suppress(OSError):  # the terminal is closed when the command ends
        while piece := os.read(ours, 4096):
            shown += piece
    os.close(ours)
    return process.wait(timeout=120), shown.decode("utf-8").replace("\r\n", "\n")

"""Commands forked from one warm server: real processes, kernels and signals, but no imports.

Each command ``pscb`` runs in its own process. The sets of a batch and their kernels are forked
from the same server, as in a batch that a scheduler starts.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing import forkserver
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from pscb_lib.board.settings import Limits
from pscb_lib.running.processes.processes import ENVIRONMENT, FORKS, PROCESSES, start
from pscb_lib.running.publishing.manifest import find_sets, verify_set

LIMITS = Limits(memory_mib=8192, seconds=300)
SERVED = ["pscb_lib.running.warm", "pscb_lib.commands.cli", "pscb_lib.running.overview",
          "pscb_lib.running.console", "pytest", "interrupting", "warm_batches"]
CYCLE = "2014-15-q3"
DAY = "2015-01-31"
needs_fork = pytest.mark.skipif(not FORKS, reason="commands are forked from a warm server")


@dataclass(frozen=True)
class Done:
    """A command that has ended: its exit code, or minus the signal, and its output."""

    returncode: int
    stdout: str
    stderr: str


@dataclass(frozen=True)
class Begun:
    """A running command, and the files of its output."""

    process: BaseProcess
    printed: Path
    coding: str

    def end(self) -> Done:
        """Wait until the command has ended."""
        self.process.join()
        texts = [path.read_text(encoding=self.coding) for path in files_of(self.printed)]
        return Done(self.process.exitcode, *texts)


def serve() -> Path:
    """Start the server once; return the file for a plan of :mod:`interrupting`."""
    if "PSCB_FAULT_PLAN" not in os.environ:
        folder = Path(tempfile.mkdtemp(prefix="pscb-plan"))
        tests = Path(__file__).parent
        path = os.pathsep.join([str(tests), str(tests.parents[1])])
        os.environ |= ENVIRONMENT | {"PSCB_FAULT_PLAN": str(folder / "plan"), "PYTHONPATH": path}
        PROCESSES.set_forkserver_preload(SERVED)
        forkserver.ensure_running()
    return Path(os.environ["PSCB_FAULT_PLAN"])


def plan(action: str, *lines: object) -> None:
    """Plan a fault of :mod:`interrupting`, and delete the writes recorded before."""
    path = serve()
    path.with_suffix(".heard").unlink(missing_ok=True)
    path.write_text("\n".join([action, *map(str, lines)]), encoding="utf-8")


def files_of(printed: Path) -> list[Path]:
    """The files of a command's two streams."""
    return [printed.with_suffix(f".{name}") for name in ("out", "err")]


def begin(*arguments: object, cwd: Path, **environment: str) -> Begun:
    """Start ``pscb`` with *arguments* in the folder *cwd*, on a console without a width."""
    printed = serve().with_name(f"printed{time.monotonic_ns()}")
    for path in files_of(printed):
        path.touch(0o600)  # a process may be killed before it prints
    words = [str(argument) for argument in arguments]
    given = {**os.environ, "COLUMNS": "", **environment}
    coding = given.setdefault("PYTHONIOENCODING", "utf-8")
    process = start(_run, words, str(cwd), str(printed), given, limits=LIMITS)
    return Begun(process, printed, coding)


def warm(*arguments: object, cwd: Path, **environment: str) -> Done:
    """Run a command to its end."""
    return begin(*arguments, cwd=cwd, **environment).end()


def batch(project: Path, *arguments: object) -> Done:
    """Make what is due in a project."""
    return warm("batch", "--as-of", DAY, *arguments, cwd=project)


def _run(words: list[str], folder: str, printed: str, environment: dict[str, str]) -> None:
    from pscb_lib.commands.cli import main

    os.chdir(folder)
    os.umask(0o022)  # as a shell's
    os.environ.clear()
    os.environ.update(environment)
    coding = environment["PYTHONIOENCODING"]
    for stream, name, unknown in ((1, "out", "strict"), (2, "err", "backslashreplace")):
        os.dup2(os.open(f"{printed}.{name}", os.O_WRONLY | os.O_CREAT, 0o600), stream)
        setattr(sys, f"std{name}",
                open(stream, "w", encoding=coding, errors=unknown, closefd=False))
    # A shell lets what it starts in the background ignore Ctrl+C.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    sys.argv = ["pscb", *words]
    main(words, prog_name="pscb")


def one_set(project: Path, formats: str = "[html]", seconds: int = 60) -> None:
    """Set a project to make only board sets, as pages, within a number of seconds."""
    settings = project / "params" / "settings.yaml"
    text = settings.read_text(encoding="utf-8")
    for old, new in (("[restricted, board]", "[board]"), ("[html, pdf, tables]", formats),
                     ('seconds: "600"', f'seconds: "{seconds}"')):
        text = text.replace(old, new)
    settings.write_text(text, encoding="utf-8")


def summary(project: Path) -> dict:
    """Return the summary of the last batch."""
    path = project / "outputs" / CYCLE / "summary.json"
    return json.loads(path.read_text(encoding="utf-8"))


def faults(outputs: Path) -> list[str]:
    """Return the files of sets below *outputs* that are not as published."""
    return [f"{folder.name}/{fault}" for folder in find_sets(outputs)
            for fault in verify_set(folder)]


def holds(condition: Callable[[], object], seconds: float = 60) -> object:
    """Wait until *condition* is true or time is up; return its last value."""
    ends = time.monotonic() + seconds
    while not (found := condition()) and time.monotonic() < ends:
        time.sleep(0.02)
    return found

"""Kill batches at random: ``python tests/random_kills.py 200 --seed 1``.

At a random time of a batch all its processes, or one of them, are killed. A reader looks at the
sets all the while; after each kill they must be whole, and the next batch must make them anew
without any cleaning. Every tenth batch is one as a scheduler starts it, its server included.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from multiprocessing import forkserver
from pathlib import Path

import psutil

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parent / "support")]

from papers import ROOT  # noqa: E402
from projects import make_project, write_notebook  # noqa: E402
from warm_batches import CYCLE, DAY, batch, begin, holds, one_set  # noqa: E402

from pscb_lib.running.publishing.manifest import verify_set  # noqa: E402

REPORTS = ("one", "two")
COLD_EVERY, COLD_SECONDS = 10, 2  # seconds that a server of its own takes to start


class Reader(threading.Thread):
    """Reads the sets over and over: how often, and how often one was lost or not whole."""

    def __init__(self, folders: list[Path]) -> None:
        super().__init__(daemon=True)
        self.folders, self.found, self.ended = folders, Counter(), threading.Event()

    def run(self) -> None:
        while not self.ended.is_set():
            for folder in self.folders:
                self.found[look(folder)] += 1
            time.sleep(0.005)


def look(folder: Path) -> str:
    """Whether the set in *folder* is whole, lost or mixed, or changed while one looked."""
    try:
        before = folder.stat().st_ino
        found = verify_set(folder)
        if folder.stat().st_ino != before:
            return "changed"
    except FileNotFoundError:
        return "changed" if folder.is_dir() else "lost"
    return "mixed" if found else "whole"


def says(folder: Path) -> str:
    """Which batch made a set."""
    page = (folder / "report.html").read_text(encoding="utf-8")
    return page.partition("Made as ")[2].partition(".")[0]


def members(pid: int) -> list[psutil.Process]:
    """The processes of a batch: itself and what it, or the warm server, has started."""
    found, server = [], forkserver._forkserver._forkserver_pid
    for parent in {pid, server}:
        try:
            found += psutil.Process(parent).children(recursive=True)
        except psutil.NoSuchProcess:
            continue
    return [*{one for one in found if one.pid != server and "resource_tracker" not in
              " ".join(line_of(one))}, *([psutil.Process(pid)] if psutil.pid_exists(pid) else [])]


def line_of(process: psutil.Process) -> list[str]:
    """The command line of a process; empty where it is gone."""
    try:
        return process.cmdline()
    except psutil.Error:
        return []


def interrupt(project: Path, chance: random.Random, seconds: float, is_cold: bool) -> str:
    """Start a batch and kill all of it, or one of its processes, within so many seconds."""
    if is_cold:
        command = [sys.executable, "-m", "pscb_lib", "batch", "--as-of", DAY]
        begun = subprocess.Popen(command, cwd=project, stdout=subprocess.DEVNULL,
                                 stderr=subprocess.DEVNULL,
                                 env={**os.environ, "PYTHONPATH": str(ROOT)})
        pid, end = begun.pid, begun.wait
    else:
        begun = begin("batch", "--as-of", DAY, "--workers", 2, cwd=project)
        pid, end = begun.process.pid, begun.end
    time.sleep(chance.uniform(0, seconds + COLD_SECONDS * is_cold))
    found = sorted(members(pid), key=lambda process: process.pid)
    victims = found if chance.random() < 0.5 else chance.sample(found, min(1, len(found)))
    for victim in victims:
        try:
            victim.kill()
        except psutil.NoSuchProcess:
            continue
    end()
    holds(lambda: not [one for one in found if one.is_running()
                       and one.status() != psutil.STATUS_ZOMBIE], seconds=15)
    return "all" if len(victims) > 1 else "one" if victims else "none"


def kill_often(folder: Path, kills: int, seed: int) -> Counter:
    """Kill so many batches of a project made in *folder*; count what was seen."""
    project, chance = make_project(folder / "a project", *REPORTS), random.Random(seed)
    one_set(project)
    sets = [project / "outputs" / CYCLE / "board" / report for report in REPORTS]
    found, last = Counter(), "first"
    say(project, last)
    assert batch(project).returncode == 0
    began = time.monotonic()
    assert batch(project, "--force", "--workers", 2).returncode == 0
    seconds = 0.8 * (time.monotonic() - began)
    reader = Reader(sets)
    reader.start()
    for number in range(kills):
        new = f"number {number}"
        say(project, new)
        killed = interrupt(project, chance, seconds, number % COLD_EVERY == COLD_EVERY - 1)
        found[f"killed {killed}"] += 1
        found.update(look(one) for one in sets)
        found["neither old nor new"] += sum(says(one) not in (last, new) for one in sets)
        found["next batch failed"] += batch(project).returncode != 0
        found["next batch made another"] += sum(says(one) != new for one in sets)
        last = new
    reader.ended.set()
    reader.join()
    return found + reader.found


def say(project: Path, text: str) -> None:
    """Change all reports, so that new sets differ from the last ones."""
    for report in REPORTS:
        write_notebook(project / "notebooks" / f"{report}.ipynb",
                       f"from pscb_lib.page.blocks import Prose; Prose('Made as {text}.')")


def main() -> None:
    """Kill as often as the command line says, and print what was seen."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kills", type=int)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = kill_often(Path(folder).resolve(), asked.kills, asked.seed)
    for name, count in sorted(found.items()):
        print(f"{count:7} {name}")
    names = ("lost", "mixed", "neither old nor new", "next batch failed", "next batch made another")
    sys.exit(any(found[name] for name in names))


if __name__ == "__main__":
    main()

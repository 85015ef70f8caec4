"""Make small boards and attack their papers: ``python tests/random_boards.py 200 --seed 1``.

Each board (:mod:`small_boards`) has its returns, its papers are made in three sets by the real
command, and the attacker (:mod:`attacker`) tries to work out the hidden counts, as a Board member
with all board and public sets and as a reader of the public sets, of all issues. What was seen of a
board is a line of the state file, so that the command can be stopped and started again. Exit code
1 if a goal fails: no count told, none left fewer than three values, no crash, and 95 % of the sets
published.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parent / "support")]

import small_boards  # noqa: E402
from attacker.definitions import REPORTS, read_definitions  # noqa: E402
from attacker.finished import read_papers  # noqa: E402
from attacker.judge import judge  # noqa: E402
from attacker.known import read_params  # noqa: E402
from papers import ROOT, pscb  # noqa: E402

SETS = "restricted,board,public"
READERS = {"board": ("board", "public"), "public": ("public",)}
PUBLISHED = 0.95  # of the sets
REFUSED = ("not published, it", "could not be masked", "no suppression")
RESULT = Path(__file__).with_name("random_boards_result.json")


@dataclass
class Seen:
    """What was seen of one board."""

    seed: int
    odd: list[str]
    runs: list[str]
    sets: int = 0
    published: int = 0
    refused: list[str] = field(default_factory=list)
    crashed: list[str] = field(default_factory=list)
    secrets: int = 0
    exact: list[str] = field(default_factory=list)
    narrow: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


def attack_board(folder: Path, seed: int, formats: str = "html", **chosen: object) -> Seen:
    """Make one board in *folder*, run it and attack it."""
    board = small_boards.make_board(folder / "board", seed, **chosen)
    seen = Seen(seed, list(board.odd), [" ".join(run) for run in board.runs])
    for issue, (cycle, which) in enumerate(board.runs):
        reports = small_boards.correct(board) if which == small_boards.CORRECTED else board.reports
        done = pscb("run", *reports, "--cycle", cycle, "--audience", SETS, "--format", formats,
                    cwd=board.root)
        _note(seen, done)
        if (board.root / "outputs").exists():
            shutil.copytree(board.root / "outputs", folder / f"issue-{issue}")
    _attack(seen, folder, board)
    return seen


def _note(seen: Seen, done: subprocess.CompletedProcess) -> None:
    """Count the sets that were made, refused and lost in a crash."""
    lines = done.stderr.splitlines()
    made = sum(line.endswith(": made") for line in lines)
    failed = [line for line in lines if line.startswith("FAILED")]
    seen.sets += made + len(failed)
    seen.published += made
    for line in failed:
        (seen.refused if any(one in line for one in REFUSED) else seen.crashed).append(line)
    if not lines or "Traceback" in done.stderr or not made and not failed:
        seen.crashed.append(done.stderr[-500:])


def _attack(seen: Seen, folder: Path, board: small_boards.Board) -> None:
    definitions = {path.parent.name: read_definitions(path.parent.name)
                   for path in REPORTS.glob("*/definitions.yaml")}
    issues = sorted(folder.glob("issue-*"))
    params = read_params(board.root / "params", small_boards.AREA)

    def held(audiences: tuple[str, ...]) -> list:
        return [paper for number, issue in enumerate(issues)
                for paper in read_papers(issue, audiences, number)]

    for reader, audiences in READERS.items():
        found = judge(held(audiences), held(("restricted",)), reader, definitions, params)
        seen.secrets += found.secrets
        seen.wrong += found.wrong
        for told in found.told:
            (seen.exact if told.is_exact else seen.narrow).append(str(told))


def attack_many(seeds: list[int], state: Path, workers: int) -> Iterator[Seen]:
    """Attack the boards of all *seeds*; those in the *state* file are not made again."""
    done = {}
    if state.exists():
        lines = state.read_text(encoding="utf-8").splitlines()
        done = {one["seed"]: Seen(**one) for one in map(json.loads, lines)}
    yield from (done[seed] for seed in seeds if seed in done)
    with ThreadPoolExecutor(workers) as pool:
        for seen in pool.map(_one, [seed for seed in seeds if seed not in done]):
            with state.open("a", encoding="utf-8") as file:
                file.write(json.dumps(asdict(seen)) + "\n")
            yield seen


def _one(seed: int) -> Seen:
    with tempfile.TemporaryDirectory() as folder:
        return attack_board(Path(folder).resolve(), seed)


def summed(boards: list[Seen]) -> dict[str, int]:
    """The counts over all boards."""
    names = ("refused", "crashed", "exact", "narrow", "wrong")
    return {"boards": len(boards), **{name: sum(getattr(one, name) for one in boards)
                                      for name in ("sets", "published", "secrets")},
            **{name: sum(len(getattr(one, name)) for one in boards) for name in names}}


def fails(found: dict[str, int]) -> list[str]:
    """The goals that are not reached."""
    failed = [name for name in ("exact", "narrow", "crashed", "wrong") if found[name]]
    return failed + ["published"] * (found["published"] < PUBLISHED * found["sets"])


def main() -> None:
    """Attack as many boards as the command line says, and print what was seen."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("boards", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--state", type=Path, default=Path("random_boards.jsonl"))
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--result", action="store_true", help=f"write {RESULT.name}")
    asked = parser.parse_args()
    boards = []
    for seen in attack_many([*range(asked.seed, asked.seed + asked.boards)], asked.state,
                            asked.workers):
        boards.append(seen)
        print(f"{len(boards)} of {asked.boards}  seed {seen.seed}, {', '.join(seen.odd)}: "
              f"{seen.published} of {seen.sets} sets, {len(seen.exact)} exact, "
              f"{len(seen.narrow)} narrow, {len(seen.crashed)} crashed", flush=True)
    found = summed(boards)
    reasons = Counter(line.partition(": ")[2][:90] for one in boards for line in one.refused)
    print(json.dumps(found, indent=1), *(f"{number:5} {why}" for why, number
                                         in reasons.most_common(10)), sep="\n")
    if asked.result:
        commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, text=True,
                                capture_output=True, check=True).stdout.strip()
        RESULT.write_text(json.dumps({"seed": asked.seed, "commit": commit, "on":
                                      date.today().isoformat(), **found}, indent=1) + "\n")
    sys.exit(bool(fails(found)))


if __name__ == "__main__":
    main()

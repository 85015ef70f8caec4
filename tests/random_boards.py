"""Make small boards and attack their papers: ``python tests/random_boards.py 200 --seed 1``.

Each board (:mod:`small_boards`) has its own returns. Its papers are made in three sets by the real
command, and the attacker (:mod:`attacker`) tries to work out the hidden counts: as a Board member
with all board and public sets, and as a reader of the public sets, of all issues. What was seen of
a board is a line of the state file, so that the command can be stopped and started again. Exit code
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
from attacker.finished import Paper, read_papers  # noqa: E402
from attacker.judge import judge  # noqa: E402
from attacker.known import read_params  # noqa: E402
from papers import ROOT, pscb  # noqa: E402
from warm_batches import SERVED  # noqa: E402

# Each process of a board imports this module's own imports: the server does it once for all.
SERVED.extend(["attacker.judge", "small_boards"])

SETS = "restricted,board,public"
ALL_FORMATS, ONE_IN = "html,pdf,tables", 4  # boards in each format of the settings; others HTML
READERS = {"board": ("board", "public"), "public": ("public",)}
LISTS = ("refused", "crashed", "exact", "narrow", "wrong")
GOALS = ("exact", "narrow", "crashed", "wrong")  # there must be none
PUBLISHED = 0.95  # of the sets
REFUSED = "not published, it"
RESULT = Path(__file__).with_name("random_boards_result.json")


@dataclass
class Seen:
    """What was seen of one board."""

    seed: int
    odd: list[str]
    runs: list[str]
    sets: int = 0
    published: int = 0
    secrets: int = 0
    refused: list[str] = field(default_factory=list)
    crashed: list[str] = field(default_factory=list)
    exact: list[str] = field(default_factory=list)
    narrow: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


def attack_board(folder: Path, seed: int, reports: tuple[str, ...] = ()) -> Seen:
    """Make one board in *folder*, run it and attack it."""
    board = small_boards.make_board(folder / "board", seed, reports)
    seen = Seen(seed, list(board.odd), [" ".join(run) for run in board.runs])
    formats = "html" if seed % ONE_IN else ALL_FORMATS
    for issue, (cycle, which) in enumerate(board.runs):
        named = small_boards.correct(board) if which == small_boards.CORRECTED else board.reports
        done = pscb("run", *named, "--cycle", cycle, "--audience", SETS, "--format", formats,
                    cwd=board.root)
        _note(seen, done.stderr)
        if (board.root / "outputs").exists():
            shutil.copytree(board.root / "outputs", folder / f"issue-{issue}")
    attack_papers(seen, sorted(folder.glob("issue-*")), board.root / "params", small_boards.AREA)
    return seen


def _note(seen: Seen, printed: str) -> None:
    """Count the sets that were made, refused and lost in a crash."""
    lines = printed.splitlines()
    made = sum(line.endswith(": made") for line in lines)
    failed = [line for line in lines if line.startswith("FAILED")]
    seen.sets += made + len(failed)
    seen.published += made
    for line in failed:
        (seen.refused if REFUSED in line else seen.crashed).append(line)
    if not made and not failed or "Traceback" in printed:
        seen.crashed.append(printed[-500:])


def attack_papers(seen: Seen, issues: list[Path], params: Path, area: str) -> None:
    """Attack the papers of all *issues*, each a folder of outputs, of the board of an *area*."""
    definitions = {path.parent.name: read_definitions(path.parent.name)
                   for path in REPORTS.glob("*/definitions.yaml")}
    known = read_params(params, area)

    def held(*audiences: str) -> list[Paper]:
        pairs = zip([None, *issues[:-1]], issues, strict=True)
        return [paper for number, (before, issue) in enumerate(pairs)
                for paper in read_papers(issue, audiences, number, before)]

    restricted = [paper for number, issue in enumerate(issues)
                  for paper in read_papers(issue, ("restricted",), number)]
    for reader, audiences in READERS.items():
        found = judge(held(*audiences), restricted, reader, definitions, known)
        seen.secrets += found.secrets
        seen.wrong += found.wrong
        for told in found.told:
            (seen.exact if told.is_exact else seen.narrow).append(f"{reader}: {told}")


def attack_many(seeds: list[int], state: Path, workers: int) -> Iterator[Seen]:
    """Attack the boards of all *seeds*; those in the *state* file are not made again."""
    lines = state.read_text(encoding="utf-8").splitlines() if state.exists() else ()
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
    numbers = {name: sum(getattr(one, name) for one in boards)
               for name in ("sets", "published", "secrets")}
    lists = {name: sum(len(getattr(one, name)) for one in boards) for name in LISTS}
    return {"boards": len(boards), **numbers, **lists}


def fails(found: dict[str, int]) -> list[str]:
    """The goals that are not reached."""
    failed = [name for name in GOALS if found[name]]
    return failed + ["published"] * (found["published"] < PUBLISHED * found["sets"])


def say(boards: list[Seen], found: dict[str, int]) -> Iterator[str]:
    """The summary: the counts, what was told, and the commonest reasons of sets not published."""
    yield json.dumps(found, indent=1)
    yield from (line for one in boards for name in GOALS for line in getattr(one, name)[:3])
    reasons = Counter(line.partition(": ")[2][:100] for one in boards for line in one.refused)
    yield from (f"{number:5} {why}" for why, number in reasons.most_common(10))


def write_result(seed: int, found: dict[str, int]) -> None:
    """Write the counts beside this file, with the seed, the commit and the day."""
    result = {"seed": seed, "commit": commit(), "on": date.today().isoformat(), **found}
    RESULT.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")


def commit() -> str:
    """The commit of the code that is tested."""
    return subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, text=True,
                          capture_output=True, check=True).stdout.strip()


def main() -> None:
    """Attack as many boards as the command line says, and print what was seen."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("boards", type=int)
    parser.add_argument("--seed", type=int, default=1, help="the first board's; others follow")
    parser.add_argument("--state", type=Path,
                        default=ROOT / "outputs" / f"random_boards-{commit()}.jsonl")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--result", action="store_true", help=f"write {RESULT.name}")
    asked = parser.parse_args()
    asked.state.parent.mkdir(parents=True, exist_ok=True)
    boards = []
    for seen in attack_many([*range(asked.seed, asked.seed + asked.boards)], asked.state,
                            asked.workers):
        boards.append(seen)
        lists = ", ".join(f"{len(getattr(seen, name))} {name}" for name in LISTS)
        print(f"{len(boards)} of {asked.boards}  seed {seen.seed}, {' and '.join(seen.odd)}: "
              f"{seen.published} of {seen.sets} sets, {lists}", flush=True)
    found = summed(boards)
    print(*say(boards, found), sep="\n")
    if asked.result:
        write_result(asked.seed, found)
    sys.exit(bool(fails(found)))


if __name__ == "__main__":
    main()

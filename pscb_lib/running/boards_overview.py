"""The state of all boards after a batch: what ran, what stands of each, and what failed.

``summary.json`` is for a scheduler, ``index.html`` for a reader and leads to each board's own
page. Neither holds a clock: the same state gives the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from pathlib import Path

from pscb_lib.running.board import Account
from pscb_lib.running.overview import Line, last_good, write_whole
from pscb_lib.running.publishing.manifest import find_sets, read_manifest


def write_boards(folder: Path, day: date, accounts: Iterable[Account], code: int) -> None:
    """Write both files into *folder*, each whole or not at all."""
    from pscb_lib.page.rendering.boards import render_boards

    boards = [_told(folder, account) for account in accounts]
    summary = {"as_of": day.isoformat(), "exit_code": code, "boards": boards}
    text = json.dumps(summary, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
    write_whole(folder / "summary.json", text)
    write_whole(folder / "index.html", render_boards(day.isoformat(), boards))


def _told(folder: Path, account: Account) -> dict[str, object]:
    """What the summary tells of one board; ``page`` is where its own overview lies."""
    outputs = account.order.outputs
    page = outputs / account.cycle / "index.html"
    sets = account.lines or _standing(outputs)
    return {
        "board": account.order.board,
        "cycle": account.cycle,
        "exit_code": account.code,
        "failure": account.failure,
        "page": page.relative_to(folder).as_posix() if account.cycle else None,
        "sets": [asdict(line) for line in sets],
    }


def _standing(outputs: Path) -> list[Line]:
    """The sets that stand of a board that could not run."""
    found = [(path, read_manifest(path).get("parameters", {})) for path in find_sets(outputs)]
    return [Line(path.name, path.parent.name, parameters.get("period", ""), "not run", None,
                 last_good(path)) for path, parameters in found]

"""Write the state of a cycle after a batch, for a scheduler and for a reader.

``summary.json`` says what this run did; ``index.html`` links what there is to read. Neither has a
time of day: the same state gives the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from pscb_lib.board.jobs import Batch, Job
from pscb_lib.running.outcomes import Outcome
from pscb_lib.running.publishing.manifest import read_manifest, verify_set
from pscb_lib.running.signed_off import say_sign_off
from pscb_lib.running.withdrawn import LEFT, WITHDRAWN, find_left, find_withdrawn
from pscb_lib.writing.folders import FILE, refuse_link
from pscb_lib.writing.whole import write_text


@dataclass(frozen=True)
class Line:
    """One set: its state, and the period, day and manifest of the last good set.

    ``report`` is the name of the paper, with its key if it has one; ``state`` is made, unchanged,
    failed, awaited, not due, or why it is not made again (:mod:`~pscb_lib.running.withdrawn`).
    ``signed_off`` says who released a public set, and when; it is None for a draft and for other
    sets.
    """

    report: str
    audience: str
    period: str
    state: str
    failure: str | None
    last_good: dict[str, str] | None
    signed_off: str | None = None


def list_sets(batch: Batch, jobs: Iterable[Job], unchanged: list[Job],
              outcomes: Iterable[Outcome]) -> list[Line]:
    """Return a line for each job of the cycle, in their order, then for each set not made again.

    A job that is not unchanged and has no outcome is not due.
    """
    states: dict[Job, tuple[str, str | None]] = {job: ("unchanged", None) for job in unchanged}
    states |= {one.job: _state(one) for one in outcomes}
    lines = []
    for job in jobs:
        state, failure = states.get(job, ("not due", None))
        lines.append(Line(job.name, job.audience, job.parameters.get("period", ""), state,
                          failure, last_good(batch.folder(job)),
                          say_sign_off(batch.folder(job), batch.root / "params")))
    withdrawn = find_withdrawn(batch.cycle_folder, batch.root)
    left = [one for one in find_left(batch.cycle_folder, batch.root) if one not in withdrawn]
    return [*lines, *(_not_made(folder, WITHDRAWN) for folder in withdrawn),
            *(_not_made(folder, LEFT) for folder in left)]


def _state(one: Outcome) -> tuple[str, str | None]:
    if one.awaited:
        return "awaited", one.awaited
    return "failed" if one.failure else "made", one.failure


def _not_made(folder: Path, state: str) -> Line:
    period = read_manifest(folder).get("parameters", {}).get("period", "")
    return Line(folder.name, folder.parent.name, period, state, None, last_good(folder))


def last_good(folder: Path) -> dict[str, str] | None:
    """Return the period, day and manifest of the set in *folder*; None if it does not verify."""
    if not folder.is_dir() or verify_set(folder):
        return None
    manifest = read_manifest(folder)
    parameters = manifest["parameters"]
    return {"period": parameters["period"], "as_of": parameters["as_of"],
            "manifest": manifest["manifest"]}


def clear_summary(folder: Path) -> None:
    """Remove the summary of an earlier run, so that an interrupted run leaves no wrong one."""
    (folder / "summary.json").unlink(missing_ok=True)


def write_overview(folder: Path, cycle: str, as_of: str, board: str, lines: list[Line],
                   code: int) -> None:
    """Write ``index.html`` and ``summary.json`` into *folder*, each whole or not at all.

    Raises InputError if the folder has become a link, and OSError if a file cannot be written.
    """
    from pscb_lib.page.rendering.cycle import render_cycle

    refuse_link(folder)
    summary = {"cycle": cycle, "as_of": as_of, "exit_code": code,
               "sets": [asdict(line) for line in lines]}
    text = json.dumps(summary, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
    write_text(folder / "index.html", render_cycle(cycle, as_of, board, lines, folder), FILE)
    write_text(folder / "summary.json", text, FILE)


def note_release(folder: Path, report: str, board: str, params: Path) -> None:
    """Say in the overview of a cycle, if there is one, that a public set was released."""
    try:
        summary = json.loads((folder / "summary.json").read_text(encoding="utf-8"))
        lines = [Line(**line) for line in summary["sets"]]
    except (OSError, ValueError, KeyError, TypeError):
        return  # the next batch writes it
    place = (report, "public")
    lines = [replace(line, last_good=last_good(folder / "public" / report),
                     signed_off=say_sign_off(folder / "public" / report, params))
             if (line.report, line.audience) == place else line for line in lines]
    write_overview(folder, summary["cycle"], summary["as_of"], board, lines, summary["exit_code"])

"""Say why a set is made again or left: which inputs differ from those it was published from.

The present inputs are compared with the set's manifest, line by line. Outside the restricted set
the manifest has sealed digests alone, which tell that an input differs and not how; the restricted
manifest names each return.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pscb_lib.board.jobs import Batch, Job, is_masked
from pscb_lib.board.notebooks import RESTRICTED
from pscb_lib.framework.english import listed
from pscb_lib.reading.findings import InputError
from pscb_lib.running.carrying import read_all_inputs
from pscb_lib.running.inputs import describe_inputs
from pscb_lib.running.publishing.manifest import read_manifest, verify_set
from pscb_lib.running.publishing.others import Other, read_others
from pscb_lib.running.tonight import Tonight
from pscb_lib.running.unchanged import masked_with

NEVER = "it has not been published"
WITH_OTHERS = "a set of the cycle is made again, and all masked sets are masked together"
FOR_OTHERS = "sets that are made again are masked from it"
ACCEPTED, LEDGER = " (SHA-256 ", "returns/accepted/ledger.csv"
OTHER_KEY = ("the project's key (.pscb-key) is not the one it was sealed with, so its returns and "
             "decisions cannot be compared")


@dataclass(frozen=True)
class Explained:
    """One set, what becomes of it in a batch on the day, and why, each reason a line.

    ``state`` is "made again", "left", "awaited" or "not due".
    """

    job: Job
    state: str
    reasons: tuple[str, ...]


def explain(batch: Batch, tonight: Tonight) -> list[Explained]:
    """Explain each set of a batch, in the order of its jobs."""
    others, awaited = read_others(batch.outputs), {one.job: one for one in tonight.awaited}
    explained = []
    for job in [*tonight.wanted, *(one for one in tonight.jobs if one not in tonight.wanted)]:
        if job in awaited:
            found = Explained(job, "awaited", (str(awaited[job].awaited),))
        elif job in tonight.wanted:
            why = find_changes(batch, job, others)
            usual = WITH_OTHERS if is_masked(job) else FOR_OTHERS
            found = Explained(job, "made again", tuple(why) or (usual,))
        elif job in tonight.due:
            found = Explained(job, "left", ("nothing has changed since it was published",))
        else:
            found = Explained(job, "not due", (f"its day is {job.parameters.get('as_of')}",))
        explained.append(found)
    return explained


def find_changes(batch: Batch, job: Job, others: list[Other]) -> list[str]:
    """Return a line for each input of a set that differs from its manifest; *others* are all sets.

    A file of the set that was edited or is missing is a reason too, and so is an input that cannot
    be read.
    """
    folder = batch.folder(job)
    manifest = read_manifest(folder)
    if not manifest:
        return [f"its {fault}" for fault in verify_set(folder)] if folder.is_dir() else [NEVER]
    try:
        files = read_all_inputs(batch.outputs, job, batch.root)
        now = describe_inputs(job, batch.root, batch.formats, files,
                              masked_with(batch, job, others))
    except InputError as fault:
        return [f"an input cannot be read: {fault}"]
    return [*(f"its file {fault}" for fault in verify_set(folder)),
            *_compare(manifest, now, files, job)]


def _compare(then: Mapping[str, Any], now: Mapping[str, Any], files: Mapping[str, str], job: Job
             ) -> Iterator[str]:
    yield from _each("parameter", then.get("parameters", {}), now["parameters"])
    if then.get("formats") != now["formats"]:
        yield (f"it is made as {listed(now['formats'])}; it was published as "
               f"{listed(then.get('formats') or ['nothing'])}")
    if then.get("sealed_with") != now["sealed_with"]:
        yield OTHER_KEY
    else:
        yield from _sealed(then, now, files, job)
    yield from (f"the set {line}" for line in _names(then.get("sets", {}), now.get("sets", {})))
    code = then.get("code", {})
    if code.get("notebook") != now["code"]["notebook"]:
        yield f"notebooks/{job.notebook.name} was edited"
    if code.get("pscb_lib") != now["code"]["pscb_lib"]:
        yield "the suite's code is another version"
    yield from _each("package", then.get("versions", {}), now["versions"])


def _sealed(then: Mapping[str, Any], now: Mapping[str, Any], files: Mapping[str, str], job: Job
            ) -> Iterator[str]:
    if then.get("returns_hmac") != now["returns_hmac"]:
        yield from _returns(then, files, job)
    yield from (f"params/{line}" for line in _names(then.get("params_hmac", {}),
                                                    now["params_hmac"]))
    if then.get("masked_with_hmac") != now["masked_with_hmac"]:
        yield "the other sets with which it is masked have changed"


def _returns(then: Mapping[str, Any], files: Mapping[str, str], job: Job) -> Iterator[str]:
    """Name the returns that differ; the manifest of a masked set does not name them."""
    if job.audience != RESTRICTED:
        yield "a return has changed; see its restricted set"
        return
    present = {name.removeprefix("returns/"): digest for name, digest in files.items()
               if name.startswith("returns/") and name != LEDGER}
    read = {name: one.get("sha256") for name, one in then.get("returns", {}).items()
            if ACCEPTED not in name}
    changed = [f"returns/{line}" for line in _names(read, present)]
    if LEDGER in files:
        changed.append(f"{LEDGER} has changed: a return was accepted or replaced since"
                       if not changed else f"{LEDGER} may have changed too")
    yield from changed


def _names(then: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[str]:
    for name in sorted({*then, *now}):
        if name not in then:
            yield f"{name} is new"
        elif name not in now:
            yield f"{name} is no longer there"
        elif then[name] != now[name]:
            yield f"{name} has changed"


def _each(what: str, then: Mapping[str, str], now: Mapping[str, str]) -> Iterator[str]:
    for name in sorted({*then, *now}):
        if then.get(name) != now.get(name):
            yield (f"the {what} {name} is {now.get(name, 'no longer there')}; it was "
                   f"{then.get(name, 'not there')}")

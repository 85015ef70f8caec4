"""Release a public set: the same set without its draft mark, once an officer has signed it off.

A public set is a draft when it is made. Its release changes the mark and nothing else, and the
ledger has the SHA-256 of the manifest of the set that goes out. A set that is made again and comes
out the same stays released; any other is a draft again.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from pscb_lib.board.jobs import Job
from pscb_lib.board.ledger import Event, Line, append
from pscb_lib.disclosure.mime import BLOCK
from pscb_lib.framework.spellings import parse_period
from pscb_lib.page.words.front import DRAFT, RELEASED
from pscb_lib.reading.digest import sha256
from pscb_lib.reading.findings import InputError
from pscb_lib.running.publishing.manifest import NAME, read_manifest, verify_set, write_released
from pscb_lib.running.publishing.publish import write_files
from pscb_lib.running.signed_off import PUBLIC, find_release, releases_of, sign_off_of

if TYPE_CHECKING:
    from pscb_lib.disclosure.outsider.leak import Leak
    from pscb_lib.disclosure.secrecy.profiles import Profile

AGAIN = "make it again with pscb run"


@dataclass(frozen=True)
class SignOff:
    """Who signs a set off, a post and never a name, and when."""

    by: str
    on: date


def as_signed_off(finished: Path, params: Path, job: Job) -> Path:
    """The set that was just made, without the draft mark if that very set was signed off."""
    if job.audience != PUBLIC or not releases_of(params, job.name):
        return finished
    released = write_without_mark(finished, finished.with_name("released"))
    return released if find_release(params, job.name, sha256(released / NAME)) else finished


def write_without_mark(draft: Path, folder: Path) -> Path:
    """Write the set in *draft* into the new *folder*, with its mark of a released set."""
    import nbformat

    manifest = read_manifest(draft)
    notebook = nbformat.read(draft / "report.ipynb", as_version=4)
    for cell in notebook.cells:
        for output in cell.get("outputs", ()):
            if output.get("data", {}).get(BLOCK, {}).get("kind") == "front":
                output.data = nbformat.from_dict(
                    json.loads(json.dumps(output.data).replace(DRAFT, RELEASED)))
    folder.mkdir()
    write_files(notebook, folder, tuple(manifest["formats"]))
    write_released(folder, manifest)
    return folder


def check_release(folder: Path, params: Path, sign_off: SignOff) -> None:
    """Raise InputError if the set in *folder* cannot be released."""
    place = "/".join(folder.parts[-3:])
    if not (folder / NAME).is_file():
        raise InputError.at(place, "there is no such set", "make it with pscb run, or name "
                            "another --cycle or --out")
    if faults := verify_set(folder):
        raise InputError.at(place, f"is not as it was made: {faults[0]}", AGAIN)
    if signed := sign_off_of(folder, params):
        raise InputError.at(place, f"was signed off by {signed.by} on {signed.on}",
                            "nothing is recorded twice")
    for other in read_manifest(folder).get("sets", {}):
        if sign_off_of(folder.parents[2] / other, params) is None:
            raise InputError.at(place, f"carries blocks of {other}, which is not signed off",
                                "release that first")
    as_of = read_manifest(folder)["parameters"]["as_of"]
    if sign_off.on.isoformat() < as_of:
        raise InputError.at("--on", f"the set is of {as_of}", "name a later day",
                            value=sign_off.on.isoformat())


def refuse_leaks(folder: Path, released: Path, outputs: Path, profile: Profile) -> list[Leak]:
    """Audit a set with all others and as it goes out; return the warnings about it.

    Raises InputError if it reveals what it hides.
    """
    from pscb_lib.disclosure.outsider.sets import audit_outputs, audit_set

    place = folder.relative_to(outputs).as_posix()
    try:
        found = audit_outputs(outputs, profile)
        restricted = folder.parents[1] / "restricted" / folder.name
        leaks = [leak for leak in found.leaks if leak.file.startswith(f"{place}/")]
        leaks += audit_set(released, restricted if restricted.exists() else None, profile)
    except ValueError as fault:
        raise InputError.at(place, f"cannot be audited ({fault})", AGAIN) from None
    if leaks:
        raise InputError.at(place, f"reveals what it hides: {leaks[0]}", "see pscb audit")
    return [one for one in found.warnings if one.file.startswith(f"{place}/")]


def record_release(folder: Path, released: Path, params: Path, sign_off: SignOff) -> Line:
    """Record the sign-off in the ledger; the line of an interrupted release stands."""
    manifest = sha256(released / NAME)
    if line := find_release(params, folder.name, manifest):
        return line
    period = parse_period(read_manifest(folder)["parameters"]["period"])
    line = Line(sign_off.on, Event.RELEASED, sign_off.by, folder.name, period, manifest,
                source="pscb release")

    def make(earlier: Sequence[Line]) -> Line:
        return line

    return append(params, make)

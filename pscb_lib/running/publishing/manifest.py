"""Write and verify the manifest of a set: its inputs, and the SHA-256 of its files.

A set can be relied on only if its manifest verifies. It has the SHA-256 of every file of the set
and, last, of its own other lines. Of what a reader of the set does not have, it has only sealed
digests.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

from pscb_lib.board.jobs import Job
from pscb_lib.board.notebooks import RESTRICTED
from pscb_lib.board.settings import AUDIENCES
from pscb_lib.reading.digest import sha256
from pscb_lib.reading.findings import InputError
from pscb_lib.reading.strange import kind_of
from pscb_lib.running.inputs import describe_code
from pscb_lib.running.publishing.key import Seal, mark_of
from pscb_lib.writing.whole import draft_text

NAME = "manifest.json"
PACK = "pack"
RETURN = "return"  # the name under which the mark of each return is sealed


def read_manifest(folder: Path) -> dict:
    """Return the manifest of the set in *folder*; empty if there is none or it cannot be read.

    A manifest that was edited into another structure counts as unreadable.
    """
    if kind_of(folder / NAME):
        return {}
    try:
        manifest = json.loads((folder / NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return manifest if isinstance(manifest, dict) and _has_shape(manifest) else {}


def _has_shape(manifest: dict) -> bool:
    parts = [manifest.get(name, {}) for name in ("parameters", "outputs", "returns")]
    if not all(isinstance(part, dict) for part in parts):
        return False
    parameters, outputs, returns = parts
    return all(isinstance(each, str) for each in (*parameters.values(), *outputs.values())) and all(
        isinstance(each, dict) and isinstance(each.get("rejected", 0), int)
        for each in returns.values())


def has_own_digest(manifest: dict) -> bool:
    """Whether a manifest is as it was written."""
    return manifest.get("manifest") == _own({name: each for name, each in manifest.items()
                                             if name != "manifest"})


def refuse_other_period(folder: Path, job: Job) -> None:
    """Refuse to replace a set of another period, because each period has its own cycle."""
    parameters = read_manifest(folder).get("parameters", {})
    period = parameters.get("period", job.parameters["period"])
    if period != job.parameters["period"]:
        raise InputError.at(
            f"{folder.parent.parent.name}/{folder.parent.name}/{folder.name}",
            f"the set of {period} is there",
            "make a cycle for this period or name another --out",
            column="period", value=job.parameters["period"])


def write_manifest(folder: Path, inputs: dict[str, object], audience: str,
                   sources: Iterable, seal: Seal) -> None:
    """Write the manifest of the set in *folder*, after all its other files.

    *inputs* describe what it was made from, *sources* are the row counts of its returns. Outside
    the restricted set a return has a number and its sealed digest: its name is the agency's own
    words, and that of an accepted return ends in its SHA-256.
    """
    manifest = {
        **inputs,
        "returns": ({source.file: _describe(source) for source in sources}
                    if audience == RESTRICTED else
                    {str(number): {"hmac": seal.of(RETURN, mark_of(seal.key, source.sha256))}
                     for number, source in enumerate(sources, 1)}),
        "outputs": _outputs(folder),
    }
    text = _text({**manifest, "manifest": _own(manifest)})
    draft_text(folder / NAME, text + "\n")


def write_released(folder: Path, draft: dict) -> None:
    """Write the manifest of the released set in *folder*, from that of its *draft*.

    Other sets are masked with the same set before and after its release, so the draft's own
    SHA-256 is kept.
    """
    manifest = {**draft, "draft": draft.get("draft", draft["manifest"]),
                "outputs": _outputs(folder)}
    del manifest["manifest"]
    text = _text({**manifest, "manifest": _own(manifest)})
    draft_text(folder / NAME, text + "\n")


def write_pack_manifest(folder: Path, parameters: dict[str, str], papers: dict[str, str]) -> None:
    """Write the manifest of the pack in *folder*: of what day it is, and of which *papers*.

    Each paper, as cycle, audience and name, has the SHA-256 of its own manifest.
    """
    made_by = describe_code()
    manifest = {"pack": PACK, "parameters": parameters, "papers": papers,
                "code": {"pscb_lib": made_by["pscb_lib"]}, "versions": made_by["versions"],
                "outputs": _outputs(folder)}
    draft_text(folder / NAME, _text({**manifest, "manifest": _own(manifest)}) + "\n")


def find_sets(folder: Path) -> list[Path]:
    """Return the published sets below *folder*, without sets in progress, failed ones and packs."""
    return [path for path in _find(folder) if not is_pack(path)]


def find_packs(folder: Path) -> list[Path]:
    """Return the packs of meetings below *folder*."""
    return [path for path in _find(folder) if is_pack(path)]


def is_pack(folder: Path) -> bool:
    """Whether a folder is a pack's: no paper's name has a hyphen after its first word."""
    return folder.name.startswith(f"{PACK}-")


def _find(folder: Path) -> list[Path]:
    found = (path.parent for path in sorted(folder.rglob(NAME)))
    return [path for path in found if not any(
        part.startswith(".") for part in path.relative_to(folder).parts)]


def find_without(folder: Path) -> list[Path]:
    """Return the folders of a set (audience/report) below *folder* that have no manifest."""
    found = (path for path in sorted(folder.resolve().rglob("*"))
             if path.parent.name in AUDIENCES and path.is_dir() and not (path / NAME).exists())
    places = (path.relative_to(folder.resolve()) for path in found)
    return [folder / place for place in places if not any(
        part.startswith(".") for part in place.parts)]


def verify_set(folder: Path) -> list[str]:
    """Return a line for each file of a set that is not as published; empty if all are."""
    manifest = read_manifest(folder)
    own, listed = manifest.pop("manifest", None), manifest.get("outputs", {})
    if not manifest:
        return [f"{NAME}: is missing or cannot be read"]
    found = _outputs(folder)
    edited = [name for name in listed if name in found and found[name] != listed[name]]
    return [
        *([] if own == _own(manifest) else [f"{NAME}: was edited"]),
        *(f"{name}: was edited" for name in edited),
        *(f"{name}: is missing" for name in sorted({*listed} - {*found})),
        *(f"{name}: is not part of the set" for name in sorted({*found} - {*listed})),
    ]


def is_unchanged(folder: Path, inputs: dict[str, object]) -> bool:
    """Whether the set in *folder* was made from the same *inputs* and still verifies."""
    manifest = read_manifest(folder)
    recorded = {name: manifest.get(name) for name in inputs}
    return recorded == inputs and not verify_set(folder)


def _outputs(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): sha256(path)
            for path in sorted(folder.rglob("*"))
            if path.is_file() and path != folder / NAME}


def _text(manifest: dict) -> str:
    return json.dumps(manifest, indent=1, ensure_ascii=False, sort_keys=True)


def _own(manifest: dict) -> str:
    return hashlib.sha256(_text(manifest).encode()).hexdigest()


def _describe(source) -> dict[str, str | int]:
    """Return the SHA-256 of a return and its row counts, which may be about a single child."""
    return {"sha256": source.sha256, "read": source.read, "used": source.used,
            "rejected": source.rejected, "left_out": source.left_out}

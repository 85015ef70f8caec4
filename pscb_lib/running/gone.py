"""Say what is known of the returns that published sets were made from.

A set goes on verifying when its returns are deleted, and a reader is told that they are gone. Its
manifest has sealed digests of them, so this can be seen only with the project's key.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path

from pscb_lib.board.context import find_project
from pscb_lib.board.ledger import NAME, Event
from pscb_lib.board.ledger.reading import read_lines
from pscb_lib.board.notebooks import RESTRICTED
from pscb_lib.framework.english import count_of
from pscb_lib.reading.findings import InputError
from pscb_lib.running.publishing.key import KEY, Seal, about, mark_of, read_key
from pscb_lib.running.publishing.manifest import RETURN, read_manifest


def say_returns(output: Path, folders: Iterable[Path]) -> Iterator[str]:
    """Yield what is known of the returns of the sets in *folders*, below the folder *output*.

    Raises InputError if the key or the Board's ledger of their project cannot be read.
    """
    manifests = {folder: read_manifest(folder) for folder in folders}
    root = _project_of(output.resolve())
    key = read_key(root) if root else None
    deleted = _deleted(root) if root and key else {}
    for folder, manifest in manifests.items():
        days = _gone(manifest, key, deleted) if key else []
        if days:
            yield (f"{folder.relative_to(output).as_posix()}: {count_of(len(days), 'return')} of "
                   f"{len(manifest['returns'])} deleted under retention, on {max(days):%d/%m/%Y}")
    own = Seal(key, "").sealed_with if key else None
    foreign = [one for one in manifests.values()
               if one.get("returns") and one.get("sealed_with", own) != own]
    if foreign:
        why = "is of another key" if key else "is missing"
        yield (f"{count_of(len(foreign), 'set')}: whether their returns are still held cannot be "
               f"checked, because {KEY} {why}")
    plain = [folder for folder, one in manifests.items()
             if "returns_sha256" in one and one.get("returns") and folder.parent.name != RESTRICTED]
    if plain:
        yield (f"{count_of(len(plain), 'set')} of an earlier release: the SHA-256 of their returns "
               "can tell small counts to whoever tries; make them again, and withdraw the old")


def _project_of(output: Path) -> Path | None:
    """The project that *output* is in, or else the working folder."""
    for start in (output, Path.cwd()):
        with suppress(InputError):
            return find_project(start)
    return None


def _deleted(root: Path) -> dict[str, date]:
    """Return when each return was deleted, by its mark."""
    ledger = root / "params" / NAME
    lines = read_lines(ledger) if ledger.is_file() else []
    return {line.outcome: line.on for line in lines
            if line.event is Event.DELETED and line.outcome}


def _gone(manifest: Mapping, key: bytes, deleted: Mapping[str, date]) -> list[date]:
    """Return the days on which returns of a set were deleted."""
    if not deleted or "report" not in manifest:
        return []
    seal = Seal(key, about(manifest["report"], manifest.get("key", ""), manifest["parameters"]))
    sealed = {seal.of(RETURN, mark): day for mark, day in deleted.items()}
    returns = manifest.get("returns", {}).values()
    known = [sealed.get(one["hmac"]) if "hmac" in one else
             deleted.get(mark_of(key, str(one.get("sha256")))) for one in returns]
    return [day for day in known if day]

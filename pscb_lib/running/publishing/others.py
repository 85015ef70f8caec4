"""Find the sets with which the board and public sets of a cycle are masked, from all manifests."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pscb_lib.board.notebooks import RESTRICTED
from pscb_lib.running.inputs import sha256_of
from pscb_lib.running.publishing.manifest import NAME, read_manifest


@dataclass(frozen=True)
class Other:
    """A set made from returns: its place below the outputs, its ``as_of`` and its digest."""

    cycle: str
    audience: str
    name: str
    as_of: str
    digest: str


def read_others(outputs: Path) -> list[Other]:
    """Return all sets below *outputs* that may hide something: those made from returns or from
    other sets.
    """
    found = []
    for path in outputs.glob(f"*/*/*/{NAME}"):
        manifest = read_manifest(path.parent)
        if manifest.get("returns") or manifest.get("sets"):
            cycle, audience, name = path.relative_to(outputs).parent.parts
            found.append(Other(cycle, audience, name, manifest.get("parameters", {}).get(
                "as_of", ""), str(manifest.get("draft", manifest.get("manifest")))))
    return found


def hash_of_others(others: Iterable[Other], cycle: str, as_of: str) -> str:
    """Return one SHA-256 over the sets with which the board and public sets of a cycle are masked.

    They are the cycle's restricted sets, and all sets of other cycles with an earlier or the same
    ``as_of``.
    """
    return sha256_of({f"{one.cycle}/{one.audience}/{one.name}": one.digest for one in others
                      if (one.audience == RESTRICTED if one.cycle == cycle
                          else one.as_of <= as_of)})

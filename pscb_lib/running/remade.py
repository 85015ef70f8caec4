"""Say which papers of a pack have been made again since the pack was."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pscb_lib.reading.digest import sha256
from pscb_lib.running.publishing.manifest import NAME, read_manifest


def say_remade(folder: Path) -> Iterator[str]:
    """Yield a line for each paper of the pack in *folder* that has another issue now, or none."""
    outputs = folder.resolve().parents[2]
    for place, digest in read_manifest(folder).get("papers", {}).items():
        path = outputs / place / NAME
        if not path.is_file():
            yield f"its paper {place} is gone"
        elif sha256(path) != digest:
            yield f"its paper {place} has been made again since: make the pack again"

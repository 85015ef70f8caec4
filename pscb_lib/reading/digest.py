"""The SHA-256 of a file, by which a set is checked and a return known to be unchanged."""

from __future__ import annotations

import hashlib
from pathlib import Path


def sha256(path: Path) -> str:
    """Return the SHA-256 of one file. Raises OSError, which names *path*, if it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as fault:
        fault.filename = str(path)  # an error while reading has no file name
        raise

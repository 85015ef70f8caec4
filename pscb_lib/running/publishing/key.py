"""Seal the digests of a set's inputs, so that no reader can find an input by trying.

A plain SHA-256 of a return tells a small count to whoever hashes every return that it may have
been. A manifest has an HMAC-SHA256 instead, under a key that only the project has.
"""

from __future__ import annotations

import hmac
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pscb_lib.reading.findings import InputError
from pscb_lib.reading.strange import refuse_strange
from pscb_lib.writing.whole import write_once

KEY = ".pscb-key"
BYTES = 32
ONLY_OWNER = 0o600


@dataclass(frozen=True)
class Seal:
    """What turns the digests of one set's inputs into sealed ones.

    *about* is the set's paper, audience and parameters: the same file has another sealed digest in
    each set, so that no reader sees which inputs of two sets are the same.
    """

    key: bytes
    about: str

    @property
    def sealed_with(self) -> str:
        """What tells one key from another, and nothing about it."""
        return mark_of(self.key, KEY)

    def of(self, name: str, digest: str) -> str:
        """Return the HMAC-SHA256 of the SHA-256 *digest* of the input *name*."""
        message = json.dumps([self.about, name, digest])
        return hmac.new(self.key, message.encode(), "sha256").hexdigest()


def seal_of(root: Path, report: str, key: str, parameters: Mapping[str, str]) -> Seal:
    """Return the seal of a set, with the key of the project at *root*; make the key if it has none.

    *report*, *key* and *parameters* are those that the set's manifest has. Raises InputError if
    the key cannot be read or made.
    """
    return Seal(read_key(root) or make_key(root), about(report, key, parameters))


def about(report: str, key: str, parameters: Mapping[str, str]) -> str:
    """Return what a seal is about, by the lines of a set's manifest."""
    return json.dumps([report, key, parameters], sort_keys=True)


def mark_of(key: bytes, digest: str) -> str:
    """Return the mark of a return with the SHA-256 *digest*.

    A set's manifest seals it, and the Board's ledger has it once the return is deleted, so that
    the two can be compared then.
    """
    return hmac.new(key, digest.encode(), "sha256").hexdigest()


def read_key(root: Path) -> bytes | None:
    """Return the key of a project; None if it has none. Raises InputError if it is damaged."""
    refuse_strange(root / KEY)
    try:
        written = (root / KEY).read_text(encoding="ascii")
        key = bytes.fromhex(written)
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as fault:
        raise InputError.at(KEY, f"cannot be read as a key ({type(fault).__name__})",
                            "check who may read it, or put it back from a "
                            "backup") from None
    if len(key) != BYTES:
        raise InputError.at(KEY, f"has {len(key)} bytes, not {BYTES}", "put it back from a backup")
    return key


def make_key(root: Path) -> bytes:
    """Make a project's key, readable by this user only; if another process is first, return its."""
    try:
        write_once(root / KEY, secrets.token_hex(BYTES) + "\n", ONLY_OWNER)
    except OSError as fault:
        raise InputError.at(KEY, f"the project's key cannot be written ({fault.strerror})",
                            "check the disk space and who may write to the project") from None
    made = read_key(root)
    if made is None:
        raise InputError.at(KEY, "was deleted at once by another program", "run again")
    return made

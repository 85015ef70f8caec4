"""Remember which finished files were audited without a leak, so that they are not read again.

``.audited`` of the project has an HMAC of each, under the project's key: of the digest of all
its files and of the exact figures beside it, of the code, the profile and the names searched for.
So nothing in it can be tested by who does not have the key, or be added by hand. A project without
a key remembers nothing.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path

from pscb_lib.disclosure.secrecy.profiles import Profile
from pscb_lib.reading.digest import sha256
from pscb_lib.reading.findings import InputError
from pscb_lib.running.inputs import describe_code, sha256_of
from pscb_lib.running.publishing.key import ONLY_OWNER, read_key
from pscb_lib.writing.whole import write_text

NAME = ".audited"


@dataclass
class Audited:
    """What was audited before, by its mark, and what is known now to have no leak."""

    key: bytes | None
    outputs: Path
    about: str
    before: frozenset[str] = frozenset()
    now: set[str] = field(default_factory=set)
    begun: dict[str, str] = field(default_factory=dict)

    def is_known(self, what: str, files: Iterable[Path]) -> bool:
        """Whether these *files* were audited before; *what* names them."""
        if self.key is None:
            return False
        with suppress(OSError):  # it is replaced at this moment
            self.begun[what] = self._mark(what, files)
        return self.begun.get(what) in self.before

    def keep(self, what: str, files: Iterable[Path]) -> None:
        """Note that these *files* have no leak, if they are the same as when they were begun."""
        with suppress(OSError):  # it is replaced at this moment
            if self.key is not None and self.begun.get(what) == (mark := self._mark(what, files)):
                self.now.add(mark)

    def _mark(self, what: str, files: Iterable[Path]) -> str:
        digest = sha256_of({path.relative_to(self.outputs).as_posix(): sha256(path)
                            for path in files})
        message = json.dumps([NAME, self.about, what, digest])
        return hmac.new(self.key or b"", message.encode(), "sha256").hexdigest()


def read_audited(root: Path, outputs: Path, profile: Profile, names: Sequence[str], is_all: bool
                 ) -> Audited:
    """Return what the project at *root* remembers of *outputs*; nothing if *is_all* is audited."""
    about = json.dumps([describe_code(), asdict(profile), list(names)], sort_keys=True, default=str)
    try:
        key = read_key(root)
    except InputError:  # what needs the key says so
        key = None
    before: list[str] = []
    if key is not None and not is_all:
        with suppress(OSError, ValueError):
            before = (root / NAME).read_text(encoding="ascii").split()
    return Audited(key, outputs, about, frozenset(before))


def write_audited(root: Path, audited: Audited) -> None:
    """Remember what has no leak now. Where that cannot be written, it is audited again."""
    if audited.key is not None and audited.now != audited.before:
        with suppress(OSError, InputError):
            write_text(root / NAME, "".join(f"{mark}\n" for mark in sorted(audited.now)),
                       ONLY_OWNER)

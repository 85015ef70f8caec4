"""A set to be made, as it is handed to the process that makes it.

Whoever starts the process imports this module alone; what makes the set is imported there.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pscb_lib.board.jobs import Job
from pscb_lib.board.settings import Limits, read_settings

if TYPE_CHECKING:
    from pscb_lib.disclosure.figures import Place
    from pscb_lib.disclosure.secrecy.profiles import Profile
    from pscb_lib.reading.rows import Source


class Plan(NamedTuple):
    """What one set hides, and the evidence of it, to be kept when the set is published."""

    hidden: frozenset[Place]
    evidence: str


@dataclass(frozen=True)
class Task:
    """What a process needs to make one set.

    ``inputs`` are the SHA-256 of its files when its returns were checked, ``sources`` their row
    counts. ``work`` is a private folder, ``folder`` the set's own. ``plan`` says what a masked set
    hides, ``masked_with`` is one SHA-256 over the sets with which that is worked out.
    ``handed`` is the file of its returns as they were checked, for a restricted set alone.
    """

    job: Job
    root: Path
    work: Path
    folder: Path
    formats: tuple[str, ...]
    inputs: dict[str, str]
    sources: tuple[Source, ...]
    limits: Limits
    plan: Plan | None = None
    masked_with: str = ""
    handed: Path | None = None

    @property
    def drafted(self) -> Path:
        """Where the notebook of a restricted set is until it is published."""
        return self.work / "draft"

    @cached_property
    def profile(self) -> Profile:
        """The disclosure profile that the Board has chosen."""
        return read_settings(self.root / "params" / "settings.yaml").profile

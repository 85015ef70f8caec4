"""The figures of published sets, read when they are needed: most sets of old cycles are not."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pandas

from pscb_lib.disclosure.equations import place_of
from pscb_lib.disclosure.figures import Place, masked_figures_in
from pscb_lib.disclosure.mime import blocks_in
from pscb_lib.disclosure.plain_figures import from_json
from pscb_lib.running.issues import NOTEBOOK
from pscb_lib.running.publishing.manifest import has_own_digest, read_manifest

DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True)
class Published:
    """One published set below the *outputs*, or one whose notebook is in the folder *drafted*."""

    outputs: Path
    cycle: str
    audience: str
    name: str
    drafted: Path | None = None

    @property
    def folder(self) -> Path:
        """The folder of the set."""
        return self.drafted or self.outputs / self.cycle / self.audience / self.name

    @cached_property
    def as_of(self) -> str:
        """The day of the set, by its manifest; if that was edited, by its front block."""
        manifest = read_manifest(self.folder)
        day = manifest.get("parameters", {}).get("as_of", "")
        if DAY.fullmatch(day) and has_own_digest(manifest):
            return str(day)
        front = self._block("front")
        return "" if front is None else str(front["as_of"])

    @property
    def has_figures(self) -> bool:
        """Whether the set has figures."""
        return self._block("figures") is not None

    @cached_property
    def figures(self) -> pandas.DataFrame:
        """The figures of the set. Raises ValueError if it has none."""
        block = self._block("figures")
        if block is None:
            raise ValueError(f"{self.name} of {self.cycle} has no figures")
        return from_json(block)

    @property
    def hidden(self) -> frozenset[Place]:
        """The places of the figures that the set hides."""
        return frozenset(place_of(one) for one in masked_figures_in(self.figures) if one.hidden)

    def _block(self, kind: str) -> dict[str, Any] | None:
        return next((one for one in self._blocks if one["kind"] == kind), None)

    @cached_property
    def _blocks(self) -> list[dict[str, Any]]:
        notebook = json.loads((self.folder / NOTEBOOK).read_text(encoding="utf-8"))
        return [one for one in blocks_in(notebook) if one["kind"] in ("front", "figures")]


def find_published(outputs: Path, audience: str) -> Iterator[Published]:
    """Yield the sets of an *audience*, of all cycles."""
    for path in sorted(outputs.glob(f"*/{audience}/*/{NOTEBOOK}")):
        yield Published(outputs, path.parts[-4], audience, path.parts[-2])

"""All papers of one audience, from which its pages are written; each set is read once."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pscb_lib.board.cycles import parse_cycle
from pscb_lib.framework.spellings import parse_year
from pscb_lib.page.rendering.portal import Listed
from pscb_lib.running.listed import Reader, list_set, read_set
from pscb_lib.running.meeting_papers import Project, Taken, papers_in
from pscb_lib.running.publishing.manifest import find_sets

Lister = Callable[[Taken], Listed]


@dataclass(frozen=True)
class Shelf:
    """The papers of an audience by cycle, the last cycle first, and the cycles that have a set."""

    project: Project
    audience: str
    papers: dict[str, list[Taken]]
    made: tuple[str, ...]
    read: Reader

    @property
    def outputs(self) -> Path:
        """The folder of all cycles."""
        return self.project.outputs

    def lister(self, start: Path) -> Lister:
        """What says of a paper what a page in the folder *start* says of it."""
        return lambda one: list_set(one.folder, start, self.read)


def fill_shelf(project: Project, cycle: str, audience: str) -> Shelf:
    """The papers of all cycles that have a set of the *audience*, and of *cycle*."""
    found = {folder.parents[1].name for folder in find_sets(project.outputs)
             if folder.parent.name == audience}
    return Shelf(project, audience,
                 {one: papers_in(project, one, audience)
                  for one in sorted({cycle, *found}, reverse=True)},
                 tuple(sorted(found, reverse=True)), cache(read_set))


def year_of(cycle: str) -> str:
    """The financial year of a *cycle*; blank if its name is that of no quarter and of no year."""
    for parse in (parse_cycle, parse_year):
        with suppress(ValueError):
            return parse(cycle).year.label
    return ""

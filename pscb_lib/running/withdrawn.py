"""Find published sets that are not made again: withdrawn ones, and those that left their cycle.

A set is withdrawn if its report no longer declares it; its paper has left the cycle if the file of
its parameters is gone.

Readers may have such a set, so it is not deleted, and the disclosure plan still counts it as
known (:mod:`pscb_lib.running.cycle_masking`).
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from pscb_lib.board.context import find_project
from pscb_lib.board.jobs import Batch, Job
from pscb_lib.board.names import split_name
from pscb_lib.board.notebooks import audiences_of, find_notebooks
from pscb_lib.board.settings import AUDIENCES
from pscb_lib.reading.findings import InputError
from pscb_lib.running.publishing.manifest import find_sets

WITHDRAWN, LEFT = "withdrawn", "left the cycle"


def is_set_withdrawn(folder: Path) -> bool:
    """Whether a set is withdrawn by the notebooks of its project, or else of the working folder."""
    place = folder.resolve()
    for start in (place, Path.cwd()):
        with suppress(InputError):  # no project there: look in the next place
            return is_withdrawn(place, find_notebooks(find_project(start)))
    return False


def find_withdrawn(folder: Path, root: Path) -> list[Path]:
    """Return the withdrawn sets below *folder*, by the notebooks of the project at *root*."""
    notebooks = find_notebooks(root)
    return [path for path in find_sets(folder) if is_withdrawn(path, notebooks)]


def find_left(folder: Path, root: Path) -> list[Path]:
    """Return the sets below *folder* whose paper is no longer in its cycle of the project."""
    return [path for path in find_sets(folder) if has_left(path, root)]


def has_set_left(folder: Path) -> bool:
    """Whether the paper of a set has left its cycle, by its project or the working folder's."""
    place = folder.resolve()
    for start in (place, Path.cwd()):
        with suppress(InputError):  # no project there: look in the next place
            return has_left(place, find_project(start))
    return False


def has_left(folder: Path, root: Path) -> bool:
    """Whether the cycle of the set in *folder* has no parameter file of its paper any more."""
    cycle = root / "params" / folder.parent.parent.name
    return (cycle.is_dir() and folder.parent.name in AUDIENCES
            and not (cycle / f"{folder.name}.yaml").is_file())


def undeclared(batch: Batch, jobs: Iterable[Job]) -> set[tuple[str, str]]:
    """Return the sets, by name and audience, that *jobs* do not declare or that are withdrawn."""
    lacking = {(job.name, audience) for job in jobs
               for audience in {*AUDIENCES} - {*audiences_of(job.notebook)}}
    return lacking | {(folder.name, folder.parent.name)
                      for folder in find_withdrawn(batch.cycle_folder, batch.root)}


def is_withdrawn(folder: Path, notebooks: dict[str, Path]) -> bool:
    """Whether the report of the set in *folder* does not declare it."""
    notebook, audience = notebooks.get(split_name(folder.name)[0]), folder.parent.name
    if notebook is None or audience not in AUDIENCES:
        return False
    try:
        return audience not in audiences_of(notebook)
    except InputError:  # its run reports that its audiences cannot be read
        return False


def say_withdrawn(audience: str) -> str:
    """Return in words why a set is withdrawn."""
    return f"{WITHDRAWN}: its report has no {audience} set any more"


def say_left(folder: Path) -> str:
    """Return in words that the paper of the set in *folder* has left its cycle."""
    place = folder.resolve()
    return (f"{LEFT}: params/{place.parent.parent.name} has no {place.name}.yaml, so it is not "
            "made again")

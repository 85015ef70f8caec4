"""Audit one set before it is published, or all sets below a folder of outputs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from pandas import DataFrame

from pscb_lib.disclosure.masking import for_audience, rounding_of
from pscb_lib.disclosure.outsider.attack import find_worked_out
from pscb_lib.disclosure.outsider.canaries import find_canaries
from pscb_lib.disclosure.outsider.drawings import find_drawn
from pscb_lib.disclosure.outsider.finished import (
    read_exact,
    read_finished,
    read_notebook_of,
)
from pscb_lib.disclosure.outsider.found import Finished
from pscb_lib.disclosure.outsider.groups import find_groups
from pscb_lib.disclosure.outsider.known import paper_of
from pscb_lib.disclosure.outsider.leak import Leak
from pscb_lib.disclosure.outsider.leaks import find_held, find_leaks
from pscb_lib.disclosure.outsider.releases import Release, release_of
from pscb_lib.disclosure.secrecy.profiles import PROFILES, Profile

HOLD = {"board": ("board", "public"), "public": ("public",)}  # what each set's readers can read
CONTRADICT = "the figures shown contradict one another, so that nothing can be proved of them"
OTHERS = "the restricted set beside it is of other figures, so that no leak can be told by it"
STRANGE, MAKE = "is nothing our writers make", "make the set again with pscb run"
NOTEBOOK = "report.ipynb"
TOGETHER = "all sets together"  # no set has such a name
Sets = dict[str, tuple[Path, Finished, DataFrame | None]]  # folder, what it shows, exact figures


class Memory(Protocol):
    """What was audited before without a leak."""

    def is_known(self, what: str, files: Iterable[Path]) -> bool:
        """Whether these *files* were audited before; *what* names them."""
        ...

    def keep(self, what: str, files: Iterable[Path]) -> None:
        """Note that these *files* have no leak."""
        ...


class Forgetful:
    """Remembers nothing."""

    def is_known(self, what: str, files: Iterable[Path]) -> bool:
        """Nothing was audited before."""
        return False

    def keep(self, what: str, files: Iterable[Path]) -> None:
        """Forget it."""


@dataclass(frozen=True)
class Audit:
    """The result of an audit: the sets read, the leaks, and the warnings for a person to judge."""

    sets: list[str]
    leaks: list[Leak]
    warnings: list[Leak]


def audit_set(folder: Path, restricted: Path | None, profile: Profile = PROFILES["dfe"],
              canaries: Sequence[str] = ()) -> list[Leak]:
    """The leaks in the files of the board or public set in *folder*; *canaries* may not be there.

    *restricted* is the folder of the same paper's restricted set; without it only the counts that
    can be worked out from the shown figures are found. Raises ValueError, with the file's name,
    if a file cannot be read.
    """
    return audit_finished(read_finished(folder), restricted, profile, canaries)


def audit_finished(found: Finished, restricted: Path | None, profile: Profile,
                   canaries: Sequence[str] = ()) -> list[Leak]:
    """The leaks of a set, as :func:`audit_set`, of which all files were read."""
    folder = found.folder
    exact, leaks = _exact_for(found, restricted, profile)
    leaks += own_leaks(found, exact) + (find_canaries(found, canaries) if canaries else [])
    if found.figures is not None:
        releases, contradicting = _releases({folder.name: (folder, found, exact)}, profile)
        leaks += contradicting + find_worked_out(releases, found.front["audience"], profile)
    return sorted({replace(leak, file=leak.file.removeprefix(f"{folder.name}/"))
                   for leak in leaks})


def audit(outputs: Path, profile: Profile = PROFILES["dfe"]) -> list[Leak]:
    """The leaks in all board and public sets below *outputs*, in each one and in all together."""
    return audit_outputs(outputs, profile).leaks


def audit_outputs(outputs: Path, profile: Profile, canaries: Sequence[str] = (),
                  memory: Memory | None = None) -> Audit:
    """Audit all sets below *outputs*; *canaries* are texts that must be in none of them.

    Readers of the board sets also have the public sets. Of a set that the *memory* has as audited
    only the notebook is read, for the attack on all sets together; of no set more than its figures,
    if that attack was made on the same sets. Raises ValueError, with the file's name, if a file
    cannot be read, and if there is no set.
    """
    folders = {folder.relative_to(outputs).as_posix(): folder for folder in sorted(
        path.parent for path in outputs.glob(f"*/*/*/{NOTEBOOK}"))
        if folder.parent.name in HOLD}
    if not folders:
        raise ValueError(f"{outputs.name}: there is no board or public set; name the outputs' "
                         "folder")
    files = {name: _files(folder) for name, folder in folders.items()}
    every = [path for own in files.values() for path in own]
    memory = memory or Forgetful()
    if memory.is_known(TOGETHER, every):
        read = [(name, read_notebook_of(folder, figures_alone=True))
                for name, folder in folders.items()]
        for name in folders:
            memory.keep(name, files[name])
        memory.keep(TOGETHER, every)
        return Audit([*folders], [], _warnings(read))
    sets: Sets = {}
    leaks = set[Leak]()
    for name, folder in folders.items():
        is_known = memory.is_known(name, files[name])
        found = read_notebook_of(folder) if is_known else read_finished(folder)
        beside = _beside(folder)
        exact, own = _exact_for(found, beside if beside.exists() else None, profile)
        sets[name] = (folder, found, exact)
        if not is_known:
            own += own_leaks(found, exact)
            own += find_canaries(found, canaries) if canaries else []
        if not own:
            memory.keep(name, files[name])
        leaks.update(replace(leak, file=f"{name}/{leak.file}") for leak in own)
    for audience, held in HOLD.items():
        readable = {name: one for name, one in sets.items() if one[0].parent.name in held}
        releases, contradicting = _releases(readable, profile)
        leaks.update(contradicting, find_worked_out(releases, audience, profile))
    if not leaks:
        memory.keep(TOGETHER, every)
    return Audit([*sets], sorted(leaks), _warnings((name, one[1]) for name, one in sets.items()))


def _warnings(read: Iterable[tuple[str, Finished]]) -> list[Leak]:
    return sorted(replace(one, file=f"{name}/{one.file}")
                  for name, found in read for one in find_groups(found))


def _beside(folder: Path) -> Path:
    return folder.parents[1] / "restricted" / folder.name


def _files(folder: Path) -> list[Path]:
    """All files of a set, and the exact figures by which it is judged."""
    exact = _beside(folder) / NOTEBOOK
    return [*sorted(one for one in folder.rglob("*") if one.is_file()),
            *([exact] if exact.is_file() else [])]


def _exact_for(found: Finished, restricted: Path | None, profile: Profile
               ) -> tuple[DataFrame | None, list[Leak]]:
    """The exact figures of a set from the restricted one; a leak if that has other figures."""
    exact = read_exact(restricted) if restricted else None
    if exact is None or found.figures is None:
        return exact, []
    audience = found.front["audience"]
    own = for_audience(exact, audience)
    if rounding_of(found.figures, own, audience, profile):
        return exact, []
    return None, [Leak(NOTEBOOK, "", "", OTHERS, "run the report again in all its sets")]


def own_leaks(found: Finished, exact: DataFrame | None) -> list[Leak]:
    """The leaks that stand in the files of one set; *exact* are the figures of the restricted one.

    Counts that can be worked out from several figures are not among them.
    """
    paper = paper_of(found, exact)
    strange = [Leak(file, place, "", STRANGE, MAKE) for file, place in found.strange]
    return [*find_leaks(found, paper), *find_drawn(found, paper), *find_held(found), *strange]


def _releases(sets: Sets, profile: Profile) -> tuple[list[Release], list[Leak]]:
    """The sets with figures, ready to be attacked, and a leak for each that contradicts itself."""
    releases, leaks = [], []
    for name, (folder, found, exact) in sets.items():
        if found.figures is None:
            continue
        paper = f"{folder.parents[1].name}/{folder.name}"  # one name for all sets of a paper
        try:
            releases.append(release_of(name, paper, found, exact, profile))
        except ArithmeticError:
            leaks.append(Leak(f"{name}/{NOTEBOOK}", "", "", CONTRADICT, "run the report again"))
    return releases, leaks

"""The parameter files of a cycle, ``params/<cycle>/``: one for each of its papers.

A report has one, named as its notebook is, or one for each key: ``<report>--<key>.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

from pscb_lib.board.names import BETWEEN, check_name, refuse_divided, split_name
from pscb_lib.board.notebooks import find_notebooks
from pscb_lib.reading.debris import is_debris, lies_in_debris
from pscb_lib.reading.findings import InputError, nearest

CYCLE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")


def find_files(root: Path, cycle: str) -> dict[str, Path]:
    """The parameter files of a cycle, by the name of their paper."""
    return {path.stem: path for path in sorted((root / "params" / cycle).glob("*.yaml"))
            if not is_debris(path)}


def files_of(root: Path, cycle: str, report: str) -> list[Path]:
    """The parameter files that one report has in a cycle."""
    return [path for name, path in find_files(root, cycle).items()
            if split_name(name)[0] == report]


def find_keyed(root: Path) -> list[str]:
    """The names of the papers that have a key, of all cycles."""
    names = {path.stem for path in root.glob(f"params/*/*{BETWEEN}*.yaml")
             if not lies_in_debris(path, root)}
    return sorted(name for name in names if split_name(name)[1])


def check_files(root: Path, cycle: str) -> dict[str, Path]:
    """The parameter files of a cycle, by the name of their paper, after checking their names.

    Raises InputError for an unknown cycle, a file without a notebook, or a name that a file or a
    notebook may not have.
    """
    files, notebooks = find_files(root, cycle), find_notebooks(root)
    if not CYCLE.fullmatch(cycle) or not (root / "params" / cycle).is_dir():
        raise InputError.at("params", "there is no such cycle",
                            "write it with pscb new-cycle, or name another", column="cycle",
                            value=cycle)
    for report in notebooks:
        refuse_divided("notebooks", report)
    for name in files:
        check_name(f"params/{cycle}", name)
        if split_name(name)[0] not in notebooks:
            raise _unknown(name, cycle, [one for one in files if split_name(one)[0] in notebooks])
    return files


def choose_names(cycle: str, asked: tuple[str, ...], files: Collection[str]) -> list[str]:
    """The names of the papers *asked* for, each once; a report's name selects all its keys.

    All papers if none is asked for. Raises InputError for a name that the cycle does not have.
    """
    chosen = list(files) if not asked else []
    for one in asked:
        found = [name for name in files if one in (name, split_name(name)[0])]
        if not found:
            raise _unknown(one, cycle, files)
        chosen += found
    return list(dict.fromkeys(chosen))


def _unknown(name: str, cycle: str, known: Collection[str]) -> InputError:
    return InputError(f"{name}: is not a report of {cycle}{nearest(name, known)}; "
                      f"the reports are {', '.join(sorted(known))}")

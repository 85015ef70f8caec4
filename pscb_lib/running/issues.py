"""Keep what readers have had: the earlier issues of a set that is made again.

A set may be made again after a correction, or with other papers beside it. Its first issue is out
and stays known, so what it showed and hid is kept with its exact figures, to be counted when the
next one is masked: ``restricted/.issues/<audience>/<paper>.json`` of its cycle, beside the sets and
in none of them. Sets that nobody has received can be deleted with this folder, and run again.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas

from pscb_lib.disclosure.equations import place_of
from pscb_lib.disclosure.figures import Place, masked_figures_in
from pscb_lib.disclosure.masking import for_audience, rounding_of
from pscb_lib.disclosure.outsider.finished_notebook import read_figures
from pscb_lib.disclosure.plain_figures import from_json, to_json
from pscb_lib.disclosure.secrecy.profiles import Profile
from pscb_lib.writing.folders import FILE, make_folder, refuse_link
from pscb_lib.writing.whole import write_text

FOLDER = ".issues"  # the dot keeps it from being taken for a set
MASKED = ("board", "public")
NOTEBOOK = "report.ipynb"


@dataclass(frozen=True)
class Issue:
    """An earlier issue of a masked set: its figures, exact, and the places that it hid.

    Its masked counts were rounded to the base *rounding*.
    """

    figures: pandas.DataFrame
    hidden: frozenset[Place]
    rounding: int


def read_issues(cycle: Path, audience: str, name: str) -> list[Issue]:
    """Read the earlier issues of a set that are kept, first to last."""
    return [Issue(from_json(one["figures"]), frozenset(map(tuple, one["hidden"])), one["rounding"])
            for one in _kept(_path(cycle, audience, name))]


def kept_papers(outputs: Path, audience: str) -> Iterator[tuple[str, str]]:
    """Yield the cycle and the name of each paper of which earlier issues are kept."""
    for path in sorted(outputs.glob(f"*/restricted/{FOLDER}/{audience}/*.json")):
        yield path.parts[-5], path.stem


def keep_issues(folder: Path, finished: Path, profile: Profile) -> None:
    """Keep the issues that readers have, before *finished* takes the place of the set in *folder*.

    With a restricted set, those of the board and public sets that were masked from it are kept; a
    masked set that hides the same as before needs not be kept.
    """
    cycle, own_audience, name = folder.parents[1], folder.parent.name, folder.name
    before, after = _figures(folder), _figures(finished)
    if before is None or after is None or to_json(before) == to_json(after):
        return
    exact = _figures(cycle / "restricted" / name)
    if exact is None:
        return
    for audience in MASKED if own_audience == "restricted" else (own_audience,):
        own, shown = for_audience(exact, audience), _figures(cycle / audience / name)
        if shown is not None and (base := rounding_of(shown, own, audience, profile)):
            _keep(_path(cycle, audience, name), own, shown, base)


def _keep(path: Path, exact: pandas.DataFrame, shown: pandas.DataFrame, rounding: int) -> None:
    hidden = sorted(list(place_of(one)) for one in masked_figures_in(shown) if one.hidden)
    issue = {"figures": json.loads(json.dumps(to_json(exact))), "hidden": hidden,
             "rounding": rounding}
    kept = list(_kept(path))
    if issue not in kept:
        refuse_link(path.parents[2])
        make_folder(path.parent)
        write_text(path, json.dumps([*kept, issue], ensure_ascii=False) + "\n", FILE)


def _kept(path: Path) -> Iterator[dict[str, Any]]:
    if path.exists():
        yield from json.loads(path.read_text(encoding="utf-8"))


def _path(cycle: Path, audience: str, name: str) -> Path:
    return cycle / "restricted" / FOLDER / audience / f"{name}.json"


def _figures(folder: Path) -> pandas.DataFrame | None:
    path = folder / NOTEBOOK
    return read_figures(path) if path.exists() else None

"""The file by which the runner hands a board or public set its paper, masked already.

The restricted set has the figures and facts of all sets in its block of figures. The runner masks
them for one audience, and the kernel of that set gets the result: it reads no return.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from pscb_lib.disclosure.figures import Place
from pscb_lib.disclosure.paper import Fact, Paper, make_paper
from pscb_lib.disclosure.plain_figures import from_json
from pscb_lib.disclosure.secrecy.profiles import Profile
from pscb_lib.disclosure.showing import Shown
from pscb_lib.disclosure.summaries import summary_from
from pscb_lib.reading.findings import InputError
from pscb_lib.writing.whole import draft_text


def mask_block(block: Mapping[str, Any], audience: str, profile: Profile,
               hidden: Collection[Place]) -> Paper:
    """Mask the restricted set's block of figures for one audience; *hidden* are its places."""
    facts = [Fact(**{**one, "about": [tuple(place) for place in one["about"]]})
             for one in block.get("facts", ())]
    return make_paper(from_json(block), map(summary_from, block.get("returns", ())), facts,
                      audience, profile, hidden)


def write_masked(paper: Paper, path: Path) -> None:
    """Write a masked paper for the kernel of its set."""
    content = {"audience": paper.audience, "figures": paper.as_plain(),
               "is_rounded": paper.shown.is_rounded,
               "returns": [vars(one) for one in paper.returns], "facts": paper.facts}
    draft_text(path, json.dumps(content, ensure_ascii=False))


def read_masked(path: Path, audience: str) -> Paper:
    """Read a masked paper. Raises InputError if the file is none, or is for another audience."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        figures = from_json(content["figures"])
        paper = Paper(Shown(figures, content["audience"], figures, content["is_rounded"]),
                      tuple(map(summary_from, content["returns"])), content["facts"])
    except (OSError, ValueError, KeyError, TypeError) as fault:
        raise _refused(path, f"is not a file of masked figures ({type(fault).__name__})") from None
    if paper.audience != audience:
        raise _refused(path, f"is masked for the {paper.audience} set")
    return paper


def _refused(path: Path, why: str) -> InputError:
    return InputError.at(path.name, why, "leave the parameter masked to the runner",
                         column="masked")

"""The sentences of a report's sets, and what a masked one says that the restricted one does not.

A report is found by its folder, and its notebook's cells are run in this process. A masked sentence
may be shorter than one of the restricted set, by whole clauses or items of a list, and be nothing
else. Declared here are the few that speak of masking itself, and what a set says in its own way: of
its form, of rows that are joined because one is small or as all of them are hidden, and in
headlines that claim nothing.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from contextlib import chdir
from pathlib import Path
from typing import Any

import nbformat
from draws import ROOT, notebook_of

from pscb_lib.disclosure.mime import BLOCK
from pscb_lib.framework.english import small
from pscb_lib.page.blocks import Block, Several
from pscb_lib.reports.missing_children.measures.small import JOINED

NOT_PRINTED = ("figures", "end", "front")
ABOUT_MASKING = [re.compile(pattern) for pattern in (
    r".*\bshown here\b.*",  # it limits what it says to what its reader has
    r".*[Nn]ot shown, because of small numbers.*",
    r".*: some numbers are not shown(; .*)?",  # a chart
    r"Shown together, because of small numbers: .*",
    r"(\w+ indicators? not rated here|\w+ not shown): small numbers(, or others that hide them)?",
    r".* numbers (of others )?are too small to show.*",
    r"\w+ more indicators? with a target: no figure, too few quarters, or quarters not shown",
    r"The answer (awaits clearance|is not shown: small numbers)",
    r"\S+ more audits? came: Q&E has not decided that the Board is to know what (it|they) found",
    r"(It|\w+ of them) (was|were) graded less than good",  # of those audits
    r"Not published(: this part is for the Q&E group and the Board)?",
    r"The number still missing is given to Q&E only: it could identify a child",
    r"Not every row could be used", r"\S+ rows? could not be used",
    r"The Q&E group's set lists what to correct",
    r"(All|Some) (rows|episodes) (are|were) .*",  # their number is one of rows
    r"More of the rows sent could not be used than are allowed",
    r"A comment was left out: it states a number of children; it is in the restricted set",
)]
OF_THE_FORM = [re.compile(pattern) for pattern in (
    r"Data received: .*",  # one sentence stands for the table of files
    r"(Every record was used|Not every record was used; the Q&E group has the list)",
    r"[\d,]+ of [\d,]+ rows were used(?: \(.*\))?", r"Not used: .*; the Q&E group has the list",
    r"Done by \d.*\?",  # of an action that is due before the set's own meeting
    r"\w+ more in the spreadsheet(: .*)?",  # the Board's paper is short
    # Of all, as owners are not published.
    r"(Recommended .* times; shown to work .*|Recommendations made): .*",
    r"How many (of \d+ )?returns reached each step: .*",  # where no waterfall may be drawn
    r"Not recorded alone: too few to show",  # of children's ethnic group
    r"(?:Also n|N)ot supplied: .*",  # but for what an exception of this set says
    r"(?:Percentages share one scale|Each chart has its own scale)",  # of those drawn in this set
    r"[^:;]+: [^:;]+: Fully met \d+, .*",  # a chart of counts, where no agency's grade is drawn
    # Of all, where those of groups are hidden.
    r"Who decides that a return needs no interview, and why was it so of these [\w,]+\?",
    r"Who decided that the one other return needed no interview, and why\?",
    # Groups of reasons, where single ones are hidden.
    r"What the children said: To be with family, friends or a partner \d+(; [\w-]+ others "
    r"together \d+)?",
    r"Work done in [^:;]+: .*",  # of one quarter, where the one before is hidden
    r"[^;]+ England: [^:;]+ against England: .*",  # the farthest of those shown, then the others
    r"Not proven, but to look at: .*",  # with the one asked about where more is known
    r"Missing episodes: [^:;]+ \d+; [^:;]+ \d+",  # where a bar cannot have two parts
    r"Also to get, not supplied: .*",  # what has no question in this set
    r"Modifiable factors by group: .*",  # where no group can be told as a share
    r"[A-Z][^.:;]+: \d[\d,.]*%?",  # the headline of an exception of which no trend is shown
    r"[A-Z][^:;]+: \S+(, [^:;]+)?, against a target of [^:;]+: .*",  # the first case shown here
)]
# Headlines without the claim of the restricted ones: they say what is drawn.
CLAIMS_NOTHING = re.compile("|".join((
    "work done in [^:;]+",
    "agencies' own work, by domain", "how the cases were graded by domain",
    "who notified", "notifications in five years", "who starts common assessments",
    "why they were closed",
    "who came back to social care in a year",
    "contacts by half-year", "who is referred", "what referrals are about", "how cases ended",
    "what was learnt",
    "expected in the 24 hours before", "category of death", "deaths notified",
    "how long children waited for their initial conference", "who came to conferences",
    "children on a plan, by category",
    "how children took part", "plans of eight quarters", "how long plans lasted",
    "episodes and children", "age at death", "ethnic group", "place of death", "sex",
    "reviews completed", "known to social care",
    "modifiable factors by group", "recommendations made", "what changed after the interview",
    "children by age", "missing children by risk of sexual exploitation",
    "missing episodes by whose record they are in", "when children go")))
ROWS_JOINED = (*(re.escape(label) for label, _ in JOINED.values()), "less Not needed")
SUM_OF_HIDDEN = re.compile(r"(?:[;:,] )?[\w-]+ others together [\d,]+(?=[;.]|$)")
NUMBER_AT_END = re.compile(r" [\d,]+$")
HIDDEN_ITEM = re.compile(r"(?:[;:] )?[^;:]+:? [Nn]ot shown(?:: small numbers)?(?=[;.]|$)")
JOINED_ITEM = re.compile(  # Under 14: 27, or 27 under 14
    rf"(?:[;:,] )?(?:(?:[^;:,]+, )?(?:{'|'.join(ROWS_JOINED)}):? [\d,]+"
    rf"|[\d,]+ (?:{'|'.join(map(small, ROWS_JOINED))})(?=[;,.]| and |$))")
OWN_CELLS = ("findings",)  # how the ratings stand, which the public alone is told in words
PICTURES = ("cell", "svg", "id", "kind", "tone", "rating", "align", "label")


def say_all(report: str, audience: str, returns: Path) -> list[dict]:
    """The blocks that the notebook of *report* displays, made from the *returns*."""
    cells = [(cell["id"], "".join(cell["source"])) for cell in notebook_of(report)["cells"]
             if cell["cell_type"] == "code"]
    names: dict[str, Any] = {}
    blocks: list[tuple[str, object]] = []
    with chdir(ROOT):
        for id, cell in cells:
            *statements, last = ast.parse(cell).body
            is_shown = isinstance(last, ast.Expr)
            body = ast.Module(statements if is_shown else [*statements, last], [])
            exec(compile(body, report, "exec"), names)
            if is_shown:
                shown = eval(compile(ast.Expression(last.value), report, "eval"), names)
                blocks += [(id, one) for one in (
                    shown.blocks if isinstance(shown, Several) else [shown])]
            if "context" not in names:
                names |= {"returns_folder": str(returns), "audience": audience}
    return [{**one.as_json(), "cell": id} for id, one in blocks if isinstance(one, Block)]


def published_blocks(notebook: Path) -> list[dict]:
    """The blocks of a finished notebook."""
    cells = nbformat.read(notebook, as_version=4).cells
    return [{**output.data[BLOCK], "cell": cell.id} for cell in cells if cell.cell_type == "code"
            for output in cell.outputs if BLOCK in output.get("data", {})]


def sentences_of(blocks: Iterable[dict]) -> set[str]:
    """Every sentence in the words, notes, cells and alternative texts of the blocks."""
    return {sentence for block in blocks if block["kind"] not in NOT_PRINTED
            for words in _texts(block) for sentence in _split(words)}


def _texts(content: Any) -> Iterator[str]:
    if isinstance(content, dict):
        if "runs" in content:
            yield "".join(run["text"] for run in content["runs"])
        for name, value in content.items():
            if name == "items":
                for item in value:
                    yield from ["".join(run["text"] for run in item)] if isinstance(
                        item, list) else _texts(item)
            elif name not in ("runs", "data", "columns", *PICTURES):
                yield from _texts(value)
    elif isinstance(content, list | tuple):
        for one in content:
            yield from _texts(one)
    elif isinstance(content, str):
        yield content


def _split(words: str) -> Iterator[str]:
    for part in re.split(r"(?<=[.?!])\s+(?=[A-Z0-9▼“])", words):
        if part.endswith((".", "?", "!")) and " " in part:
            yield part.rstrip(".")


def clauses(sentence: str) -> list[str]:
    """The clauses and items of a sentence, without the items that are hidden or joined."""
    head, between, rest = sentence.partition(": ")
    sentence = rest if between and CLAIMS_NOTHING.fullmatch(head.lower()) else sentence
    sentence = JOINED_ITEM.sub("", HIDDEN_ITEM.sub("", SUM_OF_HIDDEN.sub("", sentence)))
    parts = re.split(r"[;,:](?=\s)\s*(?:and )?| and ", sentence)
    said = [part[:1].lower() + part[1:] for part in parts if part]
    return [part for part in said
            if not CLAIMS_NOTHING.fullmatch(part) and not part.endswith(" not shown")]


def said_otherwise(masked: Iterable[dict], restricted: Iterable[dict]) -> list[str]:
    """The sentences of a masked set that are none of the restricted one, less some clauses."""
    full = [clauses(sentence) for sentence in sentences_of(restricted)]
    return sorted(
        sentence for sentence in sentences_of(
            block for block in masked if block.get("cell") not in OWN_CELLS)
        if not any(pattern.fullmatch(sentence) for pattern in (*ABOUT_MASKING, *OF_THE_FORM))
        and not any(_is_within(clauses(sentence), one) for one in full))


def _is_within(some: list[str], whole: list[str]) -> bool:
    """Whether *some* are in *whole*, in their order; a clause may lack the number at its end."""
    rest = iter(whole)
    return all(any(one in (full, NUMBER_AT_END.sub("", full)) for full in rest) for one in some)

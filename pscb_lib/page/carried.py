"""Blocks of other papers in a paper that carries them, under the day on which each was shown.

``pscb run`` hands them over in a file (:mod:`pscb_lib.running.carrying`); any other tool makes the
paper without them. Of a block that its set keeps from these readers, only the paper is known.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pscb_lib.page.blocks import Chart, Column, Data, Group, Heading, Prose, Question, Table
from pscb_lib.page.blocks.base import Block
from pscb_lib.page.words.shown import joined

BETWEEN = " · "
OTHER = " of that paper"


@dataclass(frozen=True)
class Carried:
    """A block for the *part* of the report; None if its readers do not have it.

    *paper* is the name of the paper that showed it, blank if its readers have no set of it; *shown*
    heads what is carried from it. *answers* are the last that its readers have had of a paper of
    the name, by the id of the question.
    """

    part: str
    paper: str = ""
    block: Block | None = None
    shown: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)


def read_carried(place: str) -> tuple[Carried, ...]:
    """The blocks in the runner's file at *place*, in the order of the choice; none without it."""
    lines = json.loads(Path(place).read_text(encoding="utf-8")) if place else []
    return tuple(Carried(one["part"], one.get("paper", ""),
                         _made(one["block"], one) if one["block"] else None,
                         _say_shown(one) if one["block"] else "", one.get("answers", {}))
                 for one in lines)


def of_part(carried: Iterable[Carried], part: str) -> list[Block]:
    """The blocks of one part, under a heading for each paper: what it said is of its own day.

    What a paper asks is not among them: see :func:`asked_in`.
    """
    found: list[Block] = []
    last = ""
    for one in carried:
        if one.part == part and one.block and not isinstance(one.block, Question):
            found += [Heading(one.shown)] if one.shown != last else []
            found.append(one.block)
            last = one.shown
    return found


def asked_in(carried: Iterable[Carried], part: str) -> list[tuple[str, Question]]:
    """What the papers of one part ask, each question once: where it was shown, and the question.

    It has the last answer that these readers have had.
    """
    asked: dict[tuple[str, str], tuple[str, Question]] = {}
    for one in carried:
        if one.part == part and isinstance(one.block, Question):
            asked.setdefault((one.block.words, one.block.owner), (one.shown, one.block))
    return [*asked.values()]


def answers_of(carried: Iterable[Carried], part: str) -> dict[str, str]:
    """The last answer to each question, by its id, in the papers that a part is carried from."""
    return {id: said for one in carried if one.part == part for id, said in one.answers.items()}


def papers_of(carried: Iterable[Carried], part: str) -> list[str]:
    """The papers of which one part of the report shows something, each once."""
    return list(dict.fromkeys(one.paper for one in carried if one.part == part and one.block))


def _made(block: dict[str, Any], source: dict[str, Any]) -> Block:
    kind, said = block["kind"], _say_source(source)
    if kind == "lead":
        return Prose(_words(block["runs"]))
    id = f"{source['before']}-{block['id']}"
    if kind == "question":
        return Question(id, _words(block["runs"]), block["owner"],
                        source.get("answers", {}).get(block["id"], block["said"]))
    about: dict[str, Any] = {"id": id, "caption": block["caption"], "data": Data(**block["data"]),
                             "note": joined(block["note"], said)}
    if kind == "chart":
        return Chart(svg=block["svg"], alt=block["alt"], subtitle=block["subtitle"], **about)
    return Table(columns=[Column(**one) for one in block["columns"]],
                 groups=[Group(one["label"], [[(*_lines(cell),) for cell in row]
                                              for row in one["rows"]])
                         for one in block["groups"]], empty=block["empty"], **about)


def _say_source(source: dict[str, str]) -> str:
    """Which figure or table of its paper a block was."""
    return f"{source['number']}{OTHER}." if source["number"] else ""


def _say_shown(source: dict[str, str]) -> str:
    """When a block was shown: Early help, 2014/15, as shown on 2 December 2014 (Paper PSCB 14/32).
    """
    day, *numbers = source["reference"].split(BETWEEN)
    when = f"on {day}" if day[:1].isdigit() else f"{day[:1].lower()}{day[1:]}"
    paper = f" ({numbers[-1]})" if numbers else ""
    return f"{source['paper']}, as shown {when}{paper}" if day else source["paper"]


def _words(runs: Iterable[dict[str, Any]]) -> str:
    """The words of runs; a link leads nowhere here, so its words say which paper they are of."""
    return "".join(f"**{_text(run)}**" if run.get("strong") else _text(run) for run in runs)


def _text(run: dict[str, Any]) -> str:
    return f"{run['text']}{OTHER}" if "link" in run else str(run["text"])


def _lines(cell: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for line in cell:
        kept = {name: value for name, value in line.items() if name not in ("link", "number")}
        yield kept | {"text": _text(line)} if "link" in line else kept

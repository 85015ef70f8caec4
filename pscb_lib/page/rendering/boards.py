"""The page of all boards, a line for each: what stands, what waits, what failed and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import quote

from pscb_lib.page.rendering.cycle import NOT_MADE
from pscb_lib.page.rendering.html import environment, page_style
from pscb_lib.page.rendering.printed import day_in_words

Line = dict  # of ``summary.json``: the report, its set, its state, and why it failed or waits
NOTHING = "–"


def render_boards(as_of: str, boards: list[dict]) -> str:
    """Return the page; *boards* are the entries of ``summary.json``."""
    rows = [{"board": board["board"], "link": quote(board["page"] or ""), "cycle": board["cycle"],
             "cells": (("Made", [*_made(board)]), ("Waits", [*_waits(board)]),
                       ("Failed, and why", [*_failed(board)]))} for board in boards]
    return environment().get_template("boards.html.j2").render(
        as_of=as_of, rows=rows, style=page_style(), nothing=NOTHING,
        failed=sum(1 for board in boards if [*_failed(board)]))


def _made(board: dict) -> Iterator[str]:
    """Each report whose sets stand, made now or before."""
    yield from _by_report(line for line in board["sets"] if line["last_good"]
                          and line["state"] not in NOT_MADE)


def _waits(board: dict) -> Iterator[str]:
    """Each report that is not due or lacks something, and what it lacks."""
    yield from _by_report(line for line in board["sets"] if line["state"] == "not due"
                          and not line["last_good"])
    for line in board["sets"]:
        if line["state"] == "awaited":
            yield f"{_said(line)}: {line['failure']}"


def _failed(board: dict) -> Iterator[str]:
    if board["failure"]:
        yield f"Could not run: {board['failure']}"
    for line in board["sets"]:
        if line["state"] == "failed":
            good = line["last_good"]
            stands = (f"the last good one, as known on {day_in_words(good['as_of'])}, stands"
                      if good else "there is no earlier one")
            yield f"{_said(line)}: {line['failure']}; {stands}"


def _by_report(lines: Iterable[Line]) -> Iterator[str]:
    sets: dict[str, list[str]] = {}
    for line in lines:
        sets.setdefault(_name(line), []).append(line["audience"])
    yield from (f"{name}: {', '.join(audiences)}" for name, audiences in sets.items())


def _said(line: Line) -> str:
    return f"{_name(line)}, {line['audience']} set"


def _name(line: Line) -> str:
    words = line["report"].replace("--", ", ").replace("_", " ")
    return words[:1].upper() + words[1:]

"""Questions asked at earlier meetings: the owner, the answer, the action and the outcome.

Section 4: "Signing off an individual action should not be viewed as an end; rather the 'end'
should be seen as the successful implementation of an action alongside evidence of an outcome."
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from pscb_lib.board.ledger import NAME, Event, Line, read_ledger
from pscb_lib.board.ledger.order import REPLIES
from pscb_lib.framework.audit_summary.evidence import Evidence
from pscb_lib.reading.findings import InputError

QUESTION, REQUEST, PAPER = "MA", "AR", "PR"  # matter arising, audit and paper requested


@dataclass(frozen=True)
class Question:
    """One matter arising; a reply not yet given on the report's day is None."""

    id: str
    raised_on: date
    indicator: str | None
    question: str
    owner: str
    due_on: date
    answer: str | None
    action: str | None
    outcome: str | None
    raised_by: str = ""
    report: str = ""  # the paper it was asked about
    answered_on: date | None = None
    evidence: Evidence | None = None  # the kind of evidence that the outcome has


def read_questions(params: Path, as_of: date, report: str | None = None) -> list[Question]:
    """Read the questions asked about a paper by *as_of*, with the replies given by that day.

    None is all papers: a question about an indicator has one answer, whichever paper asks it.
    """
    lines = read_ledger(params, as_of)
    return [_question(line, lines) for line in lines
            if line.event is Event.ASKED and report in (None, line.report)]


def _question(asked: Line, lines: Iterable[Line]) -> Question:
    given = {name: getattr(line, name) for line in lines for name in REPLIES
            if line.id == asked.id and getattr(line, name)}
    known: dict[str, Any] = {name: given.get(name) for name in REPLIES}
    answered = [line.on for line in lines if line.id == asked.id and line.answer]
    # The rules of the ledger make sure that a question has all of these.
    own: dict[str, Any] = {name: getattr(asked, name) for name in (
        "id", "indicator", "question", "owner", "due_on", "report")}
    return Question(raised_on=asked.on, raised_by=asked.by,
                    answered_on=max(answered, default=None), evidence=_evidence(asked, lines),
                    **own, **known)


def _evidence(asked: Line, lines: Iterable[Line]) -> Evidence | None:
    kinds = [line.kind for line in lines if line.id == asked.id and line.outcome]
    return next((kind for kind in kinds if isinstance(kind, Evidence)), None)


def numbered(line: Line, letters: str) -> Callable[[tuple[Line, ...]], Line]:
    """Return a function that gives *line* the next id with these *letters*: MA7 after MA6.

    The function raises InputError if the same was asked on the same day already.
    """
    def make(lines: tuple[Line, ...]) -> Line:
        for one in lines:
            if replace(one, id=None) == line:
                raise InputError.at(NAME, f"was asked on {one.on} as {one.id}",
                                    "nothing is recorded twice", column="question",
                                    value=line.question)
        found = [re.fullmatch(rf"{letters}(\d+)", one.id or "") for one in lines]
        last = max((int(one[1]) for one in found if one), default=0)
        return replace(line, id=f"{letters}{last + 1}")

    return make

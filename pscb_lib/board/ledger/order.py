"""Which lines may follow each other in the ledger; the rules hold for new lines and old ones.

Section 5 of the framework: "Reports will come to the Quality and Effectiveness Sub Group
before being taken to the Board and a judgment made about which reports need to tabled and
which circulated for information only." Section 4: "the 'end' should be seen as the
successful implementation of an action alongside evidence of an outcome."
"""

from __future__ import annotations

from collections.abc import Sequence

from pscb_lib.board.ledger.corrections import ABOUT, OF, given_in
from pscb_lib.board.ledger.lines import SCRUTINY, Event, Line

Refusal = tuple[str, str]
REPLIES = ("answer", "action", "outcome")
BEFORE = {Event.SCRUTINISED: Event.RECEIVED, Event.PRESENTED: Event.SCRUTINISED}
NOT_ASKED = "is not a question that was asked", "see the ids in params/ledger.csv"
COMMANDS = {Event.RECEIVED: "receive", Event.SCRUTINISED: "scrutinise"}


def refusal(earlier: Sequence[Line], line: Line) -> Refusal | None:
    """Return why *line* may not follow the *earlier* lines of its subject, and the remedy.

    None if it may.
    """
    is_correction = line.event is Event.CORRECTED
    asked_on = min(one.on for one in earlier) if is_correction and earlier else line.on
    if line.due_on and line.due_on < asked_on:
        return "is due before the day it was asked", "correct one of the two days"
    last = max((one.on for one in earlier), default=line.on)
    if line.on < last:
        return f"is dated {line.on}, before {last}, the day of the last line about it", \
            "correct the day"
    if line.event is Event.DELETED:  # a file of the same name may come and go again
        return None
    if line.event is Event.RELEASED:
        return ("was released", "nothing is recorded twice") if earlier else None
    if is_correction:
        return _correction(earlier, line)
    return (_step if line.event.is_step else _question)(earlier, line)


def _correction(earlier: Sequence[Line], line: Line) -> Refusal | None:
    if not earlier or earlier[0].event not in ABOUT:
        return NOT_ASKED
    if not given_in(line):
        return "is given nothing to correct", "give what is to stand there"
    for name in given_in(line):
        name = OF.get(name, name)
        if all(getattr(one, name) is None for one in earlier):
            return f"has no {name} to correct", "record it with pscb answer"
    return None


def _step(earlier: Sequence[Line], line: Line) -> Refusal | None:
    done = {one.event: one for one in earlier}
    needed = BEFORE.get(line.event)
    later = next((one for one in (Event.PRESENTED, Event.SCRUTINISED) if one in done), None)
    if needed and needed not in done:
        return (f"has not been {needed.value}: {SCRUTINY}",
                f"record that first with pscb {COMMANDS[needed]}")
    if later and needed is not later:
        return f"was {later.value} on {done[later].on}", "nothing is recorded twice"
    return _same_set(done, line) or _same_decision(done, line)


def _same_set(done: dict[Event, Line], line: Line) -> Refusal | None:
    received = done.get(Event.RECEIVED)
    if received and received.set_sha256 == line.set_sha256:
        is_again = line.event is Event.RECEIVED
        return (f"was received on {received.on}", "nothing is recorded twice") if is_again else None
    if line.event is Event.SCRUTINISED:
        return ("has another set than the one received",
                "record the new set with pscb receive")
    return None


def _same_decision(done: dict[Event, Line], line: Line) -> Refusal | None:
    judged = done[Event.SCRUTINISED].decision if Event.SCRUTINISED in done else None
    if line.event is Event.PRESENTED and judged and judged is not line.decision:
        return f"was judged {judged.value} when it was scrutinised", "present it so"
    return None


def _question(earlier: Sequence[Line], line: Line) -> Refusal | None:
    if line.event is not Event.ANSWERED:
        return ("is in the ledger already", "nothing is recorded twice") if earlier else None
    if not earlier:
        return NOT_ASKED
    if earlier[0].event is Event.AUDIT_REQUESTED:
        return ("is an audit: its report answers it",
                "register it in audits.csv of the returns under this id")
    return _reply(earlier, line)


def _reply(earlier: Sequence[Line], line: Line) -> Refusal | None:
    given = {name for name in REPLIES for one in earlier if getattr(one, name)}
    new = [name for name in REPLIES if getattr(line, name)]
    if not new:
        return "is given no reply", "give an answer, an action or an outcome"
    for name in new:
        if name in given:
            return f"has its {name} already", "a line is never edited; pscb correct puts it right"
        before = REPLIES[:REPLIES.index(name)]
        lacking = [one for one in before if one not in given and one not in new]
        if lacking:
            return f"has an {name} before it has an {lacking[0]}", f"give the {lacking[0]} too"
    return None

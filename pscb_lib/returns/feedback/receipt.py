"""The receipt of a return: a text that tells its sender what was read, used and not used."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pscb_lib.framework.months import say_day
from pscb_lib.reading.findings import Finding, InputError, Reaction
from pscb_lib.returns.checking import CheckedFile
from pscb_lib.returns.checking.mistakes import Mistake, gather, plain
from pscb_lib.returns.feedback.marks import sentence
from pscb_lib.returns.feedback.own_words import findings_of, in_own_words
from pscb_lib.returns.history import Accepted
from pscb_lib.returns.history.accepting import AcceptedBefore
from pscb_lib.returns.history.ledger import SHORT
from pscb_lib.writing.whole import refusing, write_text

SUFFIX = "-receipt.txt"
HEAD = "Receipt: "
TO_CORRECT, TO_SEE = "To correct, and to send again:", "Used, and for you to see:"


@dataclass(frozen=True)
class Receipt:
    """One file with what became of it: its line in the ledger, or why it was refused."""

    file: CheckedFile
    outcome: Accepted | InputError
    sender: str
    received_on: date
    board: str

    @property
    def text(self) -> str:
        """The text of the receipt, in lines."""
        return "".join(f"{plain(line)}\n" for line in self._lines())

    def _lines(self) -> Iterator[str]:
        one = self.file
        yield f"{HEAD}{one.path.name}"
        yield f"From {self.sender}, received by {self.board} on {say_day(self.received_on)}."
        if one.kind and one.context:
            yield f"{one.kind.title}, {one.context.period.words}."
        yield ""
        if isinstance(self.outcome, InputError):
            yield from self._refused(self.outcome)
        else:
            yield from _accepted(self.outcome, one)
        yield from _say(TO_CORRECT, one, Reaction.REJECTED)
        yield from _say(TO_SEE, one, Reaction.NORMALISED, Reaction.NOTED)

    def _refused(self, fault: InputError) -> Iterator[str]:
        if isinstance(fault, AcceptedBefore):
            yield (f"It is the same file as one that was accepted on {say_day(fault.received_on)}. "
                   "That one is used.")
            return
        yield "It was not accepted, and nothing of it is used:"
        if fault.finding is None:
            yield f"- {fault}"
        elif self.file.refused is None:  # or else it is among the findings
            yield f"- {_told(in_own_words(fault.finding, self.file))}"


def write_receipt(receipt: Receipt, folder: Path) -> Path:
    """Write a receipt into *folder* and return its path; no other file is written over.

    Raises InputError if it cannot be written.
    """
    text, name = receipt.text, Path(receipt.file.name)
    path, number = folder / name.parent / f"{name.name}{SUFFIX}", 1
    with refusing(path):
        while path.exists() and path.read_bytes() != text.encode():
            number += 1
            path = folder / name.parent / f"{name.name}-{number}{SUFFIX}"
        path.parent.mkdir(parents=True, exist_ok=True)
        write_text(path, text)
    return path


def _accepted(line: Accepted, one: CheckedFile) -> Iterator[str]:
    again = " It replaces what you sent before." if line.supersedes else ""
    yield f"It was accepted and is kept as you sent it.{again}"
    yield (f"Rows: {line.read:,} read = {line.used:,} used + {line.rejected:,} to be corrected + "
           f"{line.left_out:,} left out.")
    for reason, number in (one.checked.reasons.items() if one.checked else ()):
        yield f"- left out: {number:,}, {reason}"
    if line.periods:
        yield f"About: {', '.join(line.periods)}."
    yield f"To tell this file from others: SHA-256 {line.sha256[:SHORT]}."


def _say(title: str, one: CheckedFile, *reactions: Reaction) -> Iterator[str]:
    found = [finding for finding in findings_of(one) if finding.reaction in reactions]
    if not found:
        return
    yield ""
    yield title
    for mistake in gather((False, finding) for finding in found):
        yield f"- {_where(mistake)}{sentence(mistake.rule)} What to do: {mistake.remedy}."


def _where(one: Mistake) -> str:
    rows = ("rows " if len(one.numbers) > 1 else "row ") + one.rows if one.numbers else None
    parts = (one.sheet and f"sheet {one.sheet}", rows, one.column and f"column {one.column}",
             one.value is not None and f"you wrote {one.value!r}")
    said = ", ".join(str(part) for part in parts if part)
    return f"{said[:1].upper()}{said[1:]}: " if said else ""


def _told(finding: Finding) -> str:
    return f"{sentence(finding.rule)} What to do: {finding.remedy}."

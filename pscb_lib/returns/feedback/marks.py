"""Find the cells to mark and the comment on each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pscb_lib.reading.findings import Finding, Reaction

PREDICATES = {"is", "are", "has", "must", "may", "happened", "did", "ended", "would"}
BECAME = {
    Reaction.REJECTED: "The row is not used",
    Reaction.NORMALISED: "It was read as said here",
    Reaction.NOTED: "It is used as it is",
}
WHOLE_ROW = -1


@dataclass
class Mark:
    """One cell to mark: the reaction that gives its colour, and the lines of its comment."""

    reaction: Reaction
    says: list[str] = field(default_factory=list)


Marks = dict[int, dict[int, Mark]]


def find_marks(findings: Iterable[Finding], places: Mapping[str, int]) -> Marks:
    """Return the cells to mark, by row and then by column (from 0).

    A finding without a column of the file marks its whole row, at the column WHOLE_ROW.
    """
    marks: Marks = {}
    for finding in findings:
        if not (row := finding.row):
            continue
        for place in columns_of(finding, places):
            mark = marks.setdefault(row, {}).setdefault(place, Mark(finding.reaction))
            if finding.reaction is Reaction.REJECTED:
                mark.reaction = Reaction.REJECTED
            mark.says.append(in_words(finding))
    return marks


def columns_of(finding: Finding, places: Mapping[str, int]) -> list[int]:
    """Return the columns that a finding names, or WHOLE_ROW."""
    names = (finding.column or "").split(" and ")
    return [places[name] for name in names if name in places] or [WHOLE_ROW]


def in_words(finding: Finding) -> str:
    """Return the comment: how the cell was used, what is wrong and what to do."""
    return (f"{BECAME[finding.reaction]}. {sentence(finding.rule)} "
            f"What to do: {finding.remedy}.")


def sentence(rule: str) -> str:
    """Return a rule as a sentence: "is not a number" becomes "This is not a number."."""
    said = f"This {rule}" if rule.split(" ", 1)[0] in PREDICATES else rule[:1].upper() + rule[1:]
    return said if said.endswith((".", "?")) else f"{said}."

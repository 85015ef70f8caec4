"""The ratings: one row for each answer to a statement, without any sign of who gave it.

There is no code of a member, no group and no day, so that the answers of one form cannot be put
together; rows are best sent in the order of statements. Two equal rows are two answers. A comment
is in the restricted set alone, and there without its score.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from pscb_lib.board.context import Context
from pscb_lib.disclosure.figures import RESPONDENT
from pscb_lib.framework.spellings import parse_year
from pscb_lib.reading import cells
from pscb_lib.reading.findings import InputError
from pscb_lib.reading.rows import (
    Broken,
    Field,
    FileRule,
    Record,
    Records,
    Source,
    find_rules,
    rule,
)
from pscb_lib.reports.board_effectiveness import returned_rounds
from pscb_lib.reports.board_effectiveness.statements import SCORES, STATEMENTS
from pscb_lib.returns.across import refers_to
from pscb_lib.returns.kinds import Return


def make_fields(context: Context) -> tuple[Field, ...]:
    """Return the columns of the return."""
    return (
        Field("year", parse_year, "write it like 2014-15"),
        Field("statement", cells.one_of(*STATEMENTS)),
        Field("score", cells.whole_number, "write 1 (not at all) to 5 (fully)"),
        Field("comment", cells.optional(cells.text), "write it without a name"),
        Field("source", cells.text, "say where the row is from"),
    )


@rule("score", says="is not a score from 1 to 5", remedy="correct it, or take the row out",
      example={"score": "6"})
def is_no_score(row: Record) -> bool:
    """Section 3: members rate the Board's performance."""
    return str(row["score"]) not in SCORES


def count_forms(context: Context, sources: Sequence[Source]) -> tuple[FileRule, ...]:
    """Return the rules across returns: a year has a round, and no more answers than forms."""
    return *refers_to("year", returned_rounds.RETURN)(context, sources), *_no_more(context)


def _no_more(context: Context) -> tuple[FileRule, ...]:
    try:
        forms = {row["year"]: row["returned_n"]
                 for row in returned_rounds.RETURN.read_for(context).records}
    except InputError:
        return ()

    def find(records: Records) -> Iterator[Broken]:
        seen: Counter[tuple] = Counter()
        for row in records:
            answer = row["year"], row["statement"]
            seen[answer] += 1
            if seen[answer] > forms.get(row["year"], seen[answer]):
                yield Broken((row["row"],), ("statement",), value=row["statement"],
                             file=row["file"])

    return (FileRule("has more answers than forms were returned",
                     "take out what was entered twice, or correct the round", find),)


RETURN = Return(
    "board_rating", "Members' ratings of the Board", make_fields, find_rules(globals()), (),
    "board_rating.csv",
    {"year": "2014-15", "statement": "Child's voice", "score": "2",
     "comment": "We hear of children, seldom from them", "source": "form"},
    describes=RESPONDENT, may_be_empty=True, kept_by_office=True, together=count_forms,
    applies={"comment": "the member wrote one"},
)

"""What a paper may say of a return: its files, and what became of every row.

A row may be about one child, and a number of such rows is a count of children: it leaves the
restricted set no more than their names do; so it is with a row for each answer of a person to a
survey. The other sets say only whether every row was used. A form of an agency may be counted in
every set.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from pscb_lib.disclosure.figures import RESPONDENT
from pscb_lib.reading.findings import Reaction
from pscb_lib.reading.rows import Checked

CHILD, COUNTS, AGENCY = "child", "counts", "agency"
# A row is about a child, who answered a survey, agencies' counts, or their own work.
DESCRIBES = (CHILD, RESPONDENT, COUNTS, AGENCY)
NOT_COUNTED = (CHILD, RESPONDENT)  # outside the restricted set
OPEN_TO = {"board": (AGENCY,), "public": ()}  # the returns that a kernel of the set may read
# A source that begins so has a meaning; any other text has none.
ILLUSTRATIVE = "illustrative"  # a row that was made to show a paper
MARKS = ("published", ILLUSTRATIVE, "imported")
OTHER = "other"
FATES = ("read", "used", "rejected", "left_out")


@dataclass(frozen=True)
class ReturnSummary:
    """One kind of return as far as a reader may know it; it has no row and no cell.

    ``rows`` are the numbers of rows read, used, rejected and left out; ``reasons`` those left out
    by reason; ``sources`` those used by what their column ``source`` says. A number is None where
    a reader may not have it. ``is_lacking`` says whether more rows of the paper's returns were
    rejected than the Board allows. ``files``, ``rejected`` and ``noted`` are for the restricted
    set: the numbers of each file, what is wrong with each rejected row, and what all rows show.
    """

    name: str
    describes: str
    is_all_used: bool
    is_any_rejected: bool
    is_lacking: bool
    rows: Mapping[str, int] | None
    reasons: tuple[tuple[str, int], ...]
    sources: Mapping[str, int | None]
    files: tuple[tuple[str, int, int, int, int], ...] = ()
    rejected: tuple[str, ...] = ()
    noted: tuple[str, ...] = ()

    @property
    def is_read(self) -> bool:
        """Whether there was a file at all."""
        return bool(self.name)

    def for_others(self) -> ReturnSummary:
        """The same without what only the restricted set may have."""
        common = replace(self, files=(), rejected=(), noted=())
        if self.describes not in NOT_COUNTED:
            return common
        return replace(common, rows=None, reasons=(), sources=dict.fromkeys(self.sources))


def summarise(checked: Checked, title: str, describes: str = CHILD, is_lacking: bool = False
              ) -> ReturnSummary:
    """Summarise a return for the restricted set; see :class:`ReturnSummary` for the fields.

    It is named by its *title*: the names of its files are the agencies' own words.
    """
    rejected = tuple(str(one) for one in checked.findings if one.reaction is Reaction.REJECTED)
    values = checked.frame["source"] if "source" in checked.frame else ()
    sources = Counter(map(_marked, values))
    return ReturnSummary(
        _name(checked, title), describes, checked.rows["read"] == checked.rows["used"],
        bool(rejected), is_lacking, checked.rows, tuple(checked.reasons.items()),
        dict(sorted(sources.items())),
        tuple((one.file, *(getattr(one, fate) for fate in FATES)) for one in checked.sources),
        rejected, tuple(f"{title}: {one.rule}; {one.remedy}" for one in checked.findings
                        if one.reaction is Reaction.NOTED and one.row is None))


def summary_from(content: Mapping[str, Any]) -> ReturnSummary:
    """The summary from plain data, as ``dataclasses.asdict`` and JSON make it."""
    lists = {name: tuple(tuple(one) if isinstance(one, list) else one
                         for one in content.get(name, ()))  # older sets have no notes
             for name in ("reasons", "files", "rejected", "noted")}
    return ReturnSummary(**{**content, **lists})


def _marked(source: str) -> str:
    """A source that has a mark, in whatever capitals; any other text stays with its row."""
    written = source.strip()
    mark = next((one for one in MARKS if written.casefold().startswith(one)), None)
    return f"{mark}{written[len(mark):]}" if mark else OTHER


def _name(checked: Checked, title: str) -> str:
    count = len(checked.sources)
    return f"{title}, {count} files" if count > 1 else title if count else ""

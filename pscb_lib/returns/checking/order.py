"""The findings in the order in which to correct them, and the exit code of a check."""

from __future__ import annotations

from collections.abc import Iterable

from pscb_lib.reading.findings import Finding, Reaction
from pscb_lib.returns.checking.files import CheckedFile

GOOD, TO_MEND, UNREADABLE = 0, 1, 2
FIRST = list(Reaction)


def list_findings(files: Iterable[CheckedFile]) -> list[tuple[bool, Finding]]:
    """Return every finding, and whether it refuses the whole file.

    Findings about whole files come first, then rejected, normalised and noted ones; within each
    group by file name and row.
    """
    found = [(place == 0 and one.refused is not None, finding)
             for one in files for place, finding in enumerate(one.findings)]
    return sorted(found, key=lambda pair: (
        not pair[0], FIRST.index(pair[1].reaction), pair[1].file, pair[1].row or 0))


def exit_code(files: Iterable[CheckedFile]) -> int:
    """Return the exit code: 0 if nothing is rejected, 1 if so, 2 if a file cannot be read."""
    files = list(files)
    if any(one.checked is None for one in files):
        return UNREADABLE
    rejected = any(is_whole or finding.reaction is Reaction.REJECTED
                   for is_whole, finding in list_findings(files))
    return TO_MEND if rejected else GOOD

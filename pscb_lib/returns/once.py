"""A rule between rows: what may stand in a register only once."""

from __future__ import annotations

from pscb_lib.records import Record, Rule


def once(*fields: str, says: str, remedy: str) -> Rule:
    """Make a rule that what stands in *fields* stands there once in a file.

    The rule remembers the rows it has been asked about, so each reading of a file needs
    a new one. The first row stays and the later one breaks the rule.
    """
    seen = set()

    def broken(record: Record) -> bool:
        key = tuple(record[name] for name in fields)
        is_repeated = key in seen
        seen.add(key)
        return is_repeated

    return Rule(fields, says, remedy, broken)

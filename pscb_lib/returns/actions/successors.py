"""The rules that an action is superseded by one that can carry it on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from pscb_lib.board.context import Context
from pscb_lib.framework.audit_summary.ends import (
    CIRCLE,
    ENDED_BEFORE,
    NO_SUCCESSOR,
    UNKNOWN,
    broken_successions,
)
from pscb_lib.reading.rows import Broken, FileRule, Record, Records, Source

REMEDY = "name an action that carries it on, or leave it open"


def have_successors(registered: Callable[[Context], Mapping[str, Record] | None]
                    ) -> Callable[[Context, Sequence[Source]], tuple[FileRule, ...]]:
    """Make the rules across files; *registered* returns every action of the returns folder.

    The successor may lie in another file than the one that is checked, or be agreed after the day
    of the report.
    """
    def together(context: Context, sources: Sequence[Source]) -> tuple[FileRule, ...]:
        others = registered(context) or {}
        return tuple(_rule(says, others)
                     for says in (UNKNOWN, NO_SUCCESSOR, ENDED_BEFORE, CIRCLE))

    return together


def _rule(says: str, others: Mapping[str, Record]) -> FileRule:
    def find(records: Records) -> Iterator[Broken]:
        register = {**others, **{row["action_id"]: row for row in records}}
        broken = {action for action, why in broken_successions(register) if why == says}
        return (Broken((row["row"],), ("superseded_by",), value=row["superseded_by"],
                       file=row["file"]) for row in records if row["action_id"] in broken)

    return FileRule(says, REMEDY, find)

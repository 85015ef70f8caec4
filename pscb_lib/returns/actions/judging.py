"""Judge what owners of actions sent back by the register: whose it is, and whether it may end.

Words and days that the register has are not the owner's to change, and the answer must keep the
rules of :mod:`pscb_lib.framework.audit_summary.ends`, as the register itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from pscb_lib.board.context import Context
from pscb_lib.framework.audit_summary.ends import RULES, broken_rule
from pscb_lib.reading.findings import Reaction
from pscb_lib.reading.rows import Broken, FileRule, Record, Records, Source
from pscb_lib.returns.actions.updates import DONE, FACTS, OPEN, due_by, latest_of

Register = Mapping[str, Record]
Registered = Callable[[Context], Register | None]
Judge = Callable[[Record, Record | None], tuple[str, ...]]  # the columns that are wrong
LOCKED = ("agency", "owner", "text", "measure", "due_by")
ENDS = ("closed_on", "superseded_by", "not_accepted_by")
NOT_REGISTERED = "is not on the register of actions"
NO_REGISTER = "cannot be judged, since the register of actions cannot be read"
SEVERAL = "a form has the actions of one owner, and this one has those of several"
CHANGED = "is not what the register has, and is not the owner's to change"
ENDED = "has ended, and takes no further answer"
REWRITTEN = "is recorded already, and only the Board's office changes it"
FORM, NOTE = "send back the form that was made for you", "write what is to be changed in the note"


def judged_by(registered: Registered
              ) -> Callable[[Context, Sequence[Source]], tuple[FileRule, ...]]:
    """Make the rules between what was sent back and the register of actions.

    A row that breaks one is rejected when it is checked or accepted. In a report it is left out and
    noted: since it was accepted, the office may have corrected or closed the action.
    """
    def together(context: Context, sources: Sequence[Source]) -> tuple[FileRule, ...]:
        register = registered(context)
        known, is_received = register or {}, context.returns == context.root
        unknown = (NOT_REGISTERED if register is not None else NO_REGISTER)
        judges: tuple[tuple[str, str, Judge], ...] = (
            (unknown, FORM, lambda row, own: () if own else ("action_id",)),
            (CHANGED, NOTE, _changed), (ENDED, "say why in an e-mail", _ended),
            (REWRITTEN, NOTE, _rewritten),
            *((says, "fill what is missing, or correct the days", _ends(says)) for says in RULES))
        return (_one_owner(is_received),
                *(_rule(*judged, known, is_received) for judged in judges))

    return together


def _rule(says: str, remedy: str, judge: Judge, register: Register, is_received: bool) -> FileRule:
    def find(records: Records) -> Iterator[Broken]:
        return (_broken(row, columns, is_received) for row in records
                if (columns := judge(row, register.get(row["action_id"]))))

    return FileRule(says, remedy, find)


def _broken(row: Record, columns: tuple[str, ...], is_received: bool) -> Broken:
    place = (row["row"],)
    if is_received:
        return Broken(place, columns, file=row["file"])
    return Broken(place, columns, Reaction.NOTED, file=row["file"], left_out=place)


def _one_owner(is_received: bool) -> FileRule:
    def find(records: Records) -> Iterator[Broken]:
        owners: dict[str, set[tuple[str, str]]] = {}
        for file, agency, owner in records.tuples("file", "agency", "owner"):
            owners.setdefault(file, set()).add((agency, owner))
        return (_broken(row, ("owner",), is_received) for row in records
                if len(owners[row["file"]]) > 1)

    return FileRule(SEVERAL, "send back each owner's own form", find)


def _changed(row: Record, known: Record | None) -> tuple[str, ...]:
    has = known and {**known, "due_by": due_by(known)}
    return tuple(name for name in LOCKED if has and row[name] != has[name])


def _ended(row: Record, known: Record | None) -> tuple[str, ...]:
    return ("action_id",) if known and any(known[name] for name in ENDS) else ()


def _rewritten(row: Record, known: Record | None) -> tuple[str, ...]:
    """The facts of the register that a row has otherwise; those before a reopening may be new."""
    fixed = FACTS[:1] if known and known["reopened_on"] else FACTS
    return tuple(name for name in fixed if known and known[name] is not None
                 and row[name] not in (None, known[name]))


def _ends(says: str) -> Judge:
    """Judge the register's row with the answer in it by a rule of an end."""
    def judge(row: Record, known: Record | None) -> tuple[str, ...]:
        merged = known and {**known, **{name: latest_of(name, known[name], row) for name in OPEN}}
        return DONE if merged and broken_rule(merged) == says else ()

    return judge

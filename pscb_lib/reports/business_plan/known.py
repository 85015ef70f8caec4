"""The business plan on the day of a report: its actions, each once, and what the chairs said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pscb_lib.board.cleared_texts import for_readers
from pscb_lib.board.context import Context
from pscb_lib.framework.audit_summary.actions import Action
from pscb_lib.framework.audit_summary.checks import ActionCheck, checks_of
from pscb_lib.framework.folding import fold
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.scheduling.deadlines import financial_year
from pscb_lib.reading.rows import Checked, Record
from pscb_lib.reports.business_plan import returned, returned_quarters
from pscb_lib.reports.business_plan.planned import Planned
from pscb_lib.returns.registers import action_checks, actions

RETURNS = returned.RETURN, returned_quarters.RETURN, actions.RETURN, action_checks.RETURN
RUNNING = 2  # quarters without a change that are an exception


@dataclass(frozen=True)
class Chair:
    """What a sub-group said in each of the last two quarters: True of a change, None if nothing."""

    sub_group: str
    said: tuple[bool | None, ...]
    has_open: bool

    @property
    def is_exception(self) -> bool:
        """Whether it said nothing last, or "no change" two quarters running with work to do."""
        return self.said[-1:] == (None,) or self.has_open and self.said == (False,) * RUNNING


@dataclass(frozen=True)
class Known:
    """The plan of the year on the day of the report. ``actions`` are those in it on that day."""

    on: date
    year: ReportingPeriod
    board: str
    group: str
    is_supplied: bool
    are_quarters_supplied: bool
    actions: tuple[Planned, ...]
    dropped: tuple[Planned, ...]
    repeated: int
    quarters: tuple[ReportingPeriod, ...]
    chairs: tuple[Chair, ...]

    @property
    def late(self) -> list[Planned]:
        """The actions that are late, the longest first."""
        return sorted((one for one in self.actions if one.action.is_overdue(self.on)),
                      key=lambda one: one.action.last_due_on or self.on)

    @property
    def bare(self) -> list[Planned]:
        """The actions done six months ago or earlier that show no outcome, the oldest first."""
        return sorted((one for one in self.actions if one.is_bare(self.on)),
                      key=lambda one: one.action.done_on or self.on)

    @property
    def procedures(self) -> list[Planned]:
        """The actions that are procedures or guidance."""
        return [one for one in self.actions if one.procedure]

    @property
    def added(self) -> list[Planned]:
        """The actions added after the plan was agreed, those dropped since included."""
        return [one for one in (*self.actions, *self.dropped)
                if one.added_because and self.year.contains(one.agreed_on)]


def read_known(context: Context) -> Known:
    """Read the returns of the paper. The Board may read them: they are its own and agencies' work.
    """
    return known_from(context, *(one.read_for(context) for one in RETURNS))


def known_from(context: Context, plan: Checked, told: Checked, registered: Checked,
               looked: Checked) -> Known:
    """Return what is known of the plan on the day of the report.

    A text that states a number of children is in the restricted set alone until it is cleared.
    """
    on, year = context.as_of, financial_year(context.period.end)
    rows = [*plan.records]
    kept = _counted_once(rows, {one.action_id: one for one in actions.make_actions(
        registered.records)}, action_checks.make_checks(looked.records), on)
    planned = for_readers(context, [one for one in kept if _is_of(one, year)])
    began = min((one.agreed_on for one in kept), default=on)
    quarters = tuple(one for back in reversed(range(RUNNING))
                     for one in [context.period.back(3 * back)] if one.end >= began)
    in_plan = tuple(one for one in planned if not one.is_out)
    return Known(
        on, year, context.settings.board, context.settings.group, bool(plan.sources),
        bool(told.sources), in_plan, tuple(one for one in planned if one.is_out),
        len(rows) - len(kept), quarters, _chairs(in_plan, told.records, quarters))


def _counted_once(rows: Iterable[Record], registered: Mapping[str, Action],
                  checks: Sequence[ActionCheck], on: date) -> list[Planned]:
    """The rows that count: one named twice is counted once, with the state of the register."""
    rows, found, seen = [*rows], [], set()
    plan = returned.known_ids(rows)
    for row in rows:
        named = row["same_as"]
        if named is not None and (named in plan or named in seen):
            continue
        seen.add(named)
        own = registered.get(named) if named else None
        action = (own or _action(row)).known_on(on)
        made = checks_of(action, checks, on)
        found.append(_planned(row, action, made[-1] if made else None))
    return found


def _action(row: Record) -> Action:
    """The state of a row, by the rules of the register of actions."""
    states = {name: row[name] for name in ("action_id", "text", "owner", "measure",
                                           *returned.OF_REGISTER)}
    return Action(agency=row["sub_group"], recommendation=None, **states)


def _planned(row: Record, action: Action, check: ActionCheck | None) -> Planned:
    names = [name for name in Planned.__dataclass_fields__ if name not in ("action", "check")]
    return Planned(**{name: row[name] for name in names}, action=action, check=check)


def _is_of(one: Planned, year: ReportingPeriod) -> bool:
    """Whether an action is of the year's plan: not dropped or closed before the year began."""
    ends = (one.dropped_on, one.action.closed_on)
    return one.agreed_on <= year.end and all(day is None or day >= year.start for day in ends)


def _chairs(planned: Iterable[Planned], told: Iterable[Record],
            quarters: Iterable[ReportingPeriod]) -> tuple[Chair, ...]:
    said = {(fold(row["sub_group"]), row["quarter"]): row["changed"] for row in told}
    work: dict[str, list[Planned]] = {}
    for one in planned:
        work.setdefault(fold(one.sub_group), []).append(one)
    quarters = [*quarters]
    return tuple(Chair(those[0].sub_group, tuple(said.get((name, one)) for one in quarters),
                       not all(one.is_proven for one in those))
                 for name, those in sorted(work.items()))

"""The returns of the report, read together as known on one day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from pscb_lib.board.agencies import Alias, read_agencies, short_names
from pscb_lib.board.cleared_texts import for_readers
from pscb_lib.board.context import Context
from pscb_lib.board.programme import programme_of
from pscb_lib.board.standards import read_standards
from pscb_lib.board.voluntary_standards import FILE, read_voluntary_standards
from pscb_lib.disclosure.paper import Paper
from pscb_lib.disclosure.summaries import ReturnSummary
from pscb_lib.framework.audit_summary.actions import Action
from pscb_lib.framework.audit_summary.section11 import Answer, SelfAudit, Standard
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reading.rows import Checked, Record
from pscb_lib.reports.section11.returned_failures import RETURN as FAILURES
from pscb_lib.reports.section11.returned_survey import RETURN as SURVEY
from pscb_lib.reports.section11.returned_voluntary import RETURN as VOLUNTARY
from pscb_lib.returns.actions.record import make_actions
from pscb_lib.returns.registers.actions import RETURN as ACTIONS
from pscb_lib.returns.registers.section11 import RETURN as SECTION11
from pscb_lib.returns.self_audits import BETWEEN, ITEM, current_round, make_self_audits

RETURNS = SECTION11, ACTIONS, SURVEY, VOLUNTARY, FAILURES


@dataclass(frozen=True)
class Known:
    """What is known on the day ``on`` of the round ``now`` and of the one ``before`` it.

    ``voluntary`` are the voluntary sector's standards, if the Board holds their text. ``forms`` and
    ``earlier`` are the self-audits of the two rounds, ``actions`` those that the earlier one led
    to; ``survey``, ``organisations`` and ``failures`` are rows as they were read. The public set
    has none of these.
    """

    on: date
    now: ReportingPeriod
    before: ReportingPeriod
    standards: tuple[Standard, ...]
    lead: str
    voluntary: tuple[str, ...] = ()
    forms: tuple[SelfAudit, ...] = ()
    earlier: tuple[SelfAudit, ...] = ()
    actions: tuple[Action, ...] = ()
    survey: Sequence[Record] = ()
    organisations: Sequence[Record] = ()
    failures: Sequence[Record] = ()
    agencies: tuple[Alias, ...] = field(default=(), repr=False)

    def short(self, agency: str) -> str:
        """The shortest name in use of an agency, for a picture: CPFT."""
        return short_names(self.agencies, self.on).get(agency, agency)

    def label(self, standard: int) -> str:
        """Our short name of a standard, by its number."""
        return {one.number: one.label for one in self.standards}[standard]

    @property
    def scrutinised(self) -> dict[str, tuple[Answer, ...]]:
        """The answers of this round that Q&E has scrutinised, by agency."""
        return {one.agency: those for one in self.forms if (those := one.scrutinised(self.on))}


def read_known(context: Context) -> Known:
    """Read what the readers of the set may have: agencies' own work is the Board's to know.

    The log of failures is read for the restricted set alone, and nothing for the public.
    Raises InputError if a file cannot be used.
    """
    if context.audience == "public":
        return _known(context)
    mine = RETURNS if context.audience == "restricted" else RETURNS[:-1]
    return known_from(context, *(one.read_for(context) for one in mine))


def told_of(paper: Paper) -> tuple[ReturnSummary, ...]:
    """What the readers of a set are told of its returns: of the log only the restricted set is."""
    return paper.returns if paper.audience == "restricted" else paper.returns[:-1]


def known_from(context: Context, answered: Checked, acted: Checked, surveyed: Checked,
               asked: Checked, failed: Checked | None = None) -> Known:
    """Return what is known from the checked returns.

    An agency's text that states a number of children is in the restricted set alone, until an
    officer clears it (:mod:`pscb_lib.board.cleared_texts`).
    """
    base = _known(context)
    arising = f"section 11, {base.before.words}".casefold()
    rows = [row for row in acted.records if row["arising_from"].casefold() == arising]
    forms, earlier = (
        for_readers(context, [one.known_on(base.on) for one in make_self_audits(answered, of)])
        for of in (base.now, base.before))
    actions = for_readers(context, [one.known_on(base.on) for one in make_actions(rows)])
    return replace(base, forms=forms, earlier=earlier, actions=actions, survey=surveyed.records,
                   organisations=asked.records, failures=failed.records if failed else ())


def _known(context: Context) -> Known:
    now, on = current_round(context), context.as_of
    return Known(
        on, now, now.back(BETWEEN), read_standards(context.params / "section11_standards.csv"),
        programme_of(context).item(ITEM).lead, read_voluntary_standards(context.params / FILE),
        agencies=tuple(one for one in read_agencies(context.params / "agencies.csv")
                       if one.valid_from <= on <= one.valid_to))

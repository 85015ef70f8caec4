"""The registers behind the audit: which one it is, the one before, and the actions of that one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pscb_lib.board.agencies import read_agencies, short_names
from pscb_lib.board.cleared_texts import for_readers
from pscb_lib.board.context import Context
from pscb_lib.board.programme import programme_of
from pscb_lib.framework.audit_summary.actions import Action
from pscb_lib.framework.audit_summary.audits import Kind, RegisteredAudit
from pscb_lib.framework.folding import fold
from pscb_lib.framework.scheduling.deadlines import financial_year
from pscb_lib.reading.rows import Checked
from pscb_lib.returns.actions.record import make_actions
from pscb_lib.returns.registers.actions import RETURN as ACTIONS
from pscb_lib.returns.registers.audits import RETURN as AUDITS
from pscb_lib.returns.registers.audits import make_audits

ITEM = 20


@dataclass(frozen=True)
class Known:
    """What the registers say on the day of the report.

    ``earlier`` are the audits of every kind and the reviews received before, newest first;
    ``received`` are the multi-agency audits of the financial year. ``actions`` are those of the
    ``last`` audit before this one, ``own`` those of this one, ``lead`` leads on the item, ``names``
    are agencies' short ones.
    """

    on: date
    audit: RegisteredAudit | None
    last: RegisteredAudit | None
    earlier: tuple[RegisteredAudit, ...]
    received: int
    actions: tuple[Action, ...]
    own: tuple[Action, ...]
    lead: str
    names: Mapping[str, str]

    @property
    def is_of_one_theme(self) -> bool:
        """Whether the last audit had the theme of this one, so that the two can be compared."""
        themes = [one.theme for one in (self.audit, self.last) if one and one.theme]
        return len(themes) > 1 and len({fold(theme) for theme in themes}) == 1

    def short(self, agency: str) -> str:
        """The shortest name in use of an agency: CPFT."""
        return self.names.get(agency, agency)


def read_known(context: Context) -> Known:
    """Read the registers, which the Board may have in full."""
    return known_from(context, AUDITS.read_for(context), ACTIONS.read_for(context))


def known_from(context: Context, audited: Checked, acted: Checked) -> Known:
    """Choose the audit: the last that was received in the period, or else by the report's day."""
    on, year = context.as_of, financial_year(context.as_of)
    come = sorted((one for one in for_readers(context, make_audits(audited.records))
                   if one.has_come(on)), key=lambda one: (one.came_on, one.audit_id))
    multi = [one for one in come if one.kind is Kind.MULTI_AGENCY]
    own = [one for one in multi if context.period.contains(one.came_on)] or multi
    audit = own[-1] if own else None
    before = [one for one in multi if audit and one.came_on < audit.came_on]
    last = before[-1] if before else None
    year = financial_year(audit.came_on) if audit else year
    return Known(
        on, audit, last,
        tuple(one for one in reversed(come) if audit and one.came_on < audit.came_on),
        sum(year.contains(one.came_on) for one in multi),
        actions_of(context, acted, last), actions_of(context, acted, audit),
        next((one.lead for one in programme_of(context).audits if one.item == ITEM),
             context.settings.group),
        short_names(read_agencies(context.params / "agencies.csv"), on))


def actions_of(context: Context, acted: Checked, audit: RegisteredAudit | None
               ) -> tuple[Action, ...]:
    """The actions that came of an audit, as known on the day of the report."""
    every: Sequence[Action] = [one.known_on(context.as_of) for one in make_actions(acted.records)]
    return for_readers(context, [
        one for one in every if audit and one.recommendation
        and one.recommendation.source == audit.audit_id])

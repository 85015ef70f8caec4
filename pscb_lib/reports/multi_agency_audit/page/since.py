"""What was found now and before, and what came of the last audit's actions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any

from pscb_lib.board.cleared_texts import LEFT_OUT
from pscb_lib.disclosure.paper import RESTRICTED
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.audit_summary.actions import Action
from pscb_lib.framework.english import capital, listed, part_of, small, spell
from pscb_lib.page.blocks import LEFT, Column, Data, Group, List, Prose, Sheet, Table, cell
from pscb_lib.page.tables.days import plain_day, short_day
from pscb_lib.reports.multi_agency_audit.known import Known

NOT_YET = "No evidence of an outcome yet"
STATES = ("Implemented: in use. Outcome evidenced: shown to have worked. Closed: signed off with "
          "that.")
LOOKED_AT = ("This looks at audits and themed reviews. What case reviews found again is in "
             "their own paper.")
MOST_EARLIER = 3  # audits named in one cell; the spreadsheet has all


def tabulate_actions(shown: Shown, known: Known) -> Table | Prose:
    """Tabulate the last audit's actions, and whether each is different now."""
    require_shown(shown)
    if known.last is None:
        return Prose("No earlier multi-agency audit is on the register.", place=LEFT)
    columns = [Column("What the last audit asked for", width=3.2), Column("State", width=1.4),
               Column("What is different now", width=3)]
    rows = [[cell(one.text, f"{known.short(one.agency)}: {one.owner}"), cell(*_state(one, known)),
             cell(one.outcome or NOT_YET)] for one in known.actions]
    data = [[one.action_id, one.text, str(one.agency), one.owner, one.status.value,
             plain_day(one.due_on), one.outcome] for one in known.actions]
    return Table("last_audit", f"Since the audit of {short_day(known.last.received_on)}: "
                 f"{known.last.theme or known.last.audit_id}", columns, [Group(None, rows)],
                 Data(["action_id", "action", "agency", "owner", "status", "due_on", "outcome"],
                      data), note=STATES if rows else None,
                 empty="No action came of the last audit.")


def tabulate_own(shown: Shown, known: Known) -> Table | None:
    """Tabulate what this audit recommends and who does it by when; None without an audit."""
    require_shown(shown)
    if known.audit is None:
        return None
    columns = [Column("Recommended", width=2.6), Column("Action", width=4),
               Column("By when", width=1.4)]
    rows = [[cell(_recommended(one)), cell(one.text, f"{known.short(one.agency)}: {one.owner}"),
             cell(_by_when(one), _reached(one, known))] for one in known.own]
    data = [[one.action_id, _recommended(one), one.text, str(one.agency), one.owner,
             plain_day(one.last_due_on)] for one in known.own]
    return Table("own_actions", "What this audit recommends, and who does what by when", columns,
                 [Group(None, rows)],
                 Data(["action_id", "recommendation", "action", "agency", "owner", "due_on"], data),
                 empty="No action is on the register yet.", place=None if rows else LEFT)


def _recommended(action: Action) -> str:
    return action.recommendation.text if action.recommendation else ""


def _by_when(action: Action) -> str:
    return short_day(action.last_due_on) if action.last_due_on else "No date"


def _reached(action: Action, known: Known) -> str | None:
    """Whether it is late, or how far it has come; nothing while it is only agreed and in time."""
    if action.is_overdue(known.on):
        return "late"
    return None if action.is_open else action.status.value


def _state(action: Action, known: Known) -> tuple[str, str | None]:
    late = f"late since {short_day(action.revised_due_on or action.due_on)}"
    return capital(action.status.value), late if action.is_overdue(known.on) else None


def tabulate_again(shown: Shown, facts: Mapping[str, Any]) -> Table | Prose:
    """Tabulate each area of the findings, with the audits that found something in it before.

    One sentence says so where none did.
    """
    require_shown(shown)
    again = facts.get("again") or []
    if again and not any(before for _, before in again):
        areas = listed([area for area, _ in again], "or")
        return Prose(f"No earlier audit had a finding on {areas}. {LOOKED_AT}")
    columns = [Column("Area of the finding", width=2.3), Column("Found before in", width=6)]
    rows = [[cell(capital(area)), cell(_earlier(before))] for area, before in again]
    data = [[area, day, theme] for area, before in again for day, theme in before or [[None] * 2]]
    return Table("again", _say_again(again), columns, [Group(None, rows)],
                 Data(["area", "received_on", "audit"], data),
                 note=LOOKED_AT if again else None,
                 empty="No finding was returned with its area.")


def _say_again(again: list[list]) -> str:
    """How many of the areas something was found in before: the table's finding."""
    if not again:
        return "Found now, and found before"
    number = sum(bool(before) for _, before in again)
    if len(again) == 1:
        return "An earlier audit had a finding in the one area"
    if number < len(again):
        return f"Earlier audits had findings in {part_of(number, len(again), 'areas')}"
    every = "both" if number == 2 else f"all {spell(number)}"
    return f"Earlier audits had findings in {every} areas"


def list_found(shown: Shown, known: Known) -> List | None:
    """List the findings of an audit that has several, good practice, and groups of children.

    The one finding of an audit is its answer already.
    """
    require_shown(shown)
    audit = known.audit
    if audit is None:
        return None
    found = audit.main_finding if audit.main_finding != LEFT_OUT else None
    items = [f"{capital(one.strip()).rstrip('.')}." for one in (found or "").split(";")
             if one.strip()]
    items = items if len(items) > 1 else []
    said = {"Good practice": audit.good_practice,
            "Groups of children": audit.equality_found}
    items += [f"{label}: {small(words).rstrip('.')}." for label, words in said.items()
              if words and words != LEFT_OUT]
    return List(items) if items else None


def _earlier(before: list[list[str]]) -> str:
    said = [f"{theme} ({short_day(date.fromisoformat(day))})" for day, theme in before]
    more = len(said) - MOST_EARLIER
    return "; ".join(said[:MOST_EARLIER] + ([f"and {more} more"] if more > 0 else [])) or (
        "None")


def tabulate_findings(shown: Shown, facts: Mapping[str, Any]) -> Table | Sheet | None:
    """Tabulate what the auditors wrote, with the number of cases: in the restricted set alone."""
    if require_shown(shown).audience != RESTRICTED:
        return None
    found = Counter(tuple(one) for one in facts.get("found") or [])
    lines = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    rows = [[cell(text, f"{domain}; {area}"), cell(f"{number:,}")]
            for (domain, area, text), number in lines]
    return Table("found", "What the auditors found, and in how many cases",
                 [Column("Finding", width=5), Column("Cases", "end")], [Group(None, rows)],
                 Data(["domain", "area", "finding", "cases"],
                      [[*words, number] for words, number in lines]),
                 note=_practice(facts), empty="No finding was returned.")


def _practice(facts: Mapping[str, Any]) -> str | None:
    practice = facts.get("practice") or []
    return f"Practice to spread: {'; '.join(practice)}." if practice else None

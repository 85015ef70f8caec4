"""What the last round's actions came to, and the restricted log of failures of cooperation."""

from __future__ import annotations

from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.audit_summary.actions import Action
from pscb_lib.framework.english import capital, listed
from pscb_lib.page.blocks import Cell, Column, Data, Group, Question, Table, cell, strong
from pscb_lib.page.tables.days import plain_day, short_day
from pscb_lib.page.words.readers import only_members, only_restricted
from pscb_lib.reading.rows import Record
from pscb_lib.reports.section11.known import Known
from pscb_lib.reports.section11.page.lead import say_actions

NO_EVIDENCE = "No evidence of an outcome yet"


@only_members
def tabulate_actions(shown: Shown, known: Known) -> Table:
    """Tabulate the last round's actions: what was done, and what changed."""
    columns = [Column("Action", width=4), Column("Due", "end", 1.3),
               Column("Completed", "end", 1.3), Column("What changed", width=3.4)]
    return Table(
        "actions", f"What the actions of {known.before.words} came to", columns,
        [Group(None, [_line(one, known) for one in known.actions])],
        Data(["action_id", "action", "agency", "owner", "due_on", "completed_on", "outcome"],
             [[one.action_id, one.text, one.agency, one.owner, plain_day(one.due_on),
               plain_day(one.completed_on), one.outcome] for one in known.actions]),
        note=say_actions(shown) if len(known.actions) > 1 else None,
        empty=f"No action that arose from Section 11, {known.before.words}, is on the register.")


def _line(one: Action, known: Known) -> list[Cell]:
    return [strong(one.text, f"{one.owner}, {known.short(one.agency)}"),
            cell(short_day(one.revised_due_on or one.due_on)), cell(short_day(one.completed_on)),
            cell(one.outcome or NO_EVIDENCE)]


@only_members
def ask_unproven(shown: Shown, known: Known) -> Question | None:
    """Ask the owners of actions without evidence what has changed."""
    owners = dict.fromkeys(f"{one.owner} ({known.short(one.agency)})" for one in known.actions
                           if not (one.evidenced_on or one.is_aside))
    if not owners:
        return None
    return Question("actions_asked", "What shows that the last round's actions changed anything "
                    "for children?", listed([*owners]))


@only_restricted
def tabulate_failures(shown: Shown, known: Known) -> Table:
    """Tabulate each failure known to the Board: reply, decision, and whether it is remedied."""
    require_shown(shown)
    columns = [Column("Body and failure", width=3.6), Column("Its reply", width=2.6),
               Column("The Board's decision", width=2.8), Column("Remedied", "end", 1.2)]
    names = ["failure_id", "known_on", "body", "about", "failure", "reply", "replied_on",
             "decision", "decided_on", "remedied_on"]
    return Table(
        "failures", "Failures of cooperation or compliance known to the Board", columns,
        [Group(None, [_failure(one) for one in known.failures])],
        Data(names, [[str(one[name]) if one[name] else None for name in names]
                     for one in known.failures]),
        note="For the restricted set alone.", empty="No failure is known to the Board.")


def _failure(one: Record) -> list[Cell]:
    return [strong(one["body"], f"{short_day(one['known_on'])}: {one['failure']}"),
            cell(capital(one["reply"] or "no reply"), *_on(one["replied_on"])),
            cell(capital(one["decision"] or "not yet decided"), *_on(one["decided_on"])),
            cell(short_day(one["remedied_on"]) if one["remedied_on"] else "No")]


def _on(day: object) -> list[str]:
    return [short_day(day)] if day else []  # type: ignore[arg-type]

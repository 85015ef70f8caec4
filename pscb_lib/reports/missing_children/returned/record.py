"""The columns of the missing children's return, one row for each episode.

``status`` is M missing or A away from placement without authorisation, as in the looked-after
children return (SSDA903), or P, what the police called absent. ``from`` says whose child it is,
because a child placed here by another authority is that authority's to interview. ``rhi`` is the
return home interview, ``swc`` the police's safe and well check, ``cse`` child sexual exploitation,
as in the Standard Safeguarding Dataset. The numbered rules are SSDA903's own.
"""

from __future__ import annotations

from datetime import date

from pscb_lib.reading import cells
from pscb_lib.reading.cells.local_time import when_by
from pscb_lib.reading.rows import Field, Rule
from pscb_lib.reports.missing_children.returned.rules import RULES_OF_A_ROW
from pscb_lib.returns.codes import (
    CHANGES,
    ETHNIC_GROUPS,
    PLACEMENTS,
    REASONS,
    RISKS,
    SEXES,
    STATUSES,
)
from pscb_lib.returns.national.source import is_imported

NOT_IN_NATIONAL_FILES = ("recorded_by", "rhi_needed", "rhi_offered", "rhi_accepted", "cse_risk")

HELD = "the interview was held"
APPLIES = {
    "sex": "it is known", "ethnicity": "it is known",
    "placing_la": "another authority placed the child here",
    "recorded_by": "it is known who has a record of the episode",
    "returned_at": "the child has come back",
    "missing_confirmed_on": "the child is still away, and was last confirmed to be so",
    "swc_at": "the police held a safe and well check",
    "rhi_needed": "the child has come back",
    "rhi_offered": "an interview is needed", "rhi_accepted": "an interview was offered",
    "rhi_completed_at": HELD, "rhi_independent": HELD, "rhi_reason": HELD, "rhi_change": HELD,
    "covers_episode_ids": "one interview was about several episodes",
    "cse_risk": "the risk was assessed", "strategy_mtg_at": "a strategy meeting was held",
}


def make_fields(as_of: date) -> tuple[Field, ...]:
    """Return the columns of the return, as known on the day of the report."""
    moment = when_by(as_of, "must not be blank (SSDA903 rule 564)")
    known = cells.optional(moment)
    return (
        Field("episode_id", cells.identifier, "send ids as text"),
        Field("child_id", cells.identifier, "send ids as text"),
        Field("dob", cells.dated(as_of), "write the day as dd/mm/yyyy", identifying=True),
        Field("sex", cells.coded(SEXES)),
        Field("ethnicity", cells.coded(ETHNIC_GROUPS)),
        Field("from", cells.one_of("home", "own_cla", "other_la_cla")),
        Field("placing_la", cells.optional(cells.text)),
        Field("placement_type", cells.one_of(*PLACEMENTS)),
        Field("status", cells.labelled(STATUSES),
              "write M, A or P (M and A: SSDA903 rule 1006)"),
        Field("recorded_by", cells.optional(cells.one_of("both", "council", "police"))),
        Field("left_at", moment, "give the day, and the time where it is known"),
        Field("returned_at", known),
        Field("missing_confirmed_on", cells.optional(cells.dated(as_of))),
        Field("swc_at", known),
        Field("rhi_needed", cells.optional(cells.yes_no)),
        Field("rhi_offered", cells.optional(cells.yes_no)),
        Field("rhi_accepted", cells.optional(cells.yes_no)),
        Field("rhi_completed_at", known),
        Field("rhi_independent", cells.optional(cells.yes_no)),
        Field("covers_episode_ids", cells.optional(cells.text)),
        Field("rhi_reason", cells.optional(cells.one_of(*REASONS))),
        Field("rhi_change", cells.optional(cells.one_of(*CHANGES))),
        Field("cse_risk", cells.optional(cells.coded(RISKS))),
        Field("strategy_mtg_at", known),
        Field("source", cells.text),
    )


def _to_fill(name: str) -> Rule:
    return Rule((name,), "must not be blank", "fill the cell",
                lambda row: row[name] is None and not is_imported(row["source"]),
                guidance="Only a national file knows nothing of interviews and risks.",
                example={name: ""})


RULES = (*map(_to_fill, NOT_IN_NATIONAL_FILES), *RULES_OF_A_ROW)

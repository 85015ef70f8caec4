"""The answers of owners of actions: what is done since, in the form that was made for each.

See :mod:`pscb_lib.returns.actions.updates`.
"""

from __future__ import annotations

from pscb_lib.disclosure.summaries import AGENCY
from pscb_lib.returns.across import once
from pscb_lib.returns.actions.judging import judged_by
from pscb_lib.returns.actions.updates import OPEN, make_fields, make_rules
from pscb_lib.returns.kinds import Return
from pscb_lib.returns.registers.actions import APPLIES, read_for_judging

RETURN = Return(
    "action_updates", "Answers of owners of actions", make_fields, make_rules,
    lambda context: once("action_id", says="are of one action and are not the same",
                         remedy="send one row for each action"),
    "action_updates",
    {"action_id": "ACT-07", "text": "Hand the chronology over at every change of school",
     "measure": "All files of moved pupils have one", "agency": "Education",
     "owner": "Education Safeguarding Lead", "due_by": "31/03/2015", "completed_on": "12/01/2015",
     "implemented_on": "19/01/2015", "outcome": "Dip sample of 20 files: 19 have one",
     "evidence_kind": "audit", "evidenced_on": "26/01/2015"},
    is_folder=True, key=("action_id",), describes=AGENCY, may_be_empty=True,
    together=judged_by(read_for_judging),
    applies={name: APPLIES.get(name, "it is known") for name in (
        "measure", "due_by", *OPEN, "closed_on")},
)

"""The places of the figures, and the steps and groups that the return counts."""

from __future__ import annotations

from pscb_lib.disclosure.counting import NOT_RECORDED

REFERRED, ENQUIRY, LOOKED_AFTER = "referred", "section 47 enquiry", "looked after"
STEPS = REFERRED, ENQUIRY, LOOKED_AFTER
LATER = STEPS[1:]
ETHNIC, SEX, DISABILITY = "ethnic group", "sex", "disability"
GROUPS = {  # the first of each is the one that others are compared with
    ETHNIC: ("White British", "White other", "Mixed", "Asian", "Black", "Other", NOT_RECORDED),
    SEX: ("Boys", "Girls", NOT_RECORDED),
    DISABILITY: ("Not disabled", "Disabled", NOT_RECORDED),
}
CHILDREN = "children"  # all children at a step
RECORDED = "not_recorded"  # the share of children referred of whom it is not recorded
INVOLVED = "involvement"
HELD, SAID, CHANGED, TOLD = INVOLVED_STEPS = (
    "Activities held", "What was said is recorded", "Something changed", "Those asked were told")
ASKED = "asked"  # people, by who they are

PAPERS = ("papers", "Papers that use what children said", "")


def table_of(characteristic: str, step: str) -> str:
    """The table of the children at a step by one characteristic: sex_looked_after."""
    return f"{characteristic} {step}".replace(" ", "_")

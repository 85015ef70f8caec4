"""The columns of the return of allegations, one row for each adult and allegation.

The lists are those of the guidance of their time. ``outcome`` has four words in Keeping Children
Safe in Education up to the edition of 2016, and "unfounded" since; ``limb`` says which part of the
threshold was met, and has a fourth since 1 September 2020.
"""

from __future__ import annotations

from datetime import date

from pscb_lib.reading import cells
from pscb_lib.reading.rows import Field

ADVICE, NOT_MET, MET = KINDS = (
    "advice only", "referred, threshold not met", "referred, threshold met")
EDUCATION, COMMUNITY = "Education", "Community, faith and other"
SECTORS = {  # by the six groups in which they are reported
    EDUCATION: ("maintained school", "academy", "independent school", "further education"),
    "Early years": ("early years group", "childminder"),
    "Foster and residential": ("LA foster carer", "agency foster carer", "adopter",
                               "children's home"),
    "Health and care": ("social care", "health"),
    "Police and justice": ("police", "probation", "YOS"),
    COMMUNITY: ("transport", "sport or leisure", "faith", "voluntary (other)", "other"),
}
SCHOOLS = SECTORS[EDUCATION]
GROUP_OF = {sector: group for group, sectors in SECTORS.items() for sector in sectors}
EMPLOYERS = ("LA", "other statutory", "private", "voluntary", "self")
ROLES = ("teacher", "support staff", "carer", "worker", "volunteer", "manager")
EMPLOYER = "employer"
REFERRERS = (EMPLOYER, "social care", "police", "Ofsted", "parent", "child", "other LADO", "other")
CATEGORIES = ("physical", "sexual", "emotional", "neglect", "conduct or boundaries",
              "internet or images", "private life")
SETTINGS = ("at work", "at home", "online")
SUSPENDED = ("yes", "no", "moved", "not employed")
SUITABILITY = "may be unsuitable"
LIMBS = ("harmed or may have", "possible offence", "risk of harm", SUITABILITY)
SUITABILITY_FROM = date(2020, 9, 1)
SUBSTANTIATED, UNFOUNDED = "substantiated", "unfounded"
OUTCOMES = (SUBSTANTIATED, "malicious", "false", "unsubstantiated", UNFOUNDED)
UNFOUNDED_FROM = date(2018, 9, 3)  # the edition that followed that of 2016
REMOVED = ("dismissed", "ceased to use", "barred")
EMPLOYMENT = ("none", "training or warning", "resigned", *REMOVED)
LEARNING = ("recruitment and checks", "conduct and boundaries", "supervision of staff",
            "training and induction", "reporting concerns", "none recorded")

IF_MET, IF_CLOSED = "the threshold was met", "the case is closed"
APPLIES = {
    "known_to_employer_on": "the employer referred it",
    **dict.fromkeys(("limb", "first_meeting_on", "suspended", "section_47", "police",
                     "disciplinary", "regulator", "dbs_duty"), IF_MET),
    "dbs_referred_on": "it was referred to the Disclosure and Barring Service",
    "transferred_on": "another authority's LADO has taken it over",
    **dict.fromkeys(("closed_on", "outcome", "employment_outcome", "learning"), IF_CLOSED),
}


def make_fields(as_of: date) -> tuple[Field, ...]:
    """Return the columns of the return, as known on the day of the report."""
    known, written = cells.dated(as_of), "write it dd/mm/yyyy"
    day, answer = cells.optional(known), cells.optional(cells.yes_no)
    return (
        Field("case_id", cells.identifier, "send the LADO's reference as text"),
        Field("received_on", known, written),
        Field("known_to_employer_on", day, written),
        Field("kind", cells.one_of(*KINDS)),
        Field("limb", cells.optional(cells.one_of(*LIMBS))),
        Field("sector", cells.one_of(*GROUP_OF)),
        Field("employed_by", cells.one_of(*EMPLOYERS)),
        Field("role_group", cells.one_of(*ROLES)),
        Field("referred_by", cells.one_of(*REFERRERS)),
        Field("category", cells.one_of(*CATEGORIES)),
        Field("setting_of_concern", cells.one_of(*SETTINGS)),
        Field("first_meeting_on", day, written),
        Field("suspended", cells.optional(cells.one_of(*SUSPENDED))),
        *(Field(name, answer, "write yes or no")
          for name in ("section_47", "police", "disciplinary", "regulator", "dbs_duty")),
        Field("dbs_referred_on", day, written),
        Field("transferred_on", day, written),
        Field("closed_on", day, written),
        Field("outcome", cells.optional(cells.one_of(*OUTCOMES))),
        Field("employment_outcome", cells.optional(cells.one_of(*EMPLOYMENT))),
        Field("learning", cells.optional(cells.one_of(*LEARNING))),
        Field("source", cells.text, "say where the row is from"),
    )

"""The columns of the Child Death Overview Panel's return.

Categories, scores and answers are those of the national analysis form (Form C). A blank is "not
recorded" and never counts as "no".
"""

from __future__ import annotations

from datetime import date

from pscb_lib.reading import cells
from pscb_lib.reading.rows import Field

CATEGORIES = {
    "1": "Deliberately inflicted injury, abuse or neglect",
    "2": "Suicide or deliberate self-inflicted harm",
    "3": "Trauma and other external factors",
    "4": "Malignancy",
    "5": "Acute medical or surgical condition",
    "6": "Chronic medical condition",
    "7": "Chromosomal, genetic and congenital anomalies",
    "8": "Perinatal or neonatal event",
    "9": "Infection",
    "10": "Sudden unexpected, unexplained death",
}
OUT_OF_SCOPE = ("stillbirth", "lawful termination")
ETHNIC_GROUPS = ("White", "Mixed", "Asian", "Black", "Other")
PLACES = (
    "emergency department", "paediatric ward", "neonatal unit", "paediatric intensive care",
    "adult intensive care", "other hospital", "home", "other private residence", "foster home",
    "residential care", "public place", "school", "hospice", "mental health inpatient",
    "abroad", "other",
)
DOMAINS = {
    "score_child": "The child's own needs",
    "score_family": "Family and parenting",
    "score_surroundings": "Physical surroundings",
    "score_services": "Provision of services",
}
WAITED_FOR = ("inquest", "criminal proceedings", "serious case review", "post-mortem")
MATTERS_OF_CONCERN = ("neglect or abuse", "domestic abuse", "substance misuse at home", "self-harm",
                      "safer sleeping", "safety outdoors", "access to health care", "other")
WIDER_CONCERNS = ("smoking in pregnancy", "safer sleeping", "road safety", "water safety",
                  "infection", "self-harm", "housing", "other")
ARISES_FROM = ("a particular death", "a pattern of deaths")
ANSWERS = {"yes": ("y",), "no": ("n",)}

answer = cells.optional(cells.yes_no)
place = cells.optional(cells.one_of(*PLACES))
score = cells.optional(cells.one_of("0", "1", "1*", "2", "3"))
number = cells.optional(cells.whole_number)
category = cells.labelled({code: (label,) for code, label in CATEGORIES.items()})

WRITE_DAY = "write it dd/mm/yyyy"
WRITE_ANSWER = "write yes or no, or leave it blank where nothing is recorded"
CHOOSE = "use one of these, or leave it blank where nothing is recorded"

RECORDED, REVIEWED = "it is recorded", "the panel has completed its review"
APPLIES = {
    **dict.fromkeys((
        "sex", "ethnicity", "place_of_event", "place_of_death", "expected", "rapid_response",
        "coroner", "cp_status", "statutory_order", "looked_after", "referred_for_case_review",
        "scr"), RECORDED),
    **dict.fromkeys((
        "panel_completed_on", "category", "modifiable", *DOMAINS, "matter_of_concern",
        "recommendations"), REVIEWED),
    "inquest_concluded_on": "there was an inquest, and it has concluded",
    "waiting_for": "the review waits for something",
    "wider_concern": "the panel has named a concern for all children",
    "wider_concern_from": "the panel has named a concern for all children",
    "learning_theme": "the panel has named what was learnt",
    "recommendation": "the panel made one", "recommendation_owner": "the panel made one",
    "recommendations_done": "recommendations were made",
    "recommendations_evidenced": "recommendations were made",
}


def make_fields(as_of: date, areas: tuple[str, ...] = ()) -> tuple[Field, ...]:
    """Return the columns of the return, as known on the day of the report.

    A form lists the *areas* of the panel; a death elsewhere is read, and left out.
    """
    lived_in = cells.Shape("choice", areas) if areas else cells.Shape()
    known = cells.dated(as_of)
    day = cells.optional(known)
    return (
        Field("death_id", cells.identifier, "give the panel's case reference"),
        Field("kind", cells.one_of("death", *OUT_OF_SCOPE), "use one of these"),
        Field("lscb_of_residence", cells.shaped(lambda cell: cells.text(cell), lived_in),
              "give the area the child lived in"),
        Field("date_of_birth", known, WRITE_DAY, identifying=True),
        Field("date_of_death", known, WRITE_DAY),
        Field("notified_on", known, WRITE_DAY),
        Field("sex", cells.optional(cells.coded({"male": ("m",), "female": ("f",)})), CHOOSE),
        Field("ethnicity", cells.optional(cells.one_of(*ETHNIC_GROUPS)), CHOOSE),
        Field("place_of_event", place, CHOOSE),
        Field("place_of_death", place, CHOOSE),
        Field("expected", cells.optional(cells.coded({**ANSWERS, "unknown": ("u",)})), CHOOSE),
        Field("rapid_response", cells.optional(
            cells.coded({**ANSWERS, "not applicable": ("na", "n/a")})), CHOOSE),
        Field("coroner", answer, WRITE_ANSWER),
        Field("inquest_concluded_on", day, WRITE_DAY),
        Field("cp_status", cells.optional(
            cells.one_of("never", "previously", "at death")), CHOOSE),
        Field("statutory_order", answer, WRITE_ANSWER),
        Field("looked_after", answer, WRITE_ANSWER),
        Field("referred_for_case_review", answer, WRITE_ANSWER),
        Field("scr", answer, WRITE_ANSWER),
        Field("waiting_for", cells.optional(cells.one_of(*WAITED_FOR)), CHOOSE),
        Field("panel_completed_on", day, WRITE_DAY),
        Field("category", cells.optional(category), "use the number of a category from 1 to 10"),
        Field("modifiable", cells.optional(
            cells.coded({**ANSWERS, "insufficient": ("insufficient information",)})), CHOOSE),
        *(Field(name, score, CHOOSE) for name in DOMAINS),
        Field("matter_of_concern", cells.optional(cells.one_of(*MATTERS_OF_CONCERN)), CHOOSE,
              optional=True),
        Field("wider_concern", cells.optional(cells.one_of(*WIDER_CONCERNS)), CHOOSE,
              optional=True),
        Field("wider_concern_from", cells.optional(cells.one_of(*ARISES_FROM)), CHOOSE,
              optional=True),
        Field("learning_theme", cells.optional(cells.text)),
        Field("recommendation", cells.optional(cells.text), optional=True),
        Field("recommendation_owner", cells.optional(cells.text), optional=True),
        Field("recommendations", number, "write a whole number"),
        Field("recommendations_done", number, "write a whole number"),
        Field("recommendations_evidenced", number, "write a whole number"),
        Field("source", cells.text, "say where the row is from"),
    )

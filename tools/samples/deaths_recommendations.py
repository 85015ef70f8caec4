"""The wording and the owner of the invented recommendations, by theme.

Each is plain advice to an agency, and its owner is a role: no child can be recognised.
"""

from __future__ import annotations

from random import Random

from tools.samples.dealing import pick
from tools.samples.deaths_mess import Death

RECOMMENDATIONS = {
    "Care plans for long illness": (
        ("Agree an emergency care plan with each family of a child with a long illness",
         "Consultant community paediatrician, community health trust"),
        ("Share the emergency care plan with the ambulance service and the school",
         "Lead nurse for complex care, community health trust"),
    ),
    "Emotional health and self-harm": (
        ("Share a young person's safety plan with the school, with consent",
         "Service manager, child and adolescent mental health"),
        ("Offer an appointment within a week of every visit to hospital for self-harm",
         "Service manager, child and adolescent mental health"),
    ),
    "Hearing the voice of the child": (
        ("Write down what the child says at each assessment, in the child's own words",
         "Head of service, children's social care"),
    ),
    "Recognising the ill child": (
        ("Use one early warning score on every ward and clinic that sees children",
         "Chief nurse, hospital trust"),
        ("Tell parents in writing which signs mean that they should come back",
         "Clinical lead for urgent care, clinical commissioning group"),
    ),
    "Road and water safety": (
        ("Review the crossings on the main walking routes to schools",
         "Road safety manager, highways authority"),
        ("Repeat the open water campaign in schools before each summer",
         "Community safety manager, fire and rescue service"),
    ),
    "Safer sleeping": (
        ("Talk through safer sleeping at the first home visit, and record it",
         "Head of health visiting, community health trust"),
        ("Give safer sleeping advice to every family in temporary housing",
         "Housing needs manager, housing authority"),
    ),
    "Smoking and care in pregnancy": (
        ("Refer each pregnant woman who smokes to the stop smoking service at booking",
         "Head of midwifery, hospital trust"),
        ("Follow up each missed antenatal appointment within two working days",
         "Head of midwifery, hospital trust"),
    ),
    "Support for bereaved families": (
        ("Name one key worker for each bereaved family",
         "Bereavement lead, hospital trust"),
        ("Send families the leaflet about the review within two weeks",
         "Panel co-ordinator, joint panel"),
    ),
}


def word(death: Death, random: Random) -> Death:
    """Add wordings and owners to the recommendations of a death."""
    if not death.get("learning_theme"):
        return death
    wordings = dict.fromkeys(RECOMMENDATIONS[death["learning_theme"]], 1)
    wording, owner = pick(wordings, random)
    return death | {"recommendation": wording, "recommendation_owner": owner}

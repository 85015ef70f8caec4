"""What is read from a case system's database: the tables and the columns, and nothing else.

The names are those of the open Standard Safeguarding Dataset. No name of a child, date of birth,
address or pupil number is among them, so an account that may read these columns only is enough.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

CASES, ASSESSMENTS = "ssd_cin_episodes", "ssd_cin_assessments"
ENQUIRIES, CONFERENCES = "ssd_s47_enquiry", "ssd_initial_cp_conference"
PLANS, REVIEWS, CONTACTS = "ssd_cp_plans", "ssd_cp_reviews", "ssd_contacts"
TABLES: Mapping[str, tuple[str, ...]] = {  # the first column is the key, by which rows are ordered
    CASES: ("cine_referral_id", "cine_person_id", "cine_referral_date", "cine_close_date",
            "cine_referral_nfa"),
    ASSESSMENTS: ("cina_assessment_id", "cina_person_id", "cina_referral_id",
                  "cina_assessment_start_date", "cina_assessment_auth_date"),
    ENQUIRIES: ("s47e_s47_enquiry_id", "s47e_person_id", "s47e_referral_id",
                "s47e_s47_start_date"),
    CONFERENCES: ("icpc_icpc_id", "icpc_s47_enquiry_id", "icpc_icpc_transfer_in",
                  "icpc_icpc_target_date", "icpc_icpc_date"),
    PLANS: ("cppl_cp_plan_id", "cppl_person_id", "cppl_referral_id", "cppl_cp_plan_start_date",
            "cppl_cp_plan_end_date"),
    REVIEWS: ("cppr_cp_review_id", "cppr_cp_plan_id", "cppr_cp_review_date"),
    CONTACTS: ("cont_contact_id", "cont_person_id", "cont_contact_date"),
}
NONE = ""  # in place of a column that the dataset does not have
OPTIONAL = (CONTACTS,)  # a case system may have none


@dataclass(frozen=True)
class Module:
    """A module of the census and where its columns are.

    ``columns`` has the database's column by the census's name, ``table`` the table that has a
    row for each row of the module, ``beside`` the tables that add to it. ``event`` is the day of
    what happened, ``ends`` are the days that a row may get later.
    """

    table: str
    columns: Mapping[str, str]
    event: str
    ends: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()


CASE = {"CINreferralDate": "cine_referral_date", "CINclosureDate": "cine_close_date"}
MODULES: Mapping[str, Module] = {
    "CINdetails": Module(
        CASES, {"LAchildID": "cine_person_id", **CASE, "ReferralNFA": "cine_referral_nfa"},
        "CINreferralDate", ("CINclosureDate",)),
    "Assessments": Module(
        ASSESSMENTS, {"LAchildID": "cina_person_id", **CASE,
                      "AssessmentActualStartDate": "cina_assessment_start_date",
                      "AssessmentAuthorisationDate": "cina_assessment_auth_date"},
        "AssessmentActualStartDate", ("CINclosureDate", "AssessmentAuthorisationDate")),
    "Section47": Module(
        ENQUIRIES, {"LAchildID": "s47e_person_id", **CASE,
                    "S47ActualStartDate": "s47e_s47_start_date",
                    "InitialCPCtarget": "icpc_icpc_target_date",
                    "DateOfInitialCPC": "icpc_icpc_date"},
        "S47ActualStartDate", ("CINclosureDate", "DateOfInitialCPC"), (CONFERENCES,)),
    "ChildProtectionPlans": Module(
        PLANS, {"LAchildID": "cppl_person_id", **CASE,
                "CPPstartDate": "cppl_cp_plan_start_date",
                "CPPendDate": "cppl_cp_plan_end_date", "NumberOfPreviousCPP": NONE,
                "InitialCategoryOfAbuse": NONE, "LatestCategoryOfAbuse": NONE},
        "CPPstartDate", ("CINclosureDate", "CPPendDate")),
    "CPPreviewDate": Module(
        REVIEWS, {"LAchildID": "cppl_person_id", **CASE,
                  "CPPstartDate": "cppl_cp_plan_start_date",
                  "CPPreviewDate": "cppr_cp_review_date"},
        "CPPreviewDate", ("CINclosureDate",), (PLANS,)),
    "Contacts": Module(
        CONTACTS, {"LAchildID": "cont_person_id", "ContactDate": "cont_contact_date"},
        "ContactDate"),
}

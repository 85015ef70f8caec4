"""Invented details of the sample's allegations: who was accused of what, and what came of it."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from pscb_lib.framework.workdays import add_working_days, is_working_day
from pscb_lib.reports.allegations.returned.record import ADVICE, EMPLOYER, MET, REMOVED
from tools.samples.dealing import chance, pick

SECTORS = {"maintained school": 22, "academy": 16, "independent school": 2, "further education": 2,
           "early years group": 12, "childminder": 5, "LA foster carer": 10,
           "agency foster carer": 6, "adopter": 1, "children's home": 6, "social care": 4,
           "health": 4, "police": 2, "YOS": 1, "transport": 3, "voluntary (other)": 3, "other": 1}
EARLIER = {"sport or leisure": 3, "faith": 2}  # nothing was heard of them later
NOTHING_SINCE = date(2012, 10, 1)
ADVISED = date(2014, 4, 1)  # since when early years settings ask about disqualification
OF_SCHOOLS = {"teacher": 46, "support staff": 44, "manager": 4, "volunteer": 6}
OF_CARERS = {"carer": 100}
OF_OTHERS = {"worker": 70, "volunteer": 20, "manager": 10}
BY_SECTOR = {"maintained school": "LA", "academy": "other statutory", "childminder": "self",
             "independent school": "private", "further education": "other statutory",
             "early years group": "private", "LA foster carer": "LA", "adopter": "self",
             "agency foster carer": "private", "children's home": "private", "social care": "LA",
             "YOS": "LA", "transport": "private", "voluntary (other)": "voluntary",
             "faith": "voluntary", "sport or leisure": "voluntary", "other": "private"}
REFERRERS = {EMPLOYER: 63, "social care": 12, "police": 9, "Ofsted": 5, "parent": 4, "child": 1,
             "other LADO": 3, "other": 3}
CATEGORIES = {"physical": 44, "sexual": 11, "emotional": 7, "neglect": 8,
              "conduct or boundaries": 16, "internet or images": 5, "private life": 9}
PLACES = {"physical": "at work", "internet or images": "online", "private life": "at home"}
LIMBS = {"harmed or may have": 46, "possible offence": 22, "risk of harm": 32}
OUTCOMES = {"substantiated": 33, "unsubstantiated": 40, "false": 17, "malicious": 7, None: 3}
AFTER = {"training or warning": 46, "dismissed": 20, "resigned": 18, "ceased to use": 16}
AFTER_OTHERS = {"none": 80, "training or warning": 20}
LEARNING = {"recruitment and checks": 12, "conduct and boundaries": 34, "supervision of staff": 14,
            "training and induction": 14, "reporting concerns": 10, "none recorded": 16}


def describe(case: dict, rng: Random) -> None:
    """Add to a case what its kind and its days do not say."""
    sectors = SECTORS | (EARLIER if case["received_on"] < NOTHING_SINCE else {})
    if case["kind"] == ADVICE and case["received_on"] >= ADVISED:
        sectors = sectors | {"early years group": 40, "childminder": 14}
    sector, category = pick(sectors, rng), pick(CATEGORIES, rng)
    case |= {
        "sector": sector, "employed_by": BY_SECTOR.get(sector, "other statutory"),
        "role_group": pick(_roles(sector), rng), "referred_by": pick(REFERRERS, rng),
        "category": category, "setting_of_concern": PLACES.get(category, "at work"),
        "source": "illustrative",
    }
    if case["referred_by"] == EMPLOYER and case["kind"] != ADVICE:
        case["known_to_employer_on"] = _known(case["received_on"], rng)
    if case["kind"] == MET:
        _act(case, rng)
    if case.get("closed_on"):
        _conclude(case, rng)


def _roles(sector: str) -> dict[str, int]:
    if "school" in sector or sector in ("academy", "further education"):
        return OF_SCHOOLS
    return OF_CARERS if "carer" in sector or sector == "adopter" else OF_OTHERS


def _known(received: date, rng: Random) -> date:
    """The day on which the employer knew: mostly the same or the working day before."""
    late = int(rng.random() * 6) if chance(14, rng) else -1
    day = received - timedelta(days=late + 2 if late >= 0 else int(rng.random() * 2))
    while late < 0 and not is_working_day(day):
        day -= timedelta(days=1)
    return day


def _act(case: dict, rng: Random) -> None:
    met = add_working_days(case["received_on"], 1 + int(rng.random() * (5 if chance(
        90, rng) else 9)))
    case |= {
        "limb": pick(LIMBS, rng), "first_meeting_on": min(met, case.get("closed_on", met)),
        "suspended": pick({"yes": 28, "no": 48, "moved": 18, "not employed": 6}, rng),
        "section_47": chance(26, rng), "police": chance(44, rng), "disciplinary": chance(48, rng),
        "regulator": chance(12, rng),
    }
    if "transferred_on" in case:
        case["first_meeting_on"] = min(met, case["transferred_on"])


def _conclude(case: dict, rng: Random) -> None:
    outcome = pick(OUTCOMES, rng)
    after = pick(AFTER if outcome == "substantiated" else AFTER_OTHERS, rng)
    owed = after in REMOVED or after == "resigned" and chance(70, rng)
    case |= {"outcome": outcome or "", "employment_outcome": after,
             "learning": pick(LEARNING, rng), "dbs_duty": owed}
    if owed and chance(86, rng):
        case["dbs_referred_on"] = case["closed_on"]

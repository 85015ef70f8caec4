"""Write the sample of the business plan, the same bytes every time.

Run by ``python -m tools.samples.generate_business_plan``. All rows are invented and say so. The
days are drawn; what is planned, done and shown is in :data:`PLAN`. Two actions are on the register
of actions too, and one is in the plan twice.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from random import Random

SEED = 20140409
FOLDER = Path(__file__).parents[2] / "pscb_lib" / "samples"
COLUMNS = ("action_id", "objective", "text", "outcome_wanted", "measure", "baseline", "now",
           "now_on", "procedure", "sub_group", "owner", "added_because", "agreed_on", "due_on",
           "revised_due_on", "completed_on", "implemented_on", "evidenced_on", "closed_on",
           "outcome", "evidence_kind", "disseminated_on", "trained_on", "same_as", "dropped_on",
           "dropped_because", "source")
QUALITY, LEARNING, POLICIES, REVIEWS, CHAIRS = (
    "Quality and Effectiveness", "Learning and Development", "Policies and Procedures",
    "Case Review", "Operational Chairs")
AGREED = date(2014, 4, 9)
Q, E, P, G = ("Monitoring of quality", "Early help", "Procedures and guidance",
              "Governance and leadership")
PLAN: tuple[Mapping[str, str], ...] = tuple(
    dict(zip(("objective", "sub_group", "owner", "text", "outcome_wanted", "measure", "baseline",
              "now", "due_on"), line, strict=True)) | more for line, more in (
        ((Q, QUALITY, "Business Manager", "Ask each agency for its audit plan and what it mended",
          "Agencies find weak practice before a child is harmed", "agencies with an audit plan",
          "5 of 11", "9 of 11", "2014-06-30"),
         {"outcome": "Nine agencies found something of their own to mend; four of five re-audits "
          "were better", "evidence_kind": "audit", "evidenced_on": "2015-02-20"}),
        ((Q, QUALITY, "Performance Officer", "Look at each Section 11 grade with its author",
          "Agencies see themselves as their staff see them", "grades lowered", "", "17 of 81",
          "2014-12-12"), {"done": "implemented"}),
        ((Q, QUALITY, "Participation Officer", "Ask children in every multi-agency audit",
          "What children say changes what an audit finds", "audits that asked children", "0 of 3",
          "2 of 3", "2014-09-30"),
         {"outcome": "In two audits the answers of young people changed the grade",
          "evidence_kind": "voice", "evidenced_on": "2015-03-24"}),
        ((Q, CHAIRS, "Head of Public Protection", "Agree ten measures of child sexual exploitation",
          "Children at risk of exploitation are seen early", "", "", "", "2014-09-30"),
         {"revised_due_on": "2014-12-31"}),
        ((Q, QUALITY, "Performance Officer", "Report each quarter on audits that were repeated",
          "What was weak becomes better", "", "", "", "2014-07-31"), {"done": "completed"}),
        ((Q, LEARNING, "Learning and Development Manager", "Ask practitioners what they need, each "
          "spring", "The Board hears of risks from those who see them", "practitioners who "
          "answered", "140", "", "2015-06-30"), {}),
        ((E, LEARNING, "Learning and Development Manager", "Train 200 practitioners in the neglect "
          "toolkit", "Neglect is named early, and by all in the same words",
          "practitioners trained", "0", "214", "2014-09-30"), {"same_as": "ACT-10"}),
        ((E, CHAIRS, "Early Help Manager", "Offer a first visit within two weeks of a request",
          "Families are helped before things get worse", "first visits within two weeks",
          "31 of 80", "52 of 84", "2014-09-30"),
         {"outcome": "Requests that came back as a referral within six months fell from 24% to 13%",
          "evidence_kind": "data", "evidenced_on": "2015-04-14"}),
        ((E, QUALITY, "Head of Commissioning", "Cost three early help services with what they "
          "change", "Money goes to what helps families", "cost for each plan that met its aims", "",
          "", "2014-12-31"), {}),
        ((E, CHAIRS, "Early Years Manager", "Bring nurseries and children's centres to early help "
          "meetings", "Children under five are not missed", "meetings with an early years worker",
          "22 of 60", "41 of 63", "2014-07-31"), {"done": "implemented"}),
        ((E, QUALITY, "Participation Officer", "Ask parents at each ending what helped",
          "Parents shape the help they get", "endings at which parents were asked", "0 of 70",
          "48 of 77", "2014-10-31"), {"done": "completed"}),
        ((E, CHAIRS, "Communications Officer", "Print what early help is in five languages",
          "Families who are new here know whom to ask", "", "", "", "2014-11-28"),
         {"dropped_on": "2014-11-12", "dropped_because": "The council's directory does this"}),
        ((P, REVIEWS, "Named GP", "Brief every general practice and nursery on the bruising "
          "protocol", "A bruise on a baby who cannot move is never explained away",
          "practices and nurseries briefed", "0 of 94", "94 of 94", "2014-03-31"),
         {"procedure": "yes", "same_as": "ACT-21",
          "disseminated_on": "2014-04-02", "trained_on": "2014-04-16"}),
        ((P, POLICIES, "Designated Nurse", "Write guidance on female genital mutilation",
          "Girls at risk are protected before a journey", "staff who know whom to tell",
          "34 of 80", "66 of 82", "2014-06-30"),
         {"procedure": "yes", "steps": "both",
          "outcome": "Midwives were seen to ask and to write the answer in 18 of 20 bookings",
          "evidence_kind": "observation", "evidenced_on": "2015-03-10"}),
        ((P, POLICIES, "Business Manager", "Review the escalation procedure",
          "Staff who worry are heard, and in time", "", "", "", "2014-11-28"),
         {"procedure": "yes", "done": "completed", "steps": "sent"}),
        ((P, POLICIES, "Missing Children Co-ordinator", "Agree a procedure for missing children",
          "Every child who comes back is asked why", "interviews within 72 hours", "49%", "60%",
          "2014-08-29"), {"procedure": "yes", "done": "implemented", "steps": "both"}),
        ((P, POLICIES, "Education Safeguarding Lead", "Write guidance on self-harm for schools",
          "Schools know when to ask for help", "schools with the guidance", "0 of 77", "",
          "2015-01-30"), {"procedure": "yes"}),
        ((P, POLICIES, "Business Manager", "Check every procedure against equalities legislation",
          "No group of children is left out by a procedure", "procedures checked", "4 of 31",
          "31 of 31", "2015-03-31"), {"done": "completed"}),
        ((P, POLICIES, "Private Fostering Officer", "Write guidance on private fostering",
          "Arrangements are known early", "notifications in the year", "17", "", "2014-09-30"),
         {"procedure": "yes", "done": "completed"}),
        ((G, POLICIES, "Private Fostering Officer", "Tell schools of the guidance",
          "Arrangements are known early", "", "", "", "2014-09-30"), {"same_as": "BP-19"}),
        ((G, CHAIRS, "Independent Chair", "Agree with the health and wellbeing board who does what",
          "No need of children falls between two boards", "", "", "", "2014-06-30"),
         {"done": "completed"}),
        ((G, CHAIRS, "Business Manager", "Sign a protocol with the adults' and community safety "
          "boards", "Children in homes with violence are seen by adult services too", "", "", "",
          "2014-09-30"), {"revised_due_on": "2015-03-31"}),
        ((G, CHAIRS, "Independent Chair", "Have each member report on their own agency once a year",
          "Members challenge each other", "members who reported", "0 of 19", "12 of 19",
          "2015-03-31"), {"done": "completed"}),
        ((G, CHAIRS, "Business Manager", "Bring two lay members to the Board",
          "Somebody asks what families would ask", "lay members", "0", "2", "2014-12-12"),
         {"done": "implemented"}),
        ((G, CHAIRS, "Participation Officer", "Meet young people twice a year",
          "Young people can ask the Board themselves", "meetings held", "0", "1", "2015-06-30"),
         {"agreed_on": "2014-09-10",
          "added_because": "Young people asked in July who decides about them"}),
        ((G, CHAIRS, "Business Manager", "Keep a log of challenges between agencies",
          "A challenge is answered, and seen to be", "challenges answered", "", "6 of 8",
          "2015-01-30"), {"agreed_on": "2014-11-12", "done": "completed",
                          "added_because": "Inspectors asked other Boards for one"}),
    ))
SAID = {QUALITY: "yyyy", LEARNING: "yyny", POLICIES: "yynn", REVIEWS: "yny ", CHAIRS: "yyyy"}
QUARTERS = {"2014-15 Q1": date(2014, 7, 1), "2014-15 Q2": date(2014, 10, 1),
            "2014-15 Q3": date(2015, 1, 1), "2014-15 Q4": date(2015, 4, 1)}  # the day after each


def main(folder: Path = FOLDER) -> None:
    """Write the two returns to *folder*."""
    random = Random(SEED)
    write(folder / "business_plan.csv", COLUMNS, plan_rows(random))
    write(folder / "business_plan_quarters.csv", ("sub_group", "quarter", "told_on", "changed",
                                                  "source"), quarter_rows(random))


def plan_rows(random: Random) -> Iterator[dict[str, str]]:
    """The rows of the plan, their days drawn about the day on which each is due."""
    for number, planned in enumerate(PLAN, 1):
        row = {"action_id": f"BP-{number:02}", "procedure": "no", "agreed_on": AGREED.isoformat(),
               "source": "illustrative"} | {name: value for name, value in planned.items()
                                            if name not in ("done", "steps")}
        is_done = "done" in planned or "outcome" in planned
        done = date.fromisoformat(row["due_on"]) + timedelta(days=random.randint(-20, 10))
        if is_done:
            row["completed_on"] = done.isoformat()
        if planned.get("done") == "implemented" or "outcome" in planned:
            row["implemented_on"] = _after(done, random)
        if row["now"]:
            row["now_on"] = _after(max(done, AGREED + timedelta(days=120)), random)
        if "steps" in planned:
            row["disseminated_on"] = _after(done, random)
        if planned.get("steps") == "both":
            row["trained_on"] = _after(done + timedelta(days=30), random)
            in_use = date.fromisoformat(row["trained_on"]) + timedelta(days=14)
            row["implemented_on"] = max(row["implemented_on"], in_use.isoformat())
        yield row


def _after(day: date, random: Random) -> str:
    return (day + timedelta(days=random.randint(7, 40))).isoformat()


def quarter_rows(random: Random) -> Iterator[dict[str, str]]:
    """What each chair said of each quarter."""
    for sub_group, said in SAID.items():
        for (quarter, after), letter in zip(QUARTERS.items(), said, strict=True):
            if letter.strip():
                told = after + timedelta(days=random.randint(3, 20))
                yield {"sub_group": sub_group, "quarter": quarter, "told_on": told.isoformat(),
                       "changed": "yes" if letter == "y" else "no",
                       "source": "illustrative"}


def write(path: Path, columns: tuple[str, ...], rows: Iterator[dict[str, str]]) -> None:
    """Write *rows* as CSV."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    main()

"""Make the sample returns of multi-agency audits: ``python -m`` this module.

Every row is invented: a list of cases, the log of the draw for each of three audits, the auditors'
grades, who was asked and which agencies took part. The first two audits have eight cases, the
third has seven.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from random import Random

from pscb_lib.framework.sampling import Case, Reason, draw, replace_case
from pscb_lib.reports.multi_agency_audit.returned_audits import Domain, Grade
from pscb_lib.returns.draw_log import Method, digest_of, log_rows
from tools.samples.dealing import chance, pick

SEED = 20140506
FOLDER = Path(__file__).parents[2] / "pscb_lib" / "samples"
ILLUSTRATIVE = "illustrative"
KEY = b"the key of the sample, which no project has"
SIZES = {"plan": 30, "CIN": 18, "CAF": 10, "looked-after": 6}
ONE_AGENCY = 9
LOCALITIES = ("North", "Central", "South")
SOCIAL_CARE, HOUSING = "Children's social care", "Housing"
AGENCIES = {"Education": 85, "Police": 60, "CPFT": 65, "Peterborough City Hospital": 45,
            HOUSING: 45, "Drug and alcohol service": 25}  # of 100 cases, how many have it
JOINT = tuple(Domain)
OWN = (Domain.VOICE, Domain.ASSESSMENT, Domain.INFORMATION, Domain.OVERSIGHT)
EVERY = 3  # cases, of which one has each grade in turn
PAIRED = 4  # cases that two auditors grade
O, G, R, I = (  # noqa: E741
    Grade.OUTSTANDING, Grade.GOOD, Grade.REQUIRES_IMPROVEMENT, Grade.INADEQUATE)
SCALE = (I, R, G, O)
# Of 100 grades: outstanding, good, requires improvement, inadequate, not evidenced.
WEIGHTS = {Domain.VOICE: (5, 60, 25, 4, 10), Domain.ASSESSMENT: (5, 45, 40, 10, 4),
           Domain.PLAN: (4, 35, 50, 15, 4), Domain.DECISIONS: (4, 50, 45, 5, 4),
           Domain.INFORMATION: (5, 50, 40, 5, 4), Domain.OVERSIGHT: (4, 25, 50, 15, 10),
           Domain.DIVERSITY: (4, 40, 40, 4, 20), Domain.IMPACT: (4, 40, 50, 10, 4),
           Domain.OVERALL: (4, 40, 50, 10, 4)}
AUDITS = (
    # audit, agreed, drawn, moderated, cases, seed, spread, better, what was found in which domain
    ("MA-01", "2013-11-13", "2013-12-09", "2014-04-29", 8, "neglect 2013",
     {"plan": 6, "CIN": 2}, 0, {
         Domain.PLAN: ("neglect", "The plan drifted where change was small"),
         Domain.ASSESSMENT: ("neglect", "The father was missing from the assessment"),
         Domain.INFORMATION: ("information sharing", "The school nurse did not know of the plan"),
         Domain.OVERSIGHT: ("supervision", "Supervision did not ask what had changed")}),
    ("MA-02", "2014-05-14", "2014-06-02", "2014-08-27", 8, "second plans 2014",
     {"plan": 6, "CIN": 2}, 5, {
         Domain.PLAN: ("conference and core-group part",
                       "Core group minutes came after the next visit"),
         Domain.ASSESSMENT: ("recording and chronology", "The first plan had not been read"),
         Domain.OVERSIGHT: ("supervision", "Supervision did not ask what had changed"),
         Domain.INFORMATION: ("information sharing",
                              "Drug and alcohol workers were not invited")}),
    ("MA-03", "2014-09-10", "2014-10-06", "2015-01-21", 7, "before birth 2014",
     {"plan": 3, "CIN": 4}, 75, {
         Domain.PLAN: ("conference and core-group part",
                       "The plan for the first weeks at home was thin"),
         Domain.OVERSIGHT: ("supervision", "Supervision did not test the plan"),
         Domain.DIVERSITY: ("other", "What faith meant to the family was not asked")}),
)
TO_SPREAD = {"MA-02": (Domain.PLAN, "Core groups chaired by the health visitor met on time"),
             "MA-03": (Domain.ASSESSMENT, "Midwife and social worker visited together")}
Row = dict[str, object]


def main(folder: Path = FOLDER) -> None:
    """Write the five returns to *folder*."""
    random = Random(SEED)
    cases = [*case_list()]
    write(folder / "case_list.csv", (
        {"case_ref": one.case_ref, "stratum": one.stratum, "agencies_involved": one.agencies,
         "locality": pick(dict.fromkeys(LOCALITIES, 1), random), "source": ILLUSTRATIVE}
        for one in cases))
    (folder / "case_draws").mkdir(exist_ok=True)
    grades: list[Row] = []
    voices: list[Row] = []
    took_part: list[Row] = []
    for audit in AUDITS:
        write(folder / "case_draws" / f"{audit[0]}.csv", draw_of(audit, cases))
        for number in range(audit[4]):
            letter, agencies = "ABCDEFGH"[number], agencies_of(random)
            grades += grades_of(audit, letter, number < PAIRED, agencies, len(voices), random)
            voices.append(voices_of(audit[0], letter, random))
            took_part += taking_part(audit[0], letter, agencies, random)
    write(folder / "case_audits.csv", grades)
    write(folder / "case_audit_voices.csv", voices)
    write(folder / "case_audit_agencies.csv", took_part)


def case_list() -> Iterator[Case]:
    """The list: 64 cases with two agencies or more, and nine with one."""
    strata = [stratum for stratum, size in SIZES.items() for _ in range(size)]
    for number, stratum in enumerate([*strata, *["CAF"] * ONE_AGENCY], 1):
        agencies = 1 if number > len(strata) else 2 + number * 7 % 5
        yield Case(f"C-{number * 37 % 1000:04}", stratum, agencies)


def draw_of(audit: tuple, cases: list[Case]) -> Iterator[Row]:
    """The log of one audit's draw; in the second one two cases are replaced."""
    name, agreed, on, _, number, seed, spread, *_ = audit
    drawn = draw(cases, seed, number, spread)
    if name == "MA-02":
        for case in drawn.drawn[-2:]:
            drawn = replace_case(drawn, case.case_ref, Reason.PROCEEDINGS)
    method = Method(name, date.fromisoformat(agreed), "Q&E Group",
                    "Files of twelve months, a questionnaire, and a meeting of practitioners",
                    "Head of Service; Named Nurse; Detective Inspector; Education Safeguarding "
                    "Lead", "Specialist Midwife" if name == "MA-03" else None)
    return log_rows(drawn, method, date.fromisoformat(on), digest_of(cases, KEY), ILLUSTRATIVE)


def agencies_of(random: Random) -> list[str]:
    """The agencies that a case has: social care and at least one other."""
    found = [name for name, share in AGENCIES.items() if chance(share, random)]
    return [SOCIAL_CARE, *(found or ["Education"])]


def grades_of(audit: tuple, letter: str, is_paired: bool, agencies: list[str], number: int,
              random: Random) -> Iterator[Row]:
    """Grade the agencies together in every domain, and each of them in four.

    By its *number* of all the cases every third one has the grades in turn, so that each grade is
    given in each domain.
    """
    name, *_, moderated, _, _, _, better, found = audit
    for agency, domain in [*(("", one) for one in JOINT),
                           *((agency, one) for agency in agencies for one in OWN)]:
        agreed = grade(domain, better, random)
        if not agency and number % EVERY == EVERY - 1:
            agreed = tuple(Grade)[(number // EVERY + JOINT.index(domain)) % len(Grade)]
        for auditor in ("1", "2") if is_paired and not agency else ("1",):
            own = beside(agreed, random) if chance(30, random) else agreed
            is_found = not agency and auditor == "1" and agreed in (I, R) and domain in found
            area, words = found[domain] if is_found else ("", "")
            spread = TO_SPREAD.get(name, ("", ""))
            yield {"audit_id": name, "case_ref": letter, "agency": agency, "domain": domain.value,
                   "auditor": auditor, "auditor_agency": auditor_of(auditor, random),
                   "own_grade": own.value, "moderated_grade": agreed.value,
                   "moderated_on": moderated, "area": area, "finding": words,
                   "practice_to_spread": spread[1] if domain is spread[0] and agreed is O else "",
                   "source": ILLUSTRATIVE}


def auditor_of(auditor: str, random: Random) -> str:
    """The agency of an auditor: the second is seldom of the agency that is graded."""
    mostly = {"1": {"CPFT": 4, "Police": 3, "Education": 3, SOCIAL_CARE: 2},
              "2": {"Education": 1, "Police": 1}}
    return pick(mostly[auditor], random)


def grade(domain: Domain, better: int, random: Random) -> Grade:
    """One grade by the weights of its domain; *better* of 100 that are not good become good."""
    weights = dict(zip((O, G, R, I, Grade.NOT_EVIDENCED), WEIGHTS[domain], strict=True))
    found = pick({one: weight for one, weight in weights.items() if weight}, random)
    return G if found in (R, I) and chance(better, random) else found


def beside(agreed: Grade, random: Random) -> Grade:
    """The grade next to one on the scale."""
    if agreed not in SCALE:
        return R
    place = SCALE.index(agreed) + (1 if chance(70, random) else -1)
    return SCALE[min(max(place, 0), len(SCALE) - 1)]


def voices_of(name: str, letter: str, random: Random) -> Row:
    """Who of one case told the auditors."""
    said = {"told us": 45, "asked, no answer": 20, "not asked": 25, "not possible": 10}
    if name == "MA-03":  # nobody asks a child before birth
        row = {"child": "not possible"}
    else:
        row = {"child": pick(said, random)}
    row |= {"parents": pick(said, random), "practitioners": pick({"told us": 9, "not asked": 1},
                                                                random)}
    why = "The child was not born" if name == "MA-03" else "The family had moved away"
    return {"audit_id": name, "case_ref": letter, **row,
            "why_not": why if "not possible" in row.values() else "", "source": ILLUSTRATIVE}


def taking_part(name: str, letter: str, agencies: list[str], random: Random) -> Iterator[Row]:
    """Whose file was read, and who came to the meeting; housing seldom did."""
    for agency in agencies:
        comes = 30 if agency == HOUSING else 88
        yield {"audit_id": name, "case_ref": letter, "agency": agency,
               "file_read": "yes" if chance(comes + 10, random) else "no",
               "at_meeting": "yes" if chance(comes, random) else "no", "source": ILLUSTRATIVE}


def write(path: Path, rows: Iterable[Row]) -> None:
    """Write rows as UTF-8 CSV with plain line ends."""
    rows = list(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    main()

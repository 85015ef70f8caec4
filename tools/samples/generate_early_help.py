"""Write the sample returns of common assessments, follow-up and spend: every row is invented.

The numbers started, closed and closed with needs met in each quarter are those that the sample's
quarterly data set has, but for one quarter, in which a closing was entered late.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.spellings import parse_period
from pscb_lib.reports.early_help import returned, returned_after, returned_cost
from pscb_lib.reports.early_help.returned import record
from tools.samples.dealing import chance, pick, spread

SEED = 151
QUARTERS = {  # started, closed, and of these with needs met
    "2012-13 Q1": (192, 73, 43), "2012-13 Q2": (196, 71, 39), "2012-13 Q3": (180, 82, 48),
    "2012-13 Q4": (226, 85, 56), "2013-14 Q1": (188, 80, 50), "2013-14 Q2": (197, 79, 47),
    "2013-14 Q3": (206, 86, 51), "2013-14 Q4": (204, 91, 57), "2014-15 Q1": (255, 95, 66),
    "2014-15 Q2": (200, 92, 58), "2014-15 Q3": (221, 92, 58), "2014-15 Q4": (245, 97, 61),
}
OPEN_BEFORE = 140  # on 31 March 2012
OTHERWISE = {record.STEPPED_UP: 29, record.NO_ENGAGEMENT: 31, record.WITHDRAWN: 18,
             record.MOVED: 13, record.NOT_STARTED: 9}
SCHOOLS, SOCIAL_CARE = "Peterborough schools", "Children's social care"
STARTERS = {  # by year
    2011: {SCHOOLS: 46, "Early help service": 24, SOCIAL_CARE: 5,
           "Peterborough Regional College": 2,
           "Cambridgeshire and Peterborough NHS Foundation Trust": 14,
           "Peterborough Youth Offending Service": 4, "Domestic abuse service": 2,
           "Peterborough and Stamford Hospitals NHS Foundation Trust": 1,
           "Peterborough Council for Voluntary Service": 2},
}
STARTERS[2012] = STARTERS[2011]
STARTERS[2013] = STARTERS[2012] | {SCHOOLS: 52, "Peterborough City Council Housing": 2}
STARTERS[2014] = STARTERS[2013] | {
    SCHOOLS: 66, "Cambridgeshire and Peterborough NHS Foundation Trust": 10,
    "Peterborough and Stamford Hospitals NHS Foundation Trust": 0, SOCIAL_CARE: 7}
ETHNIC_GROUPS = {"White": 67, "Asian": 15, "Mixed": 7, "Black": 4, "Other": 3, "Not recorded": 4}
CHILDREN = {1: 44, 2: 31, 3: 15, 4: 7, 5: 3}
SERVICES = {  # early years or not, spend in a half-year, families, closed with needs met
    "Children's centres": ("yes", 612_000, 318, 141),
    "Early years family workers": ("yes", 94_000, 61, 27),
    "Family support": ("no", 388_000, 204, 83),
    "Parenting programmes": ("no", 71_000, 96, 52),
    "Young carers' project": ("no", 23_000, 14, 4),
}
FOLLOWED_FROM = "2014-15 H1"  # the first half-year with a match


def generate(folder: Path) -> None:
    """Write the three returns to *folder*, the same bytes every time."""
    random, halves = Random(SEED), [parse_period("2012-13 H2"), *(
        half for year in ("2013-14", "2014-15") for half in parse_period(year).split(6))]
    cases = [*_start(random, parse_period("2011-12"), OPEN_BEFORE)]
    for label, (started, closed, met) in QUARTERS.items():
        cases += _start(random, parse_period(label), started)
        _close(random, parse_period(label), cases, closed, met)
    for number, case in enumerate(sorted(cases, key=lambda case: case["started_on"]), 1):
        case["assessment_id"] = f"CA-{number:04}"
    cases.sort(key=lambda case: case["assessment_id"])
    fields = [field.name for field in returned.make_fields(_context())]
    for half in halves:
        _write(folder / returned.RETURN.folder_or_file, half, fields, _stand(half, cases))
        if half >= parse_period(FOLLOWED_FROM):
            _write(folder / returned_after.RETURN.folder_or_file, half,
                   [field.name for field in returned_after.FIELDS],
                   _follow(random, half.same_last_year, cases))
            _write(folder / returned_cost.RETURN.folder_or_file, half,
                   [field.name for field in returned_cost.FIELDS], _cost(random))


def _context():
    from pscb_lib.board.context import open_context

    return open_context("2014-15 H1", "2015-01-31", "pscb_lib/samples", "restricted")


def _start(random: Random, period: ReportingPeriod, number: int) -> Iterator[dict]:
    days = (period.end - period.start).days + 1
    for _ in range(number):
        started = _weekday(period.start + timedelta(int(random.random() * days)), period)
        agency = pick(STARTERS[period.year_start], random)
        comes_down = agency == SOCIAL_CARE and chance(80, random) or chance(2, random)
        is_scored = chance(78, random)
        waited = _wait(random)
        yield {
            "children_n": pick(CHILDREN, random), "ethnic_group": pick(ETHNIC_GROUPS, random),
            "started_on": started, "started_by_agency": agency,
            "consent_on": started if chance(96, random) else None,
            "lead_agency": agency if chance(70, random) else "Early help service",
            "stepped_down_from": pick({record.CARE[0]: 8, record.CARE[1]: 2}, random)
            if comes_down else "",
            "first_meeting_on": started + timedelta(waited) if waited else None,
            "closed_on": None, "closed_because": "", "score_end": None,
            "tool": "family scale" if is_scored else "",
            "score_start": 2 + int(random.random() * 5) if is_scored else None,
            "source": "illustrative"}


def _wait(random: Random) -> int | None:
    """The days to the first meeting: six weeks for most, never for a few."""
    if chance(7, random):
        return None
    return 7 + int(random.random() * 36) if chance(78, random) else 43 + int(random.random() * 40)


def _close(random: Random, quarter: ReportingPeriod, cases: list[dict], closed: int, met: int
           ) -> None:
    """Close cases that have been open for some weeks, first those of the last ten months."""
    able = [case for case in cases if not case["closed_on"]
            and case["started_on"] + timedelta(100) <= quarter.end]
    random.shuffle(able)
    able.sort(key=lambda case: (quarter.end - case["started_on"]).days > 300)
    reasons = [record.NEEDS_MET] * met + spread(OTHERWISE, closed - met, random)
    random.shuffle(reasons)
    for case, reason in zip(able, reasons, strict=False):
        first = max(case["started_on"] + timedelta(90), quarter.start)
        day = first + timedelta(int(random.random() * ((quarter.end - first).days + 1)))
        case["closed_on"], case["closed_because"] = _weekday(day, quarter), reason
        if reason == record.NOT_STARTED or (case["first_meeting_on"] or day) >= case["closed_on"]:
            case["first_meeting_on"] = None
        is_scored = case["score_start"] is not None and reason in (
            record.NEEDS_MET, record.STEPPED_UP) and chance(66, random)
        if is_scored:
            change = int(random.random() * 4) if reason == record.NEEDS_MET else -1
            case["score_end"] = case["score_start"] + change


def _weekday(day: date, within: ReportingPeriod) -> date:
    """The day, or the Friday before, or the Monday after if that is in the period before."""
    friday = day - timedelta(max(day.weekday() - 4, 0))
    return friday if friday >= within.start else day + timedelta(7 - day.weekday())


def _stand(half: ReportingPeriod, cases: Iterable[dict]) -> Iterator[dict]:
    """The cases open in a half-year, as they stood on its last day."""
    for case in cases:
        closed = case["closed_on"]
        if case["started_on"] > half.end or (closed and closed < half.start):
            continue
        is_closed = closed is not None and closed <= half.end
        meeting = case["first_meeting_on"]
        yield {**case, "half_year": half.label,
               "first_meeting_on": meeting if meeting and meeting <= half.end else None,
               **({} if is_closed else {"closed_on": None, "closed_because": "",
                                        "score_end": None})}


def _follow(random: Random, cohort: ReportingPeriod, cases: Iterable[dict]) -> Iterator[dict]:
    for case in cases:
        closed, because = case["closed_on"], case["closed_because"]
        if closed and cohort.contains(closed) and because in returned_after.FOLLOWED:
            is_back = chance(17 if because == record.NEEDS_MET else 38, random)
            has_plan = is_back and chance(28, random)
            yield {"assessment_id": case["assessment_id"], "source": "illustrative",
                   "referred_within_12m": "yes" if is_back else "no",
                   "plan_within_12m": "yes" if has_plan else "no"}


def _cost(random: Random) -> Iterator[dict]:
    for service, (early, spend, families, met) in SERVICES.items():
        by = 0.92 + random.random() * 0.16
        yield {"service": service, "early_years": early, "spend": 500 * round(spend * by / 500),
               "families": round(families * by), "closed_needs_met": round(met * by),
               "source": "illustrative"}


def _write(folder: Path, half: ReportingPeriod, fields: list[str], rows: Iterable[dict]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    name = half.label.lower().replace(" ", "-")
    with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fields, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    generate(Path(__file__).parents[2] / "pscb_lib" / "samples")

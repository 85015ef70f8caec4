"""The suite's own returns of missing children and of deaths, from the same invented records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from pscb_lib.reports.cdop_annual.returned import record as death_record
from pscb_lib.reports.cdop_annual.returned.rules import REPORTED_TO_CORONER
from pscb_lib.reports.missing_children.returned import record as missing_record
from pscb_lib.returns.codes import CHANGES, ETHNIC_GROUPS, REASONS
from tools.synthetic.lives import Life
from tools.synthetic.missing import Away
from tools.synthetic.span import Span

AREA = "Peterborough"
DEATHS, MISSING = "deaths.csv", "missing_episodes"
MISSING_COLUMNS = tuple(field.name for field in missing_record.make_fields(date.max))
DEATH_COLUMNS = tuple(field.name for field in death_record.make_fields(date.max))
YES_NO = {True: "yes", False: "no"}
RISKS = ("none", "low", "low", "medium", "high", "not assessed")
REVIEWED_AFTER = timedelta(days=150)
Cells = dict[str, str]


def missing_file(half: str) -> str:
    """Return the path of a half-year's return: missing_episodes/2014-15-h1.csv."""
    return f"{MISSING}/{half.lower().replace(' ', '-')}.csv"


def missing_rows(life: Life, span: Span, numbers: Counter[str]) -> Iterator[tuple[str, Cells]]:
    """Return the child's rows, each with its file; *numbers* counts the episodes by half-year."""
    for away in life.away:
        half = next(one for one in span.halves if one.contains(away.left_at.date()))
        numbers[half.label] += 1
        episode_id = f"{half.label[2:].replace(' ', '')}-{numbers[half.label]:06}"
        yield missing_file(half.label), _missing(life, away, episode_id)


def _missing(life: Life, away: Away, episode_id: str) -> Cells:
    child, number = life.child, int(life.child.id)
    cells = {
        "episode_id": episode_id, "child_id": child.id, "dob": f"{child.born_on:%d/%m/%Y}",
        "sex": {"1": "Boy", "2": "Girl"}[child.sex], "ethnicity": child.ethnicity,
        "from": away.whose, "placement_type": away.placement_type, "status": away.status,
        "recorded_by": "both" if away.status == "M" else "council",
        "left_at": _moment(away.left_at), "returned_at": _moment(away.returned_at),
        "rhi_needed": YES_NO[away.is_needed], "rhi_offered": YES_NO[away.is_offered],
        "rhi_accepted": YES_NO[away.is_accepted],
        "rhi_completed_at": _moment(away.interviewed_at),
        "cse_risk": RISKS[number % len(RISKS)], "source": "illustrative",
    }
    if away.interviewed_at:
        cells |= {"rhi_independent": YES_NO[away.is_independent],
                  "rhi_reason": REASONS[away.left_at.day % len(REASONS)],
                  "rhi_change": CHANGES[away.left_at.minute // 5 % len(CHANGES)]}
    return cells


def death_row(life: Life, number: int, known_on: date) -> Cells:
    """Return the row of a child who died, as known to the panel on a day."""
    child, died_on = life.child, life.died_on
    plans = [case.protection for case in life.cases if case.protection]
    status = "at death" if any(plan.ended_on == died_on for plan in plans) else (
        "previously" if plans or life.earlier_plans else "never")
    is_unexpected, category = number % 3 == 0, str(number % len(death_record.CATEGORIES) + 1)
    cells = {
        "death_id": f"CDOP-{number:05}", "kind": "death", "lscb_of_residence": AREA,
        "date_of_birth": f"{child.born_on:%d/%m/%Y}", "date_of_death": f"{died_on:%d/%m/%Y}",
        "notified_on": f"{min(died_on + timedelta(days=2), known_on):%d/%m/%Y}",
        "sex": {"1": "male", "2": "female"}[child.sex], "ethnicity": _group(child.ethnicity),
        "expected": YES_NO[not is_unexpected],
        "coroner": YES_NO[is_unexpected or category in REPORTED_TO_CORONER],
        "cp_status": status, "looked_after": "no", "statutory_order": "no",
        "referred_for_case_review": "no", "scr": "no", "source": "illustrative",
    }
    reviewed_on = died_on + REVIEWED_AFTER
    if reviewed_on <= known_on:
        cells |= {"panel_completed_on": f"{reviewed_on:%d/%m/%Y}",
                  "category": category,
                  "modifiable": YES_NO[number % 4 == 0], "recommendations": "0",
                  "recommendations_done": "0", "recommendations_evidenced": "0"}
    return cells


def _moment(value: datetime | None) -> str:
    return f"{value:%d/%m/%Y %H:%M}" if value else ""


def _group(code: str) -> str:
    group = next(name for name, codes in ETHNIC_GROUPS.items() if code in codes)
    return "" if group == "Not recorded" else group

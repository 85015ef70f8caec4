"""The same events as censuses and as a case system's database.

A case is written down once; neither form is made from the other.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

from national_files import case, census, tags
from sqlalchemy import create_engine, text
from sqlalchemy.engine import Connection

TYPES = {"date": "timestamp", "nfa": "varchar(1)", "in": "varchar(1)"}
PRIVATE = {"ssd_person": ("pers_forename", "pers_surname", "pers_dob", "pers_upn"),
           "ssd_cin_episodes": ("cine_worker_name",)}
COLUMNS = {
    "ssd_person": ("pers_person_id",),
    "ssd_cin_episodes": ("cine_referral_id", "cine_person_id", "cine_referral_date",
                         "cine_close_date", "cine_referral_nfa"),
    "ssd_cin_assessments": ("cina_assessment_id", "cina_person_id", "cina_referral_id",
                            "cina_assessment_start_date", "cina_assessment_auth_date"),
    "ssd_s47_enquiry": ("s47e_s47_enquiry_id", "s47e_person_id", "s47e_referral_id",
                        "s47e_s47_start_date"),
    "ssd_initial_cp_conference": ("icpc_icpc_id", "icpc_s47_enquiry_id", "icpc_icpc_transfer_in",
                                  "icpc_icpc_target_date", "icpc_icpc_date"),
    "ssd_cp_plans": ("cppl_cp_plan_id", "cppl_person_id", "cppl_referral_id",
                     "cppl_cp_plan_start_date", "cppl_cp_plan_end_date"),
    "ssd_cp_reviews": ("cppr_cp_review_id", "cppr_cp_plan_id", "cppr_cp_review_date"),
    "ssd_contacts": ("cont_contact_id", "cont_person_id", "cont_contact_date"),
}
Day = date | None


@dataclass(frozen=True)
class Case:
    """One case of a child, and what happened in it."""

    child: str
    referred: date
    closed: Day = None
    nfa: bool = False
    assessments: tuple[tuple[date, Day], ...] = ()
    enquiries: tuple[tuple[date, Day, Day], ...] = ()  # start, target, conference
    plans: tuple[tuple[date, Day, tuple[date, ...]], ...] = ()  # start, end, reviews


OLD = (  # what chance seldom makes in two years: long plans, and a second plan
    Case("L1", date(2012, 4, 30), date(2014, 9, 30), plans=((date(2012, 5, 14), date(2014, 9, 1), (
        date(2012, 8, 1), date(2013, 1, 7), date(2013, 6, 3), date(2013, 11, 4), date(2014, 4, 7)),
    ),)),
    Case("L2", date(2012, 9, 3), plans=((date(2012, 10, 1), None, (
        date(2012, 12, 3), date(2013, 5, 6), date(2013, 10, 7), date(2014, 3, 3), date(2014, 8, 4),
        date(2015, 1, 5))),)),
    Case("L3", date(2013, 5, 1), date(2013, 12, 2), plans=((date(2013, 5, 20), date(2013, 11, 4),
                                                          (date(2013, 8, 5),)),)),
    Case("L3", date(2014, 5, 1), plans=((date(2014, 5, 20), None, (date(2014, 8, 21),)),)),
)


def invented(seed: int, children: int = 120) -> list[Case]:
    """Return the cases of OLD, and others of two years to 31 March 2015 by chance alone."""
    chance = Random(seed)
    found = [*OLD]
    for number in range(children):
        on = date(2013, 4, 1) + timedelta(chance.randrange(500))
        while on < date(2015, 4, 1):
            one = _case(chance, f"C{number:03}", on)
            found.append(one)
            if one.closed is None:
                break
            on = one.closed + timedelta(chance.randrange(1, 500))
    return found


def _case(chance: Random, child: str, on: date) -> Case:
    def after(day: date, most: int) -> date:
        return day + timedelta(chance.randrange(1, most))

    if chance.random() < 0.2:
        return Case(child, on, on, nfa=True)
    assessed = after(on, 10)
    assessments = ((assessed, after(assessed, 90) if chance.random() < 0.9 else None),)
    enquiries, plans = (), ()
    if chance.random() < 0.6:
        started = after(on, 40)
        held = after(started, 35) if chance.random() < 0.8 else None
        enquiries = ((started, started + timedelta(21), held),)
        if held and chance.random() < 0.8:
            end = after(held, 700) if chance.random() < 0.7 else None
            reviews = tuple(day for number in range(4) if (day := held + timedelta(
                80 + number * chance.randrange(120, 190))) < (end or date(2016, 1, 1)))
            plans = ((held, end, reviews),)
    days = [day for each in (*assessments, *enquiries) for day in each if day]
    days += [plans[0][1] or held] if plans else []
    is_open = any(end is None for _, end, _ in plans) or chance.random() < 0.2
    return Case(child, on, None if is_open else after(max(days), 60), False, assessments,
                enquiries, plans)


def censuses(folder: Path, cases: list[Case]) -> list[Path]:
    """The censuses of 2013-14 and 2014-15, each with what is known on its last day."""
    return [_census(folder, cases, year) for year in (2014, 2015)]


def _census(folder: Path, cases: list[Case], year: int) -> Path:
    first, last = date(year - 1, 4, 1), date(year, 3, 31)

    def known(day: Day) -> str:
        return day.isoformat() if day and day <= last else ""

    def given(**days: str) -> str:
        return "\n" + tags(**{name: day for name, day in days.items() if day})

    children: dict[str, str] = {}
    for one in cases:
        if one.referred > last or (one.closed and one.closed < first):
            continue
        inner = "".join(tags(Assessments=given(
            AssessmentActualStartDate=known(start), AssessmentAuthorisationDate=known(end)))
            for start, end in one.assessments if known(start))
        inner += "".join(tags(Section47=given(
            S47ActualStartDate=known(start), InitialCPCtarget=target.isoformat() if target else "",
            DateOfInitialCPC=known(held))) for start, target, held in one.enquiries if known(start))
        for start, end, reviews in one.plans:
            earlier = sum(plan[0] < start for each in cases if each.child == one.child
                          for plan in each.plans)
            held = "".join(tags(Reviews=tags(CPPreviewDate=day.isoformat()))
                           for day in reviews if first <= day <= last)
            if known(start):
                inner += tags(ChildProtectionPlans=given(
                    CPPstartDate=known(start), CPPendDate=known(end)) + tags(
                        NumberOfPreviousCPP=str(earlier)) + held)
        children[one.child] = children.get(one.child, "") + case(
            one.referred.isoformat(), known(one.closed), str(one.nfa).lower(), inner)
    return census(folder, children, last.isoformat(), f"census-{year}.xml")


def rows_of(cases: list[Case], contacts: list[tuple[str, date]] = ()) -> dict[str, list[tuple]]:
    """The rows of each table of the database."""
    rows: dict[str, list[tuple]] = {table: [] for table in COLUMNS}
    rows["ssd_person"] = [(child,) for child in dict.fromkeys(one.child for one in cases)]
    for number, one in enumerate(cases):
        key = f"R{number:04}"
        rows["ssd_cin_episodes"].append(
            (key, one.child, one.referred, one.closed, "Y" if one.nfa else "N"))
        for place, (start, end) in enumerate(one.assessments):
            rows["ssd_cin_assessments"].append((f"{key}-{place}", one.child, key, start, end))
        for place, (start, target, held) in enumerate(one.enquiries):
            rows["ssd_s47_enquiry"].append((f"{key}-{place}", one.child, key, start))
            if held or target:
                rows["ssd_initial_cp_conference"].append(
                    (f"I{key}-{place}", f"{key}-{place}", "N", target, held))
        for place, (start, end, reviews) in enumerate(one.plans):
            rows["ssd_cp_plans"].append((f"{key}-{place}", one.child, key, start, end))
            rows["ssd_cp_reviews"] += [(f"{key}-{place}-{count}", f"{key}-{place}", day)
                                       for count, day in enumerate(reviews)]
    rows["ssd_contacts"] = [(f"T{place}", *each) for place, each in enumerate(contacts)]
    return rows


def fill(connection: Connection, rows: dict[str, list[tuple]], schema: str = "") -> None:
    """Make the tables, with columns that must never be read, and put *rows* in them."""
    for table, own in COLUMNS.items():
        if table not in rows:
            continue
        place = f"{schema}.{table}" if schema else table
        private = PRIVATE.get(table, ())
        made = ", ".join(f"{name} {TYPES.get(name.rpartition('_')[2], 'varchar(48)')}"
                         for name in (*own, *private))
        connection.execute(text(f"create table {place} ({made})"))
        names, values = ", ".join((*own, *private)), ", ".join(f":{name}" for name in own)
        secret = "".join(", 'SECRET'" for _ in private)
        if rows[table]:
            connection.execute(text(f"insert into {place} ({names}) values ({values}{secret})"),
                               [dict(zip(own, row, strict=True)) for row in rows[table]])


def sqlite_file(path: Path, rows: dict[str, list[tuple]]) -> str:
    """Write an SQLite database; return its address."""
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        fill(connection, {table: [tuple(_text(value) for value in row) for row in found]
                          for table, found in rows.items()})
    engine.dispose()
    return f"sqlite:///{path}"


def _text(value: object) -> object:
    return f"{value.isoformat()} 00:00:00" if type(value) is date else value

"""Read the children in need census: referrals, assessments, enquiries, plans and their reviews.

A census leaves out cases closed before its April, and so the earlier referrals by which a
re-referral is recognised: use two censuses. A referral, assessment, enquiry or plan of a later
census replaces the same one of an earlier census.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path

from pscb_lib.reading.findings import InputError
from pscb_lib.reading.rows import Checked, Record, check_table
from pscb_lib.returns.national.census_tables import Census, read_census
from pscb_lib.returns.national.cin_rules import FIELDS, FILE_RULES, KEYS, rules_until
from pscb_lib.returns.national.source import National, renamed
from pscb_lib.returns.national.years import latest_only, left_open

TITLE = "CIN census"
LIMITS = (
    "The census has no contacts, no visits and no core groups, and no day of a strategy "
    "discussion: only the target day of the conference that the authority set from it.",
    "It holds the reviews of its own year: those before its April are not known.",
    "The return of conferences that is made from it has the days of conferences and reviews, the "
    "plans and their categories. The census does not tell the family, whether a conference was "
    "quorate, who came, why it was late, what it decided if not a plan, why a plan ended, or the "
    "part of children and parents: those cells are blank, which is not recorded.",
)
NAMES = {
    "Child": {"LAchildID": "child_id", "PersonBirthDate": "dob",
              "ExpectedPersonBirthDate": "expected_dob", "GenderCurrent": "sex",
              "Ethnicity": "ethnicity"},
    "CINdetails": {"LAchildID": "child_id", "CINreferralDate": "referred_on",
                   "CINclosureDate": "closed_on", "ReferralNFA": "no_further_action"},
    "Assessments": {"LAchildID": "child_id", "CINreferralDate": "referred_on",
                    "CINclosureDate": "closed_on", "AssessmentActualStartDate": "started_on",
                    "AssessmentAuthorisationDate": "authorised_on"},
    "Section47": {"LAchildID": "child_id", "S47ActualStartDate": "started_on",
                  "InitialCPCtarget": "target_on", "DateOfInitialCPC": "conference_on"},
    "ChildProtectionPlans": {"LAchildID": "child_id", "CPPstartDate": "started_on",
                             "CPPendDate": "ended_on", "NumberOfPreviousCPP": "earlier_plans",
                             "InitialCategoryOfAbuse": "first_category",
                             "LatestCategoryOfAbuse": "category"},
    "CPPreviewDate": {"LAchildID": "child_id", "CPPstartDate": "started_on",
                      "CPPreviewDate": "reviewed_on"},
}
NOUNS = {"children": "Child", "referrals": "CINdetails", "assessments": "Assessments",
         "enquiries": "Section47", "plans": "ChildProtectionPlans", "reviews": "CPPreviewDate"}


def read_cin(paths: Iterable[Path], as_of: date) -> National:
    """Read one or more censuses, in any order.

    Raises InputError if a file cannot be used; a row that breaks a rule is a finding.
    """
    censuses = sorted((read_census(path) for path in paths), key=lambda census: census.year)
    _refuse_gap(censuses)
    parts = {module: latest_only(
        [check_table(census.tables[module], FIELDS[module], rules_until(census.year[1])[module],
                     file_rules=FILE_RULES[module]) for census in censuses], *KEYS[module])
        for module in NAMES}
    latest = {row[0].strip() for row in censuses[-1].tables["CINdetails"].cells}
    parts["CINdetails"] = left_open(
        parts["CINdetails"], "CINclosureDate",
        lambda row: row["LAchildID"] not in latest and not row["ReferralNFA"])
    covers = (censuses[0].year[0], censuses[-1].year[1])
    limits = (*(odd for census in censuses for odd in census.odd), *LIMITS)
    return National("cin", TITLE, records_of(parts, covers[0]), parts, limits, as_of, covers,
                    {census.file: census.owner for census in censuses})


def _refuse_gap(censuses: Sequence[Census]) -> None:
    """Raise InputError if a year lies between two of the censuses."""
    for one, after in pairwise(censuses):
        if (after.year[0] - one.year[1]).days > 1:
            raise InputError.at(
                after.file, f"begins on {after.year[0]:%d/%m/%Y} and {one.file} ends on "
                f"{one.year[1]:%d/%m/%Y}: nothing is known of the days between",
                "name the census between them too, or import each by itself")


def records_of(parts: Mapping[str, Checked], known_from: date | None) -> dict[str, list[Record]]:
    """Return the records by noun of the modules in *parts*, with the suite's names.

    *known_from* is the first day whose reviews of plans are known.
    """
    own = {module: renamed(parts[module], names) for module, names in NAMES.items()
           if module in parts}
    found = {noun: own[module] for noun, module in NOUNS.items() if module in own}
    if "referrals" in found:
        found["needs"] = [
            {**one, "began_on": one["referred_on"], "ended_on": one["closed_on"]}
            for one in found["referrals"] if not one["no_further_action"]]
    for noun, name, value in (("enquiries", "led_to_plan", None),
                              ("plans", "known_from", known_from)):
        if noun in found:
            found[noun] = [{**one, name: value} for one in found[noun]]
    return found

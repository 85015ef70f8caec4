"""The invented records obey the rules, checked here without the suite's own readers."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date, timedelta
from itertools import pairwise

import pytest
from synthetic import Written, british, iso

YEAR_START, YEAR_END = date(2014, 4, 1), date(2015, 3, 31)
ENDS = {"cin.xml": YEAR_END, "cin_before.xml": date(2014, 3, 31)}
FOSTER_BEFORE_2015 = {"Q1", "Q2"}
IN_FORCE = {
    "source": {"1A", "1B", "1C", "1D", "2A", "2B", "3A", "3B", "3C", "3D", "3E", "3F", "4", "5A",
               "5B", "5C", "6", "7", "8", "9", "10"},
    "need": {f"N{number}" for number in range(10)},
    "closure": {f"RC{number}" for number in range(1, 9)},
    "abuse": {"NEG", "PHY", "SAB", "EMO", "MUL"},
    "ethnicity": set("WBRI WIRI WIRT WROM WOTH MWBC MWBA MWAS MOTH AIND APKN ABAN AOTH BCRB BAFR "
                     "BOTH CHNE OOTH REFU NOBT".split()),
    "disability": set("NONE MOB HAND PC INC COMM LD HEAR VIS BEH CON AUT DDA".split()),
    "place": {"H5", "P2", "R1", "R3", "S1", "Z1", *FOSTER_BEFORE_2015},
}
CENSUSES = pytest.mark.parametrize("name", list(ENDS))


def episodes_by_child(sound: Written) -> dict[str, list[dict]]:
    found = defaultdict(list)
    for row in sound.rows("ssda903_episodes.csv"):
        found[row["CHILD"]].append(row)
    return found


@CENSUSES
def test_the_days_of_a_case_are_in_order(sound, name):
    for _, case in sound.cases(name):
        referred = iso(case.findtext("CINreferralDate"))
        closed = iso(case.findtext("CINclosureDate")) or ENDS[name]
        days = [iso(element.text) for element in case.iter()
                if element.text and element.tag.endswith(("Date", "date", "DateOfInitialCPC"))
                and element.tag != "InitialCPCtarget"]
        assert min(days) == referred
        assert max(days) <= closed <= ENDS[name]


@CENSUSES
def test_every_case_was_open_in_the_year_of_its_census(sound, name):
    start = ENDS[name] - timedelta(days=364)
    for _, case in sound.cases(name):
        is_closed_at_once = case.findtext("ReferralNFA") == "true"
        last = case.findtext("CINreferralDate" if is_closed_at_once else "CINclosureDate")
        assert (iso(last) or ENDS[name]) >= start


@CENSUSES
def test_a_child_has_one_case_at_a_time(sound, name):
    cases = defaultdict(list)
    for child, case in sound.cases(name):
        cases[child].append(case)
    for own in cases.values():
        for first, second in pairwise(own):
            nothing_done = first.findtext("ReferralNFA") == "true"
            over = first.findtext("CINreferralDate" if nothing_done else "CINclosureDate")
            assert iso(over) < iso(second.findtext("CINreferralDate"))


@CENSUSES
def test_a_referral_with_no_further_action_has_nothing_after_it(sound, name):
    for _, case in sound.cases(name):
        if case.findtext("ReferralNFA") == "true":
            assert {part.tag for part in case} == {
                "CINreferralDate", "ReferralSource", "PrimaryNeedCode", "ReferralNFA"}


@CENSUSES
def test_codes_are_of_the_lists_in_force(sound, name):
    lists = {"ReferralSource": "source", "PrimaryNeedCode": "need", "ReasonForClosure": "closure",
             "InitialCategoryOfAbuse": "abuse", "LatestCategoryOfAbuse": "abuse",
             "Ethnicity": "ethnicity", "Disability": "disability"}
    for child in sound.children(name):
        for element in child.iter():
            if element.tag in lists:
                assert element.text in IN_FORCE[lists[element.tag]]
            if element.tag == "AssessmentFactors":
                assert int(element.text.rstrip("ABC")) <= 20  # 21 to 24 came later


@CENSUSES
def test_an_enquiry_has_a_conference_on_a_weekday_or_says_why_not(sound, name):
    for _, case in sound.cases(name):
        for enquiry in case.findall("Section47"):
            held = iso(enquiry.findtext("DateOfInitialCPC"))
            if enquiry.findtext("ICPCnotRequired") == "true":
                assert held is None
            if held:
                assert held.weekday() < 5 and held > iso(enquiry.findtext("S47ActualStartDate"))


@CENSUSES
def test_a_plan_starts_at_its_conference_and_is_reviewed_while_it_lasts(sound, name):
    plans = Counter()
    for _, case in sound.cases(name):
        for plan in case.findall("ChildProtectionPlans"):
            started = iso(plan.findtext("CPPstartDate"))
            ended = iso(plan.findtext("CPPendDate")) or ENDS[name]
            assert plan.findtext("CPPstartDate") == case.findtext("Section47/DateOfInitialCPC")
            reviews = [iso(review.text) for review in plan.findall("Reviews/CPPreviewDate")]
            assert reviews == sorted(set(reviews))
            assert all(started < review <= ended for review in reviews)
            plans["plans"] += 1
        plans["conferences"] += case.findtext("Section47/DateOfInitialCPC") is not None
    assert 0 < plans["plans"] < plans["conferences"]


@CENSUSES
def test_no_plan_in_need_runs_beside_a_protection_plan(sound, name):
    for _, case in sound.cases(name):
        start = case.findtext("CINPlanDates/CINPlanStartDate")
        protected = case.find("ChildProtectionPlans")
        if start and protected is not None:
            assert iso(start) > iso(protected.findtext("CPPendDate"))


def test_both_censuses_say_the_same_of_a_case(sound):
    before = {(child, case.findtext("CINreferralDate")): case
              for child, case in sound.cases("cin_before.xml")}
    both = 0
    for child, case in sound.cases("cin.xml"):
        earlier = before.get((child, case.findtext("CINreferralDate")))
        if earlier is not None:
            both += 1
            assert earlier.findtext("CINclosureDate") is None
            assert earlier.findtext("PrimaryNeedCode") == case.findtext("PrimaryNeedCode")
    assert both > 100


def test_placements_follow_one_another(sound):
    for rows in episodes_by_child(sound).values():
        for first, second in pairwise(rows):
            if second["RNE"] == "S":
                assert british(first["DEC"]) <= british(second["DECOM"]) and first["REC"] != "X1"
            else:
                assert (first["DEC"], first["REC"]) == (second["DECOM"], "X1")
        assert rows[-1]["REC"] != "X1"
        assert all((row["DEC"] == "") == (row["REC"] == "") for row in rows)


def test_what_changed_is_what_the_reason_says(sound):
    place = ("PLACE", "PL_POST", "URN")
    for rows in episodes_by_child(sound).values():
        for first, second in pairwise(rows):
            moved = any(first[name] != second[name] for name in place)
            status = first["LS"] != second["LS"]
            assert {"S": True, "P": moved and not status, "L": status and not moved,
                    "B": moved and status}[second["RNE"]]


def test_the_return_of_looked_after_children_is_of_its_year(sound):
    for row in sound.rows("ssda903_episodes.csv"):
        assert british(row["DECOM"]) <= YEAR_END
        assert (british(row["DEC"]) or YEAR_END) >= YEAR_START
        assert row["PLACE"] in IN_FORCE["place"]
        assert row["REASON_PLACE_CHANGE"] == ""  # collected from 2015-16 on


def test_every_looked_after_child_is_in_the_header_once_and_under_18(sound):
    header = {row["CHILD"]: row for row in sound.rows("ssda903_header.csv")}
    assert len(header) == len(sound.rows("ssda903_header.csv"))
    assert set(header) == set(episodes_by_child(sound))
    assert all(british(row["DOB"]) > date(1997, 3, 31) for row in header.values())


def test_a_child_goes_missing_from_one_placement_and_comes_back_first(sound):
    episodes, last = episodes_by_child(sound), {}
    rows = sound.rows("ssda903_missing.csv")
    assert len(rows) > 20
    for row in rows:
        start, end = british(row["MIS_START"]), british(row["MIS_END"]) or YEAR_END
        assert start <= end <= YEAR_END and end >= YEAR_START
        assert any(british(own["DECOM"]) < start and end < (british(own["DEC"]) or date.max)
                   for own in episodes[row["CHILD"]])
        assert start > last.get(row["CHILD"], date.min)
        last[row["CHILD"]] = end


def test_brothers_and_sisters_share_their_referrals(sound):
    days = Counter(case.findtext("CINreferralDate") + case.findtext("PrimaryNeedCode")
                   + case.findtext("ReferralSource") for _, case in sound.cases("cin.xml"))
    assert sum(number > 1 for number in days.values()) > 100


def test_codes_that_came_later_are_drawn_later(tmp_path):
    from tools.synthetic.sample import write_sample
    from tools.synthetic.span import open_span

    write_sample(tmp_path / "later", 600, 7, open_span("2018-19"))
    rows = Written(tmp_path / "later").rows("ssda903_episodes.csv")
    recent = [row for row in rows if british(row["DECOM"]) >= date(2017, 4, 1)]
    assert {row["PLACE"] for row in recent} & {"U4", "U6"}
    assert not {row["PLACE"] for row in recent} & FOSTER_BEFORE_2015
    assert any(row["REASON_PLACE_CHANGE"] for row in recent)

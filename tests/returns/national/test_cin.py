"""The children in need census: what is read, what is refused, and two years put together."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree

import pytest
from national_files import case, census, shared_records, tags

from pscb_lib.reading.findings import InputError, Reaction
from pscb_lib.returns.national.cin import read_cin

AS_OF = date(2015, 3, 31)


def read(*paths):
    return read_cin(paths, AS_OF)


def refusal_of(*paths) -> str:
    with pytest.raises(InputError) as refusal:
        read(*paths)
    return str(refusal.value)


def assessment(started: str, authorised: str) -> str:
    return tags(Assessments=tags(AssessmentActualStartDate=started,
                                 AssessmentAuthorisationDate=authorised))


def enquiry(started: str, conference: str = "", target: str = "") -> str:
    dates = {"S47ActualStartDate": started, "InitialCPCtarget": target,
             "DateOfInitialCPC": conference}
    return tags(Section47="\n" + tags(**{name: day for name, day in dates.items() if day}))


def plan(started: str, ended: str = "", *reviews: str) -> str:
    held = "".join(tags(Reviews=tags(CPPreviewDate=day)) for day in reviews)
    end = tags(CPPendDate=ended) if ended else ""
    return tags(ChildProtectionPlans="\n" + tags(CPPstartDate=started) + end
                + tags(NumberOfPreviousCPP="0") + held)


def test_every_module_of_the_synthetic_census_is_accounted_for():
    path = shared_records() / "cin_CIN_Census_2026.xml"
    tree = ElementTree.parse(path)
    national = read(path)
    for module in ("Child", "CINdetails", "Assessments", "Section47", "ChildProtectionPlans",
                   "CPPreviewDate"):
        (source,) = national.sources[module]
        assert source.read == len(tree.findall(f".//{module}"))
        assert source.read == source.used + source.rejected + source.left_out
    known = [node.text for node in tree.findall(".//CINreferralDate") if node.text <= "2024-03-31"]
    assert [one["referred_on"].isoformat() for one in national.records["referrals"]] == known


def test_no_pupil_number_leaves_the_file_and_no_birth_is_in_a_finding():
    national = read(shared_records() / "cin_CIN_Census_2026.xml")
    assert "A123456789123" not in repr([national.records, national.findings])
    assert "2015, 3, 27" not in repr(national.findings)


@pytest.mark.parametrize(("inner", "sheet", "message"), [
    pytest.param(assessment("2014-06-02", "2014-05-30"), "Assessments",
                 "column AssessmentActualStartDate and AssessmentAuthorisationDate, value "
                 "'2014-06-02 and 2014-05-30': the assessment was authorised before it started; "
                 "correct one of the two", id="authorised before it started"),
    pytest.param(assessment("2014-02-31", "2014-05-30"), "Assessments",
                 "column AssessmentActualStartDate, value '2014-02-31': is not a date; write the "
                 "day as 2014-04-30", id="a day that is none"),
    pytest.param(plan("2014-06-02", "2014-06-01"), "ChildProtectionPlans",
                 "column CPPstartDate and CPPendDate, value '2014-06-02 and 2014-06-01': the plan "
                 "ended before it started; correct one of the two", id="a plan ends first"),
    pytest.param(plan("2014-06-02", "", "2014-06-02"), "CPPreviewDate",
                 "column CPPstartDate and CPPreviewDate, value '2014-06-02 and 2014-06-02': the "
                 "review is on the plan's first day or before; correct one of the two",
                 id="a review on the first day"),
    pytest.param(tags(CINclosureDate="2014-04-30"), "CINdetails",
                 "column CINreferralDate and CINclosureDate, value '2014-05-01 and 2014-04-30': "
                 "the case closed before its referral; correct one of the two", id="closed first"),
    pytest.param(tags(CINclosureDate="2014-06-01") * 2, "CINdetails",
                 "column CINclosureDate, value '2014-06-01 and 2014-06-01': is not a date; write "
                 "the day as 2014-04-30", id="one value twice"),
])
def test_a_row_that_breaks_a_rule_is_named_by_module_line_and_column(
        tmp_path, inner, sheet, message):
    path = census(tmp_path, {"A1": case("2014-05-01", inner=inner)})
    found = [one for one in read(path).findings if one.reaction is Reaction.REJECTED][0]
    lines = path.read_text(encoding="utf-8").splitlines()
    assert f"<{sheet}>" in lines[found.row - 1]
    assert str(found) == f"cin.xml, sheet {sheet}, row {found.row}, {message}"


@pytest.mark.parametrize(("inner", "rule"), [
    pytest.param(enquiry("2014-06-02", "2014-05-30"), "the conference is before its enquiry: "
                 "counted, and never as in time", id="a conference before its enquiry"),
    pytest.param(enquiry("2014-06-02", "2014-06-14"),
                 "the conference is on a Saturday or Sunday", id="a conference on a Saturday"),
    pytest.param(enquiry("2014-04-30"), "the enquiry is before the referral",
                 id="an early enquiry"),
    pytest.param(plan("2014-04-30"), "the plan is before the referral", id="an early plan"),
])
def test_an_odd_row_that_can_be_counted_is_noted_and_used(tmp_path, inner, rule):
    national = read(census(tmp_path, {"A1": case("2014-05-01", inner=inner)}))
    assert [(one.rule, one.reaction) for one in national.findings] == [(rule, Reaction.NOTED)]
    assert all(source.rejected == 0 for sources in national.sources.values() for source in sources)


def test_a_file_without_line_breaks_keeps_its_rows_apart(tmp_path):
    path = census(tmp_path, {
        "A1": case("2014-05-01", inner=plan("2014-06-02", "2014-06-01")),
        "A2": case("2014-05-02", inner=plan("2014-06-02"))})
    path.write_text(path.read_text(encoding="utf-8").replace("\n", ""), encoding="utf-8")
    national = read(path)
    assert [one["child_id"] for one in national.records["plans"]] == ["A2"]
    assert [(one.sheet, one.row) for one in national.findings] == [
        ("ChildProtectionPlans, counted, since the file has several on one line", 1)]


@pytest.mark.parametrize(("said", "expected"), [
    ("true", True), ("1", True), ("false", False), ("0", False), ("", False)])
def test_no_further_action_is_read_in_every_way_that_xml_writes_it(tmp_path, said, expected):
    (one,) = read(census(tmp_path, {"A1": case("2014-05-01", nfa=said)})).records["referrals"]
    assert one["no_further_action"] is expected


def test_a_record_of_a_later_census_replaces_the_earlier_one(tmp_path):
    before = census(tmp_path, {"A1": case("2013-12-02", inner=plan("2014-01-06", "", "2014-03-03")),
                               "A2": case("2013-11-01", "2014-02-03")},
                    "2014-03-31", "before.xml")
    now = census(tmp_path, {"A1": case("2013-12-02", "2014-09-01",
                                       inner=plan("2014-01-06", "2014-09-01", "2014-08-04"))})
    national = read(now, before)
    assert [(one["child_id"], one["closed_on"]) for one in national.records["referrals"]] == [
        ("A2", date(2014, 2, 3)), ("A1", date(2014, 9, 1))]
    assert [one["ended_on"] for one in national.records["plans"]] == [date(2014, 9, 1)]
    assert [one["reviewed_on"] for one in national.records["reviews"]] == [
        date(2014, 3, 3), date(2014, 8, 4)]
    assert [(one.file, one.read, one.used, one.left_out)
            for one in national.sources["CINdetails"]] == [
        ("before.xml", 2, 1, 1), ("cin.xml", 1, 1, 0)]
    assert national.covers == (date(2013, 4, 1), date(2015, 3, 31))


def test_an_open_case_of_a_child_who_is_not_in_the_next_census_is_noted(tmp_path):
    before = census(tmp_path, {"A1": case("2013-12-02", inner=plan("2014-01-06")),
                               "B2": case("2013-12-03", nfa="true"),
                               "C3": case("2013-12-04")}, "2014-03-31", "before.xml")
    now = census(tmp_path, {"C3": case("2013-12-04")})
    assert [(one.file, one.column, one.reaction) for one in read(before, now).findings] == [
        ("before.xml", "CINclosureDate", Reaction.NOTED)]


def test_a_referral_with_two_accounts_is_rejected_and_one_sent_twice_is_kept_once(tmp_path):
    path = census(tmp_path, {
        "A1": case("2014-05-01") + case("2014-05-01", "2014-06-02"),
        "A2": case("2014-05-02") + case("2014-05-02")})
    national = read(path)
    assert [one["child_id"] for one in national.records["referrals"]] == ["A2"]
    (source,) = national.sources["CINdetails"]
    assert (source.read, source.used, source.rejected, source.left_out) == (4, 1, 2, 1)


def test_ids_that_differ_in_leading_zeros_are_refused_together(tmp_path):
    national = read(census(tmp_path, {"0123": case("2014-05-01"), "123": case("2014-06-02")}))
    assert national.records["referrals"] == []
    assert {one.value for one in national.findings} == {"0123 and 123"}


def test_the_same_census_twice_is_refused(tmp_path):
    first = census(tmp_path, {"A1": case("2014-05-01")})
    second = tmp_path / "again.xml"
    second.write_bytes(first.read_bytes())
    assert refusal_of(first, second) == (
        "again.xml: is the same file as cin.xml; name each file once")


@pytest.mark.parametrize(("old", "new", "message"), [
    pytest.param("<Collection>CIN<", "<Collection>SSDA903<", "cin.xml, value 'SSDA903': is not a "
                 "children in need census; its header must say <Collection>CIN</Collection>",
                 id="another collection"),
    pytest.param("2015-03-31", "March", "cin.xml, value 'March': the census does not say its "
                 "reference date; give <ReferenceDate> as 2015-03-31", id="no reference date"),
    pytest.param("Header", "Footer", "cin.xml: is not a children in need census; its header must "
                 "say <Collection>CIN</Collection>", id="no header"),
])
def test_a_file_that_is_not_a_census_is_refused_in_one_line(tmp_path, old, new, message):
    path = census(tmp_path, {"A1": case("2014-05-01")})
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    assert refusal_of(path) == message

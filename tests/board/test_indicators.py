"""The register of indicators: effective-dated, and refused at its first wrong cell."""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal

import pytest
from small_boards.rows import ROOT

from pscb_lib.board.indicators import (
    FIELDS,
    Kind,
    Role,
    SetBy,
    Source,
    Unit,
    by_role,
    indicators_for,
    read_indicators,
)
from pscb_lib.board.indicators.register import REGISTER
from pscb_lib.board.indicators.roles import SHARES
from pscb_lib.framework.rag import Polarity
from pscb_lib.framework.spellings import parse_period
from pscb_lib.reading.findings import InputError

ROW = {
    "id": "FD5", "valid_from": "2012-13", "valid_to": "", "title": "Re-referrals",
    "definition": "Referrals of a child referred before.", "agency": "Children's social care",
    "theme": "Front door", "priority": "Early help", "numerator": "re-referrals",
    "denominator": "referrals", "unit": "percent", "kind": "cohort", "basis": "quarter",
    "polarity": "lower", "target": "20", "target_upper": "", "target_year": "2014-15",
    "target_source": "illustrative", "describes": "child", "severity": "2",
    "question": "Is it how cases are closed?", "lead": "Head of First Response",
    "review_meetings": "2014-09-10; 11/02/2015",
}
BAND = {"polarity": "band", "target": "10", "target_upper": "15"}
COUNT = {"unit": "count", "denominator": ""}
NO_TARGET = {"target": "", "target_year": "", "target_source": ""}
SOURCES = ("write law: or guidance: and what it is set in, or local: and by whom, such as local: "
           "illustrative")
AGENCIES = "name,alias,valid_from,valid_to,section11\nChildren's social care,PCC,,,yes\n"
MEETINGS = ("group,on,papers_by,source\nQ&E,2014-09-10,2014-09-03,illustrative\n"
            "Q&E,2015-02-11,2015-02-04,illustrative\nPSCB,2015-03-03,2015-02-24,illustrative\n")


@pytest.fixture
def read(tmp_path):
    """Read a register of rows like ROW, each with some cells changed."""
    def read_rows(*changes, how=read_indicators):
        path = tmp_path / "indicators.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, [field.name for field in FIELDS])
            writer.writeheader()
            writer.writerows(ROW | change for change in changes)
        return how(path)

    return read_rows


def test_a_row_is_typed(read):
    [one] = read({})
    assert (one.id, one.valid_from, one.valid_to) == ("FD5", parse_period("2012-13"), None)
    assert (one.unit, one.kind) == (Unit.PERCENT, Kind.COHORT)
    assert one.polarity is Polarity.LOWER_IS_BETTER
    assert (one.severity, one.review_meetings) == (2, (date(2014, 9, 10), date(2015, 2, 11)))


@pytest.mark.parametrize(("change", "expected"), [
    pytest.param({}, Decimal("20"), id="one number"),
    pytest.param(BAND, (Decimal("10"), Decimal("15")), id="a band is a pair"),
    pytest.param(NO_TARGET | {"polarity": "neutral"}, None, id="none"),
])
def test_the_target_as_it_is_rated(read, change, expected):
    assert read(change)[0].required == expected


@pytest.mark.parametrize(("written", "set_by", "cites"), [
    pytest.param("law: Order 2003", SetBy.LAW, "Order 2003", id="law"),
    pytest.param("guidance: Working Together 2013", SetBy.GUIDANCE, "Working Together 2013",
                 id="guidance"),
    pytest.param("local: Board of 2 December 2014", SetBy.LOCAL, "Board of 2 December 2014",
                 id="local, by a Board"),
    pytest.param("local", SetBy.LOCAL, "", id="local, said no further"),
    pytest.param("local: illustrative", SetBy.LOCAL, "illustrative", id="set by nobody"),
    pytest.param("illustrative: near the average", SetBy.LOCAL, "illustrative: near the average",
                 id="illustrative, in an earlier register"),
    pytest.param("statutory: Working Together 2013", SetBy.GUIDANCE, "Working Together 2013",
                 id="guidance, in an earlier register"),
    pytest.param("statutory: Fostering Regulations 2005", SetBy.LAW, "Fostering Regulations 2005",
                 id="law, in an earlier register"),
])
def test_who_set_a_target_and_a_time(read, written, set_by, cites):
    [one] = read({"target_source": written, "timescale_source": written})
    assert one.target_source == one.timescale_source == Source(set_by, cites)


def test_a_register_of_an_earlier_release_has_no_times_allowed(tmp_path):
    path = tmp_path / "indicators.csv"
    path.write_text(f"{','.join(ROW)}\n" + ",".join(f'"{cell}"' for cell in ROW.values()))
    [one] = read_indicators(path)
    assert (one.timescale_source, one.target_source) == (None, Source(SetBy.LOCAL, "illustrative"))


@pytest.mark.parametrize(("source", "expected"), [
    pytest.param(Source(SetBy.LOCAL, "illustrative, near the average"), True, id="set by nobody"),
    pytest.param(Source(SetBy.LOCAL, "Board of 2 December 2014"), False, id="set by a Board"),
    pytest.param(Source(SetBy.GUIDANCE, "illustrative guide of 2014"), False, id="guidance"),
])
def test_only_a_local_target_is_illustrative(source, expected):
    assert source.is_illustrative is expected


@pytest.mark.parametrize(("change", "message"), [
    pytest.param({"polarity": "sideways"}, "indicators.csv, row 2, column polarity, value "
                 "'sideways': is not one of higher, lower, band, neutral; correct the register",
                 id="an unknown polarity"),
    pytest.param(BAND | {"target_upper": ""}, "indicators.csv, row 2, column target and "
                 "target_upper, value '10 and ': a band needs its lower and its upper end; "
                 "fill target and target_upper", id="a band without its upper end"),
    pytest.param(BAND | {"target": "16"}, "indicators.csv, row 2, column target and target_upper, "
                 "value '16 and 15': the lower end of a band is not below its upper end; "
                 "correct one of the two", id="a band upside down"),
    pytest.param({"target_upper": "30"}, "indicators.csv, row 2, column polarity and target_upper, "
                 "value 'lower and 30': only a band has an upper end; clear target_upper or give "
                 "the polarity band", id="an upper end without a band"),
    pytest.param({"denominator": ""}, "indicators.csv, row 2, column unit and denominator, value "
                 "'percent and ': a percentage or a rate needs a denominator; say what it is "
                 "counted out of", id="a percentage of nothing"),
    pytest.param({"unit": "rate per 10,000", "denominator": ""}, "indicators.csv, row 2, column "
                 "unit and denominator, value 'rate per 10,000 and ': a percentage or a rate needs "
                 "a denominator; say what it is counted out of", id="a rate of nothing"),
    pytest.param({"severity": "9"}, "indicators.csv, row 2, column severity, value '9': a severity "
                 "is 1, 2 or 3; write 3 for the gravest", id="a severity that is none"),
    pytest.param({"polarity": "higher", "miss_words": "12 not held"}, "indicators.csv, row 2, "
                 "column miss_words, value '12 not held': is not one to four words in small "
                 "letters; write what such cases were, as in: 12 of 20 were not held; or leave "
                 "it blank", id="a number in the words for cases that miss a target"),
    pytest.param({"miss_words": "not held"}, "indicators.csv, row 2, column miss_words, value "
                 "'not held': names cases that miss a target, which are counted of a percentage "
                 "alone where higher is better; leave it blank, or correct the unit or the "
                 "polarity", id="words for cases that miss a target where lower is better"),
    pytest.param({"target_year": "14/15"}, "indicators.csv, row 2, column target_year, value "
                 "'14/15': is not written as 2014-15; correct the register",
                 id="a year in another spelling"),
    pytest.param({"target_year": ""}, "indicators.csv, row 2, column target and target_year, value "
                 "'20 and ': a target has the year for which it was set, and no other row has one; "
                 "fill both or neither", id="a target for no year"),
    pytest.param(NO_TARGET | {"target_year": "2014-15"}, "indicators.csv, row 2, column target and "
                 "target_year, value ' and 2014-15': a target has the year for which it was set, "
                 "and no other row has one; fill both or neither", id="a year without a target"),
    pytest.param({"target_source": "guess"}, "indicators.csv, row 2, column target_source, value "
                 f"'guess': does not begin with law, guidance or local; {SOURCES}",
                 id="a target of another source"),
    pytest.param({"timescale_source": "regulation 33"}, "indicators.csv, row 2, column "
                 "timescale_source, value 'regulation 33': does not begin with law, guidance or "
                 f"local; {SOURCES}", id="a time of another source"),
    pytest.param({"target_source": ""}, "indicators.csv, row 2, column target and target_source, "
                 "value '20 and ': a target says who set it, and no other row does; fill both or "
                 "neither", id="a target that nobody set"),
    pytest.param(NO_TARGET | {"target_source": "illustrative"}, "indicators.csv, row 2, column "
                 "target and target_source, value ' and illustrative': a target says who set it, "
                 "and no other row does; fill both or neither", id="a source without a target"),
    pytest.param({"target_source": "law: "}, "indicators.csv, row 2, column target_source, value "
                 f"'law: ': does not cite the law that it is set in; {SOURCES}",
                 id="law that is not cited"),
    pytest.param({"timescale_source": "guidance"}, "indicators.csv, row 2, column "
                 "timescale_source, value 'guidance': does not cite the guidance that it is set "
                 f"in; {SOURCES}", id="guidance that is not cited"),
    pytest.param({"question": "How cases are closed."}, "indicators.csv, row 2, column question, "
                 "value 'How cases are closed.': a question ends with a question mark; write what "
                 "the Board should ask", id="a question that asks nothing"),
    pytest.param({"target": "0.97"}, "indicators.csv, row 2, column unit and target and "
                 "target_upper, value 'percent and 0.97 and ': a percentage to reach lies between "
                 "1 and 100, or is 0; write 97 for 97%", id="a share for a percentage"),
    pytest.param({"describes": "family"}, "indicators.csv, row 2, column describes, value "
                 "'family': is not one of agency, child; correct the register",
                 id="whom it describes"),
    pytest.param({"polarity": "neutral"}, "indicators.csv, row 2, column polarity and target, "
                 "value 'neutral and 20': where neither way is better there is no target; clear "
                 "the target or say which way is better", id="a target where neither is better"),
    pytest.param({"kind": "stock", "basis": "rolling year"}, "indicators.csv, row 2, column kind "
                 "and basis, value 'stock and rolling year': a stock is counted at the quarter's "
                 "end and not summed over a year; give it the basis quarter",
                 id="a stock over a year"),
    pytest.param({"valid_from": "Dec-11"}, "indicators.csv, row 2, column valid_from, value "
                 "'Dec-11': is not a financial year, such as 2014-15; correct the register",
                 id="a year that Excel took for a month"),
    pytest.param({"valid_to": "2011-12"}, "indicators.csv, row 2, column valid_from and valid_to, "
                 "value '2012-13 and 2011-12': a definition cannot end before it begins; "
                 "correct one of the two years", id="an end before the beginning"),
    pytest.param({"review_meetings": "2014-09-10; soon"}, "indicators.csv, row 2, column "
                 "review_meetings, value '2014-09-10; soon': is not a date; correct the register",
                 id="a meeting on no day"),
])
def test_an_invalid_row_refuses_the_register(read, change, message):
    with pytest.raises(InputError) as refusal:
        read(change)
    assert str(refusal.value) == message


@pytest.mark.parametrize(("change", "message"), [
    pytest.param({"role": "rereferals"}, "indicators.csv, row 2, column role, value 'rereferals': "
                 "is no role that a paper needs (nearest: re-referrals); use a role of the list in "
                 "docs/roles.md, or leave it blank", id="a misspelt role"),
    pytest.param({"role": "referrals"}, "indicators.csv, row 2, column role and unit, value "
                 "'referrals and percent': has a role that is a percentage and another unit, or "
                 "the other way round; give it the unit of its role, or another role",
                 id="a percentage with the role of a count"),
    pytest.param(COUNT | {"role": "re-referrals"}, "indicators.csv, row 2, column role and unit, "
                 "value 're-referrals and count': has a role that is a percentage and another "
                 "unit, or the other way round; give it the unit of its role, or another role",
                 id="a count with the role of a percentage"),
])
def test_a_role_that_cannot_be_is_refused(read, change, message):
    with pytest.raises(InputError) as refusal:
        read(change)
    assert str(refusal.value) == message


def test_a_role_is_held_by_one_indicator_at_a_time(read):
    with pytest.raises(InputError) as refusal:
        read({"role": "re-referrals"}, {"id": "X", **COUNT},
             {"id": "Again", "valid_from": "2014-15", "role": "Re-referrals"})
    assert str(refusal.value) == (
        "indicators.csv, row 4, column role, value 're-referrals': FD5 in row 2 and Again have the "
        "same role in one year; leave the role of one of them blank, or end the earlier one first")


@pytest.mark.parametrize(("period", "expected"), [
    pytest.param("2011-12", {}, id="nobody"),
    pytest.param("2013-14 Q4", {Role.RE_REFERRALS: "FD5"}, id="the earlier one, to its last year"),
    pytest.param("2014-15", {Role.RE_REFERRALS: "Again"}, id="the later one, from its first"),
])
def test_a_role_passes_from_one_indicator_to_another(read, period, expected):
    register = read({"role": "re-referrals", "valid_to": "2013-14"},
                    {"id": "Again", "valid_from": "2014-15", "role": "re-referrals"},
                    {"id": "Other"})
    held = by_role(indicators_for(register, parse_period(period)))
    assert {role: one.id for role, one in held.items()} == expected


def test_the_documents_list_every_role():
    """One row each: the word of the column, what it counts, count or percentage, what needs it."""
    lines = (ROOT / "docs" / "roles.md").read_text(encoding="utf-8").splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines
            if line.startswith("| `")]
    assert [(word, counts, unit) for word, counts, unit, _ in rows] == [
        (f"`{one.value}`", one.counts, "percentage" if one in SHARES else "count or rate")
        for one in Role]


@pytest.fixture
def beside_others(tmp_path):
    """The folder of the register with the two that it is checked against."""
    (tmp_path / "agencies.csv").write_text(AGENCIES, encoding="utf-8")
    (tmp_path / "meetings.csv").write_text(MEETINGS, encoding="utf-8")


def test_a_register_that_agrees_with_the_others_is_read(read, beside_others):
    assert [one.id for one in read({}, how=REGISTER.read)] == ["FD5"]


@pytest.mark.parametrize(("change", "message"), [
    pytest.param({"agency": "Childrens social care"}, "indicators.csv, row 2, column agency, value "
                 "'Childrens social care': is not the own name of an agency; use a name of "
                 "agencies.csv, from its column name", id="a misspelt agency"),
    pytest.param({"agency": "PCC"}, "indicators.csv, row 2, column agency, value 'PCC': is not the "
                 "own name of an agency; use a name of agencies.csv, from its column name",
                 id="a short form of it"),
    pytest.param({"review_meetings": "2014-09-10;2014-09-11"}, "indicators.csv, row 2, column "
                 "review_meetings, value '2014-09-10;2014-09-11': has a day on which the Q&E group "
                 "does not meet; correct the day, or add the meeting to meetings.csv",
                 id="a review without a meeting"),
    pytest.param({"review_meetings": "2015-03-03"}, "indicators.csv, row 2, column "
                 "review_meetings, value '2015-03-03': has a day on which the Q&E group does not "
                 "meet; correct the day, or add the meeting to meetings.csv",
                 id="a review at a meeting of the Board"),
])
def test_a_row_at_odds_with_another_register_is_refused(read, beside_others, change, message):
    with pytest.raises(InputError) as refusal:
        read(change, how=REGISTER.read)
    assert str(refusal.value) == message


@pytest.mark.parametrize(("first", "second"), [
    pytest.param({}, {"valid_from": "2014-15"}, id="the earlier one has no end"),
    pytest.param({"valid_to": "2014-15"}, {"valid_from": "2014-15"}, id="they share one year"),
    pytest.param({"valid_from": "2014-15"}, {}, id="whichever comes first"),
    pytest.param({"valid_from": "2014-15"}, {"valid_to": "2014-15"}, id="the later one is first"),
])
def test_one_id_defined_twice_for_a_year_is_refused(read, first, second):
    with pytest.raises(InputError) as refusal:
        read(first, second)
    assert str(refusal.value) == (
        "indicators.csv, row 3, column id, value 'FD5': the indicator is defined twice for one "
        "year; end the earlier definition first")


@pytest.mark.parametrize(("period", "expected"), [
    pytest.param("2011-12", [], id="before the first"),
    pytest.param("2013-14", ["24", "30"], id="the last year of the first"),
    pytest.param("2014-15 Q1", ["20", "30"], id="the second from its first quarter"),
    pytest.param("2014-15 Q4", ["20", "30"], id="the second in its last quarter"),
])
def test_an_indicator_is_as_it_was_defined_in_the_year(read, period, expected):
    register = read({"valid_to": "2013-14", "target": "24"}, {"valid_from": "2014-15"},
                    {"id": "FD1", **COUNT, "target": "30"})
    targets = [str(one.target) for one in indicators_for(register, parse_period(period))]
    assert targets == expected

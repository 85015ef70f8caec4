"""The front sheet: what is asked, by whom, when, and how the set is marked."""

import csv
from dataclasses import replace
from datetime import date

import pytest

from pscb_lib.board.programme import read_programme
from pscb_lib.framework.spellings import parse_period
from pscb_lib.page.words import front


def sheet(sample, **changes):
    return front.front_sheet(replace(sample.context, **changes), "quarterly_data_set", 10,
                             "Scrutinise the exceptions.", "Not split by group.")


def test_the_front_sheet_of_the_sample(sample):
    block = sheet(sample)

    assert (block.board, block.group) == ("Peterborough Safeguarding Children Board",
                                          "Quality and Effectiveness sub-group")
    assert (block.period, block.as_of, block.audience) == ("2014-15 Q3", "2015-01-31", "board")
    assert block.period_words == "Quarter 3 2014/15 (October to December 2014)"
    facts = dict(block.facts)
    assert facts == {
        "The Board is asked to": "Scrutinise the exceptions.",
        "Presented by": "Q&E Group Chair",
        "Scrutiny": "Q&E reads this paper on 11 February 2015, and then advises the Board",
        "Next paper": "Quarter 4 2014/15: Board, 2 June 2015",
        "Contact": "Performance Management Team",
    }
    foot = dict(block.foot)
    assert list(foot) == ["Programme", "Route", "Equality"]
    assert foot["Programme"].startswith("Appendix 1, item 10: ")
    assert foot["Route"] == "Q&E scrutiny 11 February 2015, then Board 3 March 2015"


@pytest.mark.parametrize(("audience", "asked"), [
    ("restricted", ["Q&E is asked to"]),
    ("board", ["The Board is asked to"]),
    pytest.param("public", [], id="the public is asked nothing"),
])
def test_who_is_asked(sample, audience, asked):
    names = [name for name, _ in sheet(sample, audience=audience).facts]
    assert [name for name in names if "asked" in name] == asked


@pytest.mark.parametrize(("decision", "reason", "expected"), [
    pytest.param("tabled", "visits fell again.", "Q&E on 11 February 2015 advised the Board to "
                 "discuss this paper. Why: Visits fell again", id="tabled, with the reason"),
    pytest.param("tabled", "", "Q&E on 11 February 2015 advised the Board to discuss this paper",
                 id="tabled"),
    pytest.param("for information", "", "Q&E on 11 February 2015 advised the Board to take this "
                 "paper for information", id="for information"),
    pytest.param("", "", "Q&E looked at this paper on 11 February 2015; no advice is recorded",
                 id="no decision"),
])
def test_the_board_is_told_what_q_and_e_concluded_after_the_papers_day(
        sample, sample_project, decision, reason, expected):
    context = replace(sample.context, root=sample_project)
    path = context.params / "ledger.csv"
    names = path.read_text(encoding="utf-8").partition("\n")[0].split(",")
    with path.open("a", encoding="utf-8", newline="") as ledger:
        writer = csv.DictWriter(ledger, names, restval="", lineterminator="\n")
        for on, event, judged, why in (("2015-02-04", "received", "", ""),
                                       ("2015-02-11", "scrutinised", decision, reason)):
            writer.writerow({"on": on, "event": event, "by": "Q&E Group Chair",
                             "report": "quarterly_data_set", "period": "2014-15 Q3",
                             "decision": judged, "answer": why, "source": "illustrative"})

    def told(**changes):
        return dict(sheet(replace(sample, context=context), **changes).facts)["Scrutiny"]

    assert told() == expected
    assert told(audience="restricted") == "Q&E, 11 February 2015, then Board, 3 March 2015"
    assert told(period=context.period.previous) == (
        "Q&E reads this paper on 11 February 2015, and then advises the Board")


@pytest.mark.parametrize(("audience", "marking"), [
    ("restricted", "Q&E group and officers only"),
    ("board", "Board members only: not for publication"),
    ("public", "Draft: not signed off for release"),
])
def test_each_set_is_marked(sample, audience, marking):
    assert sheet(sample, audience=audience).marking == marking


def test_a_paper_that_is_no_item_of_the_programme_has_no_presenter(sample):
    block = front.front_sheet(sample.context, "method", None, "Note it.", "No person.")

    assert "Presented by" not in dict(block.facts)


@pytest.mark.parametrize(("as_of", "expected"), [
    pytest.param(date(2015, 2, 11), "Q&E scrutiny 11 February 2015, then Board 3 March 2015",
                 id="on the day of the meeting"),
    pytest.param(date(2030, 1, 1), "No meeting has been fixed", id="none fixed"),
])
def test_the_route(sample, as_of, expected):
    assert front.route(replace(sample.context, as_of=as_of)) == expected


DAYS = "Q&E scrutiny 11 February 2015, then "


@pytest.mark.parametrize(("item", "expected"), [
    pytest.param(1, "Not stated in Appendix 1", id="membership"),
    pytest.param(2, "Part of the Annual Report", id="attendance"),
    pytest.param(3, "Part of the Annual Report", id="the budget"),
    pytest.param(6, f"{DAYS}Board 3 March 2015 and part of the Annual Report", id="training"),
    pytest.param(8, f"{DAYS}Board 3 March 2015", id="section 11"),
    pytest.param(9, f"{DAYS}the full report to the Board 3 March 2015", id="child deaths"),
    pytest.param(13, f"{DAYS}Board 3 March 2015", id="private fostering"),
    pytest.param(16, f"{DAYS}Board 3 March 2015 if required", id="single-agency audits"),
    pytest.param(21, "Not stated in Appendix 1", id="actions from serious case reviews"),
    pytest.param(22, "To the serious case review group", id="management reviews"),
])
def test_the_route_is_the_programmes_own(sample, item, expected):
    audits = read_programme(sample.context.params / "audit_programme.csv")
    assert front.route(sample.context, audits.item(item)) == expected


def test_a_paper_to_no_meeting_needs_none(sample):
    late = replace(sample.context, as_of=date(2030, 1, 1))
    budget = read_programme(late.params / "audit_programme.csv").item(3)
    assert front.route(late, budget) == "Part of the Annual Report"


def test_the_route_where_the_boards_next_meeting_is_not_fixed(sample, sample_project):
    context = replace(sample.context, root=sample_project)
    path = context.params / "meetings.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if not line.startswith(("Board,", "PSCB,"))),
                    encoding="utf-8")
    assert front.route(context) == "Q&E scrutiny 11 February 2015, then Board"


def test_an_item_is_found_by_its_report_where_a_board_numbers_it_otherwise(sample, sample_project):
    context = replace(sample.context, root=sample_project)
    path = context.params / "audit_programme.csv"
    text = path.read_text(encoding="utf-8").replace("\n10,", "\n40,").replace("\n22,", "\n10,")
    path.write_text(text, encoding="utf-8")

    assert front.audit_of(context, "quarterly_data_set", 10).item == 40
    assert front.audit_of(context, "another", 10).item == 10


def test_the_next_paper_of_a_biennial_item_is_two_years_later(sample):
    context = replace(sample.context, period=parse_period("2014-11"))
    item = front.audit_of(context, "section11", 8)
    assert front.next_paper(context, item) == [("Next paper", "November 2016")]


def test_the_next_scrutiny(sample):
    assert front.scrutiny_on(sample.context) == date(2015, 2, 11)
    assert front.scrutiny_on(replace(sample.context, as_of=date(2030, 1, 1))) is None


@pytest.mark.parametrize(("as_of", "lead"), [
    pytest.param(date(2015, 3, 31), "Performance Officer", id="the last day of 2014-15"),
    pytest.param(date(2015, 4, 1), "Head of Quality", id="the first day of 2015-16"),
])
def test_the_programme_is_that_of_the_year_the_paper_is_made_in(
        sample, sample_project, as_of, lead):
    path = sample_project / "params" / "audit_programme.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    ten = next(row for row in rows if row["item"] == "10")
    rows.append({**ten, "lead": "Head of Quality", "valid_from": "2015-16"})
    ten |= {"lead": "Performance Officer", "valid_to": "2014-15"}
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(ten), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    context = replace(sample.context, root=sample_project, as_of=as_of)

    assert front.audit_of(context, "quarterly_data_set", 10).lead == lead


def test_an_item_that_was_not_yet_in_the_programme_has_no_presenter(sample):
    context = replace(sample.context, as_of=date(2013, 1, 1))
    assert front.audit_of(context, "quarterly_data_set", 10) is None

"""Common assessments: each limit from both sides, who is followed up, the sentences, a real run."""

from __future__ import annotations

import csv
import os
import shutil
from collections import Counter
from contextlib import chdir
from dataclasses import replace
from datetime import date

import pytest
from bad_returns import ROOT, as_csv
from projects import make_project
from warm_batches import CYCLE, warm

from pscb_lib.board.context import open_context
from pscb_lib.disclosure.secrecy.profiles import PROFILES
from pscb_lib.disclosure.showing import show
from pscb_lib.framework.spellings import parse_period
from pscb_lib.reading.findings import Reaction
from pscb_lib.reports.early_help import (
    measures,
    page,
    places,
    returned,
    returned_after,
    returned_cost,
)

NOW, THEN = "2014-15 H1", "2013-14 H1"
SAMPLES = ROOT / "pscb_lib" / "samples"
BLANK = {"first_meeting_on": "", "closed_on": "", "closed_because": "", "tool": "",
         "score_start": "", "score_end": ""}


def write(folder, kind, half, rows, context):
    names = [field.name for field in kind.fields(context)]
    table = [names, *([{**kind.example, **row}.get(name, "") for name in names] for row in rows)]
    if not rows:
        table = [[*names, "nil_return"], [*[""] * len(names), "yes"]]
    path = folder / kind.folder_or_file / f"{half.lower().replace(' ', '-')}.csv"
    path.parent.mkdir(exist_ok=True)
    path.write_text(as_csv(table), encoding="utf-8")


def read(folder, now=(), then=None, after=None, cost=None, period=NOW, as_of="2015-01-31",
         basis="consent"):
    """Return the context and the three returns; None is a file that was not sent."""
    with chdir(ROOT):
        context = open_context(period, as_of, str(folder), "restricted")
    context = replace(context, settings=replace(context.settings, follow_up_basis=basis))
    last_year = context.period.same_last_year.label
    for kind, half, rows in ((returned.RETURN, period, now), (returned.RETURN, last_year, then),
                             (returned_after.RETURN, period, after),
                             (returned_cost.RETURN, period, cost)):
        if rows is not None:
            rows = [{"half_year": half, "assessment_id": f"{half[:4]}-{number}", **row}
                    if kind is returned.RETURN else row for number, row in enumerate(rows, 1)]
            write(folder, kind, half, rows, context)
    return context, *(kind.RETURN.read_for(context)
                      for kind in (returned, returned_after, returned_cost))


def shown(folder, *rows, audience="restricted", profile="dfe", **about):
    return show(measures.measure(*read(folder, *rows, **about)), audience, PROFILES[profile])


def rejected(*checked):
    return [str(finding) for one in checked for finding in one.findings
            if finding.reaction is Reaction.REJECTED]


def closed(because, on="15/09/2014", **others):
    return {**BLANK, "started_on": "12/05/2014", "closed_on": on, "closed_because": because,
            **others}


def a_year_ago(because, on="30/09/2013", started="02/04/2013"):
    return closed(because, on) | {"started_on": started, "consent_on": ""}


@pytest.mark.parametrize(("row", "counts"), [
    pytest.param({"started_on": "28/03/2014", "first_meeting_on": "09/05/2014"}, (1, 1),
                 id="the 42nd day is in time"),
    pytest.param({"started_on": "28/03/2014", "first_meeting_on": "10/05/2014"}, (0, 1),
                 id="the 43rd is not"),
    pytest.param({"started_on": "28/03/2014"}, (0, 1), id="never met"),
    pytest.param({"started_on": "19/08/2014"}, (0, 1), id="six weeks end with the half-year"),
    pytest.param({"started_on": "20/08/2014", "first_meeting_on": "21/08/2014"}, (0, 0),
                 id="six weeks end a day after it"),
    pytest.param(closed("moved", "23/06/2014"), (0, 0), id="closed on the 42nd day, none was owed"),
    pytest.param(closed("moved", "24/06/2014"), (0, 1), id="closed a day later"),
])
def test_the_first_meeting_is_in_time_on_the_last_day_of_six_weeks(tmp_path, row, counts):
    figure = shown(tmp_path, [BLANK | row]).get(*places.MET_IN_TIME)
    assert (figure.numerator, figure.denominator) == counts


@pytest.mark.parametrize(("met_on", "in_time"), [("01/03/2012", 1), ("02/03/2012", 0)])
def test_six_weeks_over_a_29_february(tmp_path, met_on, in_time):
    row = BLANK | {"started_on": "19/01/2012", "first_meeting_on": met_on, "consent_on": ""}
    figures = shown(tmp_path, [row], period="2011-12 H2", as_of="2012-06-01")
    assert figures.get(*places.MET_IN_TIME).counts == (in_time, 1)


def test_needs_met_has_both_denominators(tmp_path):
    # 3 of 8 closed; less one withdrawn, one moved and one not started, with no engagement: 3 of 5
    rows = [closed(because) for because in (
        *["needs met"] * 3, "stepped up to social care", "no engagement", "consent withdrawn",
        "moved", "not started")]
    context, *returns = read(tmp_path, rows)
    figures = show(measures.measure(context, *returns), "restricted")
    assert [figures.get(*place).counts for place in (
        places.MET_OF_CLOSED, places.MET_OF_REMAINED)] == [(3, 8), (3, 5)]
    assert " 3 of 8 assessments closed had their needs met. " in page.answer(
        figures, parse_period(NOW)).words
    assert page.say_closed(context, figures).words.endswith(
        " Leaving out families that withdrew consent, moved or never began, needs were met for "
        "3 of 5 families; families that did not engage are still counted.")


def test_a_change_is_told_by_two_scores_only(tmp_path):
    scores = [("4", "7"), ("4", "4"), ("7", "5"), ("4", "")]
    rows = [closed("needs met", tool="scale", score_start=start, score_end=end)
            for start, end in scores]
    context, *returns = read(tmp_path, rows)
    figures = show(measures.measure(context, *returns), "restricted")
    assert [figures.get(*place).counts for place in (places.SCORED, places.ROSE)] == [
        (3, 4), (1, 3)]
    assert page.say_closed(context, figures).words.endswith(
        " Scores rose in 1 of 3 families scored twice.")


@pytest.mark.parametrize(("scored", "once", "grade", "says", "asks"), [
    pytest.param(0, 1, "", "Little shows whether help works: the one closed had no second score, "
                 "and no audit of the assessments' quality was supplied.", "Who sees that every "
                 "family is scored again at closing, and when is quality "
                 "audited?", id="one"),
    pytest.param(0, 2, "Good", "None of the two closed had a second score.", "Who sees that every "
                 "family is scored again at closing?", id="none, with an audit"),
    pytest.param(3, 1, "", "Little shows whether help works: 1 of 4 closed had no second score, "
                 "and no audit of the assessments' quality was supplied.", "Who sees that every "
                 "family is scored again at closing, and when is quality "
                 "audited?", id="one of four"),
    pytest.param(2, 0, "", "No audit of the assessments' quality was supplied.", "When is "
                 "quality audited?", id="all scored"),
    pytest.param(2, 0, "Good", "", None, id="all scored and audited"),
])
def test_what_lacks_to_know_whether_help_works_is_said_and_asked(
        tmp_path, scored, once, grade, says, asks):
    twice = {"tool": "scale", "score_start": "4", "score_end": "7"}
    rows = [closed("needs met", audit_grade=grade, **more)
            for more in (*[twice] * scored, *[{}] * once)]
    context, *returns = read(tmp_path, rows)
    figures = show(measures.measure(context, *returns), "restricted")
    asked = page.ask_quality(context, figures)
    first = page.answer(figures, parse_period(NOW)).words.split("**")[1]
    assert first.endswith(f" were closed. {says}".rstrip() if scored + once > 1
                          else f" was closed. {says}")
    assert (asked and asked.words, asked and asked.owner) == (asks, asks and "CAF Team Manager")


def test_what_is_open_balances_and_stands_in_the_file_of_its_last_day(tmp_path):
    rows = [BLANK | {"started_on": "31/03/2014"}, BLANK | {"started_on": "01/04/2014"},
            closed("moved", "30/09/2014"),
            closed("moved", "01/04/2014") | {"started_on": "01/02/2014"}]
    figures = shown(tmp_path, rows)
    assert [figures.get(places.FLOW, label).value for label in places.STOCK] == [2, 2, 2, 2]


@pytest.mark.parametrize(("on", "counts"), [
    pytest.param("01/04/2013", (1, 1), id="the first day of the half-year a year before"),
    pytest.param("30/09/2013", (1, 1), id="its last, a full year before the end"),
])
def test_families_closed_a_full_year_ago_are_followed(tmp_path, on, counts):
    row = a_year_ago("needs met", on, "01/02/2013")
    back = {"assessment_id": "2013-1", "referred_within_12m": "yes"}
    figures = shown(tmp_path, [], [row], [back])
    assert figures.get(*places.RETURNED).counts == counts


@pytest.mark.parametrize(("because", "row", "says"), [
    pytest.param("consent withdrawn", {}, "2014-15-h1.csv, row 2, column assessment_id, value "
                 "'2013-1': the family withdrew its consent and is never followed up; take the row "
                 "out, and tell the council not to look this family up", id="withdrew"),
    pytest.param("needs met", {"assessment_id": "2013-9"}, "2014-15-h1.csv, row 2, column "
                 "assessment_id, value '2013-9': was not closed in April to September 2013 because "
                 "of needs met, no engagement, moved or not started; take the row out, or correct "
                 "the id", id="nobody of that half-year"),
    pytest.param("needs met", {"plan_within_12m": "yes"}, "2014-15-h1.csv, row 2, column "
                 "referred_within_12m and plan_within_12m, value 'no and yes': there is a plan and "
                 "no referral; correct one of the two", id="a plan without a referral"),
])
def test_who_may_not_be_followed_up_is_refused(tmp_path, because, row, says):
    _, _, after, _ = read(tmp_path, [], [a_year_ago(because)], [{"assessment_id": "2013-1", **row}])
    assert (rejected(after), len(after.frame)) == ([says], 0)


def test_without_a_stated_basis_no_family_is_followed_up(tmp_path):
    about = {"now": [], "then": [a_year_ago("needs met")],
             "after": [{"assessment_id": "2013-1"}], "basis": None}
    context, *returns = read(tmp_path, **about)
    assert returns[1].rows == {"read": 1, "used": 0, "rejected": 0, "left_out": 1}
    figures = show(measures.measure(context, *returns), "board")
    assert figures.get(*places.RETURNED).state == "not supplied"
    assert page.say_after(context, figures).words == (
        "The Board states no lawful basis for following families up, so that no such record is "
        "used.")


@pytest.mark.parametrize(("row", "says"), [
    pytest.param({"closed_because": ""}, "2014-15-h1.csv, row 2, column closed_on and "
                 "closed_because, value '15/09/2014 and ': the day and the reason of closing go "
                 "together; fill both, or neither", id="closed for no reason"),
    pytest.param({"closed_on": "01/10/2014"}, "2014-15-h1.csv, row 2, column started_on and "
                 "first_meeting_on and closed_on, value '12/05/2014 and 09/06/2014 and 01/10/2014'"
                 ": is after 30 September 2014, the last day of the half-year; leave it for the "
                 "file of its own half-year", id="a day of the next file"),
])
def test_each_broken_rule_has_its_message(tmp_path, row, says):
    assert rejected(*read(tmp_path, [row])[1:]) == [says]


def test_an_assessment_that_was_closed_cannot_be_in_a_later_file(tmp_path):
    _, assessments, *_ = read(tmp_path, [{"assessment_id": "2013-1", "started_on": "02/04/2013",
                                           "consent_on": ""}],
                              [a_year_ago("needs met")])
    assert rejected(assessments) == [
        "2014-15-h1.csv, row 2, column assessment_id: was closed in 2013-14 H1; "
        "correct one of the two"]


def test_nottingham_s_quarter_counts_299_started(tmp_path):
    # Nottingham, Quarter 1 2014/15: 299 started. The counts behind its 62.3 % are not published.
    rows = [BLANK | {"started_on": "12/05/2014"}] * 299
    figures = shown(tmp_path, rows)
    assert (figures.get(*places.STARTED).value, figures.get(
        places.QUARTERS, places.STARTED_ROW, "2014-15 Q1").value) == (299, 299)


@pytest.mark.parametrize(("met", "audience", "profile", "says"), [
    pytest.param("7", "board", "dfe", "£3,286", id="23,000 for 7"),
    pytest.param("4", "board", "dfe", "–", id="no quotient tells a hidden 4"),
    pytest.param("12", "public", "nhs", "£2,300", id="a rounded number has a rounded quotient"),
    pytest.param("0", "public", "dfe", "None closed with needs met", id="none"),
])
def test_spend_for_each_tells_no_hidden_number(tmp_path, met, audience, profile, says):
    cost = [{"service": "Young carers", "early_years": "no", "spend": "23000", "families": "40",
             "closed_needs_met": met}]
    table = page.tabulate_cost(shown(tmp_path, [], cost=cost, audience=audience, profile=profile))
    (row, *_) = table.groups[0].rows
    assert [row[place][0]["text"] for place in (1, 5)] == ["£23,000", says]


def test_the_early_years_stand_apart_or_are_not_supplied(tmp_path):
    service = {"service": "Children's centres", "spend": "60000", "closed_needs_met": "20"}
    table = page.tabulate_cost(shown(tmp_path, [], cost=[service]))
    assert ["Early years services", "£60000.00", 40, 20, "£1,500", "£3,000"] in table.data.rows
    other = shown(tmp_path, [], cost=[service | {"early_years": "no"}])
    assert page.tabulate_cost(other).note.startswith(
        "Spend on the early years, and what came of it, was not supplied. ")
    (tmp_path / "early_help_cost" / "2014-15-h1.csv").unlink()
    assert page.tabulate_cost(shown(tmp_path, [])).words == "What early help cost was not supplied."


@pytest.mark.parametrize(("grades", "says"), [
    ([""], "Not supplied"), (["Good", "Inadequate", "Outstanding", ""], "66.7%")])
def test_quality_is_told_only_where_an_audit_graded_it(tmp_path, grades, says):
    rows = [BLANK | {"audit_grade": grade} for grade in grades]
    assert shown(tmp_path, rows).get(*places.GOOD).text == says


@pytest.mark.parametrize(("about", "audience", "says"), [
    pytest.param({}, "restricted",
                 "No common assessments were started in April to September 2014 and none were "
                 "closed. No audit of the assessments' quality was supplied. None of the 16 "
                 "agencies that may start one did. Whether families came back to social care was "
                 "not supplied.",
                 id="a nil return, and nothing else sent"),
    pytest.param({"now": [closed("needs met")], "then": [a_year_ago("needs met")],
                  "after": [{"assessment_id": "2013-1"}],
                  "cost": [{"closed_needs_met": "1", "spend": "900"}]}, "restricted",
                 "One common assessment was started in April to September 2014 and one was closed. "
                 "Little shows whether help works: the one closed had no second score, and no "
                 "audit of the assessments' quality was supplied. The one assessment that was "
                 "closed had its needs met. 15 of 16 agencies that may start one started none. The "
                 "one family due a first meeting did not have it within six weeks. The "
                 "one family closed with needs met a year before and followed up was not referred "
                 "to social care within 12 months.",
                 id="one of each"),
    pytest.param({"now": [closed("needs met")] * 2 + [closed("moved")]}, "board",
                 "Three common assessments were started in April to September 2014. No audit of "
                 "the assessments' quality was supplied. 15 of 16 agencies that may start one "
                 "started none. Whether families came back to social care was not supplied.",
                 id="few, to the Board: who starts is work, who was closed is families"),
])
def test_the_answer(tmp_path, about, audience, says):
    lead = page.answer(shown(tmp_path, audience=audience, **about), parse_period(NOW))
    assert lead.words.replace("**", "") == says


OWED = {"started_on": "12/05/2014"}
SOON, LATE = OWED | {"first_meeting_on": "16/05/2014"}, OWED | {"first_meeting_on": "12/07/2014"}


@pytest.mark.parametrize(("rows", "says"), [
    pytest.param([BLANK | {"started_on": "30/09/2014"}], "", id="none was due"),
    pytest.param([BLANK | SOON], "The one family due a first meeting had it within six weeks. ",
                 id="one, in time"),
    pytest.param([BLANK | SOON] * 2,
                 "All 2 families due a first meeting had it within six weeks. ", id="all in time"),
    pytest.param([BLANK | SOON, BLANK | LATE, BLANK | OWED],
                 "2 of 3 families had no first meeting within six weeks. ", id="late, and never"),
])
def test_the_answer_says_how_many_families_waited(tmp_path, rows, says):
    words = page.answer(shown(tmp_path, rows), parse_period(NOW)).words
    assert f" started none. {says}Whether families came back" in words


def test_the_agencies_that_met_late_are_asked_and_small_ones_if_no_other_was(tmp_path):
    def asked(**late):
        rows = [BLANK | row | {"started_by_agency": names[one]}
                for one, (soon, some) in late.items() for row in [SOON] * soon + [LATE] * some]
        context, *returns = read(tmp_path, rows)
        figures = show(measures.measure(context, *returns), "restricted")
        return page.ask_meetings(context, figures), page.tabulate_agencies(figures)

    names = {"schools": "Peterborough schools", "housing": "Housing", "police": "Police"}
    few, _ = asked(schools=(10, 0), housing=(8, 1))
    question, table = asked(schools=(18, 2), housing=(6, 4), police=(0, 3))
    assert (few.owner, question.owner) == ("Peterborough City Council Housing",) * 2
    assert [[cell[0]["text"] for cell in row] for row in table.groups[0].rows] == [
        ["Peterborough schools", "20", "90.0%"],
        ["Peterborough City Council Housing", "10", "60.0%"],
        ["Cambridgeshire Constabulary", "3", "0 of 3"], ["Total", "33", "72.7%"]]


def test_the_public_is_asked_nothing(tmp_path):
    rows = [BLANK | row | {"started_by_agency": "Housing"} for row in [SOON] * 30 + [LATE] * 30]
    context, *returns = read(tmp_path, [*rows, *[closed("needs met")] * 12])
    figures, half = measures.measure(context, *returns), parse_period(NOW)
    asked = {audience: [bool(one) for one in (
        page.ask_open(context, known), page.ask_starters(known, half),
        page.ask_meetings(context, known), page.ask_quality(context, known))]
        for audience in ("restricted", "public") for known in [show(figures, audience)]}
    assert asked == {"restricted": [True] * 4, "public": [False] * 4}


def test_social_care_is_asked_about_families_that_came_back(tmp_path):
    context, *returns = read(tmp_path, [], [a_year_ago("needs met")],
                             [{"assessment_id": "2013-1", "referred_within_12m": "yes"}])
    figures = show(measures.measure(context, *returns), "restricted")
    assert page.ask_returned(context, figures).owner == "Head of First Response"


def test_an_ethnic_group_that_is_hidden_is_named_under_the_table(tmp_path):
    groups = [*((one, 28, 12) for one in ("WBRI", "MWBC", "AIND", "")), ("BAFR", 1, 2),
              ("OOTH", 1, 1)]
    rows = [BLANK | row | {"ethnic_group": group} for group, soon, late in groups
            for row in [SOON] * soon + [LATE] * late]
    figures = shown(tmp_path, rows, audience="board")
    hidden = [row for row in figures.rows(places.MET_BY) if figures.get(places.MET_BY, row).hidden]
    table = page.tabulate_meetings(figures)
    printed = {row[0][0]["text"]: [cell[0]["text"] for cell in row] for row in table.groups[0].rows}
    # 28 of 40 is 70%; Wilson's interval at 95% is 0.546 to 0.819
    assert printed["Asian"] == ["Asian", "40", "70.0%", "55% to 82%"]
    assert {"Black", "Other"} <= {*hidden} and not {*hidden} & {*printed}
    assert table.note.endswith(f"Not shown, because of small numbers: {'; '.join(hidden)}.")


@pytest.mark.parametrize(("back", "says"), [
    pytest.param([("no", "no")] * 3, "", id="none came back"),
    pytest.param([("yes", "yes")], "1 of 3 families closed with needs met was followed up. The one "
                 "referred had a child protection plan. ", id="one, and two not followed"),
    pytest.param([("yes", "yes"), ("yes", "no"), ("no", "no")],
                 "Of the two referred, one had a child protection plan. ", id="two"),
])
def test_what_followed_within_a_year_is_said(tmp_path, back, says):
    after = [{"assessment_id": f"2013-{number}", "referred_within_12m": referred,
              "plan_within_12m": plan} for number, (referred, plan) in enumerate(back, 1)]
    context, *returns = read(tmp_path, [], [a_year_ago("needs met")] * 3, after)
    said = page.say_after(context, show(measures.measure(context, *returns), "restricted"))
    assert said.words.startswith(f"{says}The council looked")


@pytest.mark.parametrize(("met", "families", "is_said"), [
    (2, "20", True), (1, "20", False), (2, "1", False), (0, "20", False)])
def test_the_services_families_are_told_from_the_assessments_closed(tmp_path, met, families,
                                                                    is_said):
    cost = [{"service": "Children's centres", "closed_needs_met": families}]
    made = page.tabulate_cost(shown(tmp_path, [closed("needs met")] * met, cost=cost))
    assert (
        "The services' 20 families are not the 2 common assessments closed with needs met: "
        in made.note) is is_said


@pytest.mark.parametrize(("then", "says"), [
    pytest.param("Peterborough schools", "", id="none of the others started any before"),
    pytest.param("Housing", " None in this half-year, but some before: Peterborough City Council "
                 "Housing.", id="one of them did"),
])
def test_the_agencies_that_started_none_are_all_named_and_asked(tmp_path, then, says):
    before = BLANK | {"started_on": "02/04/2013", "started_by_agency": then}
    figures = shown(tmp_path, [BLANK | OWED], [before], audience="board")
    half = parse_period(NOW)
    said, asked = page.say_none(figures, half).words, page.ask_starters(figures, half)
    names = [one for one in figures.rows(places.STARTED_BY) if one != "Total"]

    assert said.endswith(says or "Stamford Hospitals NHS Foundation Trust.")
    assert [one for one in names if one not in said] == ["Peterborough schools"]
    assert asked.owner == "The 15 agencies named above"
    assert "Police and Crime Commissioner" not in names


def test_the_sample_gives_what_was_typed_in_all_quarters_but_one():
    def rows(path):
        with path.open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    typed = {(row["indicator"], row["period"]): (row["numerator"], row["denominator"])
             for row in rows(SAMPLES / "data_set" / "early-help-service.csv")}
    last = {row["assessment_id"]: row
            for path in sorted((SAMPLES / "common_assessments").glob("*.csv"))
            for row in rows(path)}
    counted = Counter()
    for row in last.values():
        counted["EH1", row["started_on"]] += 1
        counted["closed", row["closed_on"]] += 1
        counted["met", row["closed_on"]] += row["closed_because"] == "needs met"
    differing = []
    first = parse_period("2012-13 Q3")  # earlier ones may have been closed before the first file
    typed = {key: sent for key, sent in typed.items() if parse_period(key[1]) >= first}
    for (indicator, label), sent in typed.items():
        quarter = parse_period(label)
        started, all_closed, met = (
            sum(number for (what, day), number in counted.items()
                if what == name and day and quarter.contains(date.fromisoformat(day)))
            for name in ("EH1", "closed", "met"))
        of_records = (started, "") if indicator == "EH1" else (met, all_closed)
        if tuple(map(str, of_records)) != sent:
            differing.append((indicator, label, of_records))
    assert (len(typed), differing) == (20, [("EH6", "2014-15 Q2", (58, 92))])


@pytest.mark.skipif(os.name == "nt", reason="runs are forked from a warm server")
def test_three_sets_are_made_and_nothing_leaks(tmp_path):
    project = make_project(tmp_path / "a project")
    shutil.copy(ROOT / "notebooks" / "early_help.ipynb", project / "notebooks")
    for name in ("common_assessments", "early_help_after", "early_help_cost", "data_set"):
        shutil.copytree(SAMPLES / name, project / "returns" / name, dirs_exist_ok=True)
    (project / "params" / CYCLE / "early_help.yaml").write_text(
        f'period: "{NOW}"\nas_of: "2015-01-31"\nreturns_folder: "returns"\n', encoding="utf-8")
    done = warm("run", "early_help", "--audience", "restricted,board,public", cwd=project)
    assert done.returncode == 0, done.stderr
    text = (project / "outputs" / CYCLE / "board" / "early_help" / "report.html").read_text(
        encoding="utf-8")
    assert "Common assessments closed with needs met in Quarter 2." in text
    audit = warm("audit", "outputs", cwd=project)
    assert (audit.returncode, "0 leaks" in audit.stdout) == (0, True), audit.stdout

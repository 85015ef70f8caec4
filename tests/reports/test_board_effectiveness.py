"""The Board's effectiveness: who is told what, ratings without a member, and logs of single cases.
"""

from __future__ import annotations

from contextlib import chdir
from dataclasses import replace
from datetime import date

import pytest
from bad_returns import ROOT, as_csv

from pscb_lib.board.context import open_context
from pscb_lib.disclosure.paper import make_paper
from pscb_lib.disclosure.secrecy.profiles import PROFILES
from pscb_lib.disclosure.summaries import NOT_COUNTED
from pscb_lib.disclosure.survey import answers_at
from pscb_lib.framework.spellings import parse_period
from pscb_lib.reading.findings import Reaction
from pscb_lib.reports.board_effectiveness import measures, page, places
from pscb_lib.reports.board_effectiveness.facts import list_facts, read_known
from pscb_lib.reports.board_effectiveness.measures.children import is_soon
from pscb_lib.reports.board_effectiveness.returned_rounds import is_chair
from pscb_lib.reports.board_effectiveness.rows import RETURNS
from pscb_lib.returns.kinds import find_returns
from tools.samples import generate_board_effectiveness

KINDS = {one.name: one for one in RETURNS}
ROUND = {"year": "2014-15", "asked_on": "16/02/2015", "closed_on": "13/03/2015", "asked_n": "19",
         "returned_n": "11"}
OPEN = {"resolved_on": "", "outcome": ""}
VOICE = "“What children say changes what the Board decides”"
DATA = "“The Board knows from its data where children wait or are harmed”"


def scores(*given, **row):
    return [{"statement": "Child's voice", "score": str(one), "comment": "", **row}
            for one in given]


def read(folder, audience="restricted", **rows):
    """Return what a set knows and is shown, and what was checked by the name of its return.

    *rows* are changes to the example of a return, by its name; a return without is not supplied.
    """
    for name, those in rows.items():
        kind = KINDS[name]
        table = [[*kind.example], *([{**kind.example, **row}[field] for field in kind.example]
                                    for row in those)]
        (folder / kind.folder_or_file).write_text(as_csv(table), encoding="utf-8")
    with chdir(ROOT):
        context = open_context("2014-15", "2015-04-30", str(folder), audience)
        returned = [kind.read_for(context) for kind in RETURNS]
        paper = make_paper(measures.measure(context, *returned), (),
                           list_facts(context, *returned), audience, PROFILES["dfe"])
        known = read_known(context, paper.facts)
    return known, paper.shown, dict(zip(KINDS, returned, strict=True))


def rejected(checked):
    return [one.rule for one in checked.findings if one.reaction is Reaction.REJECTED]


def cells_of(table):
    return [[line["text"] for cell in row for line in cell]
            for group in table.as_json()["groups"] for row in group["rows"]]


@pytest.mark.parametrize("name", KINDS)
def test_no_return_has_a_code_of_a_member_or_of_a_child(name):
    with chdir(ROOT):
        context = open_context("2014-15", "2015-04-30", "pscb_lib/samples", "restricted")
    names = {field.name for field in KINDS[name].fields(context)}
    assert not names & {"member", "member_code", "member_id", "name", "child_id", "dob", "group"}


@pytest.mark.parametrize(("role", "expected"), [
    ("independent chair", True), ("chair", True), ("the chair of the board", True),
    ("chair of the anothershire safeguarding children board", True), ("chairman", True),
    ("PSCB Chair", True), ("Chair of the PSCB", True), ("Independent Chair of the LSCB", True),
    ("Board's chair", True), ("Chair (independent)", True), ("Vice chair", False),
    ("Chair of the sub-group", False), ("vice-chair", False), ("lay member", False),
    ("chair of the q&e group", False),
])
def test_comments_are_read_by_somebody_other_than_the_chair(role, expected):
    assert is_chair(role) == expected


def test_a_round_whose_comments_the_chair_reads_is_rejected(tmp_path):
    _, _, checked = read(tmp_path, board_rating_rounds=[
        ROUND | {"read_by_role": "Independent Chair"}, {}])
    assert rejected(checked["board_rating_rounds"]) == [
        "comments on the Board are read by somebody other than its chair"]


def test_a_round_in_which_no_member_was_asked_is_rejected(tmp_path):
    _, _, checked = read(tmp_path, board_rating_rounds=[{"asked_n": "0", "returned_n": "0"}])
    assert rejected(checked["board_rating_rounds"]) == ["no member was asked"]


@pytest.mark.parametrize(("closed", "is_rejected"), [
    pytest.param("31/03/2013", True, id="the day before 2013/14 began"),
    pytest.param("01/04/2013", False, id="the first day of 2013/14"),
    pytest.param("15/04/2014", False, id="after it ended"),
])
def test_a_round_is_not_closed_before_its_year_begins(tmp_path, closed, is_rejected):
    _, _, checked = read(tmp_path, board_rating_rounds=[
        {"asked_on": "01/03/2013", "closed_on": closed}])
    assert rejected(checked["board_rating_rounds"]) == (
        ["the round was closed before its year began"] if is_rejected else [])


def test_a_statement_has_no_more_answers_than_forms(tmp_path):
    _, shown, checked = read(tmp_path, board_rating_rounds=[ROUND | {"returned_n": "5"}],
                             board_rating=scores(1, 2, 3, 4, 5, 5))
    assert rejected(checked["board_rating"]) == ["has more answers than forms were returned"]


def test_two_equal_answers_are_two_answers(tmp_path):
    known, shown, _ = read(tmp_path, board_rating_rounds=[ROUND],
                           board_rating=scores(2, 2, 2, 2, 5))
    column = places.answers("Child's voice", known.year)
    assert [shown.get(places.RATINGS, score, column).count for score in "12345"] == [0, 4, 0, 0, 1]
    assert shown.get(places.GOOD, column).counts == (1, 5)


@pytest.mark.parametrize(("number", "is_told"), [(4, False), (5, True)])
def test_what_fewer_than_five_members_gave_and_wrote_is_not_told(tmp_path, number, is_told):
    known, shown, _ = read(tmp_path, board_rating_rounds=[ROUND],
                           board_rating=scores(*[2] * number, comment="Seldom"))
    assert (page.plot_ratings(shown, known) is not None) == is_told
    assert bool(known.comments) == is_told
    assert ("fewer than five" in page.answer(shown, known).words.lower()) != is_told


@pytest.mark.parametrize(("number", "hidden"), [(0, False), (1, True), (4, True), (5, False)])
def test_how_many_rated_the_board_is_hidden_from_it_where_no_rating_is_told(
        tmp_path, number, hidden):
    rows = {"board_rating_rounds": [ROUND | {"returned_n": str(number)}],
            "board_rating": [*scores(*[2] * number), *scores(1, year="2013-14")]}
    known, shown, _ = read(tmp_path, **rows)
    assert shown.get(*places.RATED).counts == (number, 19)
    known, shown, _ = read(tmp_path, "board", **rows)
    assert [shown.get(*place).hidden for place in (
        places.RATED, answers_at(places.RATED))] == [hidden, hidden]
    assert ("Fewer than five members" in page.answer(shown, known).words) == hidden


def test_how_many_rated_the_board_a_year_before_is_hidden_from_it_where_they_were_few(tmp_path):
    rows = {"board_rating_rounds": [ROUND, {"returned_n": "3"}],
            "board_rating": scores(1, 2, 3, 4, 5)}
    known, shown, _ = read(tmp_path, **rows)
    assert "A year before 3 of 18 members rated the Board." in page.say_ratings(shown, known).words
    known, shown, _ = read(tmp_path, "board", **rows)
    assert "A year before" not in page.say_ratings(shown, known).words


@pytest.mark.parametrize(("number", "hidden"), [(1, True), (5, True), (6, False)])
def test_what_practitioners_said_is_hidden_from_the_board_where_they_said_little(
        tmp_path, number, hidden):
    rows = [{"said": f"Point {at}"} for at in range(number)]
    known, shown, _ = read(tmp_path, practitioner_feedback=rows)
    assert len(cells_of(page.tabulate_points(shown, known))) == number
    known, shown, _ = read(tmp_path, "board", practitioner_feedback=rows)
    assert [shown.get(*place).hidden for place in (places.POINTS, places.ANSWERED)] == [hidden] * 2
    assert (page.tabulate_points(shown, known) is None) == hidden
    assert (page.say_points(shown, known).words == (
        "What practitioners said is not shown, because of small numbers.")) == hidden
    assert ("points that practitioners raised" in page.answer(shown, known).words) != hidden
    assert "Nothing else was supplied" not in page.answer(shown, known).words


@pytest.mark.parametrize("name", ["board_rating", "practitioner_feedback", "training_feedback"])
def test_no_row_of_an_answer_is_counted_outside_the_restricted_set(name):
    assert find_returns()[name].describes in NOT_COUNTED


def test_ratings_of_another_year_alone_are_not_too_few_but_not_supplied(tmp_path):
    known, shown, _ = read(tmp_path, board_rating_rounds=[ROUND],
                           board_rating=scores(1, 2, 3, 4, 5, year="2013-14"))
    assert page.answer(shown, known).words.startswith(
        "**Members' ratings of the Board were not supplied.**")


def test_comments_are_in_the_restricted_set_alone_and_without_a_score(tmp_path):
    rows = {"board_rating_rounds": [ROUND], "board_rating": scores(1, 2, 3, 4, 5, comment="Seldom")}
    known, shown, _ = read(tmp_path, **rows)
    assert cells_of(page.tabulate_comments(shown, known))[0] == [
        "What children say changes what the Board decides", "Seldom"]
    known, shown, _ = read(tmp_path, "board", **rows)
    assert page.tabulate_comments(shown, known) is None
    assert "read by the Vice-Chair" in page.say_ratings(shown, known).words


def test_ratings_are_compared_by_the_same_statements_alone(tmp_path):
    known, shown, _ = read(
        tmp_path, board_rating_rounds=[ROUND, {}],
        board_rating=[*scores(4, 4, 4, 4, 4), *scores(1, 1, 1, 1, 1, statement="Data"),
                      *scores(1, 1, 1, 1, 5, year="2013-14")])
    assert page.say_ratings(shown, known).words.startswith(
        "The one statement rated in both years is rated higher than last year.")


def test_a_self_rating_is_said_to_be_no_evidence(tmp_path):
    known, shown, _ = read(
        tmp_path, board_rating_rounds=[ROUND], board_rating=scores(1, 2, 3, 4, 5),
        practitioner_feedback=[{}, {"said": "Nobody answers", "answer": "", "answered_on": ""}],
        escalations=[{}])
    assert page.answer(shown, known).words == (
        f"**11 of 19 members rated the Board, and {VOICE} lowest: 2 of 5 members who rated "
        "it gave 4 or 5.** That is members' opinion, not evidence. Beside it, 1 of 2 points "
        "that practitioners raised was answered and the one escalation was resolved.")
    assert page.ask_points(shown, known).as_json()["owner"] == known.chair


@pytest.mark.parametrize(("data", "lead", "headline"), [
    ((4, 4, 4, 4, 4), f"{VOICE} lowest: 2 of 5 members who rated it gave 4 or 5.**",
     f"Members rate {VOICE} lowest, and {DATA} highest"),
    ((1, 1, 1, 4, 4), "every statement alike.**", "Members rate every statement alike"),
])
def test_statements_that_share_a_place_are_not_told_apart(tmp_path, data, lead, headline):
    known, shown, _ = read(tmp_path, board_rating_rounds=[ROUND], board_rating=[
        *scores(1, 2, 3, 4, 5), *scores(*data, statement="Data")])
    assert lead in page.answer(shown, known).words
    assert page.plot_ratings(shown, known).caption == headline


def test_what_others_saw_stands_alone_where_no_rating_is_told(tmp_path):
    known, shown, _ = read(tmp_path, practitioner_feedback=[{}])
    assert page.answer(shown, known).words == (
        "**Members' ratings of the Board were not supplied.** The one point that practitioners "
        "raised was answered.")


def test_what_was_not_supplied_is_said(tmp_path):
    known, shown, _ = read(tmp_path)
    assert page.answer(shown, known).words == (
        "**Members' ratings of the Board were not supplied.** Nothing else was supplied that shows "
        "how effective it is.")
    assert page.say_pooled(shown, known).words == (
        "Complaints were not supplied. Near misses were not supplied. A single year is for the "
        "group alone, because each is one child.")


def test_that_no_concern_was_escalated_is_a_question_and_no_praise(tmp_path):
    known, shown, _ = read(tmp_path, escalations=[{"raised_on": "20/05/2013",
                                                   "resolved_on": "28/05/2013"}])
    assert page.say_escalated(shown, known).words == (
        "No concern was escalated in the year. That is a question, and no praise.")
    assert page.ask_escalated(shown, known).words.startswith("Do staff know how to escalate")


def escalations(*days):
    return [{"escalation_id": f"ESC-{number}", "raised_on": "02/06/2014",
             "resolved_on": f"{2 + took:02}/06/2014"} for number, took in enumerate(days)]


@pytest.mark.parametrize(("days", "half"), [
    ((1, 2, 3, 4, 20), 3), ((1, 2, 3, 4, 9, 20), 3), ((1, 2, 3, 20), None)])
def test_half_were_resolved_within_so_many_days_of_five_or_more(tmp_path, days, half):
    _, shown, _ = read(tmp_path, escalations=escalations(*days))
    assert shown.has(*places.HALF_WITHIN) == (half is not None)
    if half:
        assert shown.get(*places.HALF_WITHIN).count == half


def test_the_longest_time_is_in_the_restricted_set_alone(tmp_path):
    known, shown, _ = read(tmp_path, escalations=escalations(1, 2, 3, 4, 20))
    assert "The longest took 20 days." in page.say_escalated(shown, known).words
    known, shown, _ = read(tmp_path, "board", escalations=escalations(1, 2, 3, 4, 20))
    assert "longest" not in page.say_escalated(shown, known).words


def test_it_is_asked_who_knew_that_a_child_was_safe(tmp_path):
    known, shown, _ = read(tmp_path, escalations=[{"safe_meanwhile": ""} | OPEN])
    assert shown.get(*places.SAFE).counts == (0, 1)
    assert page.ask_escalated(shown, known).words == (
        "Children's Services, escalation about a threshold, open since 20 May 2014: by when will "
        "it be resolved? Who was to make sure that the child was safe, in the case in which nobody "
        "knew it?")


def test_several_open_escalations_are_each_asked_about(tmp_path):
    known, shown, _ = read(tmp_path, escalations=[
        OPEN, OPEN | {"escalation_id": "ESC-9", "about": "other", "raised_on": "21/05/2014"}])
    assert page.ask_escalated(shown, known).words == (
        "Children's Services, escalation about a threshold, open since 20 May 2014; "
        "Children's Services, escalation about another matter, open since 21 May 2014: by when "
        "will each be resolved?")


@pytest.mark.parametrize(("safe", "says"), [
    (("yes", "yes"), "**Members' ratings"),
    (("", "yes"), "**In 1 of 2 concerns that an agency took to a senior manager of another "
     "(escalations), nobody knew that the child was safe meanwhile.** **Members' ratings"),
    (("no",), "**In the one concern that an agency took to a senior manager of another "
     "(escalations), nobody knew that the child was safe meanwhile.** **Members' ratings"),
])
def test_the_answer_begins_with_children_not_known_to_be_safe(tmp_path, safe, says):
    known, shown, _ = read(tmp_path, escalations=[
        {"escalation_id": f"ESC-{at}", "safe_meanwhile": one} for at, one in enumerate(safe)])
    assert page.answer(shown, known).words.startswith(says)


@pytest.mark.parametrize(("raised_with", "headline"), [
    (["Police"], "The one escalation was raised with Police"),
    (["Police", "Police", "Education"], "2 of 3 escalations were raised with Police"),
    (["Police", "Education"], "Two escalations were raised with two agencies"),
    (["Police", "Police"], "2 of 2 escalations were raised with Police"),
])
def test_the_figure_of_escalations_is_headed_by_what_it_shows(tmp_path, raised_with, headline):
    known, shown, _ = read(tmp_path, escalations=[
        {"escalation_id": f"ESC-{at}", "raised_with": one} for at, one in enumerate(raised_with)])
    assert page.plot_pairs(shown, known).caption == headline


def test_a_statement_stands_in_full_beside_its_bars_the_lowest_first(tmp_path):
    known, shown, _ = read(tmp_path, board_rating_rounds=[ROUND], board_rating=[
        *scores(4, 4, 4, 4, 4, statement="Data"), *scores(1, 1, 1, 1, 5)])
    assert [row[0] for row in page.plot_ratings(shown, known).data.rows] == [
        f"{one.strip('“”')}, 2014/15" for one in (VOICE, DATA)]


def complaints(*answered):
    """Complaints received on 8 September 2014: ten working days end on 22, twenty on 6 October."""
    return [{"complaint_id": f"C-{number}", "answered_on": day,
             "upheld": "upheld" if day else ""} for number, day in enumerate(answered)]


def test_complaints_are_answered_within_ten_and_twenty_working_days(tmp_path):
    _, shown, _ = read(tmp_path, complaints=complaints(
        "22/09/2014", "23/09/2014", "06/10/2014", "07/10/2014", ""))
    ten, twenty = (shown.get(places.COMPLAINTS, row) for row in (places.IN_TEN, places.IN_TWENTY))
    assert (ten.counts, twenty.counts) == ((1, 5), (3, 5))


def test_a_year_s_complaints_and_near_misses_are_in_the_restricted_set_alone(tmp_path):
    rows = {"complaints": complaints(*["22/09/2014"] * 3),
            "near_misses": [{"considered_on": "04/08/2014"}]}
    known, shown, _ = read(tmp_path, "board", **rows)
    assert (page.tabulate_complaints(shown, known), page.tabulate_near_misses(shown, known)) == (
        None, None)
    assert not shown.has(places.COMPLAINTS, places.RECEIVED)
    assert not shown.has(places.COMPLAINTS_POOLED, places.RECEIVED)
    assert page.say_pooled(shown, known).words == (
        "The log of complaints runs since 2014/15: the Board is told of it when it has three "
        "years. The log of near misses runs since 2014/15: the Board is told of it when it has "
        "three years. A single year is for the group alone, because each is one child.")
    assert page.ask_children(shown, known) is None


def test_complaints_of_three_years_are_counted_together(tmp_path):
    many = [{"complaint_id": f"C-{year}-{number}", "received_on": f"08/09/{year}",
             "due_on": f"22/09/{year}", "answered_on": f"19/09/{year}"}
            for year in (2011, 2012, 2013, 2014) for number in range(3)]
    _, shown, _ = read(tmp_path, complaints=many)
    assert shown.get(places.COMPLAINTS_POOLED, places.RECEIVED).count == 9
    assert shown.get(places.COMPLAINTS, places.RECEIVED).count == 3


@pytest.mark.parametrize(("first", "is_told"), [
    ("2012-13", True), ("2012-13 Q2", False), ("2013-14", False)])
def test_a_log_is_pooled_from_the_board_s_first_cycle_on(tmp_path, first, is_told):
    read(tmp_path, complaints=complaints("22/09/2014"))
    with chdir(ROOT):
        context = open_context("2014-15", "2015-04-30", str(tmp_path), "restricted")
        context = replace(context, settings=replace(context.settings,
                                                    first_cycle=parse_period(first)))
        rows = measures.measure(context, *(kind.read_for(context) for kind in RETURNS))
    assert (places.COMPLAINTS_POOLED in {*rows["table"]}) is is_told


@pytest.mark.parametrize(("name", "row", "field"), [
    ("complaints", {"answered_on": "12/05/2015"}, "upheld"),
    ("near_misses", {"considered_on": "12/05/2015"}, "decision"),
    ("escalations", {"resolved_on": "12/05/2015"}, "outcome")])
def test_what_was_found_after_the_day_of_the_report_is_not_told(tmp_path, name, row, field):
    _, _, checked = read(tmp_path, **{name: [row]})
    assert [*checked[name].frame[field]] == [None]


@pytest.mark.parametrize(("happened", "considered", "expected"), [
    (date(2015, 1, 31), date(2015, 2, 28), True), (date(2015, 1, 31), date(2015, 3, 1), False),
    (date(2014, 7, 3), date(2014, 8, 3), True), (date(2014, 7, 3), None, False),
])
def test_a_near_miss_is_considered_within_a_calendar_month(happened, considered, expected):
    assert is_soon(happened, considered) is expected


def test_a_report_is_in_time_late_or_not_given_and_tells_an_outcome_with_evidence(tmp_path):
    known, shown, _ = read(tmp_path, sub_group_reports=[
        {}, {"due_on": "30/09/2014", "given_on": "01/10/2014", "to_chairs_on": "",
             "evidence": "no"},
        {"due_on": "31/12/2014", "given_on": "", "activity": "", "outcome": "", "evidence": "",
         "to_chairs_on": ""}])
    assert [shown.get(places.BY_GROUP, row, "Case Review").count for row in (
        places.IN_TIME, places.LATE, places.NOT_GIVEN)] == [1, 1, 1]
    assert shown.get(*places.TELLS_OUTCOME).counts == (1, 2)
    assert page.ask_reports(shown, known).words == (
        "When will the one missing report of Case Review come?")


def test_a_sub_group_that_says_what_changed_is_asked_only_how_that_is_known(tmp_path):
    known, shown, _ = read(tmp_path, sub_group_reports=[
        {"evidence": "no"}, {"sub_group": "Policies and Procedures", "outcome": "",
                             "evidence": ""}])
    asked = page.ask_reports(shown, known)
    assert asked.words == (
        "What did the work of Policies and Procedures change for children, and how is that known? "
        "How is it known what the work of Case Review changed for children?")


@pytest.mark.parametrize(("groups", "says"), [
    pytest.param(("Case Review", "Case Review"),
                 "When will the missing reports come: two of Case Review?", id="two of one"),
    pytest.param(("Case Review", "Quality and Effectiveness"), "When will the missing reports "
                 "come: one of Case Review and one of Quality and Effectiveness?", id="two groups"),
])
def test_missing_reports_are_counted_as_the_figure_counts_them(tmp_path, groups, says):
    known, shown, _ = read(tmp_path, sub_group_reports=[
        {"sub_group": group, "due_on": f"{29 + at}/09/2014", "given_on": "", "activity": "",
         "outcome": "", "evidence": "", "to_chairs_on": ""} for at, group in enumerate(groups)])
    assert page.ask_reports(shown, known).words == says


def test_the_statements_that_fell_are_named(tmp_path):
    known, shown, _ = read(
        tmp_path, board_rating_rounds=[ROUND, {}], board_rating=[
            *scores(4, 4, 4, 4, 4), *scores(1, 1, 1, 1, 1, statement="Data"),
            *scores(1, 1, 1, 1, 5, year="2013-14"),
            *scores(4, 4, 4, 4, 4, statement="Data", year="2013-14")])
    assert page.say_ratings(shown, known).words.startswith(
        "By the share that gave 4 or 5, 1 of 2 statements is rated higher than last year and one "
        f"lower ({DATA}); the same members may not have answered.")


@pytest.mark.parametrize("name", KINDS)
def test_the_generator_makes_the_shipped_file_byte_for_byte(tmp_path, name):
    generate_board_effectiveness.main(tmp_path)
    shipped = ROOT / "pscb_lib" / "samples" / f"{name}.csv"
    assert (tmp_path / shipped.name).read_bytes() == shipped.read_bytes()

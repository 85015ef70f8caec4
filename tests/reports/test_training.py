"""Training: paired change, answers beside what was asked, places not taken, and few people."""

from __future__ import annotations

import shutil
from contextlib import chdir
from fractions import Fraction

import pytest
from bad_returns import ROOT, as_csv
from projects import make_project
from warm_batches import CYCLE, warm

from pscb_lib.board.agencies import read_agencies
from pscb_lib.board.context import open_context
from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import show
from pscb_lib.framework.audit_summary.section11 import Scope
from pscb_lib.reading.findings import Reaction
from pscb_lib.reports.training import measures, page, places
from pscb_lib.reports.training.measures.parts import FEWEST

SCORES = ("recognising", "acting", "sharing", "working_together")
ONE_SCALE = dict.fromkeys(SCORES, "")
EMPTY = {"answered_on": "", **ONE_SCALE, "useful": ""}
BEFORE, AFTER = places.STAGES["before"], places.STAGES["after"]
LATER = {"stage": "three months", "sent_on": "14/08/2014", "answered_on": "20/08/2014",
         **ONE_SCALE, "useful": "", "changed_practice": "yes"}


def form(person, stage, score):
    return {"person_code": f"P-{person:02}", "stage": stage, **ONE_SCALE,
            "recognising": str(score), "useful": ""}


def read(folder, taken=None, forms=None, single=None, events=({},), as_of="2015-04-30",
         audience="restricted"):
    """Return context, figures and the checked returns; each argument is changes to the example."""
    with chdir(ROOT):
        context = open_context("2014-15", as_of, str(folder), audience)
    for kind, rows in zip(measures.RETURNS, (events, taken, forms, single), strict=True):
        names = [field.name for field in kind.fields(context)]
        if rows is not None:
            table = [names, *([{**kind.example, **row}.get(name, "") for name in names]
                              for row in rows)]
            (folder / kind.folder_or_file).write_text(as_csv(table), encoding="utf-8")
    checked = [kind.read_for(context) for kind in measures.RETURNS]
    with chdir(ROOT):
        return context, show(measures.measure(context, *checked), audience), checked


def answer(context, shown):
    with chdir(ROOT):
        return page.answer(context, shown).words


def test_change_is_that_of_the_same_people_and_not_of_all_who_answered(tmp_path):
    pairs = [row for person in range(FEWEST) for row in (
        form(person, "before", 5), form(person, "after", 6))]
    # Ten more came with high scores and did not answer after: all means would fall.
    others = [form(person, "before", 10) for person in range(20, 30)]
    _, shown, _ = read(tmp_path, forms=[*pairs, *others])
    scale = "Recognising harm"
    assert shown.get("learnt", scale, places.PAIRED).value == FEWEST
    assert [shown.get("learnt", scale, column).value for column in (BEFORE, AFTER)] == [5, 6]


def test_a_persons_mean_is_of_the_scales_scored_both_times(tmp_path):
    rows = [row for person in range(FEWEST) for row in (
        form(person, "before", 4) | {"acting": "9"}, form(person, "after", 7))]
    _, shown, _ = read(tmp_path, forms=rows)
    assert [shown.get("learnt", places.ALL_SCALES, column).value
            for column in (BEFORE, AFTER)] == [4, 7]


@pytest.mark.parametrize(("people", "state"), [
    pytest.param(FEWEST, "", id="ten are told"),
    pytest.param(FEWEST - 1, "fewer than ten answered", id="nine are not"),
])
def test_few_people_are_not_told_in_any_set(tmp_path, people, state):
    rows = [row for person in range(people) for row in (
        form(person, "before", 5), form(person, "after", 6))]
    later = [LATER | {"person_code": f"P-{person:02}"} for person in range(people)]
    _, shown, _ = read(tmp_path, forms=[*rows, *later])
    assert shown.get("learnt", "Recognising harm", AFTER).state == state
    assert shown.get(*places.OWN_CHANGE).state == state


def change_and_practice(scored, told, both):
    """Forms of people who scored before and after, and who said later whether practice changed.

    *both* of them did both.
    """
    pairs = [row for person in range(scored) for row in (
        form(person, "before", 5), form(person, "after", 6))]
    return [*pairs, *(LATER | {"person_code": f"P-{at:02}"}
                      for at in range(scored - both, scored - both + told))]


WHOSE = "Confidence and changed practice{} come from the same forms"


@pytest.mark.parametrize(("scored", "told", "both", "says"), [
    pytest.param(30, 20, 12, ": 8 of 20 answers on changed practice lack a score before or after.",
                 id="some"),
    pytest.param(12, 10, 9, ": 1 of 10 answers on changed practice lacks a score before or after.",
                 id="all but one"),
    pytest.param(12, 10, 0, ": none of the 10 answers on changed practice have scores both before "
                 "and after.", id="none"),
    pytest.param(11, 10, 10, ": 10 of 10 answers on changed practice have scores both before and "
                 "after, and one other pair of scores has no such answer.",
                 id="all of them, and one more"),
    pytest.param(10, 10, 10, ".", id="the same"),
    pytest.param(10, 9, 3, None, id="too few said whether practice changed"),
    pytest.param(9, 10, 3, None, id="too few scored twice"),
])
def test_it_is_said_whether_both_results_are_of_the_same_people(
        tmp_path, scored, told, both, says):
    context, shown, _ = read(tmp_path, forms=change_and_practice(scored, told, both))
    said = page.say_whose(shown)
    expected = says and WHOSE.format("" if says == "." else " do not") + says
    assert (said and said.words) == expected


@pytest.mark.parametrize("both", [3, 17])
def test_that_the_people_are_not_the_same_is_said_where_their_number_is_hidden(tmp_path, both):
    forms = change_and_practice(30, 20, both)
    context, shown, _ = read(tmp_path, forms=forms, audience="board")
    assert page.say_whose(shown).words == f"{WHOSE.format(' do not')}."


def test_an_answer_later_to_another_event_is_of_no_one_who_scored_at_this_one(tmp_path):
    forms = change_and_practice(10, 10, 10)
    elsewhere = [row | {"event_id": "T-02"} if row["stage"] == "three months" else row
                 for row in forms]
    context, shown, _ = read(tmp_path, forms=elsewhere, events=[{}, {"event_id": "T-02"}])
    assert "none of the 10 answers on changed" in page.say_whose(shown).words


def later_forms(answered, silent):
    """Forms of the third month: so many that came back, and so many that did not."""
    back = [LATER | {"person_code": f"P-{at:02}"} for at in range(answered)]
    return [*back, *(LATER | EMPTY | {"person_code": f"P-{at}", "changed_practice": ""}
                     for at in range(answered + 100, answered + silent + 100))]


@pytest.mark.parametrize(("answered", "silent", "hidden"), [
    pytest.param(1, 39, True, id="one of forty"),
    pytest.param(5, 35, True, id="five of forty"),
    pytest.param(3, 0, True, id="all of three"),
    pytest.param(6, 34, False, id="six of forty"),
    pytest.param(0, 40, False, id="a zero is shown"),
    pytest.param(38, 2, False, id="who did not answer is told by no answer"),
])
def test_how_many_answered_is_hidden_in_the_board_s_set_where_they_are_few(
        tmp_path, answered, silent, hidden):
    forms = later_forms(answered, silent)
    place = places.ANSWERED, places.STAGES["three months"]
    assert read(tmp_path, forms=forms)[1].get(*place).counts == (answered, answered + silent)
    context, shown, _ = read(tmp_path, forms=forms, audience="board")
    assert shown.get(*place).hidden == shown.get(*place, "Answers").hidden == hidden
    assert (answer(context, shown).startswith(
        "**How many answered three months later is not shown, because of small numbers.**")
        == hidden)
    line = next(row for row in page.tabulate_stages(shown).groups[0].rows
                if row[0][0]["text"] == "Three months later")
    assert (line[1][0]["text"] == "Not shown: small numbers") == hidden


def test_how_many_scored_twice_is_hidden_in_the_board_s_set_where_they_are_few(tmp_path):
    forms = [row for person in range(4) for row in (
        form(person, "before", 5), form(person, "after", 6))]
    _, shown, _ = read(tmp_path, forms=forms, audience="board")
    assert all(shown.get("learnt", row, places.PAIRED).hidden
               for row in ("Recognising harm", places.ALL_SCALES))


@pytest.mark.parametrize(("answered", "silent", "says", "asked"), [
    pytest.param(6, 3, "Of 9 forms sent three months later 6 were answered: too few to say "
                 "whether practice changed.", None, id="nine asked"),
    pytest.param(6, 4, "Of 10 forms sent three months later 6 were answered (60.0%): too few to "
                 "say whether practice changed.", None, id="ten asked"),
    pytest.param(2, 6, "Of 8 forms sent three months later 2 were answered: too few to say "
                 "whether practice changed.", "2 of 8 forms sent to staff were answered",
                 id="less than half of eight"),
    pytest.param(0, 1, "The one form sent three months later was not answered: too few to say "
                 "whether practice changed.", "The one form sent to staff was not answered",
                 id="one who did not"),
])
def test_no_share_is_told_of_fewer_than_ten_who_were_asked(
        tmp_path, answered, silent, says, asked):
    context, shown, _ = read(tmp_path, forms=later_forms(answered, silent))
    assert says in answer(context, shown)
    line = next(row for row in page.tabulate_stages(shown).groups[0].rows
                if row[0][0]["text"] == "Three months later")
    assert ("%" in line[1][0]["text"]) == (answered + silent >= FEWEST)
    with chdir(ROOT):
        question = page.ask_practice(context, shown)
    assert (question and question.words) == (asked and (
        f"{asked} after three months: how will the Board know that practice changed?"))


def test_not_yet_is_no_change_and_who_did_not_answer_is_in_neither_number(tmp_path):
    said = ["yes"] * 6 + ["not yet"] * 3 + ["no"]
    rows = [LATER | {"person_code": f"P-{at:02}", "changed_practice": one}
            for at, one in enumerate(said)]
    silent = [LATER | EMPTY | {"person_code": f"P-{at}", "changed_practice": ""}
              for at in range(50, 60)]
    late = LATER | {"person_code": "P-99", "answered_on": "20/04/2015"}
    context, shown, _ = read(tmp_path, forms=[*rows, *silent, late], as_of="2015-03-31")
    assert shown.get(*places.OWN_CHANGE).counts == (6, 10)
    assert shown.get(places.ANSWERED, places.STAGES["three months"]).counts == (10, 21)
    assert answer(context, shown).startswith(
        "**Of 21 forms sent three months later 10 were answered (47.6%); 6 of 10 told of changed "
        "practice.**")
    with chdir(ROOT):
        asked = page.ask_practice(context, shown)
    assert (asked.words, asked.owner) == (
        "47.6% of forms sent to staff were answered after three months: how will the Board "
        "know that practice changed?", "Strategic Learning and Development Group")


def test_a_person_on_three_courses_took_three_places_and_is_one(tmp_path):
    events = [{}, {"event_id": "T-02"}, {"event_id": "T-03"}]
    _, shown, _ = read(tmp_path, [{"event_id": one} for one in ("T-01", "T-02", "T-03")],
                       events=events)
    assert (shown.get(*places.ALL_CAME).counts, shown.get(*places.PEOPLE).value) == ((3, 3), 1)
    assert shown.get(*places.FILLED).counts == (3, 72)


def test_a_cancelled_place_is_no_place_where_nobody_gave_notice(tmp_path):
    taken = [{}, {"person_code": "P-2", "attended": "cancelled"},
             {"person_code": "P-3", "attended": "no show", "charged": "25.50"},
             {"person_code": "P-3", "attended": "no show", "agency": "Housing",
              "event_id": "T-02"}]
    context, shown, _ = read(tmp_path, taken, events=[{}, {"event_id": "T-02"}])
    assert shown.get(*places.ALL_CAME).counts == (1, 4)
    assert [shown.get(places.TAKEN, TOTAL, column).value for column in (
        places.NO_SHOW, places.CANCELLED)] == [2, 1]
    assert "At 2 of 4 places booked nobody came or gave notice, 1 of them booked by" in answer(
        context, shown)


@pytest.mark.parametrize(("number", "says"), [
    (10, "Of 10 places booked, 90.0% were taken up (local target 90%: met); at 1 nobody came or "
         "gave notice."),
    (11, "Of 11 places booked, 81.8% were taken up (local target 90%: not met); at 2 nobody came "
         "or gave notice."),
])
def test_places_taken_up_are_told_against_the_target(tmp_path, number, says):
    taken = [{"person_code": f"P-{at}", "attended": "yes" if at < 9 else "no show"}
             for at in range(number)]
    context, shown, _ = read(tmp_path, taken)
    assert says in answer(context, shown)


def test_the_target_stands_as_a_line_in_the_figure_of_staff_in_date(tmp_path):
    context, shown, _ = read(tmp_path, single=[{"staff_n": "100", "in_date_n": "93"}])
    with chdir(ROOT):
        drawn = page.plot_levels(context, shown)
    assert ">target 95%</text>" in drawn.svg and drawn.alt.endswith(" Target: 95%.")


def test_a_share_of_places_stands_beside_the_share_of_staff(tmp_path):
    taken = [{"person_code": str(at)} for at in range(9)] + [{"agency": "Housing"}]
    single = [{"staff_n": "100", "in_date_n": "95"},
              {"agency": "Housing", "staff_n": "300", "in_date_n": "270"}]
    context, shown, _ = read(tmp_path, taken, single=single)
    housing = next(row for row in shown.rows(places.BALANCE) if "Housing" in row)
    assert [shown.get(places.BALANCE, housing, column).value for column in (
        places.OF_PLACES, places.OF_STAFF)] == [10, 75]
    with chdir(ROOT):
        assert page.ask_balance(context, shown).words == (
            "Housing has 75.0% of staff and took 10.0% of places: who of its staff should train "
            "with other agencies?")
        assert page.ask_agencies(context, shown).words == (
            "By when will 95% of staff be in date: Housing (90.0%)?")


def test_an_agency_is_validated_if_all_its_levels_are(tmp_path):
    single = [{}, {"level": "3", "validated": "no", "validated_by": ""}, {"agency": "Housing"}]
    context, shown, _ = read(tmp_path, single=single)
    assert shown.get(*places.VALIDATED).counts == (1, 2)
    assert shown.get(places.IN_DATE, TOTAL).value == Fraction(100 * 590, 640)
    assert "1 of 2 agencies had their own training validated; " in answer(context, shown)


@pytest.mark.parametrize(("numbers", "untold"), [
    pytest.param((12, 15, 4), (0, 2), id="one with few takes the next smallest with it"),
    pytest.param((12, 15, 4, 3), (0, 2, 3), id="two with seven together do so too"),
    pytest.param((12, 15, 6, 5), (2, 3), id="two with eleven together hide each other"),
    pytest.param((12, 15, 0), (2,), id="nobody answered of one"),
    pytest.param((12, 15, 10), (), id="all have ten"),
])
def test_the_answers_of_few_do_not_follow_from_the_total(tmp_path, numbers, untold):
    events = [{"event_id": f"T-{at}", "title": f"Course {at}"} for at in range(len(numbers))]
    forms = [row | {"event_id": f"T-{at}", "person_code": f"P-{at}-{one}"}
             for at, number in enumerate(numbers) for one in range(number)
             for row in (LATER, form(one, "before", 5), form(one, "after", 6) | {"useful": "yes"})]
    _, shown, _ = read(tmp_path, forms=forms, events=events)
    for column in (places.USEFUL, places.LEARNT, places.CHANGED):
        assert tuple(at for at in range(len(numbers)) if shown.get(
            places.COURSES, f"Course {at}", column).value is None) == untold
    assert shown.get(*places.OWN_CHANGE).counts == (sum(numbers), sum(numbers))


def test_a_hidden_course_is_printed_as_too_few(tmp_path):
    events = [{"event_id": f"T-{at}", "title": f"Course {at}"} for at in range(2)]
    forms = [LATER | {"event_id": f"T-{at}", "person_code": f"P-{at}-{one}"}
             for at, number in enumerate((12, 4)) for one in range(number)]
    _, shown, _ = read(tmp_path, forms=forms, events=events)
    rows = page.tabulate_courses(shown).groups[0].rows
    assert [row[5][0]["text"] for row in rows] == ["Too few", "Too few"]


def test_an_agency_without_staff_to_train_is_not_below_the_target(tmp_path):
    single = [{}, {"agency": "Housing", "staff_n": "0", "in_date_n": "0"}]
    context, shown, _ = read(tmp_path, single=single)
    with chdir(ROOT):
        assert page.ask_agencies(context, shown).words.endswith("in date: Police (92.2%)?")
        assert page.plot_levels(context, shown).caption == (
            "The one agency with staff to train is below 95%")


def test_no_agency_has_staff_to_train(tmp_path):
    context, shown, _ = read(tmp_path, [{}], single=[{"staff_n": "0", "in_date_n": "0"}])
    with chdir(ROOT):
        assert page.plot_levels(context, shown).words == (
            "No agency has staff who need training.")
        assert (page.say_agencies(shown), page.ask_agencies(context, shown),
                page.plot_balance(context, shown)) == (None, None, None)


def test_one_agency_that_did_not_report_is_said_in_the_singular(tmp_path):
    with chdir(ROOT):
        context = open_context("2014-15", "2015-04-30", str(tmp_path), "restricted")
        names = sorted({one.name for one in read_agencies(context.params / "agencies.csv")
                        if one.section11 is Scope.STATUTORY
                        and one.valid_from <= context.period.end
                        and context.period.start <= one.valid_to})
    context, shown, _ = read(tmp_path, single=[{"agency": one} for one in names[1:]])
    assert answer(context, shown).endswith("validated; one other sent no figures.")
    with chdir(ROOT):
        asked = page.ask_silent(context, shown)
        short = page.agencies.names_of(context)
    assert asked.owner == short.get(names[0], names[0])


def test_a_code_is_one_persons_in_all_agencies(tmp_path):
    taken = [{}, {"event_id": "T-02", "agency": "Housing"}]
    _, shown, _ = read(tmp_path, taken, events=[{}, {"event_id": "T-02"}])
    assert shown.get(*places.PEOPLE).value == 1


def test_events_that_carry_what_was_learnt_from_reviews(tmp_path):
    _, shown, _ = read(tmp_path, events=[{}, {"event_id": "T-02", "from_review": ""},
                                         {"event_id": "T-03", "held_on": "01/04/2013"}])
    assert shown.get(*places.FROM_REVIEWS).counts == (1, 2)


def test_what_was_not_supplied_is_said_and_not_counted_as_none(tmp_path):
    context, shown, _ = read(tmp_path, events=None)
    assert answer(context, shown) == (
        "**It is not known whether practice changed: no feedback was supplied.** Who was booked "
        "and came was not supplied. Agencies' own training was not supplied.")
    with chdir(ROOT):
        assert page.plot_balance(context, shown) is None
        assert page.tabulate_taken(context, shown).groups[0].rows == []


@pytest.mark.parametrize(("forms", "says"), [
    pytest.param([{"stage": "manager", "changed_practice": "yes"}], "a manager scores confidence",
                 id="a manager"),
    pytest.param([{"changed_practice": "yes"}],
                 "practice is said to have changed before three months", id="on the day"),
    pytest.param([{"recognising": "11"}], "is not a score from 1 to 10", id="eleven of ten"),
    pytest.param([{"event_id": "T-09"}], "is in no row that is used of training_events.csv",
                 id="an event that is not known"),
])
def test_a_form_that_cannot_be_is_rejected(tmp_path, forms, says):
    *_, checked = read(tmp_path, forms=forms)
    assert says in [one.rule for one in checked[2].findings]


def found(checked):
    """What was rejected: the row, the column, its value, the rule and the remedy."""
    return [(one.file, one.row, one.column, one.value, one.rule, one.remedy)
            for one in checked.findings if one.reaction is Reaction.REJECTED]


def test_a_form_of_somebody_who_was_not_booked_is_rejected(tmp_path):
    *_, checked = read(tmp_path, taken=[{}], forms=[{}, {"person_code": "P-2", "stage": "before"}])
    assert found(checked[2]) == [(
        "training_feedback.csv", 3, "event_id", "T-01", "the person was not booked on the event",
        "correct the code or the event, or send the person's place")]


@pytest.mark.parametrize("attended", ["no show", "cancelled"])
def test_a_form_on_what_came_of_an_event_is_of_somebody_who_came(tmp_path, attended):
    taken = [{"attended": attended}]
    *_, checked = read(tmp_path, taken=taken, forms=[{}, LATER, form(172, "before", 5) | {
        "person_code": "P-0172"}])
    says = "the person did not come to the event"
    remedy = "correct the code or the stage, or say that the person came"
    assert found(checked[2]) == [
        ("training_feedback.csv", 2, "stage", "after", says, remedy),
        ("training_feedback.csv", 3, "stage", "three months", says, remedy)]


def test_without_the_places_nobody_is_taken_for_one_who_did_not_come(tmp_path):
    *_, checked = read(tmp_path, forms=[{}, LATER])
    assert found(checked[2]) == []


@pytest.mark.parametrize("stage", ["after", "three months", "manager"])
def test_a_form_on_what_came_of_an_event_is_sent_after_it(tmp_path, stage):
    row = {"stage": stage, **ONE_SCALE, "useful": "", "answered_on": "15/05/2014"}
    early = [row | {"sent_on": day, "person_code": day} for day in (
        "13/05/2014", "14/05/2014", "15/05/2014")]
    *_, checked = read(tmp_path, forms=early)
    assert found(checked[2]) == [(
        "training_feedback.csv", 2, "sent_on", "13/05/2014",
        "it asks what came of the event, and was sent before the event was held",
        "correct the day or the stage")]


def test_a_form_for_before_the_event_may_be_sent_on_any_day(tmp_path):
    forms = [form(at, "before", 5) | {"sent_on": day, "answered_on": "16/05/2014"}
             for at, day in enumerate(("07/05/2014", "14/05/2014", "15/05/2014"))]
    *_, checked = read(tmp_path, forms=forms)
    assert found(checked[2]) == []


def test_no_more_people_came_than_there_were_places(tmp_path):
    taken = [{"person_code": f"P-{at}", "attended": end} for at, end in enumerate(
        ("yes", "cancelled", "no show", "yes", "yes"))]
    *_, checked = read(tmp_path, taken=taken, events=[{"places": "2"}])
    assert found(checked[1]) == [(
        "training_places.csv", 6, "attended", "yes",
        "more people came to the event than it had places",
        "correct the places of the event, or say who did not come")]


def test_more_may_be_booked_than_there_are_places(tmp_path):
    taken = [{"person_code": f"P-{at}", "attended": end} for at, end in enumerate(
        ("yes", "cancelled", "no show", "yes"))]
    *_, checked = read(tmp_path, taken=taken, events=[{"places": "2"}])
    assert found(checked[1]) == []


def test_a_charge_is_not_less_than_nothing(tmp_path):
    taken = [{"person_code": f"P-{at}", "charged": sum} for at, sum in enumerate(
        ("-25.00", "0.00", "25.00", ""))]
    *_, checked = read(tmp_path, taken=taken)
    assert found(checked[1]) == [(
        "training_places.csv", 2, "charged", "-25.00", "less than nothing was charged",
        "write what was charged, and no money that was paid back")]


def test_no_code_of_a_person_is_printed_and_nothing_leaks(tmp_path):
    project = make_project(tmp_path / "a project")
    shutil.copy(ROOT / "notebooks" / "training.ipynb", project / "notebooks")
    for kind in measures.RETURNS:
        shutil.copy(ROOT / "pscb_lib" / "samples" / kind.folder_or_file, project / "returns")
    (project / "params" / CYCLE / "training.yaml").write_text(
        'period: "2014-15"\nas_of: "2015-04-30"\nreturns_folder: "returns"\n', encoding="utf-8")
    done = warm("run", "training", cwd=project)
    assert done.returncode == 0, done.stderr
    folder = project / "outputs" / CYCLE / "restricted" / "training"
    text = (folder / "report.ipynb").read_text(encoding="utf-8")
    assert "person_code" not in text and '"1017"' not in text
    audit = warm("audit", "outputs", cwd=project)
    assert (audit.returncode, "0 leaks" in audit.stdout) == (0, True), audit.stdout

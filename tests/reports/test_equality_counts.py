"""Equality and involvement: who differs once referred, who is heard, and whole sentences."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from audit_returns import sample_context

from pscb_lib.disclosure.figures import TOTAL, count, counts, frame, proportion
from pscb_lib.disclosure.showing import show
from pscb_lib.framework.spellings import parse_year
from pscb_lib.framework.statistics.intervals import Interval
from pscb_lib.framework.statistics.ratios import Ratio
from pscb_lib.page.charts.ratios import WORDS
from pscb_lib.reports.equality import measures, page, places, returned, returned_involvement
from pscb_lib.reports.equality.known import (
    Activity,
    Known,
    list_facts,
    papers_of,
    read_known,
    voiced,
)
from pscb_lib.reports.equality.page.ratios import ratios_at, say_about
from pscb_lib.reports.equality.places import ENQUIRY, LOOKED_AFTER, REFERRED, table_of

ACTIVITY = Activity("20 May 2014", "Police", "children", "a group", "We wait", "Shifts", "1 June")
KNOWN = Known(date(2015, 4, 30), (ACTIVITY,), ("Police",), True, True)
EQUAL = {"Boys": (100, 30, 12), "Girls": (100, 30, 12), "Not recorded": (20, 8, 7)}


def counted(**characteristics):
    """The tally of counts at the three steps, by characteristic and group."""
    names = {"ethnic": places.ETHNIC, "sex": places.SEX, "disability": places.DISABILITY}
    return {step: {names[name]: dict.fromkeys(places.GROUPS[names[name]], 0)
                   | {group: at[number] for group, at in groups.items()}
                   for name, groups in characteristics.items()}
            for number, step in enumerate(places.STEPS)}


def shown(tally, held=(0, 0, 0, 0), papers=(0, 0), audience="restricted"):
    rows = [*measures.measure_steps(tally),
            *counts(places.INVOLVED, dict(zip(places.INVOLVED_STEPS, held, strict=True)),
                    total=False, describes="agency"),
            *(count(places.ASKED, who, 9) for who in ("Children", "Parents", "Staff")),
            proportion(*places.PAPERS[:2], *papers, describes="agency")]
    return show(frame(rows), audience)


def said(block):
    block = block.as_json()
    return "".join(run["text"] for run in block["runs"])


def read(tmp_path, name, rows, **changes):
    kind = {one.name: one for one in (returned.RETURN, returned_involvement.RETURN)}[name]
    columns = [*kind.example]
    lines = [",".join({**kind.example, "period": "2014-15", **row}[one] for one in columns)
             for row in rows]
    (tmp_path / f"{name}.csv").write_text("\n".join([",".join(columns), *lines]) + "\n")
    context = replace(sample_context(), returns=tmp_path, period=parse_year("2014-15"),
                      as_of=date(2015, 4, 30), **changes)
    return context, kind.read_for(context)


def test_a_ratio_is_of_two_shares_of_those_referred():
    """30 of 60 over 50 of 200 is 2.0; the reference groups are the first of each."""
    tally = counted(ethnic={"White British": (200, 50, 20), "Asian": (60, 30, 0)})
    found = ratios_at(shown(tally), ENQUIRY)
    assert (found["Asian"].value, found["Asian"].is_clear) == (2, True)
    assert "White British" not in found and "Not recorded" not in found
    assert ratios_at(shown(tally), LOOKED_AFTER)["Asian"] is None  # a count of zero


def test_a_hidden_count_has_no_ratio():
    tally = counted(ethnic={"White British": (200, 50, 20), "Asian": (60, 30, 3),
                            "Black": (40, 20, 4)})
    assert ratios_at(shown(tally, audience="board"), LOOKED_AFTER)["Asian"] is None
    assert ratios_at(shown(tally), LOOKED_AFTER)["Asian"] is not None


@pytest.mark.parametrize(("tally", "expected"), [
    pytest.param(counted(sex=EQUAL), "Once referred, no group that can be compared was clearly "
                 "more or less likely to come to a later step. No activity asked children, "
                 "parents or staff.", id="no difference"),
    pytest.param(counted(sex={"Boys": (400, 100, 40), "Girls": (400, 200, 40)}), "Once referred, "
                 "girls were more likely than boys to have a section 47 enquiry (about twice as "
                 "often). "
                 "No activity asked children, parents or staff.", id="one group"),
    pytest.param(counted(ethnic={"White British": (1000, 100, 100), "Asian": (400, 100, 40),
                                 "Mixed": (400, 120, 40), "Black": (400, 40, 10)}),
                 "Once referred, Black children were less likely than White British children to "
                 "become looked after (about a quarter as often); Mixed children were more likely "
                 "than White British children to have a section 47 enquiry (about three times as "
                 "often). No activity asked children, parents or staff.",
                 id="several"),
])
def test_the_answer_says_who_differs(tally, expected):
    assert said(page.answer(shown(tally), replace(KNOWN, activities=()))) == expected


@pytest.mark.parametrize(("held", "papers", "expected"), [
    pytest.param((7, 6, 5, 4), (2, 9), "5 of 7 activities led to a change; those asked were told "
                 "of four. 2 of 9 papers of the year used what children said.", id="some"),
    pytest.param((7, 6, 5, 5), (0, 1), "5 of 7 activities led to a change; those asked were told "
                 "of each. The one paper of the year did not use what children said.",
                 id="all told"),
    pytest.param((7, 6, 1, 0), (1, 1), "One of 7 activities led to a change, and those asked were "
                 "not told. The one paper of the year used what children said.", id="one change"),
    pytest.param((1, 1, 1, 1), (1, 9), "The one activity led to a change, and those asked were "
                 "told. 1 of 9 papers of the year used what children said.", id="one activity"),
    pytest.param((1, 1, 1, 1), (0, 0), "The one activity led to a change, and those asked were "
                 "told.", id="no paper"),
    pytest.param((1, 1, 0, 0), (0, 9), "One activity led to no change yet. None of the nine papers "
                 "of the year used what children said.", id="nothing changed"),
])
def test_the_answer_says_what_came_of_it(held, papers, expected):
    assert said(page.answer(shown({}, held, papers), replace(KNOWN, is_counted=False))) == (
        f"No counts by group were supplied for the year. {expected}")


def test_without_its_returns_the_paper_says_so():
    nothing = Known(date(2015, 4, 30), (), (), False, False)
    figures = shown({})
    assert said(page.answer(figures, nothing)) == (
        "No counts by group were supplied for the year. It was not supplied who was asked, and "
        "what came of it.")
    assert page.plot_steps(figures, nothing) is page.tabulate_steps(figures, nothing) is None
    assert page.ask_unheard(figures, nothing) is page.ask_back(figures, nothing) is None


def test_the_questions_have_owners():
    tally = counted(sex={"Boys": (400, 100, 40), "Girls": (400, 200, 40)})
    untold = replace(KNOWN, activities=(ACTIVITY, replace(ACTIVITY, told_on="", agency="CPFT")))
    figures = shown(tally, (2, 2, 2, 1))
    asked = [page.ask_steps(figures, untold), page.ask_back(figures, untold),
             page.ask_unheard(figures, untold)]
    assert [one.owner for one in asked] == ["Police", "CPFT", "Business Manager"]
    assert asked[1].words == (
        "Children asked on 20 May 2014 were not told what changed: by when will they be?")
    assert asked[2].words == "Nobody asked parents and staff in the year: who will, and by when?"


def test_where_nothing_came_it_is_asked_what_became_of_what_they_said():
    untold = replace(KNOWN, activities=(replace(ACTIVITY, told_on="", changed=""),))
    assert page.ask_back(shown({}), untold).words == (
        "What children asked on 20 May 2014 said has changed nothing yet: what will be done, and "
        "by when are they told?")


@pytest.mark.parametrize(("papers", "expected"), [
    pytest.param((1, 3), "2 of 3 papers of the year did not use what children said: which will "
                 "next, and who asks children for them?", id="one of three"),
    pytest.param((0, 2), "2 of 2 papers of the year did not use what children said: which will "
                 "next, and who asks children for them?", id="none"),
    pytest.param((1, 2), None, id="half"),
    pytest.param((0, 1), None, id="one paper"),
    pytest.param((0, 0), None, id="no paper"),
])
def test_where_fewer_than_half_of_the_papers_have_a_voice_it_is_asked_which_will(papers, expected):
    asked = page.ask_papers(shown({}, papers=papers), KNOWN)
    assert (asked and asked.words) == expected


def test_the_lead_says_what_is_not_recorded_for_over_a_tenth():
    often = counted(sex=EQUAL | {"Not recorded": (23, 8, 7)})
    words = "Sex is not recorded for 10.3% of children referred."
    assert words in said(page.answer(shown(often), KNOWN))  # 23 of 223
    assert "not recorded" not in said(page.answer(shown(counted(sex=EQUAL)), KNOWN))  # 20 of 220


def test_a_difference_carries_how_often_its_characteristic_is_not_recorded():
    often = shown(counted(sex={"Boys": (400, 100, 40), "Girls": (400, 200, 40),
                               "Not recorded": (200, 50, 20)}))
    assert ("(about twice as often). Sex is not recorded for 20.0% of children referred, so "
            "differences by sex are uncertain.") in said(page.answer(often, KNOWN))
    assert page.ask_steps(often, KNOWN).words.endswith(
        "decided about them? Who records sex where it is not recorded, and by when?")


def test_it_is_asked_who_records_where_no_group_differs():
    often = shown(counted(sex=EQUAL | {"Not recorded": (23, 8, 7)}))
    assert page.ask_steps(often, KNOWN).words == (
        "Who records sex where it is not recorded, and by when?")


@pytest.mark.parametrize(("value", "expected"), [
    pytest.param(0.4, "about two fifths", id="not a third"),
    pytest.param(0.35, "about a third", id="near a third"),
    pytest.param(0.44, "0.44 times", id="between two fractions"),
    pytest.param(0.03, "0.03 times", id="far below a tenth"),
    pytest.param(1.37, "1.4 times", id="between two numbers"),
    pytest.param(1.98, "about twice", id="near twice"),
    pytest.param(7.2, "7.2 times", id="many times"),
    pytest.param(12.4, "12 times", id="very many times"),
])
def test_words_are_near_the_ratio_or_it_is_printed(value, expected):
    assert say_about(Ratio(Fraction(str(value)), Interval(value / 2, value * 2))) == expected


def test_both_figures_have_one_scale():
    tally = counted(sex={"Boys": (400, 100, 4), "Girls": (400, 200, 40)})
    one, other = ({word for word in WORDS.values() if f">{word}<" in chart.svg}
                  for chart in page.plot_steps(shown(tally), KNOWN).blocks)
    assert one == other  # ten times is in the second alone


def test_the_papers_that_used_it_are_named():
    known = replace(KNOWN, voiced=("Missing children",))
    assert page.plot_heard(shown({}, (1, 1, 1, 1)), known).note.endswith(
        "Paper that used what children said: Missing children.")


def test_what_is_not_recorded_is_said_of_those_referred():
    assert said(page.say_recorded(shown(counted(sex=EQUAL)), KNOWN)) == (
        "Not recorded, of children referred: sex of 20 of 220 (9.1%).")


def test_a_hidden_share_is_not_said():
    few = counted(sex={"Boys": (100, 30, 12), "Girls": (100, 30, 12), "Not recorded": (3, 3, 3)})
    assert page.say_recorded(shown(few, audience="board"), KNOWN) is None


def every_step(*cells, **others):
    """The rows of each step: characteristic, group and number."""
    return [{"step": step, "characteristic": name, "group": group, "n": n, **others}
            for step in places.STEPS for name, group, n in cells]


def test_each_characteristic_counts_every_child_once(tmp_path):
    rows = every_step(("ethnic group", "Asian", "9"), ("sex", "Boys", "6"), ("sex", "Girls", "4"),
                      ("disability", "Not disabled", "10"))
    context, checked = read(tmp_path, "equality_counts", rows)
    assert checked.rows["rejected"] == 3  # nine are not ten, as the two others have it
    assert measures.tally(checked)[REFERRED] == {
        "sex": {"Boys": 6, "Girls": 4, "Not recorded": 0},
        "disability": {"Not disabled": 10, "Disabled": 0, "Not recorded": 0}}
    figures = show(measures.measure(context, checked, _nothing(tmp_path)), "restricted")
    assert figures.get(table_of("sex", ENQUIRY), TOTAL).count == 10


def test_nothing_is_used_where_two_characteristics_differ(tmp_path):
    rows = every_step(("sex", "Boys", "6"), ("disability", "Not disabled", "5"))
    assert read(tmp_path, "equality_counts", rows)[1].rows["used"] == 0


def test_one_bad_cell_takes_no_sound_characteristic_with_it(tmp_path):
    rows = every_step(("ethnic group", "Asian", "7"), ("ethnic group", "Black", "3"),
                      ("sex", "Boys", "10"), ("disability", "Disabled", "10"))
    rows[0]["n"] = "7?"
    checked = read(tmp_path, "equality_counts", rows)[1]
    assert [*measures.tally(checked)[REFERRED]] == ["sex", "disability"]


def test_two_agencies_both_send_counts(tmp_path):
    rows = [*every_step(("sex", "Boys", "6")), *every_step(("sex", "Boys", "4"), agency="Police")]
    checked = read(tmp_path, "equality_counts", rows)[1]
    assert measures.tally(checked)[REFERRED]["sex"]["Boys"] == 10


def test_a_missing_step_is_asked_for_and_the_lead_says_what_was_sent(tmp_path):
    rows = [row for row in every_step(("sex", "Boys", "6")) if row["step"] != LOOKED_AFTER]
    context, checked = read(tmp_path, "equality_counts", rows)
    (found,) = checked.findings
    assert (found.rule, found.remedy) == (
        "no row is for looked after, so that no step can be compared",
        "send its rows, with 0 where no child came to it")
    nothing = _nothing(tmp_path)
    known = read_known(context, {one.name: one.data
                                 for one in list_facts(context, checked, nothing)})
    figures = show(measures.measure(context, checked, nothing), "restricted")
    assert said(page.answer(figures, known)).startswith(
        "The counts by group that were supplied cannot be used")


def test_more_at_a_step_than_were_referred_are_rejected(tmp_path):
    rows = [{"step": "referred", "n": "5"}, {"step": "looked after", "n": "6"}]
    assert read(tmp_path, "equality_counts", rows)[1].rows["rejected"] == 1


def test_another_years_counts_are_left_out(tmp_path):
    found = read(tmp_path, "equality_counts", [{}, {"period": "2013-14"}])[1].rows
    assert (found["used"], found["left_out"]) == (1, 1)


@pytest.mark.parametrize(("paper", "says"), [
    pytest.param("no_such", "is no report", id="unknown"),
    pytest.param("mising_children", "is no report (nearest: missing_children)", id="misspelt")])
def test_a_paper_that_is_no_report_is_refused(tmp_path, paper, says):
    _, checked = read(tmp_path, "involvement", [{"paper": paper}])
    assert [one.rule for one in checked.findings] == [says]
    assert checked.rows["rejected"] == 1


def test_those_asked_are_told_only_once_they_were(tmp_path):
    _, checked = read(tmp_path, "involvement", [{"told_on": "30/04/2015"},
                                                {"how": "a survey", "told_on": ""}])
    assert [day is not None for day in checked.frame["told_on"]] == [True, False]


def test_the_papers_of_the_year_are_those_of_its_cycles():
    context = replace(sample_context(), period=parse_year("2014-15"))
    found = papers_of(context)
    assert {"private_fostering", "missing_children", "learning"} <= found  # Q1, Q3 and Q4
    assert "equality" not in found
    assert papers_of(replace(context, period=parse_year("2013-14"))) == set()


@pytest.mark.parametrize("name", ["missing_children", "Missing children"])
def test_a_paper_that_uses_what_children_said_is_known_in_any_spelling(tmp_path, name):
    context, involved = read(tmp_path, "involvement", [{"paper": name}])
    assert voiced(context, involved) == {"missing_children"}


def _nothing(tmp_path):
    (tmp_path / "involvement.csv").unlink(missing_ok=True)
    context = replace(sample_context(), returns=tmp_path, period=parse_year("2014-15"))
    return returned_involvement.RETURN.read_for(context)

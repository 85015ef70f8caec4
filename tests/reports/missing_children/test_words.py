"""The sentences about missing children: whole, from figures made here, hidden ones included."""

from __future__ import annotations

import pytest
from invented import assessed, indicator, summary

from pscb_lib.board.indicators import Role
from pscb_lib.disclosure import showing as disclosure
from pscb_lib.disclosure.figures import TOTAL, count, counts, frame, proportion
from pscb_lib.framework.spellings import parse_period
from pscb_lib.reports.missing_children import places
from pscb_lib.reports.missing_children.measures.small import (
    A_DAY_OR_LONGER,
    NIGHT_OR_UNKNOWN,
    UNDER_14,
)
from pscb_lib.reports.missing_children.measures.times import NO_TIME
from pscb_lib.reports.missing_children.page import interviews as interview_words
from pscb_lib.reports.missing_children.page import lead, times, words

PERIOD = parse_period("2014-15 H1")


def shown(*rows: dict, audience: str = "restricted") -> disclosure.Shown:
    return disclosure.show(frame(rows), audience)


def said(block) -> str:
    return "".join(run["text"] for run in block.as_json()["runs"])


def interviews(needed: int, in_time: int, held: int = 0, nothing: int = 0, unneeded: int = 0,
               placing: int = 0) -> list[dict]:
    changed = {"Support at school changed": held - nothing, places.NOTHING: nothing}
    return [count(places.INTERVIEWS, places.NEEDED, needed, places.RETURNS, describes="agency"),
            proportion(places.INTERVIEWS, places.IN_TIME, in_time, needed, places.RETURNS,
                       describes="agency"),
            *counts(places.CHANGED, changed, describes="agency"),
            count(*places.OWED_HERE[:2], needed, describes="agency"),
            count(*places.OWED_ELSEWHERE[:2], placing, describes="agency"),
            count(*places.NOT_OWED[:2], unneeded, describes="agency")]


@pytest.mark.parametrize(("numbers", "audience", "expected"), [
    pytest.param((40, 21), "board", "**21 of the 40 return interviews owed were held within 72 "
                 "hours (52.5%).**", id="agencies' work in full for the Board"),
    pytest.param((40, 3), "public", None, id="in public, three in time are not shown"),
    pytest.param((0, 0), "board", "No return was owed an interview.", id="none owed"),
    pytest.param((1, 0), "board", "**The one return interview owed was not held within 72 "
                 "hours.**", id="one owed"),
])
def test_the_interviews_in_a_sentence(numbers, audience, expected) -> None:
    figures = shown(*interviews(*numbers), audience=audience)
    assert interview_words.interviewed_said(figures) == expected


def test_the_interviews_are_told_from_the_year_before() -> None:
    figures = shown(*interviews(99, 88), proportion(
        places.INTERVIEWS, places.IN_TIME, 83, 92, "April to September 2013", describes="agency"))
    assert interview_words.interviewed_said(figures) == (
        "**88 of the 99 return interviews owed were held within 72 hours (88.9%, from 90.2% a "
        "year earlier).**")


@pytest.mark.parametrize(("nothing", "audience", "expected"), [
    pytest.param(9, "board", "after 9 of 29 interviews no change is recorded", id="nine"),
    pytest.param(3, "public", None, id="in public, three without a change are not told"),
    pytest.param(0, "board", "", id="none without a change"),
])
def test_interviews_after_which_nothing_changed(nothing, audience, expected) -> None:
    figures = shown(*interviews(40, 21, 29, nothing), audience=audience)
    assert interview_words.unchanged_said(figures) == expected


def test_one_interview_after_which_nothing_changed() -> None:
    assert interview_words.unchanged_said(shown(*interviews(1, 1, 1, 1))) == (
        "after the one interview no change is recorded")


def test_in_a_later_year_children_are_compared_as_they_are() -> None:
    figures = shown(*children(81, 76), *interviews(99, 88), proportion(*places.MET[:2], 0, 0))
    assert "81 children went missing, away or absent; a year earlier 76 did. " in (
        said(lead.answer(figures, parse_period("2015-16 H1"))) + " ")


def children(now: int, then: int) -> list[dict]:
    return [count(*places.ALL_CHILDREN[:2], now), count(*places.CHILDREN_NOW[:2], now, places.NOW),
            count(*places.CHILDREN_THEN[:2], then, places.THEN), *ages(now - now // 2, now // 2)]


def ages(girls: int, boys: int, young: int = 0) -> list[dict]:
    """Children by sex and age: so many of the girls are under 14."""
    by_sex = {"Girls": (young, girls - young), "Boys": (0, boys),
              TOTAL: (young, girls + boys - young)}
    return [count(places.AGES, band, number, sex) for sex, numbers in by_sex.items()
            for band, number in zip((UNDER_14, "14 and 15", TOTAL), (*numbers, sum(numbers)),
                                    strict=True)]


@pytest.mark.parametrize(("now", "then", "met", "audience", "expected"), [
    pytest.param(81, 76, 10, "board", "88 of the 99 return interviews owed were held within 72 "
                 "hours (88.9%). 81 children went missing, away or absent; a year "
                 "earlier 76 did, before recording changed. 10 of the 20 children who went three "
                 "or more times in 90 days had no strategy meeting.",
                 id="the biggest findings"),
    pytest.param(4, 97, 2, "board", "88 of the 99 return interviews owed were held within 72 "
                 "hours (88.9%).",
                 id="what is hidden is not said"),
    pytest.param(4, 9, 20, "restricted", "88 of the 99 return interviews owed were held within "
                 "72 hours (88.9%). Four children went missing, away or absent; a year "
                 "earlier nine did, before recording changed.",
                 id="every child who goes often had a meeting"),
    pytest.param(81, 81, 11, "restricted", "88 of the 99 return interviews owed were held within "
                 "72 hours (88.9%). 81 children went missing, away or absent; a year "
                 "earlier 81 did, before recording changed. 9 of the 20 children who went three "
                 "or more times in 90 days had no strategy meeting.", id="as many as before"),
])
def test_the_answer_begins_with_the_interviews(now, then, met, audience, expected) -> None:
    figures = [*children(now, then), *interviews(99, 88, 92, 31),
               proportion(*places.MET[:2], met, 20)]
    assert said(lead.answer(shown(*figures, audience=audience), PERIOD)) == expected


@pytest.mark.parametrize(("unneeded", "said_"), [
    pytest.param(45, " 45 other episodes needed none, or were not yet over. ", id="many"),
    pytest.param(32, " ", id="fewer than a quarter are not told of"),
    pytest.param(0, " ", id="none"),
])
def test_the_answer_tells_of_the_interviews_that_are_not_needed(unneeded, said_):
    figures = shown(*children(81, 76), *interviews(99, 88, unneeded=unneeded),
                    proportion(*places.MET[:2], 0, 0), audience="board")
    assert f"(88.9%).{said_}81 children" in said(lead.answer(figures, PERIOD))


def test_the_answer_tells_of_the_one_episode_without_an_interview():
    figures = shown(*children(9, 9), *interviews(2, 1, unneeded=1),
                    proportion(*places.MET[:2], 0, 0))
    assert " One other episode needed none, or was not yet over. " in (
        said(lead.answer(figures, PERIOD)))


@pytest.mark.parametrize(("placing", "said_"), [
    pytest.param(28, "yet over; 28 more were for the placing authority. ", id="many"),
    pytest.param(1, "yet over; one more was for the placing authority. ", id="one"),
    pytest.param(0, "yet over. ", id="none"),
])
def test_the_answer_tells_of_the_episodes_that_are_for_the_placing_authority(placing, said_):
    figures = shown(*children(81, 76), *interviews(99, 88, unneeded=45, placing=placing),
                    proportion(*places.MET[:2], 0, 0))
    assert f" 45 other episodes needed none, or were not {said_}" in (
        said(lead.answer(figures, PERIOD)))


@pytest.mark.parametrize(("who", "told_of"), [
    pytest.param((53, 28, 39), "53 of them girls and 39 under 14", id="girls, and many are young"),
    pytest.param((28, 53, 19), "53 of them boys", id="boys, and few are young"),
    pytest.param((41, 39, 20), "20 of them under 14", id="about as many girls as boys"),
    pytest.param((81, 0, 0), None, id="all are girls"),
])
def test_the_answer_tells_who_most_of_the_children_are(who, told_of):
    assert lead._mostly(shown(*ages(*who), audience="board")) == (told_of or "")


def test_the_answer_tells_of_no_sex_that_is_hidden():
    assert lead._mostly(shown(*ages(78, 3), audience="board")) is None


def test_the_answer_ends_with_the_last_quarter_since() -> None:
    later = [proportion(places.LATER, "V1", numerator, 52, quarter,
                        describes="agency")
             for quarter, numerator in (("2014-15 Q3", 40), ("2014-15 Q4", 31))]
    figures = shown(*children(81, 76), *interviews(99, 88), *later,
                    proportion(*places.MET[:2], 0, 0))
    rated = [assessed(indicator(role=Role.RETURN_INTERVIEWS), (88, 99))]
    assert said(lead.answer(figures, PERIOD, rated)).endswith(
        " In Quarter 4 2014/15, 31 of 52 (59.6%) were in time.")


def two_halves(now: tuple, then: tuple, state: str = "") -> list[dict]:
    labels = (places.MISSING, places.AWAY, places.ABSENT, places.CHILDREN_NOW[1])
    return [count(places.LAST_YEAR, label, number, column, state=state if number is None else "")
            for column, numbers in ((places.NOW, now), (places.THEN, then))
            for label, number in zip(labels, numbers, strict=True)]


@pytest.mark.parametrize(("then", "state", "expected"), [
    pytest.param((97, 75, 12, 81), "", "Since April to September 2014, missing episodes rose from "
                 "97 to 102, episodes away from placement fell from 75 to 70, episodes absent rose "
                 "from 12 to 18, and children stayed at 81.", id="rose, fell and stayed"),
    pytest.param((97, 3, 2, 81), "", "Since April to September 2014, missing episodes rose "
                 "from 97 to 102, and children stayed at 81.",
                 id="a small number then hides the change"),
    pytest.param((97, 75, None, 81), "not supplied", "Since April to September 2014, missing "
                 "episodes rose from 97 to 102, episodes away from placement fell from 75 to 70, "
                 "and children stayed at 81.", id="an import has nothing of the police"),
    pytest.param((None, None, None, None), "not supplied",
                 "April to September 2014 was not supplied.",
                 id="not supplied is not a rise from nothing"),
])
def test_the_change_since_last_year(then, state, expected) -> None:
    figures = shown(*two_halves((102, 70, 18, 81), then, state), audience="board")
    assert said(words.say_last_year(figures, parse_period("2015-16 H1"))) == expected


def test_nothing_is_said_to_rise_from_before_recording_changed() -> None:
    figures = shown(*two_halves((102, 70, 18, 81), (97, 75, 12, 81)), audience="board")
    assert words.say_last_year(figures, PERIOD) is None


def test_one_child_and_one_return_are_told_in_the_singular() -> None:
    figures = shown(*children(1, 1), *interviews(1, 1, 0, 0),
                    proportion(*places.MET[:2], 0, 1), proportion(*places.OFTEN[:2], 1, 1),
                    count(*places.TENTH[:2], 1), proportion(*places.OF_TENTH[:2], 6, 6))
    assert said(lead.answer(figures, PERIOD)) == (
        "The one return interview owed was held within 72 hours. One child went missing, away or "
        "absent; a year earlier one did, before recording changed. The one child who went three "
        "or more times in 90 days had no strategy meeting.")
    assert said(words.say_repeats(figures)) == (
        "One child accounts for 6 of 6 episodes (100.0%).")


@pytest.mark.parametrize(("bands", "end"), [
    pytest.param({"1 episode": 60, "2 or more": 21},
                 "Nine children account for 63 of 172 episodes "
                 "(36.6%).", id="beside bands that are all shown"),
    pytest.param({"1 episode": 66, "2": 12, "3 or more": 3}, None,
                 id="not beside a hidden band, which it would help to work out"),
])
def test_the_share_of_the_most_frequent_children(bands, end) -> None:
    figures = shown(
        proportion(*places.OFTEN[:2], 20, 81),
        proportion(*places.MET[:2], 9, 20),
        count(*places.TENTH[:2], 9),
        proportion(*places.OF_TENTH[:2], 63, 172),
        *counts(places.REPEATS, bands, column="April to September 2014"), audience="board")
    block = words.say_repeats(figures)
    assert (block and said(block)) == end


@pytest.mark.parametrize(("hours", "clock", "audience", "end"), [
    pytest.param({NO_TIME: 9}, 0, "board", " For nine episodes only the date is known.",
                 id="no change of the clocks"),
    pytest.param({NO_TIME: 12}, 1, "restricted", " For 12 episodes only the date is known. One "
                 "time fell in a change of the clocks: the first of two equal times is taken, and "
                 "an hour is added to one that did not exist.",
                 id="a change of the clocks is owned up to"),
    pytest.param({NO_TIME: 2}, 1, "board", "", id="but not to the Board"),
    pytest.param({NIGHT_OR_UNKNOWN: 18}, 0, "board", "",
                 id="times not recorded stand with others"),
])
def test_for_how_long_children_were_gone(hours, clock, audience, end) -> None:
    figures = shown(
        *counts(places.DURATIONS, {"Under 6 hours": 30, "6 to 24 hours": 18}, column=TOTAL),
        *counts(places.HOURS, {"Noon to 6pm": 12, "6pm to midnight": 27, **hours}),
        count(*places.CLOCK_CHANGED[:2], clock, describes="agency"),
        audience=audience)
    assert said(times.say_times(figures)) == (
        f"Of 48 episodes: under 6 hours 30; 6 to 24 hours 18.{end}")


def test_a_day_or_longer_is_told_with_what_is_not_known() -> None:
    rows = [*counts(places.DURATIONS, {"Under 6 hours": 70, "6 to 24 hours": 59,
                                       A_DAY_OR_LONGER: 43}, column=TOTAL),
            *counts(places.HOURS, {"6pm to midnight": 172}),
            count(*places.CLOCK_CHANGED[:2], 0, describes="agency")]
    assert said(times.say_times(shown(*rows, audience="board"))) == (
        "Of 172 episodes, 70 lasted under six hours and 59 from six to 24 hours; 43 were longer, "
        "not timed, or not yet over.")


def test_lengths_are_not_told_where_one_is_hidden_nor_to_the_public() -> None:
    rows = [*counts(places.DURATIONS, {"Under 6 hours": 30, "6 to 24 hours": 3, "Longer": 24,
                                       "Much longer": 0}, column=TOTAL),
            *counts(places.HOURS, {"6pm to midnight": 57}),
            count(*places.CLOCK_CHANGED[:2], 0, describes="agency")]
    assert times.say_times(shown(*rows, audience="board")) is None  # one of them is hidden
    assert times.say_times(shown(*rows, audience="public")) is None


def owed(placing: int, several: int) -> list[dict]:
    return [
        count(places.EPISODES, TOTAL, 99 + placing + 45, TOTAL),
        *counts(places.OWED, {places.OWED_HERE[1]: 99, places.OWED_ELSEWHERE[1]: placing,
                              places.NOT_OWED[1]: 45}),
        count(*places.ALL_HELD[:2], 92, describes="agency"),
        count(*places.SEVERAL[:2], several, describes="agency"),
        proportion(places.INTERVIEWS, places.WAS_HELD, 96, 110, places.RETURNS, describes="agency")]


@pytest.mark.parametrize(("several", "dated", "end"), [
    (0, 0, ""),
    (1, 1, " One interview covered more than one return. After one more return an interview was "
           "held within three days, the time not recorded."),
    (4, 2, " Four interviews each covered more than one return. After two more returns an "
           "interview was held within three days, the time not recorded."),
])
def test_what_lies_behind_the_steps(several, dated, end) -> None:
    figures = shown(
        *(proportion(places.BY_DAY, days, *numbers, places.IN_TIME, describes="agency")
          for days, numbers in zip(places.RETURN_DAYS, ((47, 53), (20, 46)), strict=True)),
        proportion(*places.INDEPENDENT[:2], 75, 92, describes="agency"),
        proportion(*places.SAFE_AND_WELL[:2], 88, 99, describes="agency"),
        count(*places.SEVERAL[:2], several, describes="agency"),
        proportion(places.INTERVIEWS, places.DATE_ONLY, dated, 99, places.RETURNS,
                   describes="agency"),
        audience="board")
    assert said(interview_words.days_said(figures)) == (
        "Of returns from Monday to Thursday, 47 of 53 (88.7%) had an interview within 72 hours; of "
        "those from Friday to Sunday, 20 of 46 (43.5%).")
    assert said(interview_words.interviews_said(figures)) == (
        "An independent person held 75 of the 92 "
        f"interviews. The police made a safe and well check after 88 of the 99 returns.{end}")


@pytest.mark.parametrize(("council", "police", "expected"), [
    pytest.param(9, 19, "74 missing episodes are in both records. The council has nine that the "
                 "police do not; the police have 19 that the council does not.",
                 id="74 in both, 9 and 19 in one"),
    pytest.param(0, 19, "74 missing episodes are in both records. The council has none that the "
                 "police do not; the police have 19 that the council does not.",
                 id="the police hold them all"),
    pytest.param(0, 0, "74 missing episodes are in both records.", id="no difference"),
    pytest.param(9, 3, None, id="a small number in one record"),
])
def test_two_records_are_reconciled(council, police, expected) -> None:
    by = {places.BOTH: 74, places.COUNCIL: council, places.POLICE: police,
          TOTAL: 74 + council + police}
    figures = shown(*(count(places.RECORDED, row, number) for row, number in by.items()),
                    audience="board")
    block = interview_words.recording_said(figures)
    assert (block and said(block)) == expected


def absent(table: str, row: str, column: str = "") -> dict:
    return count(table, row, None, column, describes="agency", state="not supplied")


AUDIENCES = pytest.mark.parametrize("audience", ["restricted", "board", "public"])


@AUDIENCES
def test_an_answer_without_interviews_says_that_they_were_not_supplied(audience) -> None:
    figures = shown(
        count(*places.ALL_CHILDREN[:2], 9), count(*places.CHILDREN_NOW[:2], 9, places.NOW),
        absent(*places.CHILDREN_THEN), absent(*places.ALL_OWED), absent(*places.MET[:2]),
        absent(places.CHANGED, TOTAL), absent(places.CHANGED, places.NOTHING),
        absent(*places.OWED_HERE), absent(*places.NOT_OWED), *ages(9, 0), audience=audience)
    assert said(lead.answer(figures, PERIOD)) == (
        "Return interviews were not supplied, so nothing is known of the 72 hours in which they "
        "are due. Nine children went missing, away or absent.")


@AUDIENCES
def test_meetings_that_were_not_supplied_are_not_none(audience) -> None:
    figures = shown(
        proportion(*places.OFTEN[:2], 20, 81),
        absent(*places.MET[:2]),
        *(count(*place[:2], None, state="not applicable")
          for place in (places.TENTH, places.OF_TENTH)),
        audience=audience)
    assert said(words.say_repeats(figures)) == "Strategy meetings were not supplied."


DATES_ONLY = "Every episode has dates only: there are no hours, and no length but in whole days."


@pytest.mark.parametrize(("days", "hours", "clock"), [
    pytest.param(9, {"6pm to midnight": 0, NO_TIME: 9},
                 count(*places.CLOCK_CHANGED[:2], 0, describes="agency"), id="sent so"),
    pytest.param(9, {"6pm to midnight": 0, NO_TIME: 9}, absent(*places.CLOCK_CHANGED[:2]),
                 id="imported so"),
    pytest.param(3, {NIGHT_OR_UNKNOWN: 3}, absent(*places.CLOCK_CHANGED[:2]),
                 id="imported, and too few to be shown"),
])
def test_episodes_without_any_times_have_no_hours(days, hours, clock) -> None:
    figures = shown(*counts(places.WEEKDAYS, {"Friday": days}), *counts(places.HOURS, hours), clock,
                    audience="board")
    assert said(times.say_times(figures)) == DATES_ONLY


@AUDIENCES
@pytest.mark.parametrize(("say", "figure", "expected"), [
    pytest.param(words.say_owed, absent(*places.OWED_HERE[:2]), "Which returns are owed "
                 "an interview, and by which authority, was not supplied.", id="owed"),
    pytest.param(words.say_interviews, absent(places.BY_DAY, next(iter(places.RETURN_DAYS)),
                                              places.IN_TIME),
                 "Return interviews were not supplied, so nothing is known of the 72 hours in "
                 "which they are due.", id="interviews"),
    pytest.param(words.say_recording, absent(places.RECORDED, places.BOTH),
                 "Whether the police hold the same episodes was not supplied.", id="two records"),
])
def test_figures_not_supplied_are_said_to_be_so(say, figure, expected, audience) -> None:
    assert said(say(shown(figure, audience=audience))) == expected


def test_figures_supplied_are_said_as_usual() -> None:
    figures = shown(*owed(28, 4), *(
        count(places.RECORDED, row, number) for row, number
        in {places.BOTH: 74, places.COUNCIL: 0, places.POLICE: 0, TOTAL: 74}.items()))
    assert words.say_owed(figures) is None
    assert words.say_recording(figures) == interview_words.recording_said(figures)


def test_rows_are_not_called_invented_if_none_is() -> None:
    assert words.say_provenance(summary(["imported: SSDA903"])) is None


KEPT = ("keep to published numbers of this area's own looked-after children (Department for "
        "Education, Children looked after in England; Open Government Licence v3.0).")


@pytest.mark.parametrize(("sources", "audience", "expected"), [
    pytest.param(["illustrative", words.CALIBRATED], "restricted",
                 f"All 2 episodes are invented; 1 of them {KEPT}", id="all"),
    pytest.param(["illustrative", "published"], "restricted", "1 of 2 episodes is invented.",
                 id="some"),
    pytest.param(["illustrative", words.CALIBRATED], "board",
                 f"All episodes are invented; some of them {KEPT}",
                 id="without a number of children's rows"),
])
def test_invented_rows_are_declared(sources, audience, expected) -> None:
    assert said(words.say_provenance(summary(sources, audience=audience))) == expected


def test_a_bare_frame_is_refused() -> None:
    with pytest.raises(TypeError) as refusal:
        interview_words.interviewed_said(frame(interviews(40, 21)))
    assert str(refusal.value) == (
        "figures must go through disclosure.show before they are displayed")

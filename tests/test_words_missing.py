"""The sentences about missing children: whole, from figures made here, hidden ones included."""

from __future__ import annotations

import pytest

from pscb_lib import disclosure
from pscb_lib.measures.figures import TOTAL, count, counts, frame, proportion
from pscb_lib.spellings import parse_period
from pscb_lib.words import missing as words

PERIOD = parse_period("2014-15 H1")


def shown(*rows: dict, audience: str = "restricted") -> disclosure.Shown:
    return disclosure.show(frame(rows), audience)


def said(block) -> str:
    return "".join(run["text"] for run in block.as_json()["runs"])


def waterfall(needed: int, offered: int, held: int, in_time: int) -> list[dict]:
    steps = {"Offered": offered, "Held": held, "Held within 72 hours": in_time}
    return [count("interviews", "Needing an interview", needed, "Returns", describes="agency"),
            *(proportion("interviews", step, number, needed, "Returns", describes="agency")
              for step, number in steps.items())]


@pytest.mark.parametrize(("steps", "audience", "expected"), [
    pytest.param((40, 36, 29, 21), "board", "Of 40 returns needing interviews, 36 were offered, "
                 "29 held, 21 within 72 hours.", id="agencies' work in full for the Board"),
    pytest.param((40, 36, 29, 21), "public", "Of 40 returns needing interviews, 21 had one within "
                 "72 hours.", id="in public, four that were not offered are not given away"),
    pytest.param((40, 30, 20, 3), "public", "Return interviews: not shown: small numbers.",
                 id="in public, three in time are not shown"),
    pytest.param((0, 0, 0, 0), "board", "No return needed an interview.", id="none needed"),
])
def test_the_waterfall_in_a_sentence(steps, audience, expected) -> None:
    assert words.interviews(shown(*waterfall(*steps), audience=audience)) == expected


@pytest.mark.parametrize(("children", "audience", "expected"), [
    pytest.param(81, "board", "81 children went missing or away: 102 missing episodes and 70 "
                 "absent or away. No return needed an interview.", id="shown"),
    pytest.param(4, "board", "A number not shown of children went missing or away: 102 missing "
                 "episodes and 70 absent or away. No return needed an interview.", id="hidden"),
    pytest.param(4, "restricted", "Four children went missing or away: 102 missing episodes and "
                 "70 absent or away. No return needed an interview.", id="restricted"),
])
def test_the_answer_is_two_sentences(children, audience, expected) -> None:
    figures = [count("episodes", TOTAL, 102, "Missing"),
               count("episodes", TOTAL, 70, "Absent or away"),
               count("children", TOTAL, children, TOTAL), *waterfall(0, 0, 0, 0)]
    assert said(words.answer(shown(*figures, audience=audience))) == expected


def two_halves(now: tuple, then: tuple, state: str = "") -> list[dict]:
    labels = ("Missing", "Absent or away", "Children")
    return [count("last_year", label, number, column, state=state if number is None else "")
            for column, numbers in (("now", now), ("last year", then))
            for label, number in zip(labels, numbers)]


@pytest.mark.parametrize(("then", "state", "expected"), [
    pytest.param((97, 75, 81), "", "Since Half 1 2013/14, missing episodes rose from 97 to 102, "
                 "episodes absent or away fell from 75 to 70, and children stayed at 81.",
                 id="rose, fell and stayed"),
    pytest.param((97, 3, 81), "", "Since Half 1 2013/14, missing episodes rose from 97 to 102, "
                 "episodes absent or away (not shown: small numbers), and children stayed at 81.",
                 id="a small number then hides the change"),
    pytest.param((None, None, None), "not supplied", "Half 1 2013/14 was not supplied.",
                 id="not supplied is not a rise from nothing"),
])
def test_the_change_since_last_year(then, state, expected) -> None:
    figures = shown(*two_halves((102, 70, 81), then, state), audience="board")
    assert said(words.say_last_year(figures, PERIOD)) == expected


def test_how_much_falls_to_the_few() -> None:
    figures = shown(proportion("frequent", "often", 20, 81), proportion("frequent", "met", 3, 20),
                    proportion("frequent", "tenth", 63, 172), audience="board")
    assert said(words.say_repeats(figures)) == (
        "Three or more episodes in 90 days: 20 of 81 (24.7%) children; a strategy meeting was held "
        "for (not shown: small numbers) of them. The most frequent tenth of children account for "
        "63 of 172 (36.6%) episodes.")


@pytest.mark.parametrize(("untimed", "clock", "end"), [
    pytest.param(9, 0, "Episodes with a date only: 9.", id="no change of the clocks"),
    pytest.param(2, 1, "Episodes with a date only: not shown: small numbers. One time fell in a "
                 "change of the clocks: the first of two equal times is taken, and an hour is "
                 "added to one that did not exist.", id="a change of the clocks is owned up to"),
])
def test_when_children_left(untimed, clock, end) -> None:
    figures = shown(
        *counts("weekdays", {"Friday": 20, "Saturday": 20, "Sunday": 8}),
        *counts("hours", {"3pm to 6pm": 12, "6pm to 9pm": 27, "Time not recorded": untimed}),
        count("clock", "Times within a change of the clocks", clock, describes="agency"),
        audience="board")
    assert said(words.say_times(figures)) == (
        "Most often children left on a Friday or Saturday and, where the time is known, from 6pm "
        f"to 9pm. {end}")


def test_what_stands_behind_the_steps() -> None:
    figures = shown(
        proportion("interviews_by_day", "Back Monday to Thursday", 47, 53, "Held within 72 hours",
                   describes="agency"),
        proportion("interviews_by_day", "Back Friday to Sunday", 20, 46, "Held within 72 hours",
                   describes="agency"),
        proportion("work", "Held by someone independent", 75, 92, describes="agency"),
        proportion("work", "Safe and well check by the police", 88, 99, describes="agency"),
        count("interviews_held", "covering several returns", 4, describes="agency"),
        audience="board")
    assert said(words.say_interviews(figures)) == (
        "Back Monday to Thursday: 47 of 53 (88.7%) within 72 hours; back Friday to Sunday: 20 of "
        "46 (43.5%). Someone independent of the child's care held 75 of 92 (81.5%) interviews; "
        "interviews that covered more than one return: 4. The police made a safe and well check "
        "after 88 of 99 (88.9%) of these returns.")


@pytest.mark.parametrize(("police", "expected"), [
    pytest.param(19, "The council holds 83 missing episodes and the police 93; 74 are in both "
                 "records. Which of the others did each agency not know of at the time?",
                 id="74 in both, 9 and 19 in one"),
    pytest.param(3, "Missing episodes in one record only: not shown: small numbers.",
                 id="a small number in one record"),
])
def test_two_records_are_reconciled(police, expected) -> None:
    by = {"By both": 74, "By the council only": 9, "By the police only": police,
          "Total": 83 + police}
    figures = shown(*(count("recorded", "Missing", number, column)
                      for column, number in by.items()), audience="board")
    assert said(words.say_recording(figures)) == expected


@pytest.mark.parametrize(("sources", "start"), [
    pytest.param(["illustrative", words.CALIBRATED], "All 2 episodes are invented, 1 of them "
                 "calibrated to what was published for Peterborough in 2014-15: ", id="all"),
    pytest.param(["illustrative", "published"], "1 of 2 episodes are invented, 0 of them ",
                 id="some"),
])
def test_invented_rows_are_owned_up_to(sources, start) -> None:
    assert said(words.illustrative(sources)).startswith(start)


def test_a_bare_frame_is_refused() -> None:
    with pytest.raises(TypeError) as refusal:
        words.interviews(frame(waterfall(40, 36, 29, 21)))
    assert str(refusal.value) == (
        "figures must go through disclosure.show before they are displayed")

"""Who answered a survey: few are hidden with the share that would tell them, many are told."""

from __future__ import annotations

import pytest

from pscb_lib.disclosure.figures import frame
from pscb_lib.disclosure.secrecy.profiles import PROFILES
from pscb_lib.disclosure.showing import show
from pscb_lib.disclosure.survey import answers_at, count_answers

PLACE = ("survey", "Answered", "")


def shown_at(answered, asked, audience="board", profile="dfe"):
    shown = show(frame(count_answers(PLACE, answered, asked)), audience, PROFILES[profile])
    return [shown.get(*place) for place in (PLACE, answers_at(PLACE))]


@pytest.mark.parametrize(("answered", "asked", "profile", "hidden"), [
    pytest.param(0, 40, "dfe", False, id="nobody"),
    pytest.param(1, 40, "dfe", True, id="one"),
    pytest.param(5, 40, "dfe", True, id="five"),
    pytest.param(6, 40, "dfe", False, id="six"),
    pytest.param(3, 3, "dfe", True, id="all of three"),
    pytest.param(38, 40, "dfe", False, id="all but two"),
    pytest.param(0, 0, "dfe", False, id="nobody was asked"),
    pytest.param(7, 40, "nhs", True, id="seven, by the other profile"),
])
def test_the_board_is_told_the_answers_and_their_share_or_neither(
        answered, asked, profile, hidden):
    assert [one.hidden for one in shown_at(answered, asked, profile=profile)] == [hidden, hidden]


def test_the_restricted_set_has_all():
    share, number = shown_at(1, 40, "restricted")
    assert (share.counts, number.count) == ((1, 40), 1)


def test_a_hidden_share_has_no_count_that_is_left():
    share, number = shown_at(2, 40)
    assert {share.value, share.numerator, share.denominator, number.value} == {None}

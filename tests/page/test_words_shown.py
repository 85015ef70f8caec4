"""Shown figures in a sentence: in words, in figures, and one phrase for a hidden figure."""

from __future__ import annotations

import pytest

from pscb_lib.disclosure.figures import count, counts, frame, proportion
from pscb_lib.disclosure.showing import show
from pscb_lib.page.words import shown as words

HIDDEN = "a number not shown (small numbers)"


def figures(*rows):
    return show(frame(rows), "board")


def counted(number, state=""):
    return figures(count("t", "row", number, state=state)).get("t", "row")


def shared(numerator, denominator):
    return figures(proportion("t", "row", numerator, denominator)).get("t", "row")


@pytest.mark.parametrize(("figure", "amount", "said", "are", "have", "with_noun"), [
    pytest.param(counted(1234), "1,234", "1,234", "1,234 are", "1,234 have", "1,234 children",
                 id="many"),
    pytest.param(counted(12), "12", "twelve", "twelve are", "twelve have", "twelve children",
                 id="few"),
    pytest.param(counted(0), "0", "none", "none are", "none have", "no children", id="none"),
    pytest.param(counted(3), HIDDEN, HIDDEN, f"{HIDDEN} are", f"{HIDDEN} have",
                 f"{HIDDEN} of children", id="hidden"),
])
def test_a_count(figure, amount, said, are, have, with_noun):
    assert (words.amount(figure), words.say(figure)) == (amount, said)
    assert (words.say_are(figure), words.say_have(figure)) == (are, have)
    assert words.say_count(figure, "child", "children") == with_noun


def test_one_is_and_has():
    one = show(frame([count("t", "row", 1)]), "restricted").get("t", "row")
    assert (words.say_are(one), words.say_have(one)) == ("one is", "one has")
    assert words.say_count(one, "child", "children") == "one child"


def test_a_count_that_is_absent_says_why():
    absent = counted(None, "not supplied")
    assert (words.amount(absent), words.say(absent)) == ("not supplied", "not supplied")


@pytest.mark.parametrize(("figure", "share", "with_noun", "in_words"), [
    pytest.param(shared(46, 211), "46 of 211 (21.8%)", "46 of 211 children (21.8%)",
                 "46 of 211 children", id="its counts first"),
    pytest.param(shared(0, 14), "0 of 14 (0.0%)", "0 of 14 children (0.0%)",
                 "none of 14 children", id="none"),
    pytest.param(shared(3, 14), HIDDEN, f"{HIDDEN} of children", f"{HIDDEN} of children",
                 id="hidden"),
    pytest.param(shared(0, 0), "no cases", "no cases", "none of 0 children",
                 id="no cases"),
])
def test_a_share(figure, share, with_noun, in_words):
    assert (words.share(figure), words.share(figure, "children")) == (share, with_noun)
    assert words.say_part(figure, "children") == in_words


@pytest.mark.parametrize(("then", "now", "said"), [
    pytest.param(97, 1102, "rose from 97 to 1,102", id="rose"),
    pytest.param(75, 70, "fell from 75 to 70", id="fell"),
    pytest.param(81, 81, "stayed at 81", id="stayed"),
    pytest.param(3, 70, f"went from {HIDDEN} to 70", id="the first is hidden"),
    pytest.param(70, 3, f"went from 70 to {HIDDEN}", id="the second is hidden"),
])
def test_the_change_in_a_count(then, now, said):
    assert words.moved(counted(then), counted(now)) == said


@pytest.mark.parametrize(("numbers", "most"), [
    pytest.param({"North": 20, "South": 9, "Unknown": 30}, "North", id="one"),
    pytest.param({"North": 20, "South": 20, "Unknown": 0}, "North or South", id="two alike"),
    pytest.param({"North": 3, "South": 2, "Unknown": 0}, None, id="all are hidden"),
])
def test_the_row_with_most(numbers, most):
    assert words.most(figures(*counts("t", numbers)), "t", but="Unknown") == most

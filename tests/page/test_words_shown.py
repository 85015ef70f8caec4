"""Shown figures in a sentence: in words, in figures, and never a hidden one."""

from __future__ import annotations

import pytest

from pscb_lib.disclosure.figures import count, counts, frame, proportion
from pscb_lib.disclosure.showing import show
from pscb_lib.page.words import shown as words


def figures(*rows):
    return show(frame(rows), "board")


def counted(number, state=""):
    return figures(count("t", "row", number, state=state)).get("t", "row")


def shared(numerator, denominator):
    return figures(proportion("t", "row", numerator, denominator)).get("t", "row")


@pytest.mark.parametrize(("figure", "amount", "said", "are", "have", "with_noun"), [
    pytest.param(counted(1234), "1,234", "1,234", "1,234 are", "1,234 have", "1,234 children",
                 id="many"),
    pytest.param(counted(9), "9", "nine", "nine are", "nine have", "nine children",
                 id="few"),
    pytest.param(counted(0), "0", "none", "none are", "none have", "no children", id="none"),
])
def test_a_count(figure, amount, said, are, have, with_noun):
    assert (words.amount(figure), words.say(figure)) == (amount, said)
    assert (words.say_are(figure), words.say_have(figure)) == (are, have)
    assert words.say_count(figure, "child", "children") == with_noun


def test_one_is_and_has():
    one = show(frame([count("t", "row", 1)]), "restricted").get("t", "row")
    assert (words.say_are(one), words.say_have(one), words.say_were(one)) == (
        "one is", "one has", "one was")
    assert words.say_count(one, "child", "children") == "one child"


def test_a_count_that_is_absent_says_why():
    absent = counted(None, "not supplied")
    assert (words.amount(absent), words.say(absent)) == ("not supplied", "not supplied")


@pytest.mark.parametrize(("figure", "share", "with_noun", "in_words"), [
    pytest.param(shared(46, 211), "46 of 211 (21.8%)", "46 of 211 children (21.8%)",
                 "46 of 211 children", id="its counts first"),
    pytest.param(shared(0, 14), "0 of 14 (0.0%)", "0 of 14 children (0.0%)",
                 "none of the 14 children", id="none"),
    pytest.param(shared(0, 0), "no cases", "no cases", "0 of 0 children",
                 id="no cases"),
])
def test_a_share(figure, share, with_noun, in_words):
    assert (words.share(figure), words.share(figure, "children")) == (share, with_noun)
    assert words.say_part(figure, "children") == in_words


@pytest.mark.parametrize(("then", "now", "said"), [
    pytest.param(97, 1102, "rose from 97 to 1,102", id="rose"),
    pytest.param(75, 70, "fell from 75 to 70", id="fell"),
    pytest.param(81, 81, "stayed at 81", id="stayed"),
])
def test_the_change_in_a_count(then, now, said):
    assert words.moved(counted(then), counted(now)) == said


@pytest.mark.parametrize(("numbers", "most"), [
    pytest.param({"North": 20, "South": 9, "Unknown": 30}, "North", id="one"),
    pytest.param({"North": 20, "South": 20, "Unknown": 0}, "North or South", id="two alike"),
    pytest.param({"North": 3, "South": 2, "Unknown": 0}, None, id="all are hidden"),
    pytest.param({"North": 7, "South": 4, "East": 3}, None, id="one hidden may be as many"),
    pytest.param({"North": 8, "South": 3, "East": 3}, "North", id="the others are fewer in all"),
])
def test_the_row_with_most(numbers, most):
    assert words.most(figures(*counts("t", numbers)), "t", but="Unknown") == most


@pytest.mark.parametrize(("counts", "said"), [
    ((0, 0), ""), ((0, 1), "the one visit due was not made"),
    ((1, 1), "the one visit due was made"),
    ((2, 2), "both visits due were made"), ((12, 12), "all 12 visits due were made"),
    ((0, 12), "none of the 12 visits due were made"), ((1, 12), "1 of 12 visits due was made"),
    ((5, 12), "5 of 12 visits due were made")])
def test_for_how_many_it_was_done(counts, said):
    figure = show(frame([proportion("t", "row", *counts)]), "restricted").get("t", "row")
    assert words.say_done(figure, "visit due", "visits due", "made") == said


def test_what_is_hidden_or_was_not_supplied_is_said_of_nobody():
    assert words.say_done(shared(3, 14), "visit due", "visits due", "made") is None
    assert words.say_done(counted(None, "not supplied"), "visit due", "visits due", "made") == ""


@pytest.mark.parametrize("say", [
    words.amount, words.say, words.say_are, words.say_have, words.say_were, words.share,
    words.say_numerator,
    lambda figure: words.say_count(figure, "child"), lambda figure: words.say_part(figure, "them"),
    lambda figure: words.moved(figure, counted(70)),
    lambda figure: words.moved(counted(70), figure)])
@pytest.mark.parametrize("figure", [counted(3), shared(3, 14)])
def test_a_hidden_figure_takes_its_sentence_with_it(say, figure):
    assert words.told(lambda: f"There were {say(figure)}.")() is None


def test_a_paragraph_has_the_sentences_that_are_told():
    assert words.paragraph("One.", None, "Two.").words == "One. Two."
    assert words.paragraph(None, None) is None


def test_an_answer_of_which_nothing_is_told_says_so_plainly():
    assert words.lead("One.", None).words == "One."
    assert words.lead(None).words == (
        "The answer is not shown, because of small numbers.")

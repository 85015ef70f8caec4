"""Numbers and lists as they are written in a sentence."""

import pytest

from pscb_lib.framework.english import capital, count_of, listed, small, spell


@pytest.mark.parametrize(("number", "expected"), [
    pytest.param(0, "no", id="none"), pytest.param(1, "one", id="one"),
    pytest.param(12, "twelve", id="up to twelve in words"),
    pytest.param(13, "13", id="above it in figures"),
    pytest.param(1234, "1,234", id="thousands with a comma"),
])
def test_spell(number, expected):
    assert spell(number) == expected


def test_none_may_have_another_word():
    assert (spell(0, "none"), spell(1, "none")) == ("none", "one")


@pytest.mark.parametrize(("number", "noun", "plural", "expected"), [
    pytest.param(1, "indicator", None, "one indicator", id="one"),
    pytest.param(14, "indicator", None, "14 indicators", id="several"),
    pytest.param(0, "indicator", None, "no indicators", id="none"),
    pytest.param(2, "child", "children", "two children", id="a plural of its own"),
])
def test_count_of(number, noun, plural, expected):
    assert count_of(number, noun, plural) == expected


@pytest.mark.parametrize(("items", "expected"), [
    pytest.param([], "", id="nothing"), pytest.param(["a"], "a", id="one"),
    pytest.param(["a", "b"], "a and b", id="two"),
    pytest.param(["a", "b", "c"], "a, b and c", id="three"),
])
def test_listed(items, expected):
    assert listed(items) == expected


def test_capital_changes_only_the_first_letter():
    assert capital("the MARAC and Cafcass") == "The MARAC and Cafcass"
    assert capital("") == ""


def test_small_keeps_names():
    assert small("First CAMHS appointment in 12 weeks") == "first CAMHS appointment in 12 weeks"

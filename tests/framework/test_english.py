"""Numbers and lists as they are written in a sentence."""

import pytest

from pscb_lib.framework.english import capital, count_of, listed, part_of, small, spell


@pytest.mark.parametrize(("number", "expected"), [
    pytest.param(0, "no", id="none"), pytest.param(1, "one", id="one"),
    pytest.param(9, "nine", id="up to nine in words"),
    pytest.param(10, "10", id="from ten in figures"),
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


AGENCIES = ["Cafcass", "Leeds City Council Housing", "Kent Police", "Early help service"]


@pytest.mark.parametrize(("title", "expected"), [
    pytest.param("First CAMHS appointment", "first CAMHS appointment", id="a word"),
    pytest.param("A safe workforce", "a safe workforce", id="a word of one letter"),
    pytest.param("GP reports to conferences", "GP reports to conferences", id="GP"),
    pytest.param("CAMHS waits over 18 weeks", "CAMHS waits over 18 weeks", id="CAMHS"),
    pytest.param("A&E attendances", "A&E attendances", id="with an ampersand"),
    pytest.param("GPs' reports", "GPs' reports", id="an acronym in the plural"),
    pytest.param("MARAC repeat cases", "MARAC repeat cases", id="MARAC"),
    pytest.param("eCAFs closed", "eCAFs closed", id="a small letter before an acronym"),
    pytest.param("Sure Start visits", "Sure Start visits", id="a name of two words"),
    pytest.param("Asian or Asian British", "Asian or Asian British", id="a people"),
    pytest.param("May half-term exclusions", "May half-term exclusions", id="a month"),
    pytest.param("Cafcass reports in time", "Cafcass reports in time", id="an agency"),
    pytest.param("Leeds schools inspected", "Leeds schools inspected", id="an agency's place"),
    pytest.param("Kent's schools", "Kent's schools", id="a place in the genitive"),
    pytest.param("Early help service", "Early help service", id="an agency without a name"),
    pytest.param("Early help visits", "early help visits", id="the first word of such an agency"),
    pytest.param("Section 47 enquiries", "section 47 enquiries", id="before a number"),
    pytest.param("", "", id="nothing"),
])
def test_small(title, expected):
    assert small(title, AGENCIES) == expected


@pytest.mark.parametrize(("number", "whole", "expected"), [
    pytest.param(4, 14, "4 of 14 agencies", id="both in figures"),
    pytest.param(1234, 2345, "1,234 of 2,345 agencies", id="thousands"),
    pytest.param(0, 9, "none of the nine agencies", id="none of few"),
    pytest.param(0, 14, "none of the 14 agencies", id="none of many"),
    pytest.param(0, 0, "0 of 0 agencies", id="nothing to count"),
])
def test_part_of(number, whole, expected):
    assert part_of(number, whole, "agencies") == expected

"""What is the same to a person is the same after folding, and what is different stays so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from pscb_lib.framework.folding import bare, fold, tidy, visible


@pytest.mark.parametrize(("text", "expected"), [
    pytest.param("children\u2019s", "children's", id="Word's apostrophe"),
    pytest.param("\u201clooked after\u201d", '"looked after"', id="Word's quotes"),
    pytest.param("2014\u201315", "2014-15", id="an en dash"),
    pytest.param("2014\u201115", "2014-15", id="a no-break hyphen"),
    pytest.param("2014\u221215", "2014-15", id="a minus sign"),
    pytest.param("2014\u204415", "2014/15", id="a fraction slash"),
    pytest.param("1\u2009234", "1 234", id="a thin space"),
    pytest.param("1\u202f234", "1 234", id="a narrow no-break space"),
    pytest.param("a\u3000b", "a b", id="an ideographic space"),
    pytest.param("\ufeff\ufeffa", "a", id="two byte order marks"),
    pytest.param("a\u200bb\u200d\u2060", "ab", id="zero-width characters"),
    pytest.param("safe\u00adguarding", "safeguarding", id="a soft hyphen"),
    pytest.param("\u200ea\u200f", "a", id="marks of direction"),
    pytest.param("\u202ea", "\u202ea", id="what turns the letters round stays, to be refused"),
    pytest.param("Zoe\u0308", "Zo\u00eb", id="a letter and its accent apart"),
    pytest.param("Ｑ３", "Q3", id="full width"),
    pytest.param("10\u00b2", "10\u00b2", id="a raised 2 is no digit of the number"),
    pytest.param("\u2264 5", "\u2264 5", id="at most is no less than"),
])
def test_the_usual_form_of_a_text(text, expected):
    assert tidy(text) == expected


@pytest.mark.parametrize(("one", "other", "same"), [
    pytest.param("Due_on", "due on", True, id="underscores and capitals"),
    pytest.param("1 \u2013 4", "1-4", True, id="spaces around a dash"),
    pytest.param("Stra\u00dfe", "STRASSE", True, id="capitals of any alphabet"),
    pytest.param("1-4", "14", False, id="a range is no number"),
    pytest.param("1.4", "14", False, id="nor is a decimal"),
])
def test_two_texts_are_the_same_or_not(one, other, same):
    assert (fold(one) == fold(other)) is same


@pytest.mark.parametrize(("one", "other", "same"), [
    pytest.param("CHILDRENS SERVICES", "Children\u2019s Services", True, id="no apostrophe"),
    pytest.param("Health & Care", "health and care", True, id="an ampersand"),
    pytest.param("Probation (CRC)", "Probation - CRC", True, id="brackets"),
    pytest.param("submitted_on:", "SubmittedOn", True, id="a heading"),
    pytest.param("Children's Services", "Children's Service", False, id="another letter"),
])
def test_two_names_are_the_same_or_not(one, other, same):
    assert (bare(one) == bare(other)) is same


@given(some.text())
def test_a_folded_text_stays_as_it_is(text):
    for folding in (visible, tidy, fold):
        assert folding(folding(text)) == folding(text)

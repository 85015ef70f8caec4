"""A text that states a number of children, and one that does not."""

from __future__ import annotations

import pytest

from pscb_lib.disclosure.stated import states_children

STATES = [
    "Three of the children were not seen",
    "2 girls went twice",
    "One child was placed outside the area",
    "both siblings were seen",
    "We saw two of 5 boys",
    "31% of children were seen",
    "4.3 per cent of the pupils",
    "one 14-year-old girl was not seen",
    "two older boys went together",
    "Half of the children were seen",
    "The number of children rose from 3 to 5",
    "children: 4",
    "a couple of children went often",
    "twelve looked-after children",
    "Health did not attend core groups in two cases",
    "Three deaths were from the same cause",
    "the only child seen that day",
    "two children's plans had ended and two children were moved",
    "the children (3) were seen",
    "2 of the 3 siblings",
    "One in four children",
    "five families wait",
    "thirteen children",
    "2 young people",
    "one of the girls",
    "One of the two children was seen",
    "three of them were girls",
]
STATES_NOTHING = [
    "Children aged 14 and 15 went most",
    "within 72 hours of the child's return",
    "95% of the target for children",
    "By 31 March 2015 every child is seen",
    "in Quarter 3 2014/15 children were seen",
    "a target of 95% of children seen",
    "Two workers for each child",
    "One-page supervision record that asks what daily life is like for the child",
    "Train 200 practitioners",
    "Children under 5 are seen first",
    "Attendances by girls aged 14 and 15 account for most of the rise.",
    "section 47 enquiry for children",
    "two children's homes were inspected",
    "Two managers saw every child",
    "A baby could not move",
    "Children on a plan for a second time",
    "20 files were read; children were not seen in all",
    "Use one early warning score on every ward and clinic that sees children",
    "Joint visits before 24 weeks",
    "Name one key worker for each bereaved family",
    "One child protection conference was late",
    "3 family support workers",
    "within 5 working days of the child's referral",
    "5 schools saw children",
    "two serious case reviews",
    "In 2014-15 children were seen",
    "for 3 months children waited",
    "children aged 0 to 17",
    "a 16-year-old boy",
]


@pytest.mark.parametrize("text", STATES)
def test_a_number_of_children_is_stated(text):
    assert states_children(text)


@pytest.mark.parametrize("text", STATES_NOTHING)
def test_no_number_of_children_is_stated(text):
    assert not states_children(text)

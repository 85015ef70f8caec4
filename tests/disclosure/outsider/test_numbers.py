"""The numbers that the audit reads in a text, whether in figures or in words."""

from __future__ import annotations

import random
import re

import pytest

from pscb_lib.disclosure.outsider.numbers import labels_in, numbers_in


@pytest.mark.parametrize("cited", [
    "Working Together 2013, chapter 1", "Keeping Children Safe in Education 2014, part four",
    "Care Planning Regulations 2010, regs 7 and 33", "Education Act 2002, sections 157 and 175",
    "Quarterly data set, Figure 3", "Table 4", "Question 2.", "Agenda item 6", "Paper PSCB 15/04"])
def test_the_place_that_a_source_cites_is_no_figure(cited):
    assert numbers_in(cited) == []


def test_a_number_after_somebody_s_is_a_figure():
    assert [one.value for one in numbers_in("The agency's 4 are known")] == [4]


@pytest.mark.parametrize(("written", "number"), [
    ("one", 1), ("nine", 9), ("ten", 10), ("eleven", 11), ("twelve", 12), ("thirteen", 13),
    ("nineteen", 19), ("twenty", 20), ("twenty-one", 21), ("ninety-nine", 99), ("1,204", 1204)])
def test_a_number_is_read_in_words_as_in_figures(written, number):
    assert [one.value for one in numbers_in(f"{written} children")] == [number]


@pytest.mark.parametrize("seed", range(20))
def test_the_longest_label_is_found_at_each_place_whatever_others_begin_alike(seed):
    chance = random.Random(seed)

    def words(most: int) -> str:
        return " ".join(chance.choice(["Child", "children", "in", "In care", "a", "A&E", "(all)"])
                        for _ in range(chance.randint(1, most)))
    labels = [words(4) for _ in range(40)]
    by_length = "|".join(map(re.escape, sorted(labels, key=len, reverse=True)))
    one_by_one = re.compile(rf"(?<!\w)(?:{by_length})(?!\w)", re.IGNORECASE)
    text = ", ".join(words(9) for _ in range(30))
    found = [one.span() for one in labels_in(tuple(labels)).finditer(text)]
    assert found == [one.span() for one in one_by_one.finditer(text)]


def test_labels_of_which_each_begins_the_next_are_found():
    labels = tuple("a" * length for length in range(1, 600))
    assert labels_in(labels).findall(f"aaa, {labels[-1]} and {labels[-1]}a") == ["aaa", labels[-1]]

"""The thirteen worked tables: no more cells are hidden than needed, and none is revealed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from outsider import programmed, tried
from random_tables import DFE
from worked_tables import WORKED, at, line, three_ways

from pscb_lib.disclosure.secrecy.attack import bounds_of
from pscb_lib.disclosure.secrecy.choose import choose
from pscb_lib.disclosure.secrecy.one_category import lines_in_one_category
from pscb_lib.disclosure.secrecy.system import System

UP_TO = {"T4": 60, "T13": 20}  # stands for "no limit" where every number is tried
LARGE = {"T4", "T5"}  # too many numbers to try them all


@pytest.fixture(params=WORKED)
def name(request):
    return request.param


def known(name: str, hidden: frozenset[str], count: str) -> tuple[int, int]:
    """The bounds of a count, worked out without the module under test."""
    system = WORKED[name].system
    if name in LARGE:
        return programmed(system, hidden, count)
    return tried(system, hidden, UP_TO.get(name, 53)).get(count) or (
        system.by_name[count].value, system.by_name[count].value)


def test_the_naive_pattern_reveals_a_count(name):
    worked = WORKED[name]
    count, value = worked.revealed
    found = bounds_of(worked.system, worked.naive, [count])[count]
    assert (found.least, found.most) == (value, value) == known(name, worked.naive, count)


def test_the_right_pattern_leaves_the_published_bounds(name):
    worked = WORKED[name]
    count = worked.revealed[0]
    found = bounds_of(worked.system, worked.right, [count])[count]
    assert (found.least, found.most) == worked.bounds == known(name, worked.right, count)


def test_no_more_cells_are_added_than_needed_and_none_is_revealed(name):
    worked = WORKED[name]
    pattern = choose(worked.system, worked.secret, DFE.small)
    assert len(pattern.added) == worked.added
    for count in worked.secret:
        least, most = known(name, pattern.hidden, count)
        assert most - least >= 2


def test_a_part_of_which_the_pattern_is_known_is_not_searched_again():
    one = WORKED["T1"]
    twice = [System(
        tuple(replace(cell, name=f"{page} {cell.name}") for cell in one.system.cells),
        tuple(replace(relation, terms=tuple((f"{page} {name}", by) for name, by in relation.terms))
              for relation in one.system.relations)) for page in "ab"]
    both = System(twice[0].cells + twice[1].cells, twice[0].relations + twice[1].relations)
    secret = [f"{page} {name}" for page in "ab" for name in one.secret]
    known = {}
    pattern = choose(both, secret, DFE.small, known)
    assert choose(both, secret[:len(one.secret)], DFE.small, known).hidden < pattern.hidden
    assert len(known) == 3  # both parts, and the second without its secret counts
    assert choose(both, secret, DFE.small, known) == pattern == choose(both, secret, DFE.small)
    assert len(known) == 3


def test_the_sum_of_what_is_added_is_the_smallest():
    patterns = {name: choose(worked.system, worked.secret, DFE.small).added
                for name, worked in WORKED.items() if name in ("T1", "T3", "T4", "T10")}
    assert {name: sum(WORKED[name].system.by_name[cell].value for cell in added)
            for name, added in patterns.items()} == {"T1": 7, "T3": 33, "T4": 51, "T10": 11}


@pytest.mark.parametrize(("more", "bounds"), [
    pytest.param("20", (1, 26), id="R3.C1 opens a way round"),
    pytest.param("02", (1, 26), id="R1.C3 opens one"),
    pytest.param("13", (1, 30), id="R2.C4 opens a wider one"),
    pytest.param("42", (3, 3), id="R5.C3 stands alone in its row and opens none"),
])
def test_one_more_cell_repairs_the_pattern_of_t4_or_does_not(more, bounds):
    worked = WORKED["T4"]
    found = bounds_of(worked.system, worked.naive | at(more), ["t.1.2"])["t.1.2"]
    assert (found.least, found.most) == bounds


def test_t2b_where_a_hidden_count_may_be_zero_two_in_a_line_keep_three_values():
    worked = WORKED["T2"]
    zero = System(tuple(replace(cell, least=0) for cell in worked.system.cells),
                  worked.system.relations)
    found = bounds_of(zero, worked.naive, ["Neglect"])["Neglect"]
    assert (found.least, found.most) == (0, 2) == tried(zero, worked.naive, 16)["Neglect"]
    assert choose(zero, worked.secret, range(0)).added == ()
    assert choose(zero, worked.secret, DFE.small).added == ("Physical",)


def test_t11_hides_the_oldest_of_all():
    worked = WORKED["T11"]
    assert set(choose(worked.system, worked.secret, DFE.small).added) == at("03", "13", "T3")
    found = bounds_of(worked.system, worked.right, ["t.T.1"])["t.T.1"]
    assert (found.least, found.most) == (2, 14)


def test_t12_a_line_all_in_one_category_is_flagged():
    wards = {"Ward A": {"Modifiable": 7, "Not": 0}, "Ward B": {"Modifiable": 6, "Not": 9}}
    assert lines_in_one_category(wards) == {"Ward A": "Modifiable"}
    assert lines_in_one_category(wards, hidden=["Ward A"]) == {}


def test_t13_each_table_alone_reveals_nothing_and_all_three_leave_0_to_2():
    found = bounds_of(three_ways(0), (), ["000", "111"])
    assert {(one.least, one.most) for one in found.values()} == {(0, 2)}
    two = frozenset(name for name in three_ways(0).by_name if name.startswith("age by area"))
    assert bounds_of(three_ways(0), two, ["000"])["000"].is_safe


def test_a_line_with_nothing_small_is_shown_in_full():
    assert choose(line("All", North=6, South=12), (), DFE.small).hidden == frozenset()

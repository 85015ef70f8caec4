"""Properties of any system: more relations widen no interval, and order does not matter."""

from __future__ import annotations

import random
import subprocess
import sys
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from outsider import programmed, tried
from random_tables import DFE, random_tables, small_cells, table

from pscb_lib.disclosure.secrecy.attack import bounds_of
from pscb_lib.disclosure.secrecy.bounds import Need
from pscb_lib.disclosure.secrecy.choose import NoPattern, choose
from pscb_lib.disclosure.secrecy.moves import grow
from pscb_lib.disclosure.secrecy.parts import split
from pscb_lib.disclosure.secrecy.profiles import PROFILES
from pscb_lib.disclosure.secrecy.relations import Relation, percentage, rounded, sum_of, within
from pscb_lib.disclosure.secrecy.system import Cell, System

SMALL_TABLES = some.lists(some.lists(some.integers(0, 7), min_size=2, max_size=3).filter(
    lambda line: len(line) == 3), min_size=2, max_size=3)
SIX = [random_tables(random.Random(f"properties {turn}"), turn) for turn in range(6)]


@given(SMALL_TABLES, some.data())
@settings(max_examples=40, deadline=None, derandomize=True)
def test_the_bounds_are_those_of_all_solutions(counts, data):
    cells, relations = table("t", counts)
    system = System(tuple(cells), tuple(relations))
    inner = [cell.name for cell in cells if cell.can_hide and "T" not in cell.name]
    hidden = data.draw(some.sets(some.sampled_from(inner), max_size=5)) if inner else set()
    every = tried(system, hidden, 25)
    found = bounds_of(system, hidden, hidden)
    assert {name: (one.least, one.most) for name, one in found.items()} == every


@pytest.mark.parametrize("system", SIX, ids=lambda system: f"{len(system.cells)} cells")
def test_a_further_relation_never_widens_an_interval(system):
    secret = small_cells(system)
    hidden = choose(system, secret, DFE.small).hidden
    before = bounds_of(system, hidden, secret)
    name = max(hidden)
    near = within(name, system.by_name[name].value - 1, system.by_name[name].value + 1)
    for known, names in ((replace(system, relations=(*system.relations, near)), hidden),
                         (system, hidden - {name})):
        after = bounds_of(known, names, secret)
        for count in secret:
            assert after[count].least >= before[count].least
            assert before[count].most is None or after[count].most <= before[count].most


@pytest.mark.parametrize("system", SIX, ids=lambda system: f"{len(system.cells)} cells")
def test_choosing_twice_gives_the_same_and_a_published_pattern_needs_no_more(system):
    secret = small_cells(system)
    pattern = choose(system, secret, DFE.small)
    assert choose(system, secret, DFE.small) == pattern
    released = replace(system, cells=tuple(
        replace(cell, is_hidden=True) if cell.name in pattern.hidden else cell
        for cell in system.cells))
    assert choose(released, secret, range(0)).added == ()


@pytest.mark.parametrize("system", SIX, ids=lambda system: f"{len(system.cells)} cells")
def test_another_order_of_cells_and_sums_costs_the_same(system):
    secret = small_cells(system)
    turned = replace(system, cells=system.cells[::-1], relations=system.relations[::-1])
    sums = [sum(system.by_name[name].weight for name in choose(one, secret, DFE.small).added)
            for one in (system, turned)]
    assert sums[0] == sums[1]


@pytest.mark.parametrize("system", SIX, ids=lambda system: f"{len(system.cells)} cells")
def test_growing_as_for_large_systems_is_safe_and_not_much_dearer(system):
    secret = small_cells(system)
    needs = {name: Need(system.by_name[name].value, system.by_name[name].value)
             for name in secret}
    hidden = grow(system, needs, system.with_units(secret))
    assert all(most - least >= 2 for least, most in (
        programmed(system, hidden, name) for name in secret))
    assert len(hidden) <= 1.5 * len(choose(system, secret, range(0)).hidden)


def test_parts_that_no_relation_connects_are_solved_apart():
    cells, relations = zip(*(table(name, [[3, 9, 8], [4, 20, 30]]) for name in "ab"), strict=True)
    both = System(sum(map(tuple, cells), ()), sum(map(tuple, relations), ()))
    alone = System(tuple(cells[0]), tuple(relations[0]))
    assert len([part for part in split(both) if len(part.relations)]) == 2
    ours = choose(both, small_cells(both), DFE.small).added
    first = choose(alone, small_cells(alone), DFE.small).added
    assert {name for name in ours if name.startswith("a")} == set(first)
    assert {name[1:] for name in ours if name.startswith("b")} == {name[1:] for name in first}


def test_a_figure_is_hidden_with_all_counts_that_it_reveals():
    shares = [Cell(f"{what} {who}", value, least=0) for what, values in (
        ("late", (2, 9, 11, 22)), ("timely", (30, 28, 40, 98)))
        for who, value in zip("ABCT", values, strict=True)]
    sums = [sum_of(f"{what} T", tuple(f"{what} {who}" for who in "ABC"))
            for what in ("late", "timely")]
    system = System(tuple(shares), tuple(sums),
                    tuple((f"late {who}", f"timely {who}") for who in "ABCT"))
    pattern = choose(system, small_cells(system), DFE.small)
    assert pattern.hidden == {"late A", "timely A", "late B", "timely B"}


def test_a_percentage_of_two_hidden_counts_bounds_one_by_the_other():
    cells = Cell("part", 4), Cell("rest", 15), Cell("whole", 19)
    share = percentage("share", "part", "whole", Fraction("21.1"), Fraction(1, 20))
    system = System(cells, (sum_of("whole", ("part", "rest")), *share))
    near = replace(system, relations=(*system.relations, within("whole", 1, 30)))
    assert bounds_of(system, {"part", "rest", "whole"}, ["whole"])["whole"].least == 19
    found = bounds_of(near, {"part", "rest", "whole"}, ["part"])["part"]
    assert (found.least, found.most) == (4, 4)


@pytest.mark.parametrize("turn", range(8))
def test_percentages_left_in_bound_their_hidden_counts_as_all_solutions_do(turn):
    chance = random.Random(turn)
    counts = [[chance.randint(0, 9), chance.randint(1, 20)] for _ in range(3)]
    cells, relations = table("t", counts)
    system = System(tuple(replace(cell, least=0) for cell in cells), tuple(relations))
    values = {name: cell.value for name, cell in system.by_name.items()}
    for row in (0, 1, 2, "T"):
        part, whole = f"t.{row}.0", f"t.{row}.T"
        shown = Fraction((2000 * values[part] + values[whole]) // (2 * values[whole]), 10)
        relations += percentage(f"share {row}", part, whole, shown, Fraction(1, 20))
    published = replace(system, relations=tuple(relations))
    hidden = {f"t.{row}.{column}" for row in (0, 1) for column in (0, 1, "T")}
    found = bounds_of(published, hidden, hidden)
    expected = tried(published, hidden, 60)
    assert {name: (one.least, one.most) for name, one in found.items()} == expected


def test_kernels_start_without_the_solver_which_prints_nothing():
    asked = ("import sys, pscb_lib.disclosure.secrecy.choose as one;"
             "print('highspy' in sys.modules);"
             "from pscb_lib.disclosure.secrecy.system import Cell, System;"
             "one.choose(System((Cell('a', 3), Cell('b', 6)), ()), ['a'], range(1, 6))")
    done = subprocess.run([sys.executable, "-c", asked], check=True, capture_output=True,
                          encoding="utf-8", cwd=Path(__file__).parents[3])
    assert done.stdout == "False\n"


def test_an_exact_half_is_rounded_up_so_that_the_upper_bound_is_out():
    assert rounded("figure", ("count",), Fraction(5), Fraction(5, 2)) == Relation(
        (("count", 1),), 3, 7, "figure")


def test_where_nothing_else_can_be_hidden_the_unprotected_counts_are_named():
    cells = Cell("North", 3), Cell("South", 0), Cell("All", 3, may_hide=False)
    system = System(cells, (sum_of("All", ("North", "South")),))
    with pytest.raises(NoPattern) as fault:
        choose(system, ["North"], DFE.small)
    assert str(fault.value) == "no pattern hides North: combine categories"
    assert fault.value.names == ("North",)


def test_the_profiles_hide_what_their_sources_say():
    assert [*PROFILES["dfe"].small] == [1, 2, 3, 4, 5]
    assert [*PROFILES["nhs"].small] == [1, 2, 3, 4, 5, 6, 7]
    assert [(one.symbol, one.rounding) for one in PROFILES.values()] == [("c", 1), ("*", 5)]


def test_nhs_rounding_bounds_a_hidden_count_by_the_rounded_figures():
    cells = [Cell(name, value, step=5) for name, value in
             {"North": 3, "South": 12, "East": 20, "All": 35}.items()]
    system = System(tuple(cells), (sum_of("All", ("North", "South", "East")),))
    found = bounds_of(system, {"North"}, ["North"])["North"]
    assert (found.least, found.most) == (1, 11) == tried(system, {"North"}, 40)["North"]


@pytest.mark.parametrize(("cells", "relations", "message"), [
    pytest.param((Cell("a", 1), Cell("a", 2)), (), "two cells have the same name",
                 id="a name twice"),
    pytest.param((Cell("a", 1), Cell("b", 2)), (sum_of("b", ("a",)),),
                 "the relation between b, a does not hold for their values",
                 id="a sum that does not add up"),
    pytest.param((Cell("a", 0, is_hidden=True),), (), "hidden, and less than its least: a",
                 id="a zero hidden where zeros are shown"),
])
def test_a_system_that_contradicts_itself_is_refused(cells, relations, message):
    with pytest.raises(ValueError) as fault:
        System(cells, relations)
    assert str(fault.value) == message



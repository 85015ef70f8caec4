"""Systems of weights, inequalities and intervals: the choice never crashes, and it is safe."""

from __future__ import annotations

import random
from collections import Counter

import numpy
import pytest
from general_systems import general_system
from outsider import three_values
from random_tables import DFE

from pscb_lib.disclosure.secrecy import choose as choosing
from pscb_lib.disclosure.secrecy.attack import bounds_of
from pscb_lib.disclosure.secrecy.choose import NoPattern, choose
from pscb_lib.disclosure.secrecy.programme import Programme
from pscb_lib.disclosure.secrecy.relations import Relation, sum_of
from pscb_lib.disclosure.secrecy.solving import Infeasible, Polytope
from pscb_lib.disclosure.secrecy.system import Cell, System
from pscb_lib.disclosure.secrecy.view import View

MOST_QUICK, MOST = 15, 800


@pytest.mark.parametrize("searched", [150, 0], ids=["searched", "grown"])
@pytest.mark.parametrize("turns", [range(MOST_QUICK), pytest.param(
    range(MOST_QUICK, MOST), marks=pytest.mark.slow)], ids=["few", "many"])
def test_every_pattern_leaves_three_values_or_names_what_nothing_protects(
        turns, searched, monkeypatch):
    monkeypatch.setattr(choosing, "SEARCHED", searched)
    tally = Counter()
    for turn in turns:
        system = general_system(random.Random(turn))
        secret = [cell.name for cell in system.cells
                  if cell.value in DFE.small and (cell.can_hide or cell.is_hidden)]
        try:
            hidden, protected = choose(system, secret, DFE.small).hidden, secret
        except NoPattern as fault:
            hidden = frozenset().union(*system.units)
            protected = ()
            assert all(len(three_values(system, hidden, name)) < 3 for name in fault.names), turn
            tally["none"] += 1
        assert all(len(three_values(system, hidden, name)) == 3 for name in protected), turn
        tally["protected"] += len(protected)
    assert tally["none"] < 0.6 * len(turns) and tally["protected"] > len(turns)


def test_a_weighted_sum_may_leave_two_values_with_a_gap_between():
    """80 children with 83 episodes: two and one, or none and three, went once more."""
    cells = (Cell("once", 78), Cell("twice", 1, least=0), Cell("thrice", 1, least=0),
             Cell("children", 80, may_hide=False), Cell("episodes", 83, may_hide=False))
    system = System(cells, (sum_of("children", ("once", "twice", "thrice")), Relation(
        (("episodes", -1), ("once", 1), ("twice", 2), ("thrice", 3)))))
    found = bounds_of(system, {"once", "twice", "thrice"}, ["twice", "thrice"])
    assert {name: (one.least, one.most, one.is_safe) for name, one in found.items()} == {
        "twice": (1, 3, False), "thrice": (0, 1, False)}
    with pytest.raises(NoPattern) as fault:
        choose(system, ["twice"], DFE.small)
    assert fault.value.names == ("twice",)


def test_a_cascade_of_steps_bounds_a_hidden_one_by_its_neighbours():
    cells = [Cell(name, value, least=0) for name, value in
             {"held": 9, "in time": 4, "with date": 4, "signed": 1}.items()]
    steps = [Relation(((cells[at].name, 1), (cells[at + 1].name, -1)), 0, None) for at in range(3)]
    system = System(tuple(cells), tuple(steps))
    found = bounds_of(system, {"in time", "with date"}, ["in time", "with date"])
    assert [(one.least, one.most) for one in found.values()] == [(1, 9), (1, 9)]
    hidden = choose(system, ["in time", "with date", "signed"], DFE.small).hidden
    assert hidden == {"in time", "with date", "signed"}


def test_a_group_with_a_count_that_is_always_shown_stays_shown():
    cells = (Cell("a", 3), Cell("b", 0), Cell("all", 3, may_hide=False))
    system = System(cells, (sum_of("all", ("a", "b")),), (("a", "b"),))
    with pytest.raises(NoPattern) as fault:
        choose(system, ["a"], DFE.small)
    assert fault.value.names == ("a",)


def test_where_an_integer_programme_says_unbounded_the_least_count_is_found():
    """The solver of scipy 1.17 says of the least c1, which is 1, unbounded or infeasible."""
    values = {"c1": 5, "c3": 12, "c5": 1, "c7": 3, "c8": 8}
    system = System(
        tuple(Cell(name, value, is_hidden=True) for name, value in values.items()),
        (Relation((("c3", 2), ("c8", -2), ("c7", -1), ("c1", -1)), None, 2),
         Relation((("c3", 1), ("c8", -1), ("c5", 1), ("c1", 2)), 15, 15),
         Relation((("c5", -1), ("c3", 1000)), 11_999, 11_999), Relation((("c3", 1),), 12, None)))
    found = bounds_of(system, (), ["c1", "c5", "c7"])
    assert {name: (one.least, one.most) for name, one in found.items()} == {
        "c1": (1, None), "c5": (1, None), "c7": (1, None)}


def test_where_presolving_says_infeasible_the_true_values_show_that_the_solver_is_at_fault():
    """HiGHS 1.15 says so of the least c2; it is 2, with c5 = 1 and 7 times c4 = 679."""
    view = View({"c0": (1, None), "c1": (0, None), "c2": (1, None), "c3": (0, 2), "c4": (3, None),
                 "c5": (0, 2)},
                (Relation((("c0", -423),), None, -30_462_345), Relation((("c3", -1),), -3, 0),
                 Relation((("c0", 7), ("c1", -9), ("c4", 7)), 504_099, 504_099),
                 Relation((("c5", 1000), ("c2", -9), ("c4", 7)), 1_661, 1_661)))
    truth = numpy.array([72_015, 3, 40, 2, 3, 2], float)
    assert Polytope(view, truth).solve({"c2": 1})["c2"] == 2


def test_where_nothing_fits_it_is_said_and_not_guessed():
    view = View({"a": (0, 5), "b": (0, 5)}, (Relation((("a", 2), ("b", -2)), 1, 1),))
    with pytest.raises(Infeasible) as fault:
        Polytope(view).solve({"a": 1})
    assert str(fault.value) == "no whole numbers fit the relations"


def test_where_the_true_values_fit_and_no_way_finds_any_it_is_an_error(monkeypatch):
    monkeypatch.setattr(Programme, "solve", lambda self: None)
    view = View({"a": (0, 5), "b": (0, 5)}, (Relation((("a", 1), ("b", 1)), 5, 5),))
    with pytest.raises(ArithmeticError) as fault:
        Polytope(view, numpy.array([2.0, 3.0])).solve({"a": 1})
    assert str(fault.value) == "the solver finds no numbers, and the true ones fit"
    assert not isinstance(fault.value, Infeasible)


@pytest.mark.parametrize(("by", "least", "most", "end"), [
    pytest.param((2, 2), 3, 5, 2, id="two and a half is two"),
    pytest.param((2, -3), 0, 0, 6, id="twice six is three times four, and seven is no such"),
    pytest.param((3, -7), 1, 1, 5, id="three times five is one more than seven times two"),
])
def test_the_most_in_whole_numbers_is_found_where_the_most_in_any_numbers_is_not_whole(
        by, least, most, end):
    relation = Relation((("a", by[0]), ("b", by[1])), least, most)
    view = View({"a": (0, 7), "b": (0, 4)}, (relation,))
    fit = [a for a in range(8) for b in range(5) if least <= by[0] * a + by[1] * b <= most]
    assert Polytope(view).solve({"a": -1})["a"] == max(fit) == end

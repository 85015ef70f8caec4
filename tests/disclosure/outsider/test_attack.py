"""The audit finds hidden counts that can be worked out: naive patterns fail it, safe ones pass.

The tables T1 to T7 and their patterns are from the published examples of cell suppression that
the suite's rules were written against. Every bound is small enough to check by hand.
"""

from pathlib import Path

import pytest

from pscb_lib.disclosure.figures import TOTAL, count, counts, frame, proportion, relation
from pscb_lib.disclosure.outsider.attack import FEW, WORKED_OUT, find_worked_out
from pscb_lib.disclosure.outsider.found import Cell, Finished, Row
from pscb_lib.disclosure.outsider.releases import release_of
from pscb_lib.disclosure.plain_figures import from_json
from pscb_lib.disclosure.secrecy.profiles import PROFILES
from pscb_lib.disclosure.showing import HIDDEN, show

DFE = PROFILES["dfe"]
T1 = {"North": 3, "South": 12, "East": 20, "West": 7}
T2 = {"Neglect": 1, "Emotional": 1, "Physical": 14}
T3 = {"A": (2, 10, 20), "B": (15, 8, 30), "C": (25, 12, 40)}


def one_way(values, *hidden):
    return frame(counts("t", values)), {("t", row, "") for row in hidden}


def two_way(lines, *hidden):
    lines = {**lines, TOTAL: tuple(map(sum, zip(*lines.values(), strict=True)))}
    rows = [count("t", row, number, column) for row, line in lines.items()
            for column, number in {**dict(zip("xyz", line, strict=True)), TOTAL: sum(line)}.items()]
    return frame(rows), {("t", row, column) for row, column in map(str.split, hidden)}


def release(figures, hidden, *rows, name="c/public/r", as_of="2015-01-31", exact=True):
    """A published set that hides these places only, even if a plan would hide more."""
    shown = show(figures, "public", hidden=hidden)
    found = Finished(Path(name), rows=list(rows), figures=from_json(shown.as_plain()),
                     front={"audience": "public", "as_of": as_of})
    cycle, _, report = name.split("/")
    return release_of(name, f"{cycle}/{report}", found, figures if exact else None, DFE)


def leaks_of(*releases):
    return [(leak.place, leak.label, leak.tells)
            for leak in find_worked_out(releases, "public", DFE)]


@pytest.mark.parametrize("exact", [
    pytest.param(True, id="with the restricted set beside it"),
    pytest.param(False, id="from the public set alone"),
])
@pytest.mark.parametrize(("figures", "hidden", "expected"), [
    pytest.param(*one_way(T1, "North"), [("North", WORKED_OUT)],
                 id="T1: one hidden part is the total less the others"),
    pytest.param(*one_way(T1, "North", "West"), [], id="T1: with West hidden it is safe"),
    pytest.param(*one_way(T2, "Neglect", "Emotional"),
                 [("Emotional", WORKED_OUT), ("Neglect", WORKED_OUT)],
                 id="T2: two hidden parts that make two are one each"),
    pytest.param(*one_way({"A": 1, "B": 2, "C": 9}, "A", "B"), [("A", FEW), ("B", FEW)],
                 id="two hidden parts that make three are one or two"),
    pytest.param(*one_way(T2, "Neglect", "Emotional", "Physical"), [],
                 id="T2: with all three hidden it is safe"),
    pytest.param(*two_way(T3, "A x", "A y", "B x"), [("A, x", WORKED_OUT)],
                 id="T3: one more in the row and in the column is not enough"),
    pytest.param(*two_way(T3, "A x", "A y", "B x", "B y"), [], id="T3: a rectangle is enough"),
])
def test_a_pattern_is_attacked_exactly(figures, hidden, expected, exact):
    found = leaks_of(release(figures, hidden, exact=exact))
    is_small = {label for label, _ in expected}
    assert {(label, tells) for _, label, tells in found if exact or label in is_small} == set(
        expected)


def test_a_percentage_left_in_reveals_the_count():
    figures = frame([count("t", "Reviewed", 4, part_of=(("t", "All", ""),)),
                     count("t", "Open", 15, part_of=(("t", "All", ""),)), count("t", "All", 19),
                     proportion("t", "Share reviewed", 4, 19, quantity="reviewed")])
    figures.loc[0, "quantity"] = "reviewed"
    hidden = {("t", "Reviewed", ""), ("t", "Open", "")}
    assert leaks_of(release(figures, hidden)) == [("table t", "Reviewed", WORKED_OUT)]


def test_a_later_year_to_date_reveals_an_earlier_quarter():
    first = one_way({"North": 3, "South": 9, "East": 22}, "North", "South")
    year = [count("t", row, number, column, **ties)
            for row, (now, whole) in {"North": (7, 10), "South": (8, 17), "East": (23, 45)}.items()
            for column, number, ties in (
                ("Q2", now, {"part_of": (("t", row, "Year to date"),)}),
                ("Q1", whole - now, {"part_of": (("t", row, "Year to date"),),
                                     "readers": "nobody", "quantity": f"Q1 {row}"}),
                ("Year to date", whole, {}))]
    figures = first[0].assign(quantity=[f"Q1 {row}" for row in first[0]["row"]])
    releases = [release(figures, first[1], name="q1/public/r", as_of="2014-07-31"),
                release(frame(year), (), name="q2/public/r", as_of="2014-10-31")]
    assert leaks_of(releases[0]) == []
    (leak,) = find_worked_out(releases, "public", DFE)
    assert str(leak) == (
        "q1/public/r/report.ipynb, table t, North: can be worked out from what is shown; run the "
        "cycle again, all reports together, so that one plan hides what ties it")


@pytest.mark.parametrize("exact", [
    pytest.param(True, id="with the restricted set beside it"),
    pytest.param(False, id="from the public set alone"),
])
def test_a_printed_total_that_is_not_in_the_frame_is_added_up(exact):
    figures, hidden = frame([count("t", "North", 3, "Quarter 1"),
                             count("t", "North", 7, "Quarter 2")]), {("t", "North", "Quarter 1")}
    cells = [Cell("Quarter 1", HIDDEN), Cell("Quarter 2", "7"), Cell("Year to date", "10")]
    row = Row("report.html", "t", "", ("North",), tuple(cells))
    assert leaks_of(release(figures, hidden, exact=exact)) == []
    assert leaks_of(release(figures, hidden, row, exact=exact)) == [
        ("table t", "North, Quarter 1", WORKED_OUT)]


def test_a_hidden_zero_of_a_withheld_table_contradicts_nothing():
    figures, hidden = one_way({"A": 0, "B": 2}, "A", "B", TOTAL)
    assert leaks_of(release(figures, hidden)) == []
    assert leaks_of(release(figures, hidden, exact=False)) == []


def quarters(*published):
    rows = [proportion("t", quarter, 4 - late, 4, describes="agency")
            for quarter, late in (("Q1", 0), ("Q2", 1))]
    return frame([*rows, *published])


def test_what_published_figures_tell_by_themselves_is_no_leak_of_a_set():
    """Seven of eight in the year were in time, so that one was late in either quarter or none."""
    both = [("t", quarter, "") for quarter in ("Q1", "Q2")]
    year = [relation(f"{aspect} of the year", {(place, aspect): 1 for place in both}, sum_, sum_)
            for aspect, sum_ in (("cases", 7), ("whole", 8))]
    assert leaks_of(release(quarters(*year), set(both))) == []
    assert leaks_of(release(quarters(), {both[1]}), ) == []
    assert leaks_of(release(quarters(year[0]), {both[1]})) != []


def test_a_denominator_that_an_agency_s_figure_shows_is_no_leak():
    """Four of four conferences ended in a plan: the four are the agency's work, and shown."""
    plans, held = ("t", "Ended in a plan", ""), ("t", "Held in time", "")
    figures = frame([proportion(*plans[:2], 4, 4), proportion(*held[:2], 3, 4, describes="agency"),
                     relation("conferences", {(plans, "whole"): 1, (held, "whole"): -1})])
    shown = show(figures, "board", hidden={plans})
    found = Finished(Path("c/board/r"), figures=from_json(shown.as_plain()),
                     front={"audience": "board", "as_of": "2015-01-31"})
    one = release_of("c/board/r", "c/r", found, figures, DFE)
    assert find_worked_out([one], "board", DFE) == []

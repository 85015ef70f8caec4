"""The registers of benchmarks, neighbours and measures, and restated figures."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from pscb_lib.board.comparators.mapping import read_measures
from pscb_lib.board.comparators.neighbours import choose_set, read_neighbours
from pscb_lib.board.comparators.register import Benchmark, Mark, known_benchmarks, read_benchmarks
from pscb_lib.board.comparators.restated import find_restated
from pscb_lib.framework.spellings import parse_year
from pscb_lib.reading.findings import InputError

PARAMS = Path(__file__).parents[2] / "params"
COLUMNS = ("indicator,area,year,value,numerator,denominator,first_released_on,released_on,source\n")
ROW = {"indicator": "referrals", "area": "Here", "year": "2013-14", "value": "565.8",
       "numerator": "2634", "denominator": "46552", "first_released_on": "2014-10-29",
       "released_on": "2024-10-31", "source": "a release"}


def write(folder, name, content):
    path = folder / name
    path.write_text(content, encoding="utf-8", newline="\n")
    return path


def register(folder, **cells):
    return write(folder, "benchmarks.csv", COLUMNS + ",".join({**ROW, **cells}.values()) + "\n")


def benchmark(value, released_on, numerator=None, denominator=None, year="2013-14"):
    return Benchmark("referrals", "Here", parse_year(year), value, numerator, denominator,
                     date(2014, 10, 29), released_on, "a release")


@pytest.mark.parametrize(("cell", "expected"), [
    pytest.param("565.8", Decimal("565.8"), id="a number"),
    pytest.param("c", Mark.SUPPRESSED, id="c is suppressed"),
    pytest.param("x", Mark.NOT_AVAILABLE, id="x is not available"),
    pytest.param("z", Mark.NOT_APPLICABLE, id="z is not applicable"),
    pytest.param("low", Mark.LOW, id="low is close to zero and no zero"),
])
def test_a_benchmark_is_a_number_or_a_mark(tmp_path, cell, expected):
    [one] = read_benchmarks(register(tmp_path, value=cell))
    assert one.value == expected
    assert one.number == (expected if isinstance(expected, Decimal) else None)


@pytest.mark.parametrize(("cells", "message"), [
    pytest.param({"value": "k"}, "column value, value 'k': is neither a number nor one of c, x, "
                 "z, low, u; correct the cell", id="a mark that is not the register's"),
    pytest.param({"released_on": "2014-10-28"}, "column first_released_on and released_on, value "
                 "'2014-10-29 and 2014-10-28': a figure cannot be released again before its "
                 "first release; correct one of the two days", id="released before the first time"),
    pytest.param({"first_released_on": "2014-03-31"}, "column year and first_released_on, value "
                 "'2013-14 and 2014-03-31': a year's figure cannot be released before the "
                 "year ends; correct the year or the day", id="released before the year ends"),
])
def test_an_invalid_benchmark_refuses_the_register(tmp_path, cells, message):
    with pytest.raises(InputError) as refusal:
        read_benchmarks(register(tmp_path, **cells))
    assert str(refusal.value) == f"benchmarks.csv, row 2, {message}"


@pytest.mark.parametrize(("as_of", "later_editions", "known"), [
    pytest.param(date(2024, 10, 31), False, True, id="known on the day of its release"),
    pytest.param(date(2024, 10, 30), False, False, id="not known the day before"),
    pytest.param(date(2014, 10, 29), True, True, id="a later edition of a year that was out"),
    pytest.param(date(2014, 10, 28), True, False, id="no edition of a year that was not out"),
])
def test_nothing_released_later_is_used_unless_asked_for(as_of, later_editions, known):
    rows = [benchmark(Decimal("565.8"), date(2024, 10, 31))]
    assert known_benchmarks(rows, as_of, later_editions) == (rows if known else [])


FIVE = ("A", "B", "C", "D", "E")
SETS = ("area,neighbour,set,valid_from,valid_to,published_on,source\n"
        + "".join(f"Here,{name},old model,2012-13,2019-20,2012-06-01,a\n" for name in FIVE)
        + "".join(f"Here,{name.lower()},new model,2020-21,,2020-06-01,a\n" for name in FIVE))


@pytest.mark.parametrize(("year", "as_of", "held", "expected"), [
    pytest.param("2013-14", "2015-01-31", "ABCDEabcde", "old model", id="the set in force"),
    pytest.param("2022-23", "2024-01-31", "ABCDEabcde", "new model", id="a set without an end"),
    pytest.param("2011-12", "2012-07-31", "ABCDEabcde", "old model", id="a year before all sets"),
    pytest.param("2018-19", "2020-07-31", "ABCDEabcde", "old model", id="of the year, not the day"),
    pytest.param("2019-20", "2020-07-31", "ABCDabcde", "new model", id="not one with four figures"),
    pytest.param("2019-20", "2020-07-31", "ABCDabcd", None, id="none where none has five"),
    pytest.param("2011-12", "2012-05-31", "ABCDEabcde", None, id="not one that was not published"),
    pytest.param("2013-14", "2015-01-31", "ABCDabcde", None, id="not one of a later year"),
    pytest.param("2020-21", "2020-05-31", "ABCDEabcde", None, id="not one that is over"),
])
def test_the_neighbours_are_of_the_nearest_valid_set_with_five_figures(tmp_path, year, as_of, held,
                                                                       expected):
    sets = read_neighbours(write(tmp_path, "statistical_neighbours.csv", SETS))
    day = date.fromisoformat(as_of)
    chosen = choose_set(sets, "Here", parse_year(year), held, day)
    assert (chosen and chosen.name) == expected
    assert choose_set(sets, "Elsewhere", parse_year(year), held, day) is None


@pytest.mark.parametrize(("row", "at"), [
    ("2021-22,,2020-06-01", "valid_from, value '2021-22'"),
    ("2020-21,,2021-06-01", "published_on, value '2021-06-01'"),
])
def test_the_rows_of_a_set_agree_about_its_years_and_its_day(tmp_path, row, at):
    path = write(tmp_path, "statistical_neighbours.csv", SETS + f"Here,F,new model,{row},a\n")
    with pytest.raises(InputError) as refusal:
        read_neighbours(path)
    assert str(refusal.value) == (
        f"statistical_neighbours.csv, row 12, column {at}: is not that of the set's other rows; "
        "give all rows of one set the same")


def test_an_indicator_has_one_published_measure(tmp_path):
    rows = (PARAMS / "benchmark_measures.csv").read_text(encoding="utf-8").splitlines()
    path = write(tmp_path, "benchmark_measures.csv", "\n".join([*rows, rows[1]]))
    with pytest.raises(InputError) as refusal:
        read_measures(path)
    assert str(refusal.value) == (
        f"benchmark_measures.csv, row {len(rows) + 1}, column indicator, value 'referrals': the "
        "indicator has two measures; keep one")


@pytest.mark.parametrize(("before", "after", "counts"), [
    pytest.param(("565.8", "2634"), ("560.1", "2634"), False, id="the population was rebased"),
    pytest.param(("565.8", "2634"), ("567.9", "2644"), True, id="the count was corrected"),
    pytest.param(("565.8", None), ("560.1", "2634"), None, id="no count to compare"),
])
def test_a_restatement_keeps_the_value_and_the_counts_apart(before, after, counts):
    editions = [benchmark(Decimal(value), date(year, 10, 31), numerator and Decimal(numerator))
                for (value, numerator), year in ((before, 2023), (after, 2024))]
    [found] = find_restated(reversed(editions))
    assert (found.before, found.after) == tuple(editions)
    assert (found.value_changed, found.counts_changed) == (True, counts)


@pytest.mark.parametrize(("before", "after"), [
    pytest.param(Decimal("565.8"), Decimal("565.80"), id="the same number"),
    pytest.param(Mark.SUPPRESSED, Mark.NOT_AVAILABLE, id="one mark for another"),
])
def test_the_same_figure_is_not_a_restatement(before, after):
    assert find_restated([benchmark(before, date(2023, 10, 31)),
                          benchmark(after, date(2024, 10, 31))]) == []


def test_another_year_is_not_a_restatement():
    assert find_restated([benchmark(Decimal(1), date(2023, 10, 31)),
                          benchmark(Decimal(2), date(2024, 10, 31), year="2012-13")]) == []


@pytest.mark.parametrize(("written", "name"), [
    pytest.param("referrals", "referrals", id="a role"),
    pytest.param("B7", "referrals", id="the board's id of it, in an earlier file"),
    pytest.param("C1", "C1", id="the id of an indicator without a role"),
    pytest.param("FD3", "FD3", id="an id that is not on the register"),
])
def test_a_published_figure_belongs_to_a_role_whatever_the_board_calls_it(tmp_path, written, name):
    head, first, *_ = (PARAMS / "indicators.csv").read_text(encoding="utf-8").splitlines()
    _, role, rest = first.split(",", 2)
    assert role == "contacts"
    write(tmp_path, "indicators.csv", "\n".join([head, f"B7,referrals,{rest}", f"C1,,{rest}", ""]))
    [one] = read_benchmarks(register(tmp_path, indicator=written))
    assert one.indicator == name
    rows = (PARAMS / "benchmark_measures.csv").read_text(encoding="utf-8").splitlines()
    measure = rows[1].replace("referrals,", f"{written},", 1)
    assert [*read_measures(write(tmp_path, "benchmark_measures.csv", f"{rows[0]}\n{measure}\n"))
            ] == [name]

"""Small boards with odd structure: no hidden count of children is told, and their sets come out.

All 200 are attacked by ``python tests/random_boards.py 200 --seed 1``, whose result is
``random_boards_result.json``.
"""

from __future__ import annotations

import json

import pytest
import random_boards
import small_boards
from random_boards import Seen, attack_board, fails, summed

QUICK = [(1, ("private_fostering",)), (10, ("missing_children",)), (14, ("private_fostering",))]


@pytest.mark.parametrize(("seed", "reports"), QUICK)
def test_a_small_board_tells_nothing(tmp_path, seed, reports):
    seen = attack_board(tmp_path, seed, reports=reports)
    assert (seen.exact, seen.narrow, seen.crashed, seen.wrong) == ([], [], [], [])
    assert seen.secrets and seen.published == seen.sets == 3 * len(reports)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(1001, 1013))
def test_a_small_board_with_all_its_papers_tells_nothing(tmp_path, seed):
    seen = attack_board(tmp_path, seed)
    assert (seen.exact, seen.narrow, seen.crashed, seen.wrong) == ([], [], [], [])
    assert seen.published >= random_boards.PUBLISHED * seen.sets


def test_a_board_is_the_same_whenever_it_is_made(tmp_path):
    boards = [small_boards.make_board(tmp_path / name, 7) for name in ("one", "two")]
    first, second = ({path.relative_to(board.root): path.read_bytes()
                      for path in board.root.rglob("*") if path.is_file()} for board in boards)
    assert first == second


def test_a_boards_shares_have_the_whole_that_is_counted(tmp_path):
    root = small_boards.make_board(tmp_path / "board", 3).root
    rows = small_boards.read(root / "returns" / "data_set" / "childrens-social-care.csv")
    counted = {row["period"]: row["numerator"] for row in rows if row["indicator"] == "FD3"}
    wholes = {row["period"]: row["denominator"] for row in rows if row["indicator"] == "FD6"}
    assert len(wholes) > 10 and wholes == {period: counted[period] for period in wholes}


def test_a_boards_published_year_is_the_sum_of_its_quarters(tmp_path):
    root = small_boards.make_board(tmp_path / "board", 3).root
    rows = small_boards.read(root / "returns" / "data_set" / "childrens-social-care.csv")
    year = sum(int(row["numerator"]) for row in rows
               if row["indicator"] == "FD3" and row["period"].startswith("2013-14"))
    published = [row["numerator"] for row in small_boards.read(root / "params" / "benchmarks.csv")
                 if (row["indicator"], row["area"], row["year"]) == (
                     "referrals", small_boards.AREA, "2013-14")]
    assert set(published) == {str(year)}


def test_what_was_seen_is_not_made_again(tmp_path):
    state = tmp_path / "state.jsonl"
    seen = Seen(5, ["plain"], ["2014-15-q3 every report"], sets=17, published=17, secrets=9)
    state.write_text(json.dumps(vars(seen)) + "\n")
    assert list(random_boards.attack_many([5], state, 1)) == [seen]


@pytest.mark.parametrize(("seen", "expected"), [
    pytest.param({"sets": 20, "published": 19}, [], id="19 of 20 sets are enough"),
    pytest.param({"sets": 21, "published": 19}, ["published"], id="19 of 21 are not"),
    pytest.param({"exact": ["a count"]}, ["exact"], id="one count told"),
    pytest.param({"narrow": ["a count"]}, ["narrow"], id="one left fewer than three values"),
    pytest.param({"crashed": ["a set"]}, ["crashed"], id="a crash"),
    pytest.param({"wrong": ["a line"]}, ["wrong"], id="a wrong definition"),
])
def test_the_goals(seen, expected):
    assert fails(summed([Seen(1, [], [], **seen)])) == expected

"""The attacker works out by arithmetic what is known to be told, and nothing else."""

from __future__ import annotations

import pkgutil
from dataclasses import replace
from math import inf
from pathlib import Path

import pytest
from attacker.definitions import Definitions, read_definitions
from attacker.finished import Figure, Paper
from attacker.judge import judge
from attacker.known import Params
from attacker.lines import parse
from attacker.programme import Contradiction, Part, Programme, Relation

from pscb_lib import reports

NOTHING_KNOWN = Params("Peterborough", {}, ())
COUNT, SHARE = "count", "percent"


def paper(true: dict, hidden: tuple, unit: dict | None = None, describes: dict | None = None,
          **about: object) -> tuple[Paper, Paper]:
    """A set that hides some places of the table ``t``, and its restricted set."""
    of = Paper("r", "2014-15-q3", "board", 0, "2014-15 Q3", "Quarter 3 2014/15", "2015-01-31")
    full = {}
    for row, value in true.items():
        number, whole = value if isinstance(value, tuple) else (value, None)
        full["t", row, ""] = Figure(COUNT if whole is None else SHARE, "",
                                    (describes or {}).get(row, "child"), False, number, whole)
    shown = {place: replace(one, hidden=True, number=None, whole=None)
             if place[1] in hidden else one for place, one in full.items()}
    return (replace(of, figures=shown, **about),
            replace(of, audience="restricted", figures=full, **{
                key: value for key, value in about.items() if key in ("issue", "name")}))


def told(*sets: tuple[Paper, Paper], lines: tuple[str, ...] = (), reader: str = "board",
         params: Params = NOTHING_KNOWN, **known: object) -> dict[str, tuple[int, int]]:
    """What the reader can narrow, by the row of the figure."""
    definitions = {"r": Definitions(tuple(map(parse, lines)), **known)}
    found = judge([one for one, _ in sets], [one for _, one in sets], reader, definitions, params)
    assert not found.wrong
    return {one.place.removesuffix(" (n)").split(" | ")[1]: (one.least, one.most)
            for one in found.told}


def test_each_report_says_what_its_figures_count():
    names = {one.name for one in pkgutil.iter_modules(reports.__path__)}
    assert {name for name in names if read_definitions(name)} == names


def test_a_report_without_definitions_fails(tmp_path):
    with pytest.raises(FileNotFoundError):
        read_definitions("complaints", tmp_path)


def test_a_key_that_means_nothing_is_refused(tmp_path):
    (tmp_path / "complaints").mkdir()
    (tmp_path / "complaints" / "definitions.yaml").write_text("line: []\n")
    with pytest.raises(ValueError, match="^complaints: no such key: line$"):
        read_definitions("complaints", tmp_path)


SUM = ("t | Total = sum t | *",)


@pytest.mark.parametrize(("true", "hidden", "expected"), [
    pytest.param({"a": 3, "b": 12, "Total": 15}, ("a",), {"a": (3, 3)}, id="a total less the rest"),
    pytest.param({"a": 1, "b": 1, "c": 9, "Total": 11}, ("a", "b"), {"a": (1, 1), "b": (1, 1)},
                 id="two that make two, since zeros are printed"),
    pytest.param({"a": 1, "b": 2, "c": 9, "Total": 12}, ("a", "b"), {"a": (1, 2), "b": (1, 2)},
                 id="two that make three"),
    pytest.param({"a": 2, "b": 4, "c": 9, "Total": 15}, ("a", "b"), {}, id="two that make six"),
    pytest.param({"a": 2, "b": 0, "c": 0, "Total": 2}, ("a", "b", "c"), {},
                 id="a table withheld with its zeros"),
    pytest.param({"a": 6, "b": 12, "Total": 18}, ("a",), {}, id="what is told is not small"),
])
def test_sums_are_solved_in_whole_numbers(true, hidden, expected):
    assert told(paper(true, hidden), lines=SUM) == expected


def test_episodes_weigh_the_children_who_went_so_often():
    # 80 children and 83 episodes, nobody three times: three children went twice.
    repeats = {"1 episode": 77, "2": 3, "3 or 4": 0, "5 or more": 0, "Total": 80, "Episodes": 83}
    own = paper(repeats, ("1 episode", "2"))
    known = {"lines": SUM, "totals": ("Total", "Episodes")}
    assert told(own, **known) == {}
    assert told(own, weights=(("t | Episodes", "t | "),), **known) == {"2": (3, 3)}


def test_a_share_tells_its_whole_where_that_is_hidden_elsewhere():
    own = paper({"unexpected": 5, "expected": 9, "response": (4, 5)}, ("unexpected",),
                describes={"response": "agency"})
    assert told(own, lines=("whole of t | response = t | unexpected",)) == {"unexpected": (5, 5)}


def test_the_whole_of_a_hidden_share_is_told_openly_by_an_agency():
    own = paper({"plans": (2, 4), "conferences": (3, 4)}, ("plans",),
                describes={"conferences": "agency"})
    assert told(own, lines=("whole of t | plans = whole of t | conferences",)) == {}


def test_a_nested_limit_narrows():
    own = paper({"under 6": 4, "under 12": 5, "from 12": 9, "Total": 14}, ("under 6",))
    assert told(own, lines=("t | under 6 <= t | under 12", "t | under 6 + 1 >= t | under 12")
                ) == {"under 6": (4, 5)}


def test_two_sets_of_one_paper_undo_each_other():
    rows = {"a": 2, "b": 0, "c": 0, "Total": 2}
    board = paper(rows, ("a", "b", "c"))
    public = paper(rows, ("a", "Total"), audience="public")
    assert told(board, lines=SUM) == {}
    assert told(board, public, lines=SUM) == {"a": (2, 2)}


def test_what_an_earlier_issue_showed_is_no_secret():
    first = paper({"a": 3, "b": 12, "Total": 15}, (), issue=0)
    second = paper({"a": 3, "b": 12, "Total": 15}, ("a",), issue=1)
    assert told(first, second, lines=SUM) == {}
    assert told(second, first, lines=SUM, reader="board") == {}


def test_papers_with_keys_share_the_definitions_of_their_report_and_no_figure():
    true = {"a": 3, "b": 4, "Total": 7}
    february = paper(true, ("a",), name="r--2015-02")
    march = paper(true, ("a", "b"), name="r--2015-03")
    assert told(february, march, lines=SUM) == {"a": (3, 3)}
    assert told(march, lines=SUM) == {}


def test_a_correction_is_another_count():
    first = paper({"a": 6, "b": 12, "Total": 18}, (), issue=0)
    second = paper({"a": 5, "b": 12, "Total": 17}, ("a", "Total"), issue=1)
    assert told(first, second, lines=SUM) == {}


def year(value: str, number: str = "", whole: str = "") -> Params:
    """A published year of the indicator FD6."""
    return Params("Peterborough", {}, ({
        "indicator": "FD6", "year": "2013-14", "value": value, "numerator": number,
        "denominator": whole, "first_released_on": "2014-10-29"},))


@pytest.mark.parametrize(("params", "expected"), [
    pytest.param(year("1.0", whole="2634"), (4, 5), id="1.0% of 2,634 referrals is 26 or 27"),
    pytest.param(year("1.0", "26", "2634"), (4, 4), id="the number is published"),
    pytest.param(year("c", "c", "2634"), None, id="the release hides it"),
])
def test_a_published_year_less_three_quarters_tells_the_fourth(params, expected):
    quarters = {"Q1": (8, 694), "Q2": (4, 541), "Q3": (7, 720), "Q4": (7, 679)}
    own, true = paper(quarters, ("Q2",))
    placed = [replace(one, figures={("indicators", "FD6", f"2013-14 {place[1]}"): figure
                                    for place, figure in one.figures.items()})
              for one in (own, true)]
    found = told((placed[0], placed[1]), params=params, published={"FD6": "sum"},
                 dated=frozenset({"indicators"}))
    assert found == ({} if expected is None else {"FD6": expected})


def test_a_definition_that_the_truth_breaks_is_reported():
    own, true = paper({"a": 3, "b": 12, "Total": 16}, ("a",))
    found = judge([own], [true], "board", {"r": Definitions((parse(SUM[0]),))}, NOTHING_KNOWN)
    assert [one.partition(":")[0] for one in found.wrong] == ["r of 2014-15 Q3"]
    assert not found.told


def test_what_holds_usually_is_left_out_where_it_does_not():
    assert told(paper({"a": 3, "b": 12, "Total": 16}, ("a",)), lines=("?t | Total = sum t | *",)
                ) == {}


# HiGHS, in scipy 1.17, calls these rows infeasible although the true counts satisfy all of them.
TRUE = dict(zip("abcdef", (0, 2, 334076, 1, 0, 10), strict=True))
ROWS = [((0, 0, 1887063, -1713658, 0, 1), 630420745140, 630420745140),
        ((0, -1, 1542533, 5489606, 1, 0), 515328744112, 515328744112),
        ((0, 0, 0, -4855709, 0, 8920541), 84349701, 84349701),
        ((-1, 0, 0, -8471611, 0, -5515116), -63622771, -63622766)]


def rows() -> list[Relation]:
    return [Relation(tuple((name, by) for name, by in zip("abcdef", factors, strict=True) if by),
                     least, most, f"row {number}")
            for number, (factors, least, most) in enumerate(ROWS)]


def test_what_the_solver_calls_infeasible_is_solved_again_if_the_truth_fits():
    part = Part(rows(), {})
    assert part.values_of("c", TRUE) == (334076, 334076, 1)
    assert part.solved_again


def test_a_relation_that_the_truth_breaks_is_named():
    with pytest.raises(Contradiction, match="^row 2$"):
        Part([*rows()[:2], replace(rows()[2], least=0.5, most=0.5), rows()[3]], {}
             ).values_of("c", TRUE)


def test_parts_are_those_that_unknown_counts_connect():
    programme = Programme({"k": 4}, {}, [
        Relation((("a", 1), ("k", 1)), 0, inf, ""), Relation((("b", 1), ("k", 1)), 0, inf, ""),
        Relation((("b", 1), ("c", 1)), 0, inf, "")])
    assert sorted(sorted(part.names) for part in programme.parts()) == [["a"], ["b", "c"]]


def test_the_attacker_knows_nothing_of_the_masking():
    folder = Path(__file__).parent / "support" / "attacker"
    assert not [path.name for path in folder.glob("*.py")
                if "pscb_lib" in path.read_text(encoding="utf-8").replace("``pscb_lib``", "")]

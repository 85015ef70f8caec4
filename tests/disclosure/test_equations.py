"""The additive relations of figures: lines of tables, ties, and figures printed twice."""

from __future__ import annotations

import pytest

from pscb_lib.disclosure.equations import LinkedCounts, numbers_of
from pscb_lib.disclosure.figures import count, counts, frame, proportion, rate, relation


def linked(**papers: list[dict]) -> LinkedCounts:
    """The counts of several papers and the sums between them."""
    together = LinkedCounts()
    for paper, rows in papers.items():
        together.add(paper, frame(rows))
    return together


def sums(found: LinkedCounts) -> list[str]:
    """Each sum as text, sorted; empty labels and the word for the numerator are left out."""
    written = []
    for one in found.sums:
        names = [(name.removesuffix(": cases").replace(" / ", "/").strip("/"), by)
                 for name, by in one.terms]
        parts = " + ".join(name for name, by in names if by == 1)
        written += [f"{name} = {parts}" for name, by in names if by == -1]
    return sorted(written)


@pytest.mark.parametrize(("rows", "expected"), [
    pytest.param(counts("t", {"North": 3, "South": 12}),
                 ["p/t/Total = p/t/North + p/t/South"], id="down a column to its total"),
    pytest.param([count("t", "North", 3, "Girls"), count("t", "North", 4, "Boys"),
                  count("t", "North", 7, "Total")],
                 ["p/t/North/Total = p/t/North/Girls + p/t/North/Boys"],
                 id="across a row to its total"),
    pytest.param([count("t", "North", 3, part_of=(("u", "All", ""),)),
                  count("t", "South", 4, part_of=(("u", "All", ""),)), count("u", "All", 7)],
                 ["p/u/All = p/t/North + p/t/South"], id="into a place that figures name"),
    pytest.param([count("t", "Girls", 7, part_of=(("u", "All", ""),)),
                  count("s", "North", 7, part_of=(("u", "All", ""),)), count("u", "All", 7)],
                 ["p/u/All = p/s/North", "p/u/All = p/t/Girls"],
                 id="into one place from two tables: two sums"),
    pytest.param(counts("t", {"North": 3, "South": 12}, total=False), [], id="no total, no sum"),
    pytest.param([count("t", "North", 3, part_of=(("u", "All", ""),))], [],
                 id="a place without a figure"),
    pytest.param([count("t", "North", None, state="not supplied"), count("t", "South", 3),
                  count("t", "Total", 3)], ["p/t/Total = p/t/South"],
                 id="a figure that is not supplied is in no sum"),
])
def test_sums_are_found(rows: list[dict], expected: list[str]) -> None:
    assert sums(linked(p=rows)) == expected


def test_a_percentage_reveals_numerator_remainder_and_denominator() -> None:
    found = linked(p=[proportion("t", "r", 31, 52)])

    assert found.counts == {"p / t / r / : cases": 31, "p / t / r / : rest": 21,
                            "p / t / r / : whole": 52}
    assert sums(found) == ["p/t/r/: whole = p/t/r + p/t/r/: rest"]


def test_percentages_add_up_in_numerator_remainder_and_denominator() -> None:
    all_of_them = (("t", "r", "All"),)
    found = linked(p=[proportion("t", "r", 1, 4, "A", part_of=all_of_them),
                      proportion("t", "r", 2, 9, "B", part_of=all_of_them),
                      proportion("t", "r", 3, 13, "All")])

    assert [one for one in sums(found) if one.startswith("p/t/r/All") and "/B" in one] == [
        "p/t/r/All = p/t/r/A + p/t/r/B",
        "p/t/r/All: rest = p/t/r/A: rest + p/t/r/B: rest",
        "p/t/r/All: whole = p/t/r/A: whole + p/t/r/B: whole"]


def test_a_percentage_in_a_sum_of_counts_is_its_numerator() -> None:
    found = linked(p=[proportion("t", "r", 3, 13, part_of=(("u", "Found", ""),)),
                      count("u", "Found", 3)])

    assert "p/u/Found = p/t/r" in sums(found)


def test_a_denominator_is_the_count_that_it_names() -> None:
    found = linked(p=[proportion("t", "r", 3, 13, whole=("u", "All", "")), count("u", "All", 13)])

    assert "p/t/r/: whole = p/u/All" in sums(found)


def test_a_count_that_is_said_to_be_another_has_its_name() -> None:
    found = linked(p=[count("t", "A", 3), count("u", "B", 3, same_as=("t", "A", ""))])

    assert found.counts == {"p / t / A / : cases": 3}
    assert set(found.figures.values()) == {("p / t / A / : cases",)}


def test_counts_said_to_be_the_same_that_differ_are_refused() -> None:
    with pytest.raises(ValueError) as refused:
        linked(p=[count("t", "A", 3), count("u", "B", 4, same_as=("t", "A", ""))])

    assert str(refused.value) == ("p / t / A / : cases and p / u / B / : cases are said to be "
                                  "the same count, and differ")


def test_a_share_with_the_numerator_of_another_and_no_whole_is_refused() -> None:
    with pytest.raises(ValueError, match="needs the place of its whole"):
        linked(p=[proportion("t", "A", 3, 7), proportion("u", "A", 3, 7, same_as=("t", "A", ""))])


def test_what_is_known_of_several_counts_is_a_relation_between_their_names() -> None:
    a, b = ("t", "A", ""), ("t", "B", "")
    found = linked(p=[count(*a[:2], 3), proportion(*b[:2], 4, 9),
                      relation("twice", {(a, "cases"): 2, (b, "whole"): -1}, -3, None),
                      relation("nothing", {(a, "cases"): 1, (("t", "C", ""), "cases"): 1}, 0)])

    assert [(one.terms, one.least, one.most) for one in found.limits] == [
        ((("p / t / A / : cases", 2), ("p / t / B / : whole", -1)), -3, None)]


def test_a_figure_that_an_earlier_issue_has_too_is_the_same_count_until_it_changes() -> None:
    found = LinkedCounts()
    found.add("p", frame([count("t", "A", 3), count("t", "B", 5)]))
    found.add("p, issue 1", frame([count("t", "A", 3), count("t", "B", 4)]), issue_of="p")

    assert found.figures["p, issue 1", ("t", "A", "")] == found.figures["p", ("t", "A", "")]
    assert found.counts == {"p / t / A / : cases": 3, "p / t / B / : cases": 5,
                            "p, issue 1 / t / B / : cases": 4}


def test_a_rate_reveals_its_numerator_alone() -> None:
    assert linked(p=[rate("t", "r", 4, 43_210)]).counts == {"p / t / r / : cases": 4}


def test_a_figure_without_a_value_reveals_nothing() -> None:
    row = count("t", "r", None, state="not supplied")

    assert numbers_of(next(frame([row]).itertuples())) == ()
    assert linked(p=[row]).counts == {}


def test_no_cases_reveals_three_zeros() -> None:
    assert set(linked(p=[proportion("t", "r", 0, 0)]).counts.values()) == {0}


def test_two_papers_that_print_one_quantity_reveal_one_count() -> None:
    found = linked(p=[count("t", "r", 7, quantity="Referrals, Q1")],
                   q=[count("u", "s", 7, quantity="Referrals, Q1")])

    assert found.counts == {"Referrals, Q1: cases": 7}
    assert set(found.figures.values()) == {("Referrals, Q1: cases",)}


@pytest.mark.parametrize(("first", "second"), [
    pytest.param(count("t", "r", 7, quantity="x"), count("t", "r", 8, quantity="x"),
                 id="another count"),
    pytest.param(proportion("t", "r", 7, 20, quantity="x"),
                 proportion("t", "r", 8, 21, quantity="x"), id="another percentage"),
])
def test_a_quantity_revised_since_is_another_figure(first: dict, second: dict) -> None:
    found = linked(p=[first], q=[second])

    assert found.figures["q", ("t", "r", "")][0] == "q / t / r / : cases"
    assert found.counts["q / t / r / : cases"] == second["actual"] if (
        second["unit"] == "count") else second["numerator"]


def test_of_a_share_with_one_number_revised_the_other_is_the_same_count() -> None:
    """One of two children was seen in time, in another paper neither: both papers tell the two."""
    found = linked(p=[proportion("t", "r", 1, 2, quantity="x")],
                   q=[proportion("t", "r", 0, 2, quantity="x")])

    assert found.figures["q", ("t", "r", "")] == (
        "q / t / r / : cases", "q / t / r / : rest", "x: whole")


def test_places_of_the_same_name_in_two_papers_are_two_counts() -> None:
    found = linked(p=[count("t", "r", 7)], q=[count("t", "r", 9)])

    assert found.counts == {"p / t / r / : cases": 7, "q / t / r / : cases": 9}

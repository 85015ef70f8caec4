"""Several papers are masked together, checked by trying every value of each hidden count."""

from __future__ import annotations

import pandas
import pytest
from solutions import possible

from pscb_lib.disclosure import figures as made
from pscb_lib.disclosure.figures import NOBODY, count, counts, frame, proportion, with_readers
from pscb_lib.disclosure.masking import Release, for_audience, hide, rounding_of
from pscb_lib.disclosure.plain_figures import from_json
from pscb_lib.disclosure.secrecy.profiles import PROFILES, Profile
from pscb_lib.disclosure.showing import show

DFE, NHS = PROFILES["dfe"], PROFILES["nhs"]
FIRST, SECOND, TO_DATE = (  # T6 of the worked examples
    {"North": 3, "South": 9, "East": 22}, {"North": 7, "South": 8, "East": 23},
    {"North": 10, "South": 17, "East": 45})
FIRST_HIDES = frozenset({("t", "North", "Q1"), ("t", "South", "Q1")})


def release(paper: str, rows: list[dict], **known: object) -> Release:
    return Release(paper, frame(rows), **known)


def column(values: dict[str, int], name: str, **about: object) -> list[dict]:
    """A column whose figures are the same in every paper that states them."""
    return [{**row, "quantity": f"{row['row']}, {name}", **about}
            for row in counts("t", values, column=name)]


def into_the_year(rows: list[dict]) -> list[dict]:
    """The same figures, in no paper, as parts of the year to date."""
    return [{**row, "readers": NOBODY, "part_of": (("t", row["row"], "To date"),)} for row in rows]


def to_date() -> list[dict]:
    return [*column(TO_DATE, "To date"), *into_the_year(column(FIRST, "Q1")),
            *into_the_year(column(SECOND, "Q2"))]


def of_a_year(hidden: dict[str, frozenset]) -> dict[str, set[int]]:
    """The values that an outsider cannot rule out for each hidden count of three releases."""
    columns = {"Q1": FIRST, "Q2": SECOND, "To date": TO_DATE}
    values = {f"{row}, {name}": number for name, own in columns.items()
              for row, number in {**own, "Total": sum(own.values())}.items()}
    names = [f"{row}, {name}" for places in hidden.values() for _, row, name in places]
    sums = [(f"Total, {name}", [f"{row}, {name}" for row in own]) for name, own in columns.items()]
    sums += [(f"{row}, To date", [f"{row}, Q1", f"{row}, Q2"]) for row in (*FIRST, "Total")]
    return possible(values, names, sums)


def test_a_first_quarter_alone_hides_two_areas() -> None:
    found = hide([release("Q1", column(FIRST, "Q1"))], "board", DFE)

    assert found == {"Q1": FIRST_HIDES}


def test_a_second_quarter_masked_alone_would_reveal_the_first() -> None:
    assert of_a_year({"Q1": FIRST_HIDES, "Q2": frozenset()})["North, Q1"] == {3}


def test_a_quarter_and_the_year_to_date_keep_the_first_quarters_secret() -> None:
    found = hide([release("Q1", column(FIRST, "Q1"), hidden=FIRST_HIDES),
                  release("Q2", column(SECOND, "Q2")), release("year", to_date())], "board", DFE)
    hidden = {"Q1": FIRST_HIDES, **found}

    assert sorted(found) == ["Q2", "year"]
    assert len(set().union(*found.values())) == 2
    assert len(of_a_year(hidden)["North, Q1"]) >= 3


def test_papers_of_one_cycle_are_protected_together() -> None:
    found = hide([release("Q1", column(FIRST, "Q1")), release("Q2", column(SECOND, "Q2")),
                  release("year", to_date())], "board", DFE)

    assert ("t", "North", "Q1") in found["Q1"]
    assert len(of_a_year(found)["North, Q1"]) >= 3


def test_a_small_count_of_children_is_hidden_where_an_agencys_figure_prints_it_too() -> None:
    twin = {"quantity": "Interviews"}
    releases = [release("p", [count("t", "r", 3, **twin)]),
                release("q", [count("u", "s", 3, describes="agency", **twin)])]

    for audience in ("board", "public"):
        assert hide(releases, audience, DFE) == {"p": {("t", "r", "")}, "q": {("u", "s", "")}}


@pytest.mark.parametrize(("audience", "expected"), [
    pytest.param("board", {("t", "Child", "")}, id="the board sees agencies' work"),
    pytest.param("public", {("t", "Child", ""), ("t", "Agency", "")}, id="the public sees neither"),
])
def test_who_sees_what(audience: str, expected: set) -> None:
    rows = [count("t", "Child", 3), count("t", "Agency", 3, describes="agency"),
            count("t", "Published", 3, describes="published")]

    assert hide([release("p", rows)], audience, DFE) == {"p": expected}


def test_a_figure_published_already_is_not_hidden() -> None:
    shown = release("earlier", column({"North": 3}, "Q1"), hidden=frozenset())

    assert hide([shown, release("now", column({"North": 3}, "Q1"))], "board", DFE) == {
        "now": frozenset()}


def test_a_part_that_no_paper_prints_is_protected() -> None:
    year = [*counts("year", {"North": 40, "South": 60}),
            *with_readers([count("alone", "Q4 of before", 4, part_of=(("year", "North", ""),)),
                          count("alone", "Since", 36, part_of=(("year", "North", ""),),
                                quantity="North since")], NOBODY)]
    since = [count("since", "North", 36, quantity="North since")]

    assert hide([release("p", year)], "board", DFE) == {"p": frozenset()}
    assert possible({"year": 40, "before": 4, "since": 36}, ["before"],
                    [("year", ["before", "since"])]) == {"before": {4}}
    found = hide([release("p", year), release("q", since)], "board", DFE)
    assert found["q"] == {("since", "North", "")}


def test_a_shown_percentage_reveals_no_hidden_count() -> None:
    rows = [*counts("found", {"Factors": 20, "None": 9}, total=False),
            proportion("share", "Factors", 20, 29, part_of=(("found", "Factors", ""),),
                       whole=("reviews", "All", "")), count("reviews", "All", 29)]
    places = hide([release("p", [*rows, count("found", "Unclear", 3),
                                 count("found", "Total", 32)])], "board", DFE)["p"]

    assert ("found", "Unclear", "") in places
    names = {"found": "{row}", "share": "share", "reviews": "All"}
    values = {"Factors": 20, "None": 9, "Unclear": 3, "Total": 32}
    hidden = [names[table].format(row=row) for table, row, _ in places if table == "found"]
    assert len(possible(values, hidden, [("Total", ["Factors", "None", "Unclear"])])["Unclear"]) > 2


def test_the_publics_set_hides_what_the_boards_does() -> None:
    areas = counts("t", {"North": 3, "South": 12, "East": 20, "West": 7})
    boards = frozenset({("t", "North", ""), ("t", "South", "")})

    assert boards <= hide([release("p", areas, also=boards)], "public", DFE)["p"]


def test_a_reader_who_guesses_that_what_is_hidden_is_small_learns_no_more() -> None:
    """Three hidden reasons that make fifteen, none more than five, would be five each."""
    rows = counts("said", {"Home": 5, "Friends": 5, "Family": 5, "Other": 8})

    hidden = hide([release("p", rows)], "board", DFE)["p"]

    assert hidden > {("said", row, "") for row in ("Home", "Friends", "Family")}


def test_the_publics_set_hides_the_zeros_that_the_boards_withholds() -> None:
    """The Board's readers have both sets: 0 here and a total of 2 there would leave one each."""
    rows = counts("t", {"Low": 1, "Medium": 0, "High": 1})
    boards = frozenset(("t", row, "") for row in ("Low", "Medium", "High"))

    assert boards <= hide([release("p", rows, also=boards)], "public", DFE)["p"]


def test_where_no_pattern_is_safe_the_sum_is_withheld_with_its_zeros() -> None:
    rows = [count("held", "All", 3, describes="agency"),
            *counts("said", {"Home": 1, "School": 2, "Friends": 0}, total=False)]
    rows[1:] = [{**row, "part_of": (("held", "All", ""),)} for row in rows[1:]]

    assert hide([release("p", rows)], "board", DFE) == {
        "p": {("said", row, "") for row in ("Home", "School", "Friends")}}


def test_a_withheld_sum_leaves_the_other_sums_of_its_table_true() -> None:
    rows = [*counts("said", {"Home": 1, "School": 2}, column="Girls"),
            *counts("said", {"Home": 20, "School": 30}, column="Boys"),
            *counts("said", {"Home": 21, "School": 32}, column="Total"),
            count("held", "Girls", 3, describes="agency")]
    rows[2]["describes"], rows[2]["same_as"] = "agency", ("held", "Girls", "")

    hidden = hide([release("p", rows)], "board", DFE)["p"]

    assert {("said", "Home", "Girls"), ("said", "School", "Girls")} <= hidden
    assert ("held", "Girls", "") not in hidden


def test_an_agency_s_share_is_hidden_where_its_denominator_is_a_hidden_count_of_children() -> None:
    rows = counts("t", {"Unexpected": 3, "Expected": 7, "Not known": 9})
    rows.append(proportion("seen", "In time", 2, 3, describes="agency",
                           whole=("t", "Unexpected", "")))

    assert hide([release("p", rows)], "board", DFE)["p"] == {
        ("t", "Unexpected", ""), ("t", "Expected", ""), ("seen", "In time", "")}


def test_agencies_figures_that_add_up_to_a_count_of_children_are_hidden_if_nothing_else_helps(
        ) -> None:
    """Two in time and one late are three children, whatever else is hidden."""
    rows = [count("work", "In time", 2, describes="agency", part_of=(("t", "Children", ""),)),
            count("work", "Late", 1, describes="agency", part_of=(("t", "Children", ""),)),
            count("work", "Visits", 2, describes="agency"), count("t", "Children", 3)]

    hidden = hide([release("p", rows)], "board", DFE)["p"]

    assert ("t", "Children", "") in hidden
    assert hidden & {("work", "In time", ""), ("work", "Late", "")}
    assert ("work", "Visits", "") not in hidden


def test_a_count_that_is_out_already_stops_no_other_paper() -> None:
    out = release("earlier", counts("t", {"North": 3, "South": 12}),
                  hidden=frozenset({("t", "North", "")}))
    now = release("now", counts("u", {"East": 2, "West": 8, "Mid": 9}))

    assert hide([out, now], "board", DFE) == {"now": {("u", "East", ""), ("u", "West", "")}}


def test_figures_that_contradict_one_another_are_refused() -> None:
    rows = [count("t", "North", 3), count("t", "Total", 4)]

    with pytest.raises(ValueError) as refused:
        hide([release("p", rows)], "board", DFE)

    assert str(refused.value) == ("the relation between p / t / Total / : cases, p / t / North / "
                                  ": cases does not hold for their values")


@pytest.mark.parametrize(("audience", "rows"), [
    ("restricted", ["everyone", "restricted", "nobody"]),
    ("board", ["everyone", "outside", "nobody"]), ("public", ["everyone", "outside", "nobody"]),
])
def test_a_set_has_its_figures_and_those_that_no_paper_prints(audience: str, rows: list) -> None:
    figures = frame(count("t", name, 12, readers=name)
                    for name in ("everyone", "restricted", "outside", "nobody"))

    assert list(for_audience(figures, audience)["row"]) == rows


def line(row: str, values: tuple[int, int], describes: str) -> list[dict]:
    """A row of a table with its total."""
    return [count("t", row, number, name, describes=describes)
            for name, number in zip(("A", "B", "Total"), (*values, sum(values)), strict=True)]


def test_zeros_of_agencies_work_are_withheld_where_nothing_else_protects_a_child() -> None:
    """The agency's zero and the zero of all would tell the child's, whatever else is hidden."""
    rows = [*line("Child", (0, 2), "child"), *line("Work", (0, 2), "agency"),
            *line("Total", (0, 4), "agency")]

    assert hide([release("p", rows)], "board", DFE)["p"] >= {
        ("t", "Child", "A"), ("t", "Child", "B"), ("t", "Child", "Total"), ("t", "Total", "A")}


def test_a_rounded_set_that_is_out_does_not_show_what_it_hid() -> None:
    """Of 30, 12 and 16 a reader has 30, 10 and 15: two is not told, and stays hidden."""
    rows = counts("t", {"North": 12, "South": 16, "East": 2})
    hidden = hide([release("p", rows)], "board", NHS)["p"]
    out = release("first", rows, hidden=hidden, issue_of="p", rounding=5)

    again = hide([release("p", [*rows, *counts("u", {"West": 30, "Mid": 40})]), out], "board", NHS)

    assert again == {"p": hidden}
    assert ("t", "East", "") in hidden


def test_a_count_that_agencies_work_prints_is_not_taken_for_rounded() -> None:
    """The Board reads 12 and 13 in the agencies' line, exactly, and so one in the children's."""
    rows = [*line("Child", (1, 12), "child"), *line("Total", (1, 12), "agency")]

    hidden = hide([release("p", rows)], "board", NHS)["p"]

    assert {("t", "Child", "A"), ("t", "Total", "A")} <= hidden
    assert hidden & {("t", "Total", "B"), ("t", "Total", "Total")}


def test_rounded_numbers_whose_exact_ones_are_lost_stop_no_other_set() -> None:
    """10 + 10 + 10 is not 35: what was rounded tells no sum."""
    out = release("first", counts("t", {"North": 10, "South": 10, "East": 10}),
                  hidden=frozenset(), issue_of="p")
    out.figures.loc[3, "actual"] = 35
    now = release("p", counts("t", {"North": 12, "South": 12, "East": 12, "West": 2}))

    assert ("t", "West", "") in hide([now, out], "board", NHS)["p"]


@pytest.mark.parametrize(("made", "now", "base"), [
    (NHS, NHS, 5), (NHS, DFE, 5), (DFE, NHS, 1), (DFE, DFE, 1)])
def test_a_set_says_how_it_was_rounded_whatever_profile_the_board_has_now(made, now, base) -> None:
    exact = frame([*counts("t", {"North": 12, "South": 16, "East": 2}),
                   count("work", "Visits", 13, describes="agency")])
    shown = masked_by(exact, made)

    assert rounding_of(shown, exact, "board", now) == base
    assert rounding_of(shown, exact.assign(actual=[12, 16, 2, 30, 14]), "board", now) is None


def masked_by(exact: pandas.DataFrame, profile: Profile) -> pandas.DataFrame:
    """What the board set shows of the figures, as plain data has it."""
    return from_json(show(exact, "board", profile).as_plain())


@pytest.mark.parametrize(("audience", "told"), [
    ("restricted", True), ("board", True), ("public", False)])
def test_a_figure_that_is_not_public_is_in_the_other_two_sets(audience: str, told: bool) -> None:
    frame = made.frame(made.with_readers([made.count("owners", "Lead", 9)], made.NOT_PUBLIC))
    assert len(for_audience(frame, audience)) == told

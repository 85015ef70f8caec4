"""Masking for each audience: primary and secondary suppression, and no hidden number left."""

from decimal import Decimal
from fractions import Fraction

import pandas
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from invented import indicator

from pscb_lib.board.settings import AUDIENCES
from pscb_lib.disclosure import figures
from pscb_lib.disclosure.secrecy.profiles import PROFILES
from pscb_lib.disclosure.secrecy.system import to_nearest
from pscb_lib.disclosure.showing import HIDDEN, require_shown, rounded, show
from pscb_lib.framework.rag import FRAMEWORK
from pscb_lib.framework.spellings import parse_period
from pscb_lib.page.assessment import assess
from pscb_lib.page.tables.counts import tabulate_counts
from pscb_lib.reports.quarterly_data_set.page.tables import plot_activity
from pscb_lib.reports.quarterly_data_set.page.words import list_revisions

QUARTER = parse_period("2014-15 Q3")
SHARES = some.tuples(some.integers(0, 60), some.integers(0, 60))
AREAS = {"North": 3, "South": 12, "East": 20, "West": 7}


def hidden(cells: dict[str, int], audience: str = "board", **kind: str) -> set[str]:
    """The rows of one column of counts that are hidden."""
    shown = show(figures.frame(figures.counts("t", cells, **kind)), audience)
    return {row for row in shown.rows("t") if shown.get("t", row).hidden}


def square(cells: dict[str, tuple[int, ...]]) -> set[str]:
    """The hidden cells of a table with row and column totals, as A.x for row A, column x."""
    columns = list(zip(*cells.values(), strict=True))
    rows = [row for name, column in zip("xyz", columns, strict=False)
            for row in figures.counts("t", dict(zip(cells, column, strict=True)), column=name)]
    rows += figures.counts("t", {name: sum(row) for name, row in cells.items()}, column="Total")
    shown = show(figures.frame(rows), "board")
    return {f"{row}.{column}" for row in shown.rows("t") for column in shown.columns("t")
            if shown.get("t", row, column).hidden}


@pytest.mark.parametrize(("cells", "expected"), [
    pytest.param(AREAS, {"North", "West"}, id="T1: 42 less the others would be North"),
    pytest.param({"Neglect": 1, "Emotional": 1, "Physical": 14},
                 {"Neglect", "Emotional", "Physical"}, id="T2: two that add up to two"),
    pytest.param({"North": 5, "South": 5, "East": 9}, {"North", "South", "East"},
                 id="two that are five each if none is more than five"),
    pytest.param({"North": 3, "South": 3, "East": 9}, {"North", "South"},
                 id="two that may be any from one to five"),
    pytest.param({"North": 0, "South": 12}, set(), id="a zero is shown"),
    pytest.param({"North": 6, "South": 12}, set(), id="six is shown"),
    pytest.param({"North": 3, "South": 0}, {"North", "Total"}, id="a total that is small itself"),
])
def test_small_counts_of_children_are_hidden_with_what_would_reveal_them(cells, expected):
    assert hidden(cells) == expected


def test_a_table_with_row_and_column_totals_reveals_no_small_count():
    cells = {"A": (2, 10, 20), "B": (15, 8, 30), "C": (25, 12, 40)}

    assert square(cells) == {"A.x", "A.y", "B.x", "B.y"}  # T3 of the worked examples


def test_no_line_of_a_table_has_exactly_one_hidden_cell():
    cells = {"A": (12, 15, 40), "B": (14, 11, 3), "C": (26, 35, 13), "D": (31, 24, 16)}
    found = square(cells)

    assert "B.z" in found
    for line in ("A", "B", "C", "D", "x", "y", "z"):
        assert len([cell for cell in found if line in cell.split(".")]) != 1


@pytest.mark.parametrize(("numerator", "denominator", "is_hidden"), [
    pytest.param(3, 200, True, id="a small numerator"),
    pytest.param(197, 200, True, id="a small remainder"),
    pytest.param(0, 3, True, id="none of three"),
    pytest.param(0, 200, False, id="none of many is shown"),
    pytest.param(200, 200, False, id="all of many is shown"),
    pytest.param(194, 200, False, id="six left over"),
])
def test_a_percentage_of_small_numbers_is_hidden_with_its_counts(numerator, denominator, is_hidden):
    frame = figures.frame([figures.proportion("t", "r", numerator, denominator)])
    figure = show(frame, "board").get("t", "r")

    assert figure.hidden is is_hidden
    assert (figure.text == HIDDEN) is is_hidden
    expected = (None, None) if is_hidden else (numerator, denominator)
    assert (figure.numerator, figure.denominator) == expected


def test_a_rate_of_few_children_is_hidden():
    frame = figures.frame([figures.rate("t", "r", 4, 43210)])

    assert show(frame, "board").get("t", "r").text == HIDDEN


@pytest.mark.parametrize(("audience", "describes", "expected"), [
    pytest.param("restricted", "child", set(), id="restricted: children as they are"),
    pytest.param("board", "child", {"North", "West"}, id="board: children masked"),
    pytest.param("board", "agency", set(), id="board: agencies' work in full"),
    pytest.param("public", "agency", {"North", "West"}, id="public: agencies' work masked"),
    pytest.param("public", "child", {"North", "West"}, id="public: children masked"),
])
def test_who_sees_what(audience, describes, expected):
    assert hidden(AREAS, audience, describes=describes) == expected


def test_no_hidden_number_is_left_anywhere():
    rows = [*figures.counts("t", AREAS), figures.proportion("p", "r", 4, 613)]
    shown = show(figures.frame(rows), "public")
    kept = [value for held in vars(shown).values() if isinstance(held, pandas.DataFrame)
            for value in held.to_numpy().ravel()]
    kept += [value for figure in shown._at.values() for value in vars(figure).values()]

    assert {12, 20, 42} <= {value for value in kept if type(value) is int}
    assert not {3, 7, 4, 613, Fraction(400, 613)} & {
        value for value in kept if isinstance(value, int | Fraction) and value is not True}


def test_masking_leaves_the_figures_it_was_given_as_they_were():
    frame = figures.frame(figures.counts("t", AREAS))
    show(frame, "public")

    assert list(frame["actual"]) == [3, 12, 20, 7, 42]


def test_frames_put_together_are_masked_row_by_row():
    frames = [figures.frame(figures.counts(name, AREAS, total=False)) for name in "ab"]
    shown = show(pandas.concat(frames), "board")

    assert [shown.get(table, row).hidden for table in "ab" for row in AREAS] == [
        True, False, False, False] * 2


def test_the_profile_is_the_boards_to_set():
    shown = show(figures.frame(figures.counts("t", {**AREAS, "South": 13})), "board",
                 PROFILES["nhs"])

    assert [shown.get("t", row).text for row in (*AREAS, "Total")] == [
        HIDDEN, "15", "20", HIDDEN, "45"]


def test_money_is_neither_hidden_nor_rounded_with_counts():
    rows = [figures.pounds("t", "r", Decimal("3.20"), describes="agency"),
            figures.pounds_share("t", "s", Decimal("3.20"), Decimal("6.40"), describes="agency")]
    shown = show(figures.frame(rows), "public", PROFILES["nhs"])
    assert [shown.get("t", row).value for row in "rs"] == [Decimal("3.20"), 50]


@pytest.mark.parametrize(("row", "printed"), [
    pytest.param(figures.proportion("t", "r", 31, 52), "60.0%", id="30 of 50"),
    pytest.param(figures.proportion("t", "r", 52, 52), "100.0%", id="50 of 50"),
    pytest.param(figures.rate("t", "r", 43, 10_000), "45.0", id="45 of 10,000"),
])
def test_percentages_and_rates_are_made_of_what_rounding_leaves(row, printed):
    assert show(figures.frame([row]), "board", PROFILES["nhs"]).get("t", "r").text == printed


@pytest.mark.parametrize(("count", "printed"), [(0, 0), (8, 10), (12, 10), (13, 15), (17, 15)])
def test_counts_are_rounded_to_the_nearest_step(count, printed):
    assert to_nearest(count, 5) == printed


def test_a_plan_hides_what_the_cycles_other_papers_make_it_hide():
    frame = figures.frame(figures.counts("t", AREAS, total=False))
    hidden = {("t", "North", ""), ("t", "East", "")}

    shown = show(frame, "board", hidden=hidden)

    assert [shown.get("t", row).hidden for row in AREAS] == [True, False, True, False]


def test_each_set_has_the_figures_meant_for_its_readers():
    rows = [figures.count("t", readers, 12, readers=readers)
            for readers in ("everyone", "restricted", "outside", "nobody")]
    rows = {audience: show(figures.frame(rows), audience).rows("t") for audience in AUDIENCES}

    assert rows == {"restricted": ["everyone", "restricted"], "board": ["everyone", "outside"],
                    "public": ["everyone", "outside"]}


def test_what_no_paper_prints_leaves_no_number_behind():
    rows = [figures.count("t", "r", 12), figures.count("t", "behind", 7, readers="nobody")]
    block = show(figures.frame(rows), "board").as_plain()

    place = block["columns"].index("actual")
    assert [row[place] for row in block["rows"]] == [12, None]


@pytest.mark.parametrize("audience", AUDIENCES)
def test_an_empty_frame_is_shown(audience):
    shown = show(figures.frame([]), audience)

    assert (shown.rows("t"), shown.columns("t"), shown.audience) == ([], [], audience)


@pytest.mark.parametrize("display", [
    pytest.param(require_shown, id="require_shown"),
    pytest.param(lambda frame: assess(frame, [indicator()], [QUARTER], FRAMEWORK), id="assess"),
    pytest.param(lambda frame: tabulate_counts(frame, "t", "Areas", "Area"), id="tabulate_counts"),
    pytest.param(lambda frame: plot_activity(frame, [], QUARTER), id="plot_activity"),
    pytest.param(lambda frame: list_revisions(frame, [], []), id="list_revisions"),
])
def test_a_bare_frame_is_refused(display):
    with pytest.raises(TypeError) as refused:
        display(figures.frame(figures.counts("t", AREAS)))
    assert str(refused.value) == (
        "figures must go through disclosure.show before they are displayed")


@pytest.mark.parametrize(("value", "places", "printed"), [
    pytest.param(Decimal("16.25"), 1, "16.3", id="half is rounded up"),
    pytest.param(Fraction(64000, 674), 2, "94.96", id="640 of 674 to two decimals"),
    pytest.param(Fraction(64000, 674), 1, "95.0", id="640 of 674 to one decimal"),
    pytest.param(Decimal("0.05"), 1, "0.1", id="0.05"),
    pytest.param(1234, 0, "1,234", id="thousands have a comma"),
    pytest.param(Fraction(99999, 100), 1, "1,000.0", id="rounding over a thousand"),
    pytest.param(Fraction(-1800, 11), 1, "-163.6", id="below zero, as the linear method may be"),
])
def test_rounding_is_half_up_and_for_display_only(value, places, printed):
    assert rounded(value, places) == printed


@pytest.mark.parametrize(("row", "printed"), [
    pytest.param(figures.count("t", "r", 1234), "1,234", id="a count"),
    pytest.param(figures.proportion("t", "r", 31, 52), "59.6%", id="a percentage"),
    pytest.param(figures.rate("t", "r", 2634, 46552), "565.8", id="a rate"),
    pytest.param(figures.pounds("t", "r", Decimal("4199.50")), "£4,200", id="whole pounds"),
    pytest.param(figures.pounds_share("t", "r", Decimal("1.1"), Decimal("4.4")), "25.0%",
                 id="a share of an amount"),
    pytest.param(figures.pounds_share("t", "r", Decimal(1), Decimal(0)), "No amount",
                 id="a share of nothing"),
    pytest.param(figures.count("t", "r", None, state="not supplied"), "Not supplied", id="absent"),
    pytest.param(figures.count("t", "r", 0), "0", id="a zero is not an absence"),
])
def test_a_figure_as_printed(row, printed):
    assert show(figures.frame([row]), "restricted").get("t", "r").text == printed


def of_interviews(*parts: tuple[int, int], audience: str = "public") -> list[bool]:
    """Whether each of several percentages is hidden; the last is the sum of the others."""
    whole = ("steps", "In time", "All")
    rows = [figures.proportion("steps", "In time", *part, f"Group {place}", describes="agency",
                               part_of=(whole,)) for place, part in enumerate(parts)]
    rows.append(figures.proportion("steps", "In time", *map(sum, zip(*parts, strict=True)), "All",
                                   describes="agency"))
    shown = show(figures.frame(rows), audience)
    return [shown.get("steps", "In time", name).hidden for name in shown.columns("steps")]


@pytest.mark.parametrize(("parts", "expected"), [
    pytest.param([(49, 53), (39, 46)], [True, True, False],
                 id="88 of 99 less 39 of 46 would be 49 of 53"),
    pytest.param([(49, 53), (39, 46), (20, 40)], [True, False, True, False],
                 id="the fewest cases"),
    pytest.param([(39, 53), (30, 46)], [False, False, False], id="nothing small"),
    pytest.param([(0, 3), (0, 40), (9, 60)], [True, True, False, False],
                 id="none of three and none of forty: how many of the 43 is left open"),
])
def test_percentages_of_a_sum_do_not_reveal_each_other(parts, expected):
    assert of_interviews(*parts) == expected
    assert not any(of_interviews(*parts, audience="board"))


def test_a_percentage_is_hidden_with_the_count_that_it_repeats():
    rows = figures.counts("found", {"Factors": 4, "None": 85, "Unclear": 30})
    share = figures.proportion("share", "Factors", 4, 89, part_of=(("found", "Factors", ""),))
    shown = show(figures.frame([*rows, share]), "board")

    assert shown.get("found", "Factors").hidden
    assert shown.get("share", "Factors").text == HIDDEN


def test_where_no_pattern_is_safe_a_table_is_withheld_with_its_zeros():
    held = figures.count("held", "Interviews", 3, describes="agency")
    said = [{**one, "part_of": (("held", "Interviews", ""),)} for one in figures.counts(
        "said", {"Home": 1, "School": 2, "Friends": 0}, total=False)]
    shown = show(figures.frame([held, *said]), "board")

    assert shown.get("held", "Interviews").text == "3"
    assert {shown.get("said", row).text for row in shown.rows("said")} == {HIDDEN}


def test_figures_that_contradict_one_another_are_refused():
    rows = [*figures.counts("t", {"North": 3, "South": 12}, total=False),
            figures.count("t", "Total", 20)]

    with pytest.raises(ValueError, match="does not hold for their values"):
        show(figures.frame(rows), "board")


def test_a_hidden_percentage_of_no_cases_does_not_say_so():
    place = ("shares", "Held", "")
    row = figures.proportion(*place[:2], 0, 0)

    shown = show(figures.frame([row]), "board", hidden={place})

    assert (shown.get(*place).hidden, shown.get(*place).state) == (True, "")


@settings(deadline=None, max_examples=50)
@given(some.lists(some.integers(0, 30), min_size=1, max_size=5),
       some.lists(SHARES, min_size=1, max_size=4))
def test_no_sum_with_a_shown_total_has_exactly_one_hidden_member(numbers, shares):
    pairs = [(part, part + rest) for part, rest in shares]
    rows = figures.counts("counts", {f"Row {place}": one for place, one in enumerate(numbers)})
    rows += [figures.proportion("shares", "Held", *pair, f"Group {place}",
                                part_of=(("shares", "Held", "All"),))
             for place, pair in enumerate(pairs)]
    rows.append(figures.proportion("shares", "Held", *map(sum, zip(*pairs, strict=True)), "All"))
    shown = show(figures.frame(rows), "board")
    for table in ("counts", "shares"):
        *parts, total = [shown.get(row["table"], row["row"], row["column"]).hidden
                         for row in rows if row["table"] == table]
        assert total or sum(parts) != 1

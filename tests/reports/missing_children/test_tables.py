"""The tables about missing children: units of count kept separate, hidden cells not revealed."""

from __future__ import annotations

from pscb_lib.disclosure import showing as disclosure
from pscb_lib.disclosure.figures import (
    RESTRICTED,
    TOTAL,
    count,
    counts,
    frame,
    proportion,
    with_readers,
)
from pscb_lib.framework.spellings import parse_period
from pscb_lib.page.tables.groups import columns_of, grouped
from pscb_lib.reports.missing_children import places
from pscb_lib.reports.missing_children.page import tables

PERIOD = parse_period("2014-15 H1")
HIDDEN = "Not shown: small numbers"


def shown(*rows: dict, audience: str = "board") -> disclosure.Shown:
    return disclosure.show(frame(rows), audience)


def printed(table) -> dict[str | None, list[list[str]]]:
    return {group.label: [[cell[0].get("text", "") for cell in row] for row in group.rows]
            for group in table.groups}


def two_halves(year: str, half: str, numbers: tuple[int, ...]) -> list[dict]:
    return [*(count(half, TOTAL, number, column) for column, number in
              zip((*places.STATUSES.values(), TOTAL), numbers[:4], strict=True)),
            *(count(year, TOTAL, number, column) for column, number in
              zip(("April to September 2014", "October 2013 to March 2014", TOTAL),
                  numbers[3:], strict=True))]


def test_episodes_are_shown_by_status_and_over_the_year() -> None:
    table = tables.tabulate_episodes(
        shown(*two_halves(places.YEAR_OF_EPISODES, places.EPISODES, (30, 20, 7, 57, 40, 97))),
        PERIOD)
    assert [column.label for column in table.columns] == [
        "Children", "Missing", "Away from placement", "Absent (police)", "All, Apr–Sep 2014",
        "All, half-year before", "All, 12 months"]
    assert table.caption == "Episodes by kind in April to September 2014, and in twelve months"
    assert printed(table) == {None: [["Total", "30", "20", "7", "57", "40", "97"]]}


def test_children_by_status_are_in_the_restricted_set_only() -> None:
    rows = [*counts(places.CHILDREN, {places.HOME: 43, places.OWN: 25}),
            *with_readers(two_halves(places.YEAR_OF_CHILDREN, places.BY_STATUS,
                                    (18, 9, 8, 22, 20, 31)), RESTRICTED)]
    restricted = tables.tabulate_children(shown(*rows, audience="restricted"), PERIOD)
    assert printed(restricted) == {None: [["Total", "18", "9", "8", "22", "20", "31"]]}
    board = tables.tabulate_children(shown(*rows), PERIOD)
    assert board.data.rows == [["From home", 43], ["Own looked-after children", 25],
                               ["Total", 68]]
    assert board.caption == (
        "Children, each counted once")


def test_a_percentage_has_its_two_counts_under_it() -> None:
    figures = shown(
        count(places.INTERVIEWS, places.NEEDED, 40, places.RETURNS, describes="agency"),
        proportion(places.INTERVIEWS, places.OFFERED, 36, 40, places.RETURNS, describes="agency"))
    table = tables.tabulate_interviews(figures, PERIOD)
    assert [column.label for column in table.columns] == ["Step", "April to September 2014"]
    assert [[line["text"] for line in row[1]] for row in table.groups[0].rows] == [
        ["40"], ["90.0%", "36 of 40"]]


def test_a_step_hidden_in_public_is_not_revealed_by_its_count() -> None:
    figures = shown(
        count(places.INTERVIEWS, places.NEEDED, 40, places.RETURNS, describes="agency"),
        proportion(places.INTERVIEWS, places.OFFERED, 38, 40, places.RETURNS, describes="agency"),
        audience="public")
    table = tables.tabulate_interviews(figures, PERIOD)
    assert table.data.rows == [["Needing an interview", 40], ["Offered", HIDDEN]]


def test_who_is_still_missing_is_shown_in_the_restricted_set_only() -> None:
    rows = counts(places.STILL_MISSING, {"Away at the end of 30 September 2014": 2}, total=False)
    restricted = tables.tabulate_still_missing(shown(*rows, audience="restricted"))
    assert restricted.data.rows == [["Away at the end of 30 September 2014", 2]]
    board = tables.tabulate_still_missing(shown(count(places.EPISODES, TOTAL, 30)))
    assert board.as_json() == {"kind": "prose", "runs": [{
        "text": "The number still missing is given to Q&E only: it could identify a child.",
        "strong": False}]}


def test_groups_share_the_columns_of_the_first() -> None:
    figures = shown(*counts(places.AGES, {"12 and 13": 20}, column="Girls"),
                    *counts("groups", {"White": 20}, column="Girls"))
    table = grouped(figures, "who", "Who", "Children", {
        "Age": columns_of(figures, places.AGES), "Ethnic group": columns_of(figures, "groups")})
    assert [column.label for column in table.columns] == ["Children", "Girls"]
    assert table.data.rows == [["Age", "12 and 13", 20], ["Age", "Total", 20],
                               ["Ethnic group", "White", 20], ["Ethnic group", "Total", 20]]


def test_lengths_of_which_one_is_hidden_have_no_table() -> None:
    told, hidden = ([row for column, number in ((places.MISSING, 30), (TOTAL, 30 + other))
                     for row in counts(places.DURATIONS, {"Under 6 hours": number}, column=column)]
                    + counts(places.DURATIONS, {"Under 6 hours": other}, column=places.AWAY)
                    for other in (9, 3))
    assert tables.tabulate_durations(shown(*told)).data.columns[0] == "Duration"
    assert tables.tabulate_durations(shown(*hidden)) is None


def test_interviews_of_which_the_date_alone_is_known_are_in_no_row() -> None:
    figures = shown(
        count(places.INTERVIEWS, places.NEEDED, 40, places.RETURNS, describes="agency"),
        proportion(places.INTERVIEWS, places.DATE_ONLY, 6, 40, places.RETURNS, describes="agency"))
    assert tables.tabulate_interviews(figures, PERIOD).data.rows == [["Needing an interview", 40]]

"""Shares against a target: the rating of section 7, and no colour for fewer than ten."""

from __future__ import annotations

import pytest

from pscb_lib.board.indicators import SetBy
from pscb_lib.disclosure.figures import frame, proportion
from pscb_lib.disclosure.showing import show
from pscb_lib.framework.rag import FRAMEWORK
from pscb_lib.page.tables.rated import tabulate_rated_shares

PLACE = ("visits", "In time", "")


def test_shares_that_are_mostly_hidden_are_not_tabulated():
    assert table(3, 20, "public").words == (
        "“Visits” is not shown, because of small numbers.")


def table(numerator, denominator, audience="board"):
    shown = show(frame([proportion(*PLACE[:2], numerator, denominator, describes="agency")]),
                 audience)
    return tabulate_rated_shares(shown, "visits", "Visits", "Children", [PLACE], FRAMEWORK,
                                 target=100, set_by=SetBy.LAW, note="One late is enough.")


@pytest.mark.parametrize(("counts", "audience", "rating", "actual"), [
    pytest.param((20, 20), "board", ["Green"], ["100.0%", "20 of 20"], id="all"),
    pytest.param((19, 20), "board", ["Green", "target missed"], ["95.0%", "19 of 20"],
                 id="at least 95% is green, and the law wants all"),
    pytest.param((9, 10), "board", ["Amber"], ["90.0%", "9 of 10"], id="ten are rated"),
    pytest.param((9, 9), "board", ["target met"], ["9 of 9"], id="nine are not"),
    pytest.param((8, 9), "board", ["target missed"], ["8 of 9"], id="nor is a miss of nine"),
    pytest.param((0, 0), "board", ["–"], ["No cases"], id="none"),
])
def test_a_share_against_its_target(counts, audience, rating, actual):
    made = table(*counts, audience)
    said = [[line["text"] for line in cell] for cell in made.groups[0].rows[0]]
    assert said == [["In time"], rating, actual, ["100%", "law"]]
    assert made.note.startswith("Rated as section 7 rules, where at least 10 are counted. "
                                "One late is enough.")


@pytest.mark.parametrize(("counts", "says"), [
    pytest.param((19, 20), " Green is not lawful here: the rating allows for some, but the law for "
                 "none (in time, 1 of 20 not).", id="one broke the law, and it is Green"),
    pytest.param((20, 20), "", id="none did"),
    pytest.param((18, 20), "", id="Amber needs no warning"),
])
def test_green_does_not_comfort_where_the_law_allows_no_exception(counts, says):
    assert table(*counts).note.endswith(f"One late is enough.{says}")


@pytest.mark.parametrize(("set_by", "says"), [
    pytest.param(SetBy.LAW, "target missed", id="the law wants all"),
    pytest.param(SetBy.LOCAL, "–", id="the Board's own"),
])
def test_a_line_may_be_left_unrated(set_by, says):
    shown = show(frame([proportion(*PLACE[:2], 19, 20, describes="agency")]), "board")
    made = tabulate_rated_shares(shown, "visits", "Visits", "Children", [PLACE], FRAMEWORK,
                                 target=100, set_by=set_by, unrated=[PLACE])
    assert made.groups[0].rows[0][1][0]["text"] == says
    assert made.note == "Rated as section 7 rules, where at least 10 are counted."

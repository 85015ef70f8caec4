"""The counting verbs: who is counted, and that what was counted is tied."""

from __future__ import annotations

from datetime import date

import pandas
import pytest

from pscb_lib.disclosure import counting
from pscb_lib.disclosure.equations import LinkedCounts
from pscb_lib.disclosure.figures import NOBODY, count, counts, frame
from pscb_lib.disclosure.secrecy.attack import bounds_of
from pscb_lib.disclosure.secrecy.system import Cell, System
from pscb_lib.disclosure.showing import show
from pscb_lib.framework.spellings import parse_period

YEAR = parse_period("2013-14")
FIRST, LAST = date(2013, 4, 1), date(2014, 3, 31)
CASES = pandas.DataFrame({
    "began": [date(2013, 3, 31), FIRST, LAST, date(2014, 4, 1), None],
    "ended": [FIRST, LAST, None, None, None],
}, dtype=object)


def interval(rows, hidden, place, aspect=0):
    """The least and most that a reader can give the count at *place*, all *hidden* unknown."""
    linked = LinkedCounts()
    linked.add("", frame(rows))
    unknown = {name for one in hidden for name in linked.figures["", one]}
    shown = {name for one in rows if one["readers"] != NOBODY
             and (one["table"], one["row"], one["column"]) not in hidden
             for name in linked.figures["", (one["table"], one["row"], one["column"])]}
    system = System(tuple(Cell(name, value, least=0) for name, value in linked.counts.items()),
                    linked.relations)
    name = linked.figures["", place][aspect]
    found = bounds_of(system, {*linked.counts} - (shown - unknown), [name])[name]
    return found.least, found.most


@pytest.mark.parametrize("kind", [object, "datetime64[s]"])
def test_both_ends_of_a_period_count_and_a_blank_does_not(kind):
    cases = CASES.assign(began=CASES["began"].astype(kind))
    assert list(counting.within(cases, "began", YEAR).index) == [1, 2]
    assert list(counting.within(cases, "began", YEAR.previous, YEAR).index) == [0, 1, 2]


def test_what_begins_on_a_day_runs_on_it_and_what_ends_on_it_does_not():
    assert list(counting.running(CASES, "began", "ended", FIRST).index) == [1]
    assert list(counting.running(CASES, "began", "ended", LAST).index) == [2]


def test_a_day_after_the_report_is_not_known():
    known = counting.as_known(CASES, date(2013, 12, 31), "ended")
    assert list(known["ended"]) == [FIRST, None, None, None, None]


def test_a_value_without_a_label_is_not_recorded_and_stands_last():
    assert counting.tally(["b", None, "a", "b"], {"a": "A", "b": "B"}) == {
        "A": 1, "B": 2, "Not recorded": 1}
    assert counting.tally([], {"a": "A"}) == {"A": 0}
    assert counting.tally([None], {"a": "A"}, "Nobody said") == {"A": 0, "Nobody said": 1}


def test_a_number_in_no_band_is_refused():
    assert counting.banded([4, 5, 9], {"Under 5": (0, 4), "5 to 9": (5, 9)}) == {
        "Under 5": 1, "5 to 9": 2}
    with pytest.raises(ValueError) as fault:
        counting.banded([10], {"Under 5": (0, 4), "5 to 9": (5, 9)})
    assert str(fault.value) == "10 lies in no band of Under 5, 5 to 9"


def test_every_breakdown_has_the_total_that_it_breaks_down():
    total = ("children", "All", "")
    rows = [count(*total[:2], 3),
            *counting.breakdowns(total, sex={"Girls": 2, "Boys": 1}, age={"Under 5": 3})]
    for table in ("sex", "age"):
        assert interval(rows, {total}, total) == (3, 3)
        assert interval(rows, {(table, "Total", ""), total}, total) == (3, 3)


def test_breakdowns_that_count_different_children_are_refused():
    with pytest.raises(ValueError) as fault:
        counting.breakdowns(("children", "All", ""), sex={"Girls": 2}, age={"Under 5": 3})
    assert str(fault.value) == "the breakdowns of All do not count the same: sex, age"


def test_two_ways_to_count_at_once_have_totals_both_ways_and_say_what_these_are():
    girls = ("children", "Girls", "")
    pairs = [(3, "F"), (9, "F"), (3, "M"), (3, "F")]
    rows = [count(*girls[:2], 3), *counting.crossed(
        "who", pairs, {3: "Under 5", 9: "5 to 9"}, {"M": "Boys", "F": "Girls"},
        same_as={("Total", "Girls"): girls})]
    assert [(row["column"], row["row"], row["actual"]) for row in rows[1:]] == [
        ("Boys", "Under 5", 1), ("Boys", "5 to 9", 0), ("Boys", "Total", 1),
        ("Girls", "Under 5", 2), ("Girls", "5 to 9", 1), ("Girls", "Total", 3),
        ("Total", "Under 5", 3), ("Total", "5 to 9", 1), ("Total", "Total", 4)]
    assert interval(rows, {girls}, girls) == (3, 3)


STOCK = ("Open at the start", "Begun", "Ended", "Open at the end")


def test_a_stock_is_counted_and_each_of_its_figures_follows_from_the_other_three():
    rows = counting.stock("cases", CASES, "began", "ended", YEAR, STOCK)
    numbers = {row["row"]: row["actual"] for row in rows if row["readers"] != NOBODY}
    assert numbers == dict(zip(STOCK, (1, 2, 2, 1), strict=True))
    for label, number in numbers.items():
        place = ("cases", label, "")
        assert interval(rows, {place}, place) == (number, number)


def test_an_agency_s_share_of_a_hidden_count_of_children_is_hidden_with_it():
    """Seven of eight had a response: beside a hidden eight the share prints it."""
    few, seen = ("children", "Unexpected", ""), ("visits", "Seen", "")
    rows = [count(*few[:2], 3), count("children", "Expected", 9), count("children", "Total", 12),
            counting.share(seen, 2, 3, of=few)]
    shown = show(frame(rows), "board")
    assert (shown.get(*few).hidden, shown.get(*seen).hidden) == (True, True)


def test_an_agency_s_share_of_a_count_that_may_be_shown_is_shown_however_few_were_late():
    some, seen = ("children", "Unexpected", ""), ("visits", "Seen", "")
    rows = [count(*some[:2], 8), counting.share(seen, 7, 8, of=some)]
    assert show(frame(rows), "board").get(*seen).counts == (7, 8)


@pytest.mark.parametrize("numbers", [(1, 2, 0, 3), (0, 4, 4, 0), (1, 2, 2, 1), (0, 5, 5, 0)])
def test_no_small_count_of_a_balance_can_be_worked_out(numbers):
    places = [("cases", label, "") for label in STOCK]
    rows = [count(*place[:2], number) for place, number in zip(places, numbers, strict=True)]
    rows.append(counting.balance("cases", places[:2], places[2:], numbers))
    shown = show(frame(rows), "board")
    hidden = {place for place in places if shown.get(*place).hidden}
    small = [place for place, number in zip(places, numbers, strict=True) if 1 <= number <= 5]
    assert hidden.issuperset(small)
    bounds = [interval(rows, hidden, place) for place in small]
    assert [(place, least, most) for place, (least, most) in zip(small, bounds, strict=True)
            if most is not None and most - least < 2] == []


def test_a_part_of_a_whole_that_an_agency_prints_leaves_the_set_to_be_made():
    whole, some, none = ("a", "All", ""), ("b", "Done", ""), ("c", "Children", "")
    rows = [count(*whole[:2], 9, describes="agency"), count(*some[:2], 7, describes="agency"),
            count(*none[:2], 0), *counting.parts_of(whole, 9, {some: 7, none: 0})]
    shown = show(frame(rows), "board")
    assert (shown.get(*whole).value, shown.get(*some).value) == (9, 7)
    assert shown.get(*none).hidden  # or it would leave two children in none of these


def test_children_counted_by_how_often_they_went_add_up_to_the_episodes():
    """80 children, 83 episodes and nobody three times: three children went twice."""
    once, twice, all_of_them = (("children", row, "") for row in ("Once", "Twice", "Total"))
    episodes = ("episodes", "All", "")
    rows = [*counts("children", {"Once": 77, "Twice": 3}), count(*episodes[:2], 83),
            *counting.weighted(episodes, {once: (1, 1), twice: (2, 2)})]
    assert interval(rows, {once, twice}, twice) == (3, 3)
    shown = show(frame(rows), "board")
    assert shown.get(*twice).hidden
    assert shown.get(*episodes).hidden or shown.get(*all_of_them).hidden


def test_an_open_band_of_how_often_says_the_fewest_episodes_only():
    once, more = (("children", row, "") for row in ("Once", "Three or more"))
    rows = [*counts("children", {"Once": 9, "Three or more": 6}), count("episodes", "All", 33),
            *counting.weighted(("episodes", "All", ""), {once: (1, 1), more: (3, None)})]
    assert interval(rows, {once, more, ("children", "Total", "")}, more) == (0, 11)


def test_a_count_that_is_at_most_another_has_it_as_its_limit():
    under_6, under_12 = ("time", "Under 6", ""), ("time", "Under 12", "")
    rows = [count(*under_6[:2], 4), count(*under_12[:2], 7), counting.at_most(under_12, under_6)]
    assert interval(rows, {under_6}, under_6) == (0, 7)


def test_figures_that_do_not_balance_are_refused():
    with pytest.raises(ValueError) as fault:
        counting.balance("cases", [("cases", "Start", "")], [("cases", "End", "")], (3, 4))
    assert str(fault.value) == "the two sides of cases do not add up to the same"


def test_a_step_is_part_of_the_step_before_it_and_a_share_of_the_first():
    rows = counting.steps("interviews", {"Needed": 9, "Held": 7, "In time": 6})
    shares = {row["row"]: (row["numerator"], row["denominator"]) for row in rows
              if row["unit"] == "percent"}
    assert shares == {"Held": (7, 9), "In time": (6, 9)}
    held = ("interviews", "Held", "")
    assert interval(rows, {held}, held) == (6, 9)


def test_more_than_came_to_the_step_before_are_refused():
    with pytest.raises(ValueError) as fault:
        counting.steps("interviews", {"Needed": 9, "Held": 7, "In time": 8})
    assert str(fault.value) == "more In time than Held: 8 of 7"


def test_a_share_reveals_the_counts_that_it_was_made_of():
    done, unexpected = ("visits", "Seen", ""), ("children", "Unexpected", "")
    rows = [count(*unexpected[:2], 8), count(*done[:2], 7, describes="agency"),
            counting.share(("visits", "Seen in time", ""), 7, 8, of=unexpected, counted=done)]
    assert interval(rows, {unexpected}, unexpected) == (8, 8)
    assert interval(rows, {done}, done) == (7, 7)


def test_parts_are_no_more_than_their_whole_and_the_rest_stands_in_no_paper():
    held, in_time, late = (("interviews", row, "") for row in ("Held", "In time", "By date only"))
    numbers = {in_time: 5, late: 1}
    rows = [count(*place[:2], number) for place, number in {held: 9, **numbers}.items()]
    rows += counting.parts_of(held, 9, numbers)
    assert interval(rows, {held}, held) == (6, None)
    assert interval(rows, {late}, late) == (0, 4)
    with pytest.raises(ValueError) as fault:
        counting.parts_of(held, 5, numbers)
    assert str(fault.value) == (
        "more interviews In time and interviews By date only, of interviews Held: 6 of 5")

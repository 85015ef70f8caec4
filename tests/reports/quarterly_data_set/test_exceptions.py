"""The exceptions: the first as the figure that proves the answer, the others as small multiples."""

import re
from datetime import date

import pytest
from invented import NEUTRAL, assessed, indicator

from pscb_lib.board.indicators import Unit
from pscb_lib.page.asking import Known
from pscb_lib.page.words.commentary import Answer, State
from pscb_lib.page.words.standing import headline
from pscb_lib.reports.quarterly_data_set.page import exceptions

SAID = {"MS10": Answer(State.GIVEN, ("Answer: It was the weekends.",))}
MOST_WORDS = 12


def known(audience="board"):
    return Known(audience, date(2015, 1, 31), None, SAID)


def kinds(found):
    return [block.kind for block in found]


def show(sample, audience="board", at_most=None):
    return exceptions.show_others(sample.assessed(audience), known(audience), at_most).blocks


def test_the_first_exception_is_proved(sample):
    (chart,) = exceptions.show_proof(sample.assessed("board"))

    assert chart.caption == "Return interviews within 72 hours: never on target in 11 quarters"
    assert chart.subtitle == (
        "Return interviews held within 72 hours, % of returns that needed an interview")
    assert chart.note == "14 more would be Amber."


def test_the_others_stand_in_rows_of_three_in_their_order(sample):
    heading, *found = show(sample)
    asked = [(block.id, block.place) for block in found if block.kind == "question"]

    assert (heading.text, heading.level) == ("Other exceptions", 2)
    # Red of severity 2 by per cent of target; twice not supplied; changed where neither is better.
    assert asked == [("ask-la7", (1, 3)), ("ask-ca1", (2, 3)), ("ask-ho1", (3, 3)),
                     ("ask-sm1", (1, 3)), ("ask-ms1", (2, 3)), ("ask-la1", (3, 3))]


def test_of_too_few_figures_there_are_words_and_no_chart(sample):
    found = {block.place: block for block in show(sample)[1:7] if block.kind != "question"}
    assert found[3, 3].words == (
        "**Families in bed and breakfast over six weeks: 7.** Red. Some earlier numbers are too "
        "small to show, so no trend is given. Seven fewer would be Green.")


def test_no_more_are_shown_than_the_board_wants(sample):
    assert len([one for one in show(sample, at_most=3) if one.kind == "question"]) == 2


def test_percentages_are_drawn_on_one_scale(sample):
    charts = [block for block in show(sample) if block.kind == "chart"][:2]
    ticks = [re.findall(r">(\d+%)<", chart.svg) for chart in charts]
    assert ticks[0] == ticks[1] != []


def test_the_public_is_asked_nothing(sample):
    assert "question" not in kinds(show(sample, "public"))


def test_without_exceptions_nothing_is_drawn():
    now = [assessed(indicator(), (59, 60))]
    assert exceptions.show_proof(now) == []
    assert exceptions.show_others(now, known()).blocks == ()


def test_a_headline_is_short_and_says_what_the_chart_shows(sample):
    said = [headline(one) for audience in ("restricted", "public")
            for one in sample.assessed(audience)]
    assert all(len(words.split()) <= MOST_WORDS for words in said)
    rise = assessed(indicator(None, NEUTRAL, unit=Unit.COUNT), *[20, 22] * 6, 60)
    assert headline(rise) == "Visits in time: above the usual range"


def test_beside_a_small_chart_stands_what_it_does_not_show(sample):
    charts = {block.id: block for block in show(sample) if block.kind == "chart"}
    assert (charts["trend-la7"].subtitle, charts["trend-la7"].note) == (
        "Per cent; usual range 57% to 92%",
        "Red, down from 70.4% in Quarter 2. 12 late or not done. Six more would be Amber.")
    assert charts["trend-la1"].note == (
        "Down from 74.5 in Quarter 2. 345 children looked after at the quarter's end.")


def test_a_scale_on_which_one_chart_would_be_a_flat_line_is_not_shared():
    low = assessed(indicator(None, id="V1"), (12, 100), (14, 100))  # on its own 40 points high
    high = assessed(indicator(None, id="V2"), (90, 100), (70, 100))
    assert exceptions.say_scales([low, high]) == "Each chart has its own scale."


@pytest.mark.parametrize(("units", "said"), [
    pytest.param([], "", id="none"),
    pytest.param([Unit.PERCENT], "", id="one chart"),
    pytest.param([Unit.PERCENT] * 2, "Percentages share one scale.", id="two percentages"),
    pytest.param([Unit.PERCENT, Unit.PERCENT, Unit.COUNT], "Percentages share one scale.",
                 id="two percentages and a number"),
    pytest.param([Unit.PERCENT, Unit.COUNT], "Each chart has its own scale.", id="two units"),
])
def test_readers_are_told_which_charts_share_a_scale(units, said):
    pair = {Unit.PERCENT: (80, 90), Unit.COUNT: 7}
    drawn = [assessed(indicator(None, unit=unit), pair[unit]) for unit in units]
    assert exceptions.say_scales(drawn) == said

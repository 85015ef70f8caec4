"""Control charts: no label overlaps another, on many random boards; what is drawn and named."""

import re
from itertools import combinations
from random import Random
from xml.etree import ElementTree

import pytest
from invented import BAND, HIGHER, LOWER, NEUTRAL, assessed, indicator

from pscb_lib.board.indicators import Unit
from pscb_lib.page.charts import plot_control, series_of, shared_scale
from pscb_lib.page.charts.control import HEIGHTS, MOST_TICKS, draw_control
from pscb_lib.page.charts.labels import overlap
from pscb_lib.page.charts.measure import text_width
from pscb_lib.page.charts.theme import INCH, WIDTHS
from pscb_lib.page.style import BAND as PALE
from pscb_lib.page.style import GREEN, INK, LINE, PAPER, RED

SVG = "{http://www.w3.org/2000/svg}"
STEADY = (91, 94, 92, 95, 93, 92, 94, 91, 93, 95, 92)
BOARDS = 60


def sent(*last):
    return [(number, 100) for number in (*STEADY, *last)]


def drawn(one, columns=2):
    series = series_of(one)
    return draw_control(series, shared_scale([series], MOST_TICKS[columns]), columns)


def texts(svg):
    return [one.text for one in ElementTree.fromstring(svg).iter(f"{SVG}text")]


def styled(svg, part, tag="path"):
    return [one for one in ElementTree.fromstring(svg).iter(f"{SVG}{tag}")
            if part in one.get("style", "")]


def boxes(svg):
    """The boxes of all texts: downwards from the top, as SVG has them."""
    for text in ElementTree.fromstring(svg).iter(f"{SVG}text"):
        style = text.get("style")
        weight, size = re.search(r"(?:font: (\d+)|font-size:) ([\d.]+)px", style).groups()
        size, wide = float(size), text_width(text.text, float(size), int(weight or 400))
        x, y = float(text.get("x")), float(text.get("y"))
        left = x - wide * {"end": 1, "middle": 0.5}.get(
            re.search(r"text-anchor: (\w+)", style)[1], 0)
        yield text.text, (left, y - 0.7 * size, left + wide, y + 0.2 * size)


def random_board(chance):
    """Some quarters of one indicator: any unit, with gaps, hidden ones and any target."""
    many = chance.randint(1, 12)
    if chance.random() < 0.5:
        wholes = [chance.choice((8, 40, 500)) for _ in range(many)]
        figures = [(chance.randint(0, whole), whole) for whole in wholes]
        target = chance.choice((None, "3", "50", "95", "100", ("10", "15")))
        unit = Unit.PERCENT
    else:
        figures = [chance.randint(0, chance.choice((9, 60, 3000))) for _ in range(many)]
        target, unit = chance.choice((None, "0", "40")), Unit.COUNT
    figures = ["not supplied" if chance.random() < 0.1 else one for one in figures]
    polarity = BAND if isinstance(target, tuple) else chance.choice((HIGHER, LOWER, NEUTRAL))
    return assessed(indicator(target, polarity, unit=unit), *figures,
                    audience=chance.choice(("restricted", "board")))


@pytest.mark.parametrize("seeds", [range(0, BOARDS, 2), range(1, BOARDS, 2)], ids=("even", "odd"))
def test_no_label_overlaps_another_or_leaves_the_picture(seeds):
    for seed in seeds:
        chance = Random(seed)
        one, columns = random_board(chance), chance.choice((1, 2, 3))
        placed = [*boxes(drawn(one, columns))]
        wide, high = WIDTHS[columns] * INCH, HEIGHTS[columns] * INCH
        for text, (left, top, right, foot) in placed:
            assert left >= -0.5 and top >= -0.5, (seed, text)
            assert right <= wide + 0.5 and foot <= high + 0.5, (seed, text)
        for (text, box), (other, its) in combinations(placed, 2):
            assert not overlap(box, its, -0.3), (seed, text, other)


def test_target_range_and_last_point_are_named():
    said = texts(drawn(assessed(indicator(), *sent(75))))
    assert {"75.0%", "75 of 100", "target 95%", "usual range 85% to 98%"} <= {*said}
    assert {"Q4 2011/12", "Q3 2014/15"} <= {*said}


@pytest.mark.parametrize(("polarity", "fill", "edge"), [
    pytest.param(HIGHER, RED, RED, id="for the worse"),
    pytest.param(LOWER, PAPER, GREEN, id="for the better, hollow"),
    pytest.param(NEUTRAL, LINE, LINE, id="where neither way is better"),
])
def test_a_signal_has_a_shape(polarity, fill, edge):
    quiet, loud = (drawn(assessed(indicator("95", polarity), *sent(last))) for last in (93, 75))
    part = f"fill: {fill}; stroke: {edge}; stroke-width: 1.2"
    assert len(styled(loud, part, "use")) == len(styled(quiet, part, "use")) + 1


@pytest.mark.parametrize(("figures", "lines"), [
    pytest.param((20, 30, 40, 50, 60), 1, id="all shown"),
    pytest.param((20, 30, 3, 50, 60), 2, id="one hidden"),
    pytest.param((20, 30, "not supplied", 50, 60), 2, id="one not supplied"),
])
def test_the_line_has_a_gap_where_a_figure_is_hidden_or_missing(figures, lines):
    one = assessed(indicator(None, unit=Unit.COUNT), *figures, audience="board")
    [line] = styled(drawn(one), f"stroke: {LINE}; stroke-width: 1.4")
    assert len(re.findall("M", line.get("d"))) == lines


def test_a_provisional_range_has_dotted_edges():
    lasting, trial = drawn(assessed(indicator(), *sent(93))), drawn(assessed(indicator(), *sent()))
    assert len(styled(lasting, f"fill: {PALE}")) == len(styled(trial, f"fill: {PALE}")) == 1
    dotted = "stroke-dasharray: 0.6,0.99"
    assert (len(styled(lasting, dotted)), len(styled(trial, dotted))) == (0, 2)


def test_a_target_is_dashed_at_both_ends_of_a_band():
    one = drawn(assessed(indicator(("90", "95"), BAND), *sent(93)))
    assert len([line for line in styled(one, f"stroke: {INK}") if "dasharray" in line.get("style")
                ]) == 2


def test_a_last_point_that_is_hidden_is_called_so():
    one = assessed(indicator(None, unit=Unit.COUNT), 20, 30, 3, audience="board")
    assert "not shown" in texts(drawn(one))


def test_a_chart_has_its_words_its_data_and_its_column():
    chart = plot_control(series_of(assessed(indicator(), *sent(75))), "figure", "Visits fell",
                         "Held in time, %", place=(1, 2))
    assert (chart.caption, chart.subtitle) == ("Visits fell", "Held in time, %")
    assert chart.place == (1, 2)
    assert chart.alt.startswith("Visits in time fell from 92.0% to 75.0%, below the usual range")
    assert len(chart.data.rows) == 12


def test_small_multiples_on_one_scale_have_the_same_ticks():
    low, high = (series_of(assessed(indicator(), *sent(last))) for last in (93, 60))
    scale = shared_scale([low, high], MOST_TICKS[3])
    ticks = [[text for text in texts(draw_control(one, scale, 3)) if re.fullmatch(r"\d+%", text)]
             for one in (low, high)]
    assert ticks[0] == ticks[1] == ["60%", "80%", "100%"]

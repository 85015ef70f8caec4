"""Labels never overlap and never leave the picture, on many random boards."""

from __future__ import annotations

from functools import cache
from itertools import combinations, pairwise
from random import Random

import pytest
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import TextPath

from pscb_lib.page.charts.labels import Label, Labeller, crosses, overlap, spread
from pscb_lib.page.charts.measure import text_height, text_width
from pscb_lib.page.charts.plotted import apply_theme
from pscb_lib.page.style import FONT, REGULAR, SEMIBOLD

WORDS = ("59.6%", "31 of 52", "target 95%", "usual range 81% to 93%", "Peterborough", "1,234",
         "Girls", "Not shown", "Quarter 3 2014/15", "(jpgqy)")
BOARDS = 200


@cache
def ink(text, size, weight):
    """The ink of a text as matplotlib draws its outlines: right end, lowest and highest."""
    apply_theme()
    font = FontProperties(family=FONT, weight=weight)
    box = TextPath((0, 0), text, size=size, prop=font).get_extents()
    return box.x1, box.y0, box.y1


@pytest.mark.parametrize("text", WORDS)
@pytest.mark.parametrize("weight", [REGULAR, SEMIBOLD])
def test_a_text_is_measured_as_it_is_drawn(text, weight):
    right, low, high = ink(text, 10, weight)
    assert right <= text_width(text, 10, weight) <= right + 1.5
    assert high - low <= text_height(10)


def test_labels_in_a_column_move_no_further_than_they_must():
    assert spread([10, 50], [8, 8], 0, 100) == [10, 50]
    assert spread([50, 50], [8, 8], 0, 100) == [46, 54]
    assert spread([50, 49], [8, 8], 0, 52) == [44 + 4, 40]
    assert spread([1, 99], [8, 8], 0, 100) == [4, 96]


def test_labels_that_do_not_fit_into_a_column_are_refused():
    with pytest.raises(ValueError, match="labels of 30 points do not fit into 20"):
        spread([1, 2, 3], [10, 10, 10], 0, 20)


@pytest.mark.parametrize("seed", range(BOARDS))
def test_labels_in_a_column_keep_their_order_do_not_overlap_and_stay_inside(seed):
    chance = Random(seed)
    many = chance.randint(1, 8)
    heights = [chance.choice((7.2, 8.2, 16.4)) for _ in range(many)]
    wanted = [chance.uniform(-20, 120) for _ in range(many)]
    low, high = 0, max(100, sum(heights))

    middles = spread(wanted, heights, low, high)

    order = sorted(range(many), key=lambda at: (wanted[at], at))
    ends = [(middles[at] - heights[at] / 2, middles[at] + heights[at] / 2) for at in order]
    assert all(after[0] >= before[1] - 1e-6 for before, after in pairwise(ends))
    assert ends[0][0] >= low - 1e-6 and ends[-1][1] <= high + 1e-6


@pytest.mark.parametrize("seed", range(BOARDS))
def test_labels_beside_points_do_not_overlap_and_stay_inside(seed):
    chance = Random(seed)
    wide, high = chance.choice(((151, 90), (234, 144), (482, 180)))
    board = Labeller(wide, high)
    line = [(wide * step / 11, chance.uniform(0, high)) for step in range(12)]
    board.avoid(line)
    obstacle = (wide * 0.4, high * 0.4, wide * 0.6, high * 0.6)
    board.keep_off(obstacle)
    for point in line:
        board.beside(Label(chance.choice(WORDS), chance.choice((7.5, 8.5, 11)),
                           chance.choice((REGULAR, SEMIBOLD))), point)

    drawn = [(placed.x, *_drawn(placed)) for placed in board.placed]
    assert board.placed
    for left, low, right, top in drawn:
        assert left >= 0 and low >= 0 and right <= wide and top <= high
    for one, other in combinations([*drawn, obstacle], 2):
        assert not overlap(one, other, 0)


def _drawn(placed):
    right, low, high = ink(placed.label.text, placed.label.size, placed.label.weight)
    return placed.y + low, placed.x + right, placed.y + high


def test_a_label_goes_where_it_crosses_no_line():
    board = Labeller(200, 100)
    board.avoid([(100, 50), (200, 50)])
    placed = board.beside(Label("59.6%"), (100, 50), ("right", "below"))
    assert placed and placed.box[3] < 50


def test_a_label_without_room_is_left_out():
    board = Labeller(200, 100)
    board.keep_off((0, 0, 200, 100))
    assert board.beside(Label("59.6%"), (100, 50)) is None


@pytest.mark.parametrize(("line", "crossed"), [
    pytest.param(((0, 0), (10, 10)), True, id="through it"),
    pytest.param(((0, 5), (10, 5)), True, id="level"),
    pytest.param(((5, 0), (5, 10)), True, id="upright"),
    pytest.param(((0, 0), (10, 1)), False, id="below it"),
    pytest.param(((0, 9), (2, 10)), False, id="past its corner"),
    pytest.param(((5, 5), (5, 5)), True, id="a point in it"),
])
def test_a_line_crosses_a_box(line, crossed):
    assert crosses((4, 4, 6, 6), *line) is crossed

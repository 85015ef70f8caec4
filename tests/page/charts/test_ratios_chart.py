"""The chart of ratios: which are drawn, what is written, and that none is taken for a count."""

from __future__ import annotations

import pytest

from pscb_lib.disclosure.figures import count, frame
from pscb_lib.disclosure.showing import show
from pscb_lib.framework.statistics.ratios import rate_ratio
from pscb_lib.page.charts import plot_ratios

FIGURES = {"Asian": show(frame([count("groups", "Asian", 30)]), "board").get("groups", "Asian")}
CLEAR, UNCLEAR = rate_ratio(30, 60, 50, 200), rate_ratio(10, 20, 5, 20)


def drawn(**ratios):
    return plot_ratios(ratios, FIGURES, id="ratios", headline="Enquiries", note="A note.")


def test_each_ratio_has_its_interval_in_words_and_data():
    """30 of 60 over 50 of 200 is 2, from 1.41 to 2.83 by scipy."""
    chart = drawn(Asian=CLEAR, Girls=UNCLEAR)
    assert chart.alt == "Enquiries: Asian twice (1.41 to 2.83); Girls twice (0.83 to 4.81)."
    assert chart.data.rows == [["Asian", 2.0, pytest.approx(1.4111, abs=1e-3),
                                pytest.approx(2.8347, abs=1e-3)],
                               ["Girls", 2.0, 0.8325, 4.8051]]


def test_what_cannot_be_calculated_is_named_and_not_drawn():
    chart = drawn(Asian=CLEAR, Black=None, Other=None)
    assert chart.note == "A note. Too few to calculate: Black and Other."
    assert [row[0] for row in chart.data.rows] == ["Asian"] and "Black" not in chart.svg


def test_the_scale_is_in_words_and_ends_where_they_do():
    svg = drawn(Asian=rate_ratio(1, 9000, 90, 9000), Girls=CLEAR).svg
    assert "same" in svg and "eighth" in svg and ">1<" not in svg


def test_only_shown_figures_are_taken():
    with pytest.raises(TypeError) as refused:
        plot_ratios({"Asian": CLEAR}, {"Asian": 30}, id="r", headline="Enquiries")
    assert str(refused.value) == "a chart is drawn from shown figures only"

"""The tidy file of a set has every figure that its readers may see, and no other."""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

import pytest
from planted import FIGURES, SECRET
from specimen import FRONT, notebook_of, said, shown

from pscb_lib.disclosure.figures import count, frame, pounds, together, with_readers
from pscb_lib.disclosure.showing import HIDDEN, show
from pscb_lib.page.blocks import Figures
from pscb_lib.page.rendering.paper import read_paper
from pscb_lib.page.rendering.spreadsheets import write_tables

OTHERS = frame([*with_readers([count("inner", "Open", 8)], "restricted"),
                *with_readers([count("outer", "Open", 9)], "outside"),
                *with_readers([count("unsaid", "Open", 7)], "nobody"),
                pounds("spend", "Staff", Decimal("1234.10"), describes="agency"),
                count("years", "Open", None, "2013-14", state="not supplied")])


def lines(folder: Path, audience: str) -> list[dict[str, str]]:
    """The lines of the file of a set with these figures."""
    hidden = None if audience == "restricted" else frozenset(SECRET)
    block = Figures(show(together(FIGURES, OTHERS), audience, hidden=hidden)).as_json()
    paper = notebook_of(said("t", "# Small"), shown("f", {**FRONT, "audience": audience}),
                        shown("b", block))
    write_tables(read_paper(paper), folder)
    with (folder / "tables" / "all_figures.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_a_line_says_what_a_figure_is_of_when_and_for_whom(tmp_path):
    first, *_ = lines(tmp_path, "restricted")
    assert first == {
        "table": "kinds", "row": "Neglect", "column": "", "period": "", "value": "3",
        "numerator": "", "denominator": "", "unit": "number", "state": "shown",
        "report": "quarterly_data_set", "report_period": "2014-15 Q3", "as_of": "2015-01-31",
        "marking": FRONT["marking"]}


def test_a_percentage_has_its_two_counts(tmp_path):
    share = next(line for line in lines(tmp_path, "restricted") if line["unit"] == "per cent")
    assert (share["value"], share["numerator"], share["denominator"]) == ("21.052632", "4", "19")


def test_an_amount_of_money_is_exact(tmp_path):
    amount = next(line for line in lines(tmp_path, "public") if line["unit"] == "pounds")
    assert (amount["value"], amount["state"]) == ("1234.10", "shown")


def test_a_hidden_figure_has_no_number_and_says_so(tmp_path):
    found = {(one["table"], one["row"], one["column"]): one for one in lines(tmp_path, "public")}
    for place in SECRET:
        line = found[place]
        assert [line[name] for name in ("value", "numerator", "denominator", "state")] == [
            "", "", "", HIDDEN]


def test_a_missing_figure_says_why_and_a_label_that_is_a_period_is_one(tmp_path):
    line = next(one for one in lines(tmp_path, "restricted") if one["table"] == "years")
    assert (line["value"], line["state"], line["period"]) == ("", "Not supplied", "2013-14")


@pytest.mark.parametrize(("audience", "tables"), [
    pytest.param("restricted", {"inner"}, id="those of the restricted set"),
    pytest.param("public", {"outer"}, id="those of the others"),
])
def test_a_set_has_only_the_figures_of_its_own_readers(tmp_path, audience, tables):
    found = {one["table"] for one in lines(tmp_path, audience)}
    assert found & {"inner", "outer", "unsaid"} == tables

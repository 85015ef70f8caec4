"""Records and the data set: both are printed, and the lead is asked where they differ."""

from __future__ import annotations

from contextlib import chdir
from dataclasses import replace

import pytest
from papers import ROOT

from pscb_lib.board.context import open_context
from pscb_lib.board.indicators import indicators_for, read_indicators
from pscb_lib.disclosure.figures import frame
from pscb_lib.disclosure.showing import show
from pscb_lib.framework.spellings import parse_period
from pscb_lib.page.tables.agreement import ask_agreement, tabulate_agreement
from pscb_lib.returns.agreement import Counted, measure_agreement

QUARTER = parse_period("2014-15 Q3")


def opened(audience="restricted"):
    with chdir(ROOT):
        return open_context("2014-15 Q3", "2015-01-31", "pscb_lib/samples", audience)


def counted(**counts):
    """What the records give, by the indicator's id; the sample's data set has CP3 as 83 of 90."""
    register = {one.id: one for one in indicators_for(read_indicators(
        ROOT / "params" / "indicators.csv"), QUARTER)}
    return [Counted(register[id], QUARTER, both) for id, both in counts.items()]


def shown(audience="restricted", **counts):
    context = opened()
    return show(frame(measure_agreement(context, counted(**counts))), audience)


def lines(table):
    return [[" ".join(part["text"] for part in cell) for cell in row]
            for row in table.groups[0].rows]


def test_both_figures_are_printed_where_they_differ_and_those_that_agree_are_counted():
    table = tabulate_agreement(opened(), shown(CP3=(84, 91), CP4=(74, 90)))
    assert lines(table) == [[
        "Initial conferences in 15 working days CP3", "Quarter 3", "92.2% 83 of 90",
        "92.3% 84 of 91"]]
    assert table.note == (
        "Until its lead says which is right, the quarterly data set rates the typed figure; this "
        "paper uses what the records give. The other figures that both have are the same, as far "
        "as they are shown.")


def test_where_all_agree_a_sentence_says_so_and_the_figures_are_in_the_spreadsheet():
    said, sheet = tabulate_agreement(opened(), shown(CP3=(83, 90))).blocks
    assert said.words == ("The figures that the records and the quarterly data set both have are "
                          "the same, as far as they are shown.")
    assert [row[:3] for row in sheet.data.rows] == [
        ["CP3", "Initial conferences in 15 working days", "Quarter 3"]]


def test_the_lead_is_asked_which_is_right():
    asked = ask_agreement(opened(), shown(CP3=(84, 91)))
    assert (asked.words, asked.owner) == (
        "Which is right, the data set or the records? Initial conferences in 15 working days in "
        "Quarter 3.", "Safeguarding Team Manager")


@pytest.mark.parametrize(("audience", "records"), [
    pytest.param("public", (84, 91), id="the public"), pytest.param("board", (83, 90), id="agree")])
def test_nothing_is_asked(audience, records):
    assert ask_agreement(opened(audience), shown(audience, CP3=records)) is None


def test_a_rolling_year_is_compared_over_its_four_quarters():
    # 66 + 80 + 70 + 78 plans started, 9 + 10 + 11 + 13 of them second or later
    (line,) = lines(tabulate_agreement(opened(), shown(CP8=(48, 294))))
    assert line[2].endswith("43 of 294")


def test_what_is_hidden_is_neither_compared_nor_asked():
    figures = shown("board", CP9=(3, 245))
    (sheet,) = tabulate_agreement(opened("board"), figures).blocks
    assert sheet.data.rows[0][3] == "Not shown: small numbers"
    assert ask_agreement(opened("board"), figures) is None


@pytest.mark.parametrize(("audience", "records"), [
    pytest.param("restricted", (84, 91), id="another differs"),
    pytest.param("board", (83, 90), id="all others are the same")])
def test_what_was_not_supplied_is_not_compared_and_is_named(audience, records):
    known = shown(audience, CP3=records, PR1=(15, 17))
    made = tabulate_agreement(opened(audience), known)
    said = made.note if records == (84, 91) else made.blocks[0].words
    assert said.endswith(" Not supplied for the data set: probation at child protection "
                         "conferences in Quarter 3.")
    assert "PR1" not in [row[0] for one in (made, *getattr(made, "blocks", ()))
                         for row in getattr(getattr(one, "data", None), "rows", ())]


def test_where_the_data_set_has_none_of_them_nothing_is_compared():
    assert tabulate_agreement(opened(), shown(PR1=(15, 17))) is None


def test_without_a_data_set_nothing_is_compared(tmp_path):
    context = replace(opened(), returns=tmp_path)
    assert measure_agreement(context, counted(CP3=(84, 91))) == []


@pytest.mark.parametrize(("records", "tied"), [
    pytest.param((83, 90), ["cases", "whole"], id="both counts"),
    pytest.param((84, 90), ["whole"], id="the denominator alone"),
    pytest.param((84, 91), [], id="neither"),
])
def test_counts_that_are_equal_are_tied_so_that_both_are_hidden(records, tied):
    rows = measure_agreement(opened(), counted(CP3=records))
    assert [row["row"].split()[0] for row in rows if row["table"] == "relations"] == tied


HALF, WHOLE = parse_period("2014-15 H1"), ("closed", "In one calendar month", "half-year")


@pytest.mark.parametrize(("records", "ends"), [
    pytest.param(((8, 10), (9, 10)), [(0, 0)] * 4, id="typed and counted quarters add up"),
    pytest.param(((8, 10), (9, 11)), [(0, 0), (0, 0), (0, 0)], id="the typed denominators do not"),
    pytest.param(((7, 10), (8, 11)), [(0, 0), (0, 0)], id="the typed ones do not"),
])
def test_quarters_are_tied_to_the_figure_that_they_add_up_to(records, ends):
    # The sample's data set has LD1 as 8 of 10 and 9 of 10.
    register = {one.id: one for one in indicators_for(read_indicators(
        ROOT / "params" / "indicators.csv"), HALF)}
    several = [Counted(register["LD1"], quarter, both, part_of=WHOLE)
               for quarter, both in zip(HALF.split(3), records, strict=True)]
    rows = [row for row in measure_agreement(opened(), several)
            if row["table"] == "relations" and WHOLE in [place for place, _, _ in
                                                         row["relation"][0]]]
    assert [row["relation"][1:] for row in rows] == ends

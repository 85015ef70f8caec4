"""The sentences on a lead's commentary, in each set."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from invented import assessed, figure, indicator

from pscb_lib.board.commentary import ClearedFor, Commentary, fact_of, read_facts
from pscb_lib.board.indicators import INDICATORS
from pscb_lib.disclosure import figures
from pscb_lib.disclosure.showing import show
from pscb_lib.page.words.commentary import NO_ANSWER, State
from pscb_lib.reports.quarterly_data_set import places
from pscb_lib.reports.quarterly_data_set.commentary.facts import about
from pscb_lib.reports.quarterly_data_set.commentary.page import say_commentaries

ONE = indicator(lead="Head of Visits")
WRITTEN = Commentary("V1", "Two visitors left.", "Both will be replaced.", date(2015, 3, 31),
                     ClearedFor.BOARD)
ABOUT = about("V1", "2014-15 Q3")
TEXT = ("Answer: Two visitors left.", "Action, by 31 March 2015: Both will be replaced.")


def spoken_of(sent, audience):
    """Return the figure that the commentary is about, as one audience may see it."""
    made = {**figure(sent, "V1", "2014-15 Q3"), "table": places.COMMENTED}
    return show(figures.frame([made]), audience)


def answer(commentary, now=(50, 100), then=(50, 100), audience="restricted"):
    one = assessed(ONE, now, audience=audience)
    return say_commentaries([one], {"V1": commentary}, spoken_of(then, audience))["V1"]


def said(*given, **named):
    return answer(*given, **named).lines


@pytest.mark.parametrize(("commentary", "lines"), [
    pytest.param(None, ["No answer received."], id="none was sent"),
    pytest.param(Commentary("V1", None, None, None, None),
                 ["No answer received."], id="its boxes are empty"),
    pytest.param(WRITTEN, [*TEXT], id="what happened, and what is being done by when"),
    pytest.param(Commentary("V1", "Two visitors left.", None, None, None),
                 ["Answer: Two visitors left."], id="nothing is being done"),
    pytest.param(Commentary("V1", None, "MARAC looks into it.", None, None),
                 ["Action, no day given: MARAC looks into it."], id="no day is given"),
])
def test_what_a_lead_wrote_is_said(commentary, lines):
    assert list(said(commentary)) == lines


@pytest.mark.parametrize(("cleared_for", "audience", "is_shown"), [
    pytest.param(None, "restricted", True, id="not cleared: the Q&E group reads it"),
    pytest.param(None, "board", False, id="not cleared: the Board does not"),
    pytest.param(ClearedFor.BOARD, "board", True, id="cleared for the Board"),
    pytest.param(ClearedFor.BOARD, "public", False, id="cleared for the Board, not for the public"),
    pytest.param(ClearedFor.BOARD_AND_PUBLIC, "public", True, id="cleared for the public"),
])
def test_free_text_leaves_the_restricted_set_only_when_it_is_cleared(
    cleared_for, audience, is_shown
):
    commentary = Commentary("V1", "Two visitors left.", None, None, cleared_for)
    assert said(commentary, audience=audience) == (
        ("Answer: Two visitors left.",) if is_shown
        else ("The answer awaits clearance.",))


@pytest.mark.parametrize(("then", "now", "revised"), [
    pytest.param((48, 101), (50, 100), "48 of 101 (47.5%), now 50 of 100 (50.0%)",
                 id="both counts"),
    pytest.param((5, 10), (50, 100), "5 of 10 (50.0%), now 50 of 100 (50.0%)",
                 id="other counts of the same percentage"),
    pytest.param("not supplied", (50, 100), "not supplied, now 50 of 100 (50.0%)",
                 id="there was no figure"),
    pytest.param(1048, 1050, "1,048, now 1,050", id="a count"),
])
def test_a_figure_that_has_changed_is_given_with_both_values(then, now, revised):
    assert said(WRITTEN, now, then) == (
        *TEXT, f"Written on an earlier figure: {revised}.")


@pytest.mark.parametrize(("then", "now"), [
    pytest.param((58, 60), (58, 60), id="the figure is hidden"),
    pytest.param((58, 60), (50, 60), id="it was when it was written about"),
    pytest.param((50, 60), (58, 60), id="it is now"),
])
def test_a_text_on_a_figure_that_is_hidden_is_not_shown(then, now):
    assert said(WRITTEN, now, then, "board") == (
        "The answer is not shown: small numbers.",)
    assert said(WRITTEN, now, then)[:2] == TEXT


@pytest.mark.parametrize(("then", "now"), [((50, 100), (50, 100)), ((58, 60), (50, 60)),
                                           ((50, 60), (58, 60))])
@pytest.mark.parametrize("cleared_for", [None, *ClearedFor])
@pytest.mark.parametrize("audience", ["restricted", "board", "public"])
def test_a_set_is_handed_a_text_only_if_it_says_it(audience, cleared_for, now, then):
    written = replace(WRITTEN, cleared_for=cleared_for)
    hidden = (assessed(ONE, now, audience=audience).figure.hidden,
              spoken_of(then, audience).get(places.COMMENTED, "V1", "2014-15 Q3").hidden)
    places_hidden = [(table, "V1", "2014-15 Q3") for table, is_hidden in
                     zip((INDICATORS, places.COMMENTED), hidden, strict=True) if is_hidden]
    handed = json.dumps({"V1": fact_of(written, ABOUT).told(audience, places_hidden)})
    lines = said(read_facts(json.loads(handed))["V1"], now, then, audience)

    assert lines == said(written, now, then, audience)
    assert ("visitors" in handed, "2015" in handed) == 2 * (lines[0].startswith("Answer: "),)


def test_of_a_commentary_that_is_not_written_a_set_is_handed_that():
    empty = Commentary("V1", None, None, None, None)
    assert read_facts({"V1": fact_of(empty, ABOUT).told("public", ())}) == {"V1": empty}


def test_every_indicator_has_its_lines_by_its_id():
    one = assessed(ONE, (50, 100))
    assert say_commentaries([one], {}, spoken_of((50, 100), "board")) == {"V1": NO_ANSWER}


@pytest.mark.parametrize(("cleared_for", "now", "state", "day"), [
    pytest.param(ClearedFor.BOARD, (50, 100), State.GIVEN, date(2015, 3, 31), id="given"),
    pytest.param(None, (50, 100), State.UNCLEARED, None, id="not cleared"),
    pytest.param(ClearedFor.BOARD, (58, 60), State.WITHHELD, None, id="the figure is hidden"),
])
def test_a_reader_knows_the_day_of_an_action_only_with_the_answer(cleared_for, now, state, day):
    found = answer(replace(WRITTEN, cleared_for=cleared_for), now, audience="board")
    assert (found.state, found.by_when) == (state, day)

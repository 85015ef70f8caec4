"""The Ambers without a question: each has an owner, and how far it is from Green."""

from __future__ import annotations

from datetime import date

from invented import assessed, indicator

from pscb_lib.page.asking import Known
from pscb_lib.reports.quarterly_data_set.page.ambers import tabulate_ambers

BOARD, PUBLIC = (Known(audience, date(2015, 1, 31)) for audience in ("board", "public"))
AMBER, GREEN = assessed(indicator(), (52, 60)), assessed(indicator(id="V2"), (59, 60))


def test_an_amber_has_its_owner_and_the_cases_to_green():
    table = tabulate_ambers([GREEN, AMBER], [], BOARD)
    (row,) = table.groups[0].rows
    # 95% of the target of 95% is 90.25%: of 60 that is 54.15, so that 55 are needed and not 52
    assert [[part["text"] for part in cell] for cell in row] == [
        ["Visits in time", AMBER.indicator.lead], ["three more"]]


def test_nothing_is_tabulated_of_what_is_asked_already_or_for_the_public():
    assert tabulate_ambers([AMBER], [AMBER], BOARD) is None
    assert tabulate_ambers([GREEN], [], BOARD) is None
    assert tabulate_ambers([AMBER], [], PUBLIC) is None

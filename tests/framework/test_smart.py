"""SMART, as far as it can be checked without judging the content of an action."""

from __future__ import annotations

from dataclasses import replace

import pytest
from audited import AGREED

from pscb_lib.framework.audit_summary.smart import Shortcoming, shortcomings


@pytest.mark.parametrize(("change", "expected"), [
    pytest.param({}, (), id="all five letters"),
    pytest.param({"text": "Improve links"}, (Shortcoming.SPECIFIC,), id="two words"),
    pytest.param({"text": "Consider further training for managers"}, (Shortcoming.SPECIFIC,),
                 id="to consider is to do nothing yet"),
    pytest.param({"measure": None}, (Shortcoming.MEASURABLE,), id="no measure"),
    pytest.param({"owner": "Service Manager; Head of Service"}, (Shortcoming.ASSIGNED,),
                 id="two owners are none"),
    pytest.param({"owner": "Head of Service, Children in Need"}, (),
                 id="one owner with a comma in the title"),
    pytest.param({"recommendation": None}, (Shortcoming.RELEVANT,), id="answers nothing"),
    pytest.param({"due_on": None}, (Shortcoming.TIMED,), id="no due date"),
    pytest.param({"due_on": AGREED.agreed_on}, (Shortcoming.TIMED,),
                 id="due on the day it was agreed"),
    pytest.param({"measure": None, "due_on": None},
                 (Shortcoming.MEASURABLE, Shortcoming.TIMED), id="in the order of the letters"),
])
def test_what_keeps_an_action_from_being_smart(change: dict, expected: tuple) -> None:
    assert shortcomings(replace(AGREED, **change)) == expected

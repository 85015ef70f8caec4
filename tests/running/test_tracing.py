"""A fault of the suite says where it lies; its traceback is kept for who mends it."""

from __future__ import annotations

import pickle
import re

import pytest

from pscb_lib.reading import cells
from pscb_lib.reading.findings import InputError
from pscb_lib.running.failures import failure_of
from pscb_lib.running.tracing import keep_trace, say_where


@pytest.fixture
def fault():
    """A fault of the suite: it was given no text, but a number."""
    with pytest.raises(AttributeError) as raised:
        cells.day(20150131)
    return raised.value


def test_a_set_that_failed_by_it_says_where_and_keeps_the_whole(fault):
    failure = failure_of(fault)
    assert re.fullmatch(r"AttributeError in folding\.py, line \d+", failure.shown)
    assert "cells.day(20150131)" in failure.whole


def test_the_place_is_known_in_another_process(fault):
    keep_trace(fault)
    assert say_where(pickle.loads(pickle.dumps(fault))) == say_where(fault)
    assert "folding.py" in say_where(fault)


def test_an_error_of_the_input_has_no_traceback():
    failure = failure_of(InputError("police.csv: the file is empty"))
    assert (failure.shown, failure.whole) == 2 * ("police.csv: the file is empty",)

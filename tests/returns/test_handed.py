"""Checked returns are handed on as they are, and taken only for the report and files they are of.
"""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from papers import ROOT

from pscb_lib.board.context import Context
from pscb_lib.board.settings import read_settings
from pscb_lib.framework.spellings import parse_period
from pscb_lib.returns.handed import hand_on, take, taken
from pscb_lib.returns.kinds import find_returns

PERIODS = {3: "2014-15 Q3", 6: "2014-15 H1", 12: "2013-14"}


@pytest.fixture
def returns(tmp_path):
    """A copy of the sample's returns; what was taken from it is forgotten at the end."""
    yield Path(shutil.copytree(ROOT / "pscb_lib" / "samples", tmp_path / "returns"))
    take(tmp_path / "nothing")


def context_of(returns: Path, months: int | None = None) -> Context:
    return Context(ROOT, read_settings(ROOT / "params" / "settings.yaml"),
                   parse_period(PERIODS[months or 3]), date(2015, 1, 31), returns, "restricted")


def handed_on(returns: Path, name: str, context: Context):
    """A return that is checked, handed on and taken; its file is removed."""
    checked = find_returns()[name].read_for(context)
    digests = {path: hashlib.sha256(path.read_bytes()).hexdigest()
               for path in returns.rglob("*.csv")}
    file = returns.parent / "returns.pickle"
    hand_on(file, context, {name: checked}, digests)
    take(file)
    assert not file.exists()
    return checked


@pytest.mark.parametrize("name", find_returns())
def test_every_return_is_handed_on_exactly(returns, name):
    context = context_of(returns, find_returns()[name].months)
    checked = handed_on(returns, name, context)
    found = taken(name, context)
    assert found is not checked
    assert found.frame.equals(checked.frame) and [*found.frame.dtypes] == [*checked.frame.dtypes]
    assert {name: [*map(repr, found.frame[name])] for name in found.frame} == {
        name: [*map(repr, checked.frame[name])] for name in checked.frame}
    assert (found.findings, found.sources, found.reasons) == (
        checked.findings, checked.sources, checked.reasons)


def test_another_period_or_day_or_folder_takes_nothing(returns, tmp_path):
    context = context_of(returns)
    handed_on(returns, "data_set", context)
    assert taken("data_set", context)
    assert taken("commentary", context) is None
    assert taken("data_set", replace(context, period=parse_period("2014-15 Q2"))) is None
    assert taken("data_set", replace(context, as_of=date(2015, 2, 1))) is None
    other = Path(shutil.copytree(returns, tmp_path / "other"))
    assert taken("data_set", replace(context, returns=other)) is None


@pytest.mark.parametrize("change", [
    pytest.param(lambda path: path.write_bytes(path.read_bytes() + b"\n"), id="changed"),
    pytest.param(Path.unlink, id="removed")])
def test_a_file_that_changed_after_its_check_is_not_taken(returns, change):
    context = context_of(returns)
    handed_on(returns, "data_set", context)
    change(sorted((returns / "data_set").glob("*.csv"))[0])
    assert taken("data_set", context) is None


def test_what_cannot_be_opened_is_not_taken(returns, tmp_path):
    take(tmp_path / "gone.pickle")
    assert taken("data_set", context_of(returns)) is None


def test_a_file_that_was_cut_is_not_taken_and_is_removed(returns, tmp_path):
    context = context_of(returns)
    file = tmp_path / "cut.pickle"
    hand_on(file, context, {"data_set": find_returns()["data_set"].read_for(context)}, {})
    file.write_bytes(file.read_bytes()[:-100])
    take(file)
    assert taken("data_set", context) is None and not file.exists()

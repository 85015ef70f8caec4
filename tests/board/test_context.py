"""A notebook gives the same result wherever it is started; a wrong parameter is named."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from papers import ROOT

from pscb_lib.board.context import find_project, open_context
from pscb_lib.reading.findings import InputError

GOOD = {"period": "Q3 2014/15", "as_of": "2015-01-31", "returns_folder": "pscb_lib/samples",
        "audience": "board"}


@pytest.mark.parametrize("folder", [
    pytest.param(ROOT, id="from the project"),
    pytest.param(ROOT / "notebooks", id="from notebooks, as JupyterLab and nbval do"),
    pytest.param(ROOT / "params" / "2014-15-q3", id="from two folders down"),
])
def test_the_project_is_found_from_within(monkeypatch, folder):
    monkeypatch.chdir(folder)
    context = open_context(**GOOD)
    assert (context.root, context.params) == (ROOT, ROOT / "params")
    assert context.returns == ROOT / "pscb_lib" / "samples"
    assert (context.period.label, context.as_of) == ("2014-15 Q3", date(2015, 1, 31))
    assert (context.audience, context.settings.area) == ("board", "Peterborough")


def test_outside_a_project_says_where_to_start(tmp_path):
    elsewhere = tmp_path / "Documents"
    elsewhere.mkdir()
    with pytest.raises(InputError) as refusal:
        find_project(elsewhere)
    assert str(refusal.value) == (
        "Documents: no folder from here upwards holds params/indicators.csv; "
        "start in the project or name it by --project")


def test_a_notebook_outside_a_project_says_what_fits_there(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PSCB_PROJECT", raising=False)
    with pytest.raises(InputError) as refusal:
        open_context(**GOOD)
    assert str(refusal.value) == (
        f"{tmp_path.name}: no folder from here upwards holds params/indicators.csv; name the "
        "project's folder by the environment variable PSCB_PROJECT, or start in it "
        "(papermill: --cwd)")


def test_the_project_may_be_named_by_the_environment(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PSCB_PROJECT", str(ROOT))
    assert open_context(**GOOD).root == ROOT


def test_the_project_one_stands_in_comes_before_the_environment(monkeypatch, tmp_path):
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("PSCB_PROJECT", str(tmp_path))
    assert open_context(**GOOD).root == ROOT


def test_a_wrong_name_in_the_environment_is_said(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "old").mkdir()
    monkeypatch.setenv("PSCB_PROJECT", str(tmp_path / "old"))
    with pytest.raises(InputError) as refusal:
        open_context(**GOOD)
    assert str(refusal.value) == ("old: no folder from here upwards holds params/indicators.csv; "
                                  "correct PSCB_PROJECT")


def test_returns_may_lie_outside_the_project(monkeypatch, tmp_path):
    monkeypatch.chdir(ROOT)
    assert open_context(**GOOD | {"returns_folder": str(tmp_path)}).returns == tmp_path


@pytest.mark.parametrize(("wrong", "message"), [
    pytest.param({"period": "2014-16"}, "parameters, column period, value '2014-16': is not a "
                 "period; write one of: 2014-15, 2014-15 Q3, Q3 2014/15, Quarter 3 2014-15, "
                 "2014-15 H1, Oct-Dec 2014, October to December 2014, 2014-10, October 2014; "
                 "correct the parameter", id="not a period"),
    pytest.param({"as_of": "31 January"}, "parameters, column as_of, value '31 January': is not "
                 "a date; correct the parameter", id="not a day"),
    pytest.param({"as_of": "2014-12-30"}, "parameters, column as_of, value '2014-12-30': the "
                 "period ends on 2014-12-31, after the day of the report; choose a period that is "
                 "over, or a later day", id="a period that is not over"),
    pytest.param({"audience": "press"}, "parameters, column audience, value 'press': is not one "
                 "of restricted, board, public; correct the parameter", id="an unknown audience"),
    pytest.param({"returns_folder": "returns/nowhere"}, "parameters, column returns_folder, value "
                 "'nowhere': there is no such folder; give the folder that holds the returns",
                 id="a folder that is not there"),
    pytest.param({"returns_folder": "params/settings.yaml"}, "parameters, column returns_folder, "
                 "value 'settings.yaml': there is no such folder; give the folder that holds the "
                 "returns", id="a file in place of a folder"),
])
def test_a_wrong_parameter_is_named(monkeypatch, wrong, message):
    monkeypatch.chdir(ROOT)
    with pytest.raises(InputError) as refusal:
        open_context(**GOOD | wrong)
    assert str(refusal.value) == message


@pytest.mark.parametrize(("audience", "expected"), [
    pytest.param("restricted", None, id="the restricted set shows every exception"),
    pytest.param("Board", 3, id="the Board's shows as many as the settings say"),
    pytest.param("public", 3, id="so does the public one"),
])
def test_how_many_exceptions_a_paper_shows(monkeypatch, audience, expected):
    monkeypatch.chdir(ROOT)
    context = open_context(**GOOD | {"audience": audience})
    three = replace(context, settings=replace(context.settings, exceptions_at_most=3))
    assert three.exceptions_at_most == expected

"""Before a kernel starts: one line that says what is wrong with a parameter, file or name."""

from __future__ import annotations

import pytest
from papers import pscb

from pscb_lib.reports import find_notebooks, parameters_of


def refused(project, *arguments):
    """What the command prints when it refuses: one line on standard error, exit 1."""
    done = pscb("run", "--project", project, *arguments)
    assert done.returncode == 1
    assert not (project / "outputs").exists()
    return done.stderr.strip()


def test_an_unknown_report_is_refused_with_the_list(small_project):
    assert refused(small_project, "smal") == (
        "pscb: smal: is not a report of 2014-15-q3 (nearest: small); the reports are small")


def test_an_unknown_cycle_is_refused(small_project):
    assert refused(small_project, "--cycle", "2014-15-q9") == (
        "pscb: params, column cycle, value '2014-15-q9': there is no such cycle; "
        "make the folder or name another")


def test_a_misspelt_parameter_is_refused(small_project):
    assert refused(small_project, "-p", "perod", "2014-15 Q3") == (
        "pscb: small.yaml, column perod, value '2014-15 Q3': small has no such parameter "
        "(nearest: period); use period, as_of, returns_folder, audience")


def test_a_missing_parameter_is_refused(small_project):
    (small_project / "params" / "2014-15-q3" / "small.yaml").write_text(
        'as_of: "2015-01-31"\nreturns_folder: returns\n', encoding="utf-8")
    assert refused(small_project) == (
        "pscb: small.yaml, column period: the parameter is missing; add period: and its value")


def test_a_period_that_is_none_is_refused(small_project):
    assert refused(small_project, "-p", "period", "2014-16").startswith(
        "pscb: parameters, column period, value '2014-16': is not a period; write one of: 2014-15,")


def test_yaml_that_cannot_be_read_is_refused_with_its_line(small_project):
    (small_project / "params" / "2014-15-q3" / "small.yaml").write_text(
        "period: x\nas_of: [\n", encoding="utf-8")
    assert refused(small_project).startswith("pscb: small.yaml, row 3: is not YAML (")


def test_a_register_with_an_unknown_polarity_is_refused(small_project):
    register = small_project / "params" / "indicators.csv"
    text = register.read_text(encoding="utf-8")
    register.write_text(text.replace(",neutral,", ",sideways,", 1), encoding="utf-8")
    from pscb_lib.findings import InputError
    from pscb_lib.indicators import read_indicators

    with pytest.raises(InputError) as refusal:
        read_indicators(register)
    assert str(refusal.value) == (
        "indicators.csv, row 2, column polarity, value 'sideways': is not one of higher, lower, "
        "band, neutral; correct the register")


def test_a_missing_return_is_refused(small_project):
    notebook = small_project / "notebooks" / "small.ipynb"
    text = notebook.read_text(encoding="utf-8")
    notebook.write_text(text.replace('"returns": []', '"returns": ["data_set"]'), encoding="utf-8")
    assert refused(small_project) == (
        "pscb: data_set: there is no return in the folder; put each agency's csv file there")


def test_the_folder_of_notebooks_is_the_registry(small_project):
    (small_project / "notebooks" / "scratch.ipynb").write_bytes(
        (small_project / "notebooks" / "small.ipynb").read_bytes())
    assert list(find_notebooks(small_project)) == ["scratch", "small"]


def test_parameters_carry_type_default_and_help(small_project):
    period = parameters_of(small_project / "notebooks" / "small.ipynb")["period"]
    assert (period["inferred_type_name"], period["default"], period["help"]) == (
        "str", '"2014-15 Q3"', "the period")

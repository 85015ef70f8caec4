"""A wrong parameter, file or name is refused in one line before a kernel starts."""

from __future__ import annotations

import os

import pytest
from papers import ROOT, pscb

from pscb_lib.board.jobs import plan_jobs
from pscb_lib.board.notebooks import find_notebooks
from pscb_lib.running.preflight import parameters_of


def refused(project, *arguments, codes=(1,)):
    """Return the one line on standard error with which the command refuses, with an exit code."""
    done = pscb("run", *arguments, cwd=project, PYTHONPATH=str(ROOT))
    assert done.returncode in codes
    assert not (project / "outputs").exists()
    return done.stderr.strip()


def test_an_unknown_report_is_refused_with_the_list(small_project):
    assert refused(small_project, "smal") == (
        "pscb: smal: is not a report of 2014-15-q3 (nearest: small); the reports are small")


def test_an_unknown_cycle_is_refused(small_project):
    assert refused(small_project, "--cycle", "2014-15-q9") == (
        "pscb: params, column cycle, value '2014-15-q9': there is no such cycle; "
        "write it with pscb new-cycle, or name another")


def test_a_misspelt_parameter_is_refused(small_project):
    assert refused(small_project, "-p", "perod", "2014-15 Q3") == (
        "pscb: small.yaml, column perod, value '2014-15 Q3': small has no such parameter "
        "(nearest: period); use period, as_of, returns_folder")


def test_a_missing_parameter_is_refused(small_project):
    (small_project / "params" / "2014-15-q3" / "small.yaml").write_text(
        'as_of: "2015-01-31"\nreturns_folder: returns\n', encoding="utf-8")
    assert refused(small_project) == (
        "pscb: small.yaml, column period: the parameter is missing; add period: and its value")


def test_a_wrong_period_is_refused(small_project):
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
    assert refused(small_project) == (
        "pscb: indicators.csv, row 2, column polarity, value 'sideways': is not one of higher, "
        "lower, band, neutral; correct the register")


@pytest.mark.parametrize("register", [
    "indicators.csv", "agencies.csv", "meetings.csv", "audit_programme.csv",
    "section11_standards.csv", "ledger.csv", "populations.csv",
    "cdop_national.csv", "cleared_texts.csv"])
def test_every_register_is_read_before_a_kernel_starts(small_project, register):
    path = small_project / "params" / register
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    path.write_text("\n".join([*lines, "," * lines[0].count(",") + "?"]), encoding="utf-8")
    assert refused(small_project).startswith(f"pscb: {register}, row {len(lines) + 1}, column ")


def test_a_bad_date_of_a_meeting_is_refused_in_one_line(small_project):
    with (small_project / "params" / "meetings.csv").open("a", encoding="utf-8") as file:
        file.write("Q&E,31/02/2016,2016-02-03,illustrative\n")
    assert refused(small_project).endswith(
        "column on, value '31/02/2016': is not a date; correct the cell")


def test_the_set_is_refused_as_a_parameter_with_the_remedy(small_project):
    assert refused(small_project, "-p", "audience", "restricted") == (
        "pscb: small.yaml, column audience: the sets to make are an option of the command; "
        "remove it and use --audience restricted")


@pytest.mark.parametrize(("arguments", "says"), [
    pytest.param(["-f", "none/such.yaml"], "such.yaml: the file is missing; put it in none",
                 id="a parameter file that is not there"),
    pytest.param(["--returns", "none"], "parameters, column returns_folder, value 'none': there is "
                 "no such folder; give the folder that holds the returns",
                 id="a folder of returns that is not there"),
    pytest.param(["--audience", "bord"], "--audience, value 'bord': is unknown (nearest: board); "
                 "use restricted, board, public", id="a set that is misspelt"),
    pytest.param(["--format", "pfd"], "--format, value 'pfd': is unknown (nearest: pdf); "
                 "use html, pdf, word, tables, figures", id="a format that is misspelt"),
    pytest.param(["--out", "params/settings.yaml"], "--out, value 'params/settings.yaml': lies "
                 "in params, which is the folder of the Board's decisions; name another place",
                 id="outputs among the decisions",
                 marks=pytest.mark.skipif(os.name == "nt", reason="Windows words it otherwise")),
])
def test_an_option_that_cannot_be_used_is_refused_in_one_line(small_project, arguments, says):
    assert refused(small_project, *arguments, codes=(1, 2)) == f"pscb: {says}"


def test_a_report_named_twice_is_made_once(small_project):
    jobs = plan_jobs(small_project, "2014-15-q3", ("small", "small"), ("board", "board"), {})
    assert [(job.report, job.audience) for job in jobs] == [("small", "board")]


def test_a_missing_return_is_refused(small_project):
    notebook = small_project / "notebooks" / "small.ipynb"
    text = notebook.read_text(encoding="utf-8")
    notebook.write_text(text.replace('"returns": []', '"returns": ["data_set"]'), encoding="utf-8")
    assert refused(small_project, codes=(2,)) == (
        "pscb: returns: data_set is missing; put there what was sent, as csv, xlsx, xls or ods, or "
        "keep it with pscb accept")


def test_a_notebook_of_an_earlier_release_says_what_to_change(small_project):
    notebook = small_project / "notebooks" / "small.ipynb"
    text = notebook.read_text(encoding="utf-8").replace('"returns": []', '"returns": ["data_set"]')
    notebook.write_text(text.replace("# the set", '# the set\\nplan: str = \\"\\"  # the plan'),
                        encoding="utf-8")
    assert refused(small_project) == (
        "pscb: small.ipynb, column plan: is of an earlier release: sets are now handed their "
        "figures masked; rename it masked and read the returns by open_paper; CONTRIBUTING.md "
        "shows how")


def test_the_folder_of_notebooks_is_the_registry(small_project):
    (small_project / "notebooks" / "scratch.ipynb").write_bytes(
        (small_project / "notebooks" / "small.ipynb").read_bytes())
    assert list(find_notebooks(small_project)) == ["scratch", "small"]


def test_parameters_carry_type_default_and_help(small_project):
    period = parameters_of(small_project / "notebooks" / "small.ipynb")["period"]
    assert (period["inferred_type_name"], period["default"], period["help"]) == (
        "str", '"2014-15 Q3"', "the period")

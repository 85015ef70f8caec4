"""``pscb draw``: the draw, its log, and what it refuses."""

from __future__ import annotations

import csv

import pytest
from papers import pscb

METHOD = ("--method", "Files of twelve months", "--agreed-by", "Q&E Group", "--agreed-on",
          "2014-05-14", "--on", "2014-06-02", "--auditor", "Named Nurse")
LIST = "case_ref,stratum,agencies_involved,locality,source\n" + "".join(
    f"C-00{number},plan,3,,illustrative\n" for number in range(1, 7)) + (
    "C-007,CAF,1,,illustrative\n")


@pytest.fixture
def drawing(sample_project):
    (sample_project / "returns").mkdir(exist_ok=True)
    (sample_project / "returns" / "case_list.csv").write_text(LIST, encoding="utf-8")

    def run(*options):
        return pscb("draw", "--audit", "MA-02", "--seed", "2014", "--cases", "2", *METHOD,
                    *options, "--project", sample_project)

    return run


def log_of(project):
    with (project / "returns/case_draws/MA-02.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_cases_are_those_of_sha256sum_and_the_log_has_them(drawing, sample_project):
    done = drawing()
    assert done.stdout == (
        "Drawn from 6 cases; left out, with one agency: 1\n"
        "Drawn: C-001 (plan), C-002 (plan)\n"
        "Reserves, in order: C-006 (plan), C-003 (plan)\n"), done.stderr
    assert [(row["case_ref"], row["fate"]) for row in log_of(sample_project)] == [
        ("C-001", "drawn"), ("C-002", "drawn"), ("C-006", "reserve"), ("C-003", "reserve")]


def test_the_log_repeats(drawing, sample_project):
    drawing()
    first = log_of(sample_project)
    drawing()
    assert log_of(sample_project) == first


def test_a_case_is_replaced_for_a_reason(drawing, sample_project):
    done = drawing("--replace", "C-002", "--because", "criminal proceedings")
    assert "Replaced: C-002 by C-006, criminal proceedings" in done.stdout
    assert log_of(sample_project)[-1]["because"] == "criminal proceedings"


@pytest.mark.parametrize(("options", "says"), [
    pytest.param(("--on", "2014-05-13"), "pscb: --agreed-on, value '2014-05-14': is after the day "
                 "of the draw; agree the method first, then draw\n", id="agreed after the draw"),
    pytest.param(("--replace", "C-002"), "pscb: --replace: has a reason for each case; add "
                 "--because\n", id="no reason"),
    pytest.param(("--replace", "C-002", "--because", "too long"), "pscb: --because, value 'too "
                 "long': is not a reason; use one of family objects, criminal proceedings, file "
                 "not available, already in a review\n", id="another reason"),
    pytest.param(("--stratum", "CAF=2"), "pscb: case_list.csv: CAF has 0 cases with more than one "
                 "agency, not 2; correct the options\n", id="too few in a stratum"),
])
def test_what_is_refused(drawing, options, says):
    done = drawing(*options)
    assert (done.returncode, done.stderr) == (1, says)


@pytest.mark.parametrize(("options", "says"), [
    pytest.param(("--seed", "2015"), "pscb: --audit, value 'MA-02': was drawn already, otherwise; "
                 "give the same options as then; the log has them\n", id="another seed"),
    pytest.param(("--auditor", "Another post"), "pscb: --audit, value 'MA-02': was drawn already, "
                 "otherwise; give the same options as then; the log has them\n",
                 id="another auditor"),
    pytest.param((), "pscb: --replace, value 'C-002': leaves out a case that was replaced before; "
                 "name every case replaced\n", id="without a case replaced"),
])
def test_an_audit_is_drawn_once(drawing, sample_project, options, says):
    drawing("--replace", "C-002", "--because", "criminal proceedings")
    before = log_of(sample_project)
    done = drawing(*options)
    assert (done.returncode, done.stderr) == (1, says)
    assert log_of(sample_project) == before


@pytest.mark.parametrize("audit", ["../MA-99", "MA/99", ".MA-99", "C:MA-99"])
def test_an_id_that_names_no_file_of_the_folder_is_refused(drawing, sample_project, audit):
    done = drawing("--audit", audit)
    assert (done.returncode, done.stderr) == (1, (
        f"pscb: --audit, value '{audit}': cannot name a file; write letters, digits and hyphens, "
        "such as MA-02\n"))
    assert [*sample_project.rglob("*99*")] == []

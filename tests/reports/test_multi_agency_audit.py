"""Multi-agency audits: sections 8 and 9 of the framework, and whole sentences."""

from __future__ import annotations

import csv
from contextlib import chdir

import pytest
from bad_returns import ROOT, as_csv

from pscb_lib.board.context import open_context
from pscb_lib.disclosure.showing import show
from pscb_lib.framework.sampling import Case
from pscb_lib.reports.multi_agency_audit import measures, page, places
from pscb_lib.reports.multi_agency_audit.known import known_from
from pscb_lib.returns.draw_log import is_repeated

GRADE = {"audit_id": "MA-1", "agency": "", "moderated_on": "20/08/2014", "area": "", "finding": ""}
AUDIT = {"audit_id": "MA-1", "kind": "multi-agency", "agency": "", "theme": "Neglect",
         "asked_for_by": "agency", "due_on": "", "received_on": "02/09/2014",
         "cases_at_random": "yes", "grade": "good"}
CASE = {"audit_id": "MA-1"}


def read(folder, grades=(), voices=(), agencies=(), draws=(), listed=(), audits=(AUDIT,),
         actions=({},), audience="restricted"):
    """Return what is known, shown and found; each argument is changes to the return's example."""
    with chdir(ROOT):
        context = open_context("2014-08 to 2014-11", "2015-01-31", str(folder), audience)
        for kind, rows in zip(measures.RETURNS, (grades, voices, agencies, draws, listed, audits,
                                                 actions), strict=True):
            if not rows:
                continue
            names = [field.name for field in kind.fields(context)]
            table = [names, *([{**kind.example, **row}.get(name, "") for name in names]
                              for row in rows)]
            path = folder / kind.folder_or_file
            if kind.is_folder:
                path.mkdir(exist_ok=True)
                path = path / "MA-1.csv"
            path.write_text(as_csv(table), encoding="utf-8")
        returned = [kind.read_for(context) for kind in measures.RETURNS]
        facts = {one.name: one.told("restricted", ())
                 for one in measures.find_facts(context, *returned)}
        return (known_from(context, *returned[-2:]),
                show(measures.measure(context, *returned), audience), facts)


def graded(case, grade, *, domain="overall", auditor="1", own=None, **other):
    return GRADE | {"case_ref": case, "domain": domain, "auditor": auditor,
                    "own_grade": own or grade, "moderated_grade": grade} | other


def text(block):
    return "".join(run["text"] for run in block.as_json()["runs"])


@pytest.mark.parametrize(("changes", "words"), [
    pytest.param(None, "say who must do what about the findings, and by when", id="no action"),
    pytest.param({"due_on": "31/12/2014"},
                 "agree a new day for the action from this audit that is late", id="late"),
    pytest.param({"due_on": ""}, "set a day for each action that has none", id="no day"),
    pytest.param({"due_on": "31/03/2015"}, "note what the audit found, and who acts on it by when",
                 id="in time"),
])
def test_the_board_is_asked_for_what_the_actions_lack(tmp_path, changes, words):
    action = {"arising_from": "MA-1", "agreed_on": "10/09/2014", "recommendation": "Read it"} | (
        dict.fromkeys(("completed_on", "implemented_on", "outcome", "outcome_on", "closed_on",
                       "revised_due_on", "reopened_on"), ""))
    known, shown, facts = read(tmp_path, [graded("A", "good")],
                               actions=[action | changes] if changes else [{}])
    assert bool(known.own) is bool(changes)
    assert page.asks(shown, known, facts) == words


@pytest.mark.parametrize(("grades", "label"), [
    pytest.param([graded("A", "good")], "Good", id="moderated"),
    pytest.param([graded("A", "good", moderated_on="01/02/2015")], "Not yet moderated",
                 id="moderated after the day of the report"),
    pytest.param([graded("A", "not evidenced")], "Not evidenced", id="not evidenced is no grade"),
])
def test_the_grade_of_a_case_is_the_moderated_one(tmp_path, grades, label):
    _, shown, _ = read(tmp_path, grades)
    found = {row: shown.get(places.GRADES, row, "Overall").value
             for row in shown.rows(places.GRADES) if row != "Total"}
    assert {row for row, number in found.items() if number} == {label}


def test_two_auditors_of_one_cell_make_a_pair(tmp_path):
    _, shown, facts = read(tmp_path, [
        graded("A", "good"), graded("A", "good", auditor="2"),
        graded("B", "good"), graded("B", "good", auditor="2", own="inadequate"),
        graded("C", "good"), graded("C", "good", auditor="2", own="not applicable"),
        graded("D", "good")])
    assert [shown.get(*place).value for place in (
        places.PAIRS, places.SAME, places.NEAR)] == [2, 1, 1]
    assert facts["kappa"] is None  # fewer than twenty pairs


def test_work_not_evidenced_is_not_inadequate(tmp_path):
    police = {"agency": "Police", "domain": "information sharing"}
    _, shown, _ = read(tmp_path, [graded("A", "good", **police),
                                  graded("B", "not evidenced", **police),
                                  graded("C", "requires improvement", **police)])
    assert [shown.get(places.WORK, row, "Information sharing").value
            for row in (places.GOOD, places.NOT_YET)] == [1, 1]


def test_an_auditor_of_their_own_agency_is_counted(tmp_path):
    _, shown, _ = read(tmp_path, [graded("A", "good", agency="Police", auditor_agency="Police")])
    assert shown.get(*places.OWN_AGENCY).value == 1


@pytest.mark.parametrize(("came", "expected"), [
    pytest.param([("yes", "yes"), ("yes", "no"), ("no", "yes")], 1, id="the file and the meeting"),
    pytest.param([("no", "no")], 0, id="neither"),
])
def test_an_agency_took_part_if_its_file_was_read_and_it_came(tmp_path, came, expected):
    _, shown, _ = read(tmp_path, agencies=[
        CASE | {"case_ref": letter, "file_read": file, "at_meeting": meeting}
        for letter, (file, meeting) in zip("ABC", came, strict=False)])
    agency, = shown.columns(places.TOOK_PART)
    assert shown.get(places.TOOK_PART, places.BOTH, agency).value == expected


def test_a_finding_is_found_before_if_an_earlier_audit_is_of_its_area(tmp_path):
    earlier = AUDIT | {"audit_id": "SA-9", "kind": "single-agency", "agency": "Police",
                       "received_on": "01/06/2014", "area": "supervision", "theme": "Supervision"}
    _, _, facts = read(tmp_path, [graded("A", "inadequate", area="supervision", finding="None"),
                                  graded("B", "inadequate", area="missing", finding="None")],
                       audits=[AUDIT, earlier])
    assert facts["again"] == [["missing", []], ["supervision", [["2014-06-01", "Supervision"]]]]


def test_findings_that_no_earlier_audit_had_are_told_in_a_sentence(tmp_path):
    _, shown, facts = read(tmp_path, [graded("A", "inadequate", area="supervision", finding="None"),
                                      graded("B", "inadequate", area="missing", finding="None")])
    assert page.tabulate_again(shown, facts).words.startswith(
        "No earlier audit had a finding on missing or supervision. ")


@pytest.mark.parametrize(("said", "expected"), [
    pytest.param("plans drifted.", "Neglect. Plans drifted. Seven cases were", id="said"),
    pytest.param("", "Neglect. Seven cases were", id="not said"),
    pytest.param("Four children waited", "Neglect. Seven cases were", id="not for the Board"),
])
def test_what_the_audit_found_comes_first(tmp_path, said, expected):
    known, shown, _ = read(tmp_path, [graded(case, "good") for case in "ABCDEFG"],
                           audits=[AUDIT | {"main_finding": said}], audience="board")
    assert text(page.answer(shown, known)).startswith(expected)


def test_each_finding_is_listed_and_asked_about(tmp_path):
    known, shown, _ = read(tmp_path, [graded(case, "good") for case in "ABCDEFG"],
                           audits=[AUDIT | {"main_finding": "Work began early; plans drifted.",
                                            "good_practice": "", "equality_found": ""}])
    assert page.list_found(shown, known).items == ["Work began early.", "Plans drifted."]
    assert page.ask_child(shown, known).words == (
        "The audit found: “Work began early; plans drifted”. What do you do differently now, and "
        "since when?")


@pytest.mark.parametrize(("cases", "expected"), [
    pytest.param("ABCDEFGHIJKL",
                 "Most of agencies' own work was not yet good in information sharing", id="shown"),
    pytest.param("ABC", "Not shown, because of small numbers: cases' grades by domain; agencies' "
                 "own work by domain.", id="hidden"),
])
def test_what_is_hidden_of_agencies_own_work_is_not_told_by_its_headline(
        tmp_path, cases, expected):
    police = {"agency": "Police", "domain": "information sharing"}
    known, shown = read(tmp_path, [graded(case, "inadequate", **police) for case in cases]
                        + [graded(case, "good", **police | {"agency": "CPFT"})
                           for case in cases[:-2]], audience="board")[:2]
    drawn = page.plot_work(shown, known)
    assert (drawn.caption if drawn else page.say_not_shown(shown)) == expected


def test_each_agency_that_missed_a_case_is_asked_why(tmp_path):
    known, shown, _ = read(tmp_path, agencies=[
        CASE | {"case_ref": case, "agency": agency, "file_read": "yes", "at_meeting": came}
        for agency, cases in (("Police", "yn"), ("CPFT", "nn"), ("YOS", "yy"), ("Housing", "ny"),
                              ("Education", "ny"))
        for case, came in zip("AB", cases, strict=True)])
    asked = page.ask_part(shown, known)
    assert asked.owner == "CPFT, Police, Education and Housing"
    assert asked.words.startswith(
        "What kept CPFT (two cases), Police (one), Education (one) and Housing (one) from taking")


@pytest.mark.parametrize(("grades", "expected"), [
    pytest.param([], "Neglect. The grades of its cases were not supplied.", id="no grades"),
    pytest.param([graded("A", "good"), graded("A", "good", domain="impact on the child")],
                 "Neglect. One case was audited; the overall grade is good. "
                 "Agencies worked together well in the one case, and the impact on the child "
                 "was good in the one case. No action from it is on the register yet.",
                 id="one case"),
    pytest.param([graded(case, "good") for case in "ABC"],
                 "Neglect. Three cases were audited; the overall grade is good. "
                 "Agencies worked together well in all three, and the impact on the child was "
                 "good in none of three. No action from it is on the register yet.",
                 id="three cases"),
])
def test_the_answer(tmp_path, grades, expected):
    known, shown, _ = read(tmp_path, grades)
    assert text(page.answer(shown, known)) == expected


def test_without_an_audit_the_paper_says_so(tmp_path):
    known, shown, _ = read(tmp_path, audits=[AUDIT | {"kind": "themed review"}])
    assert text(page.answer(shown, known)) == "No multi-agency audit has been received."


def test_the_board_has_no_small_count_of_cases_and_the_number_audited(tmp_path):
    _, shown, _ = read(tmp_path, [graded(case, "good" if case < "D" else "inadequate")
                                  for case in "ABCDEFG"], audience="board")
    assert shown.get(*places.CASES).value == 7
    assert shown.get(*places.WELL).hidden


@pytest.mark.parametrize("audit", ["MA-01", "MA-02", "MA-03"])
def test_the_sample_s_draws_can_be_made_again(audit):
    samples = ROOT / "pscb_lib" / "samples"
    with (samples / "case_draws" / f"{audit}.csv").open(encoding="utf-8", newline="") as file:
        log = list(csv.DictReader(file))
    with (samples / "case_list.csv").open(encoding="utf-8", newline="") as file:
        cases = [Case(row["case_ref"], row["stratum"], int(row["agencies_involved"]))
                 for row in csv.DictReader(file)]
    assert is_repeated(log, cases) is True
    drawn = {row["case_ref"] for row in log if row["fate"] == "drawn"}
    assert is_repeated(log, [one for one in cases if one.case_ref not in drawn]) is False


@pytest.mark.parametrize(("theme", "columns"), [
    pytest.param("neglect", True, id="the same theme"),
    pytest.param("Thresholds", False, id="another theme"),
])
def test_the_last_audit_is_beside_this_one_only_if_it_had_its_theme(tmp_path, theme, columns):
    last = AUDIT | {"audit_id": "MA-0", "received_on": "01/05/2014", "theme": theme}
    known, shown, _ = read(tmp_path, [graded("A", "good"),
                                      graded("A", "inadequate", audit_id="MA-0")],
                           audits=[AUDIT, last])
    assert bool(shown.rows(places.BEFORE)) is columns
    assert ("The last audit" in page.plot_grades(shown, known).svg) is columns

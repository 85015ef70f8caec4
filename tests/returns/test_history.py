"""Accepted returns: kept as received, entered in the ledger, and the latest one used."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import stat
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import nbformat
import pytest
from click.testing import CliRunner
from papers import CYCLE, ROOT, Published, pscb
from sent import COUNT, EPISODE, write_csv

from pscb_lib.board.context import open_context
from pscb_lib.board.indicators import read_indicators
from pscb_lib.commands.cli import main
from pscb_lib.disclosure.showing import show
from pscb_lib.framework.audit_summary.section11 import Grade
from pscb_lib.framework.spellings import parse_period
from pscb_lib.reading.findings import InputError
from pscb_lib.reports.missing_children.returned import RETURN as MISSING_EPISODES
from pscb_lib.reports.quarterly_data_set.commentary.returned import RETURN as COMMENTARY
from pscb_lib.reports.quarterly_data_set.measures import measure_data_set, trend_quarters
from pscb_lib.reports.quarterly_data_set.page.words import list_revisions
from pscb_lib.reports.quarterly_data_set.returned import RETURN as DATA_SET
from pscb_lib.returns.history import Accepted, read_ledger
from pscb_lib.returns.history.keeping import keep_return
from pscb_lib.returns.history.ledger import COLUMNS
from pscb_lib.returns.registers.actions import RETURN as ACTIONS
from pscb_lib.returns.registers.audits import RETURN as AUDITS
from pscb_lib.returns.registers.section11 import RETURN as SECTION11

RETURNS = "returns"
OTHER = COUNT | {"indicator": "PO2", "numerator": "31"}
ACTION = {
    "action_id": "ACT-01", "arising_from": "SA-01", "finding": "Visits were late",
    "text": "Visit in time", "agency": "Police", "owner": "Head of Unit",
    "agreed_on": "14/05/2014", "source": "illustrative", "recommendation": "", "measure": "",
    "due_on": "", "revised_due_on": "", "completed_on": "", "implemented_on": "",
    "evidenced_on": "", "closed_on": "", "outcome": "",
}
AUDIT = {
    "audit_id": "SA-01", "kind": "single-agency", "agency": "Police", "theme": "Visits",
    "asked_for_by": "agency", "asked_on": "", "due_on": "07/05/2014", "received_on": "06/05/2014",
    "cases": "20", "cases_at_random": "", "grade": "Good", "action_plan_on": "",
    "follow_up_due_on": "", "follow_up_on": "", "scrutinised_on": "", "good_practice": "",
    "spread_on": "", "source": "illustrative",
}
ANSWER = {
    "round": "2014-11", "agency": "Police", "standard": "1", "due_on": "28/11/2014",
    "returned_on": "28/11/2014", "self_grade": "Fully met", "evidence": "policy",
    "moderated_grade": "", "scrutinised_on": "", "good_practice": "", "source": "illustrative",
}


@pytest.fixture
def project(sample_project):
    """A project with an empty returns folder and the shipped notebooks."""
    shutil.copytree(ROOT / "notebooks", sample_project / "notebooks")
    (sample_project / RETURNS).mkdir()
    return sample_project


@pytest.fixture
def with_sample(project):
    """The same project, with all returns of the sample except the data set."""
    shutil.copytree(project / "pscb_lib" / "samples", project / RETURNS, dirs_exist_ok=True)
    shutil.rmtree(project / RETURNS / "data_set")
    return project


def accept(file, on="20/01/2015", *more, sender="Police"):
    """Accept a file by the command; return its exit code and all that it prints."""
    done = CliRunner().invoke(main, ["accept", str(file), "--from", sender, "--on", on,
                                     "--returns", RETURNS, *more])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.output
    return done.exit_code, done.output


def kept(project) -> Path:
    return project / RETURNS / "accepted"


def sha(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def context(as_of="2015-01-31", period="2014-15 Q3"):
    return open_context(period, as_of, RETURNS, "restricted")


def used(checked, indicator="MS1", label="2014-15 Q3"):
    """Return the numerators used for a figure, by the day from which they count."""
    rows = [row for row in checked.records
            if row["indicator"] == indicator and row["period"].label == label]
    return [row["numerator"] for row in sorted(rows, key=lambda row: row["submitted_on"])]


@pytest.mark.skipif(os.name != "posix", reason="has no permissions of a group")
@pytest.mark.parametrize("mask", [0o022, 0o077], ids=oct)
def test_all_of_the_group_may_accept_whatever_the_umask_of_the_first(project, mask):
    before = os.umask(mask)
    try:
        assert accept(write_csv(project / "police.csv", COUNT))[0] == 0
    finally:
        os.umask(before)
    assert stat.S_IMODE(kept(project).stat().st_mode) == 0o2770  # whose files are the group's
    assert [path.name for path in kept(project).iterdir()
            if not path.stat().st_mode & stat.S_IRGRP] == []


def test_a_return_is_kept_byte_for_byte_and_read_only(project):
    file = write_csv(project / "Police Q3.CSV", COUNT)
    name = sha(file)
    assert accept(file) == (0, (
        f"Police Q3.CSV (SHA-256 {name[:12]}): accepted as data_set, 2014-15 Q3 from "
        "Cambridgeshire Constabulary. "
        "Rows: 1 read = 1 used + 0 rejected + 0 left out\n"))
    copy = kept(project) / f"{name}.csv"
    assert copy.read_bytes() == file.read_bytes()
    assert not copy.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)
    assert (kept(project) / "ledger.csv").read_text(encoding="utf-8") == (
        "sha256,sent_as,kind,periods,agencies,read,used,rejected,left_out,sender,received_on,"
        f"supersedes\n{name},Police Q3.CSV,data_set,2014-15 Q3,Cambridgeshire Constabulary,"
        "1,1,0,0,Cambridgeshire Constabulary,2015-01-20,\n")


def test_the_same_file_is_refused_under_whatever_name(project):
    first = write_csv(project / "police.csv", COUNT)
    accept(first, "19/01/2015")
    again = write_csv(project / "police again.csv", COUNT)
    assert accept(again, "20/01/2015", sender="Cafcass") == (1, (
        f"pscb: police again.csv: is the same file as police.csv (SHA-256 {sha(first)[:12]}), "
        "accepted from Cambridgeshire Constabulary on 19/01/2015; nothing is to be done, or send "
        "the new one\n"))
    assert len(read_ledger(project / RETURNS)) == 1


@pytest.mark.parametrize(("content", "message"), [
    pytest.param("no,table\n1,2\n", "police.csv: is not a known return", id="of no return"),
    pytest.param(",".join(COUNT) + "\n", "police.csv, row 1: there are no rows", id="without rows"),
    pytest.param(f"{','.join(COUNT)}\n{','.join((COUNT | {'numerator': 'few'}).values())}\n",
                 "police.csv: all of its rows were rejected (1); see why with pscb check, and "
                 "have it sent again", id="all of whose rows are rejected"),
    pytest.param(f"{','.join(COUNT)}\n{','.join((COUNT | {'period': '2014-15 Q2'}).values())}\n",
                 "police.csv, column period: is about 2014-15 Q2, and 2014-15 Q3 is asked for",
                 id="about another quarter that is not named"),
])
def test_a_file_that_cannot_be_used_is_refused_and_not_kept(project, content, message):
    file = project / "police.csv"
    file.write_text(content, encoding="utf-8")
    code, said = accept(file)
    assert (code, said.startswith(f"pscb: {message}"), said.count("\n")) == (1, True, 1)
    assert not kept(project).exists()


def test_a_sender_who_is_not_on_the_register_is_refused(project):
    assert accept(write_csv(project / "police.csv", COUNT), sender="Cambs Constabulry") == (1, (
        "pscb: --from, value 'Cambs Constabulry': is not an agency on the register (nearest: "
        "Cambs Constabulary); use a name from params/agencies.csv\n"))


def test_rejected_rows_are_listed_until_the_return_is_sent_again(project):
    accept(write_csv(project / "1.csv", COUNT, OTHER | {"numerator": "few"}), "20/01/2015")
    assert DATA_SET.read_for(context()).rows == {"read": 2, "used": 1, "rejected": 1, "left_out": 0}
    accept(write_csv(project / "2.csv", COUNT, OTHER), "21/01/2015")
    later = DATA_SET.read_for(context())
    assert later.rows == {"read": 4, "used": 3, "rejected": 0, "left_out": 1}
    assert later.reasons == {"sent again in a later return": 1}


def line_of(number: int, ledger: list[Accepted]) -> Accepted:
    return Accepted(f"{number:064}", f"{number}.csv", "actions", (), (), 1, 1, 0, 0, "Cafcass",
                    date(2015, 1, 20), None)


def keep(returns: Path, number: int) -> None:
    keep_return(returns, b"%d" % number, ".csv", partial(line_of, number))


def test_processes_that_accept_at_once_lose_no_line(tmp_path):
    with ProcessPoolExecutor(4) as processes:
        list(processes.map(partial(keep, tmp_path), range(40)))
    assert sorted(one.sent_as for one in read_ledger(tmp_path)) == sorted(
        f"{number}.csv" for number in range(40))


@pytest.mark.parametrize(("name", "coding", "says"), [
    pytest.param("2.csv", "utf-16", "ledger.csv: has been saved in another form; save it as CSV "
                 f"UTF-8 with the columns {', '.join(COLUMNS)}", id="a ledger saved by Excel"),
    pytest.param("=1+1.csv", "utf-8", "ledger.csv, column sent_as, value '=1+1.csv': a spreadsheet "
                 "would run it as a formula; begin with a word", id="a name that is a formula"),
    pytest.param("caf\udcff.csv", "utf-8", "ledger.csv, column sent_as, value 'caf\\udcff.csv': "
                 "holds bytes that are not UTF-8 text; write it in UTF-8",
                 id="a name in another encoding"),
])
def test_a_return_that_cannot_be_read_again_is_not_accepted(tmp_path, name, coding, says):
    keep(tmp_path, 1)
    ledger = tmp_path / "accepted" / "ledger.csv"
    ledger.write_bytes(ledger.read_text(encoding="utf-8").encode(coding))
    before = {path: path.read_bytes() for path in ledger.parent.iterdir()}
    with pytest.raises(InputError) as refused:
        keep_return(tmp_path, b"2", ".csv", lambda known: replace(line_of(2, known), sent_as=name))
    assert str(refused.value) == says
    assert {path: path.read_bytes() for path in ledger.parent.iterdir()} == before


def test_a_copy_that_a_crash_left_without_its_line_is_used_again(project):
    file = write_csv(project / "police.csv", COUNT)
    accept(file)
    (kept(project) / "ledger.csv").unlink()
    (kept(project) / f"{sha(file)}-new").write_bytes(b"cut sho")
    assert accept(file)[0] == 0
    assert [one.sha256 for one in read_ledger(project / RETURNS)] == [sha(file)]


def test_a_copy_that_was_altered_stops_the_run(project):
    file = write_csv(project / "police.csv", COUNT)
    accept(file)
    copy = kept(project) / f"{sha(file)}.csv"
    copy.chmod(0o640)
    copy.write_bytes(copy.read_bytes().replace(b"79", b"97"))
    message = (f"police.csv (SHA-256 {sha(file)[:12]}): the copy that was kept is not what was "
               "received; put the file back as it was sent, from a backup")
    with pytest.raises(InputError) as refused:
        DATA_SET.read_for(context())
    assert str(refused.value) == message
    done = CliRunner().invoke(main, ["history", "--returns", RETURNS])
    assert (done.exit_code, done.stderr) == (1, f"pscb: {message}\n")


def test_of_two_returns_the_one_received_last_is_used_whatever_day_it_repeats(project):
    accept(write_csv(project / "1.csv", COUNT | {"numerator": "79"}), "20/01/2015")
    accept(write_csv(project / "2.csv", COUNT | {"numerator": "83"}), "26/01/2015")
    accept(write_csv(project / "3.csv", COUNT | {"numerator": "79", "commentary": "as it was"}),
           "28/01/2015")
    assert used(DATA_SET.read_for(context())) == [79, 83, 79]
    assert used(DATA_SET.read_for(context("2015-01-27"))) == [79, 83]
    assert used(DATA_SET.read_for(context("2015-01-21"))) == [79]


def test_an_accepted_file_that_is_also_in_the_folder_is_read_once(project):
    file = write_csv(project / RETURNS / "data_set" / "police.csv", COUNT)
    accept(file)
    names = [source.file for source in DATA_SET.read_for(context()).sources]
    assert names == [f"police.csv (SHA-256 {sha(file)[:12]})"]


def test_a_file_in_the_folder_is_not_used_before_it_was_received(with_sample):
    accept(with_sample / RETURNS / "actions.csv", "2015-02-20")
    with pytest.raises(InputError) as refused:
        ACTIONS.read_for(context())
    assert str(refused.value) == ("actions.csv: was received after the day of the report; choose "
                                  "a later as_of")


def test_a_register_is_one_file_and_the_last_accepted_replaces_it(with_sample):
    assert len(AUDITS.read_for(context()).frame) > 2
    accept(write_csv(with_sample / "1.csv", AUDIT, AUDIT | {"audit_id": "SA-02"}), "20/01/2015")
    accept(write_csv(with_sample / "2.csv", AUDIT), "21/01/2015")
    assert list(AUDITS.read_for(context()).frame["audit_id"]) == ["SA-01"]
    assert list(AUDITS.read_for(context("2015-01-20")).frame["audit_id"]) == ["SA-01", "SA-02"]


def test_of_the_register_of_actions_each_action_is_replaced_by_itself(with_sample):
    before = list(ACTIONS.read_for(context()).frame["action_id"])
    accept(write_csv(with_sample / "1.csv", ACTION), "20/01/2015")
    after = ACTIONS.read_for(context()).frame.set_index("action_id")
    assert sorted(after.index) == sorted(before)
    assert after.loc["ACT-01", "text"] == "Visit in time"


def test_a_half_year_sent_again_replaces_only_that_half_year(with_sample):
    half = context(period="2014-15 H1")
    before = MISSING_EPISODES.read_for(half)
    accept(write_csv(with_sample / "ours.csv", EPISODE), "20/01/2015", "--period", "2014-15 H1")
    after = MISSING_EPISODES.read_for(half)
    assert [source.read for source in after.sources] == [
        *(source.read for source in before.sources[:-1]), 1]
    assert MISSING_EPISODES.read_for(replace(half, as_of=date(2015, 1, 19))).rows == before.rows


WORDS = {
    "indicator": "PO1", "period": "2014-15 Q3", "numerator": "150", "denominator": "",
    "what_happened": "More were reported", "what_is_being_done": "", "by_when": "",
    "cleared_for": "", "cleared_by": "", "cleared_on": "", "source": "illustrative",
}


def test_a_commentary_is_the_one_last_accepted_and_others_stay(project, tmp_path):
    (project / RETURNS / "commentary").mkdir()
    write_csv(project / RETURNS / "commentary" / "a-lead.csv",
              WORDS, WORDS | {"indicator": "PO2", "what_happened": "Fewer were met"})
    accept(write_csv(tmp_path / "again.csv", WORDS | {"what_happened": "Late recording"}),
           "25/01/2015", "--as", "commentary")

    checked = COMMENTARY.read_for(open_context("2014-15 Q3", "2015-01-31", RETURNS, "restricted"))

    said = dict(zip(checked.frame["indicator"], checked.frame["what_happened"], strict=True))
    assert said == {"PO1": "Late recording", "PO2": "Fewer were met"}
    assert checked.reasons == {"sent again in a later return": 1}


def test_section_11_answers_are_those_of_the_last_return_of_each_agency(with_sample):
    other = ANSWER | {"agency": "British Transport Police"}
    accept(write_csv(with_sample / "1.csv", ANSWER, other), "20/01/2015")
    accept(write_csv(with_sample / "2.csv", ANSWER | {"self_grade": "Not met"}), "21/01/2015")
    checked = SECTION11.read_for(context())
    own = checked.frame[[one == parse_period("2014-11") for one in checked.frame["round"]]]
    grades = {agency: list(rows["self_grade"]) for agency, rows in own.groupby("agency")}
    assert grades["Cambridgeshire Constabulary"] == [Grade.NOT_MET]
    assert grades["British Transport Police"] == [Grade.FULLY_MET]
    assert len(grades["Children's social care"]) == 9
    assert checked.reasons["sent again in a later return"] == 9 + 1


@pytest.mark.parametrize(("resent_on", "expected"), [
    pytest.param("2014-11-04", [], id="in time for that quarter's paper"),
    pytest.param("2015-01-20", ["Missing episodes reported to the police: Quarter 2 2014/15, "
                                "reported as 612, is now 641."], id="after late recording"),
])
def test_an_earlier_quarter_sent_again_is_a_revision(project, resent_on, expected):
    second = COUNT | {"period": "2014-15 Q2", "submitted_on": "20/10/2014"}
    for day, number in (("2014-10-20", "612"), (resent_on, "641")):
        file = write_csv(project / f"{number}.csv", second | {"numerator": number})
        assert accept(file, day, "--period", "2014-15 Q2")[0] == 0
    known = context()
    register = [one for one in read_indicators(known.params / "indicators.csv") if one.id == "MS1"]
    figures = measure_data_set(known, register, DATA_SET.read_for(known).frame)
    said = list_revisions(show(figures, "restricted", known.settings.profile), register,
                          trend_quarters(known.period)).items
    assert said == (expected or ["No earlier figure has been sent again."])


@pytest.fixture(scope="module")
def corrected(tmp_path_factory) -> Published:
    """The papers made after a corrected return for the report's own quarter."""
    folder = tmp_path_factory.mktemp("corrected")
    for day, number in (("2015-01-20", "150"), ("2015-01-25", "163")):
        file = write_csv(folder / "police.csv", COUNT | {"numerator": number})
        pscb("accept", file, "--from", "Police", "--on", day, "--returns", folder / "returns")
    done = pscb("run", "quarterly_data_set", "--audience", "restricted", "--format", "tables",
                "--returns", folder / "returns", "--out", folder)
    return Published(folder, done.returncode, done.stdout, done.stderr)


def test_the_paper_says_what_was_sent_again_and_names_both_returns(corrected):
    assert corrected.code == 0, corrected.errors
    report = corrected.file("restricted", "quarterly_data_set", "report.ipynb")
    [cell] = [one for one in nbformat.read(report, as_version=4).cells
              if one.id == "revised"]
    assert ("Missing episodes reported to the police: first sent as 150, corrected to 163 before "
            "this paper.") in json.dumps([output.data for output in cell.outputs])
    path = corrected.folder / CYCLE / "restricted" / "quarterly_data_set" / "manifest.json"
    returns = json.loads(path.read_text(encoding="utf-8"))["returns"]
    hashes = [one.sha256 for one in read_ledger(corrected.folder / "returns")]
    assert {name: one["sha256"] for name, one in returns.items()} == {
        f"police.csv (SHA-256 {one[:12]})": one for one in hashes}


def test_the_ledger_is_listed_in_each_form(corrected):
    folder = corrected.folder / "returns"
    first, second = read_ledger(folder)
    assert second.supersedes == first.sha256
    text, data, table = (pscb("history", "--returns", folder, "--format", form).stdout
                         for form in ("text", "json", "csv"))
    assert "25/01/2015  Cambridgeshire" in text and "police.csv (SHA-256" in text
    assert [one["received_on"] for one in json.loads(data)] == ["2015-01-20", "2015-01-25"]
    assert table == (folder / "accepted" / "ledger.csv").read_text(encoding="utf-8")


def test_the_check_of_a_returns_folder_skips_accepted_returns(corrected):
    write_csv(corrected.folder / "returns" / "data_set" / "police.csv", OTHER)
    done = pscb("check", corrected.folder / "returns", "--format", "json")
    assert [one["file"] for one in json.loads(done.stdout)["files"]] == ["police.csv"]

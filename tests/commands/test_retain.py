"""What is past the time that the Board's settings give it is listed, and deleted on the record."""

from __future__ import annotations

import hashlib
import os
import shutil
from datetime import UTC, datetime

import pytest
from click.testing import CliRunner
from papers import ROOT
from projects import SECRET
from sent import COUNT, EPISODE, write_csv

from pscb_lib.board.context import open_context
from pscb_lib.commands.cli import main
from pscb_lib.reading.findings import InputError
from pscb_lib.reports.missing_children.returned import RETURN as MISSING_EPISODES
from pscb_lib.reports.quarterly_data_set.returned import RETURN as DATA_SET
from pscb_lib.running.publishing.key import KEY, mark_of

RETENTION = 'retention: {data_set: "6", missing_episodes: "24"}\n'
JULY, BY = "2015-07-20", ("--by", "Business Manager", "--yes")
ACCEPTED = "returns/accepted/1: data_set of 20/01/2015, kept for six months\n"
LOOSE = "returns/data_set/housing.csv: data_set of 20/01/2015, kept for six months\n"


@pytest.fixture
def project(sample_project):
    """A project with one accepted return, one in the folder, and months for two kinds."""
    shutil.copytree(ROOT / "notebooks", sample_project / "notebooks")
    (sample_project / KEY).write_text(SECRET, encoding="ascii")
    with (sample_project / "params" / "settings.yaml").open("a", encoding="utf-8") as settings:
        settings.write(RETENTION)
    file = write_csv(sample_project / "police.csv", COUNT)
    assert command("accept", file, "--from", "Police", "--on", "2015-01-20")[0] == 0
    write_csv(sample_project / "returns/data_set/housing.csv", HOUSING)
    return sample_project


HOUSING = COUNT | {"agency": "Peterborough City Council Housing", "indicator": "HO1"}


def command(*words):
    """Run a command; return its exit code and all that it prints."""
    done = CliRunner().invoke(main, [str(word) for word in words])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.output
    return done.exit_code, done.output


def retain(on=JULY, *more):
    return command("retain", "--on", on, *more)


def accepted(project):
    return sorted(path.name for path in (project / "returns/accepted").glob("*.csv"))


def last_lines(project, number):
    return (project / "params/ledger.csv").read_text(encoding="utf-8").splitlines()[-number:]


@pytest.mark.parametrize(("on", "said"), [
    pytest.param("2015-07-19", "Nothing is past its time.\n", id="the day before"),
    pytest.param(JULY, ACCEPTED + LOOSE, id="six months after it was received or written")])
def test_what_is_past_its_time_is_listed_and_stays(project, on, said):
    before = accepted(project)
    assert retain(on) == (0, said)
    assert (accepted(project), (project / "returns/data_set/housing.csv").exists()) == (
        before, True)


def test_a_kind_without_a_number_of_months_is_kept(project):
    settings = project / "params" / "settings.yaml"
    settings.write_text(settings.read_text("utf-8").replace(RETENTION, ""), encoding="utf-8")
    assert retain("2099-01-01") == (0, "Nothing is past its time.\n")


def test_what_is_deleted_is_in_the_ledger_with_who_and_when(project):
    sha = hashlib.sha256((project / "police.csv").read_bytes()).hexdigest()
    other = hashlib.sha256((project / "returns/data_set/housing.csv").read_bytes()).hexdigest()
    marks = [mark_of(bytes.fromhex(SECRET), one) for one in (sha, other)]
    assert retain(JULY, *BY) == (
        0, f"{ACCEPTED}{LOOSE}2 deleted, as params/ledger.csv records\n")
    assert accepted(project) == ["ledger.csv"]
    assert [*(project / "returns/data_set").iterdir()] == []
    assert last_lines(project, 2) == [
        "2015-07-20,deleted,Business Manager,,,,,returns/accepted/1,,,Cambridgeshire Constabulary,"
        f",,\"data_set of 20/01/2015, kept for six months\",{marks[0]},,pscb retain",
        "2015-07-20,deleted,Business Manager,,,,,returns/data_set/housing.csv,,,,,,"
        f"\"data_set of 20/01/2015, kept for six months\",{marks[1]},,pscb retain"]
    assert sha[:12] not in (project / "params/ledger.csv").read_text(encoding="utf-8")
    assert retain(JULY, *BY) == (0, "Nothing is past its time.\n")
    write_csv(project / "returns/data_set/housing.csv", HOUSING)
    assert retain(JULY, *BY) == (0, f"{LOOSE}1 deleted, as params/ledger.csv records\n")


def test_it_asks_before_it_deletes(project):
    done = CliRunner().invoke(main, ["retain", "--on", JULY, "--by", "A post"], input="n\n")
    assert (done.exit_code, done.output) == (
        0, f"{ACCEPTED}{LOOSE}Delete 2 of these? [y/N]: n\n")
    assert len(accepted(project)) == 2


def test_nobody_deletes_without_a_name(project):
    assert retain(JULY, "--yes") == (
        1, "pscb: --yes: the ledger says who deleted it; add --by and the post\n")


def test_a_setting_that_names_no_return_is_refused(project):
    settings = project / "params" / "settings.yaml"
    settings.write_text(settings.read_text("utf-8").replace("data_set:", "dataset:"),
                        encoding="utf-8")
    code, said = retain()
    assert (code, said.startswith("pscb: settings.yaml: the setting retention.dataset is not of a "
                                  "return (nearest: data_set); use one of action_checks, ")) == (
        1, True)


def test_a_copy_in_the_folder_is_as_old_as_the_accepted_return(project):
    """Its rows are about a later quarter, but it is the same return."""
    later = COUNT | {"submitted_on": "20/01/2016"}
    file = write_csv(project / "returns/data_set/police.csv", later)
    assert command("accept", file, "--from", "Police", "--on", "2015-01-21")[0] == 0
    assert "returns/data_set/police.csv: data_set of 21/01/2015, kept" in retain("2015-07-21")[1]


def test_the_files_of_a_failed_run_are_kept_as_long_as_the_shortest_of_its_returns(project):
    """The data set's report reads commentary and the data set."""
    for name in ("quarterly_data_set", "audit_programme"):
        folder = project / f"outputs/.failed/{name}-2014-15-q3.host.1.x"
        folder.mkdir(parents=True)
        (folder / "executed.ipynb").write_text("rows", encoding="utf-8")
        failed_at = datetime(2014, 12, 1, 12, tzinfo=UTC).timestamp()
        os.utime(folder, (failed_at, failed_at))
    said = ".failed/quarterly_data_set-2014-15-q3.host.1.x: data_set of 01/12/2014, kept for six " \
           "months\n"
    assert retain("2015-05-31") == (0, "Nothing is past its time.\n")
    assert retain("2015-06-01", *BY) == (
        0, f"{said}1 deleted, as params/ledger.csv records\n")
    assert [path.name for path in (project / "outputs/.failed").iterdir()] == [
        "audit_programme-2014-15-q3.host.1.x"]


def test_what_a_killed_run_left_is_deleted_too(project):
    """A working folder does not name its report: any return may be in it."""
    folder = project / "outputs/.work/2014-15-q3.host.1.x"
    folder.mkdir(parents=True)
    killed_at = datetime(2014, 12, 1, 12, tzinfo=UTC).timestamp()
    os.utime(folder, (killed_at, killed_at))
    assert retain("2015-06-01") == (
        0, ".work/2014-15-q3.host.1.x: data_set of 01/12/2014, kept for six months\n")


def test_a_copy_that_an_interrupted_acceptance_left_is_named(project):
    shutil.copy(project / "police.csv", project / f"returns/accepted/{'0' * 64}.csv")
    assert retain("2015-06-01") == (
        0, f"returns/accepted/{'0' * 64}.csv: a copy without a line in the ledger, of no known "
        "day; it stays until somebody looks\n")


def test_an_earlier_report_is_refused_and_a_later_one_made_without_it(project):
    write_csv(project / "returns/data_set/later.csv",
              HOUSING | {"period": "2015-16 Q1", "submitted_on": "20/07/2015"})
    retain(JULY, *BY)
    with pytest.raises(InputError) as refusal:
        DATA_SET.read_for(open_context("2014-15 Q3", "2015-01-31", "returns", "restricted"))
    sha = hashlib.sha256((project / "police.csv").read_bytes()).hexdigest()
    assert str(refusal.value) == (
        f"police.csv (SHA-256 {sha[:12]}): was deleted on 20/07/2015 under retention; a report of "
        "an earlier day is not made again; what was published of it stays")
    checked = DATA_SET.read_for(open_context("2015-16 Q1", "2015-07-31", "returns", "restricted"))
    assert [row["period"].label for row in checked.records] == ["2015-16 Q1"]


def test_a_later_report_that_needs_what_was_deleted_says_so(project):
    retain(JULY, *BY)
    with pytest.raises(InputError) as refusal:
        DATA_SET.read_for(open_context("2014-15 Q3", "2015-07-31", "returns", "restricted"))
    assert str(refusal.value) == ("returns/accepted/1: was deleted on 20/07/2015 under retention; "
                                  "without it there is no such report")


def test_a_report_of_a_file_that_was_deleted_from_the_folder_is_refused(project):
    write_csv(project / "returns/missing_episodes/2014-15-h1.csv", EPISODE)
    assert retain("2016-05-13", *BY)[1].count("2014-15-h1.csv: missing_episodes of 13/05/2014") == 1
    with pytest.raises(InputError) as refusal:
        MISSING_EPISODES.read_for(
            open_context("2014-15 H1", "2015-01-31", "returns", "restricted"))
    assert str(refusal.value) == (
        "returns/missing_episodes/2014-15-h1.csv: was deleted on 13/05/2016 under retention; a "
        "report of an earlier day is not made again; what was published of it stays")


def test_the_list_of_accepted_returns_says_what_was_deleted(project):
    retain(JULY, *BY)
    code, said = command("history")
    sha = hashlib.sha256((project / "police.csv").read_bytes()).hexdigest()
    assert (code, said.splitlines()[-1]) == (
        0, f"police.csv (SHA-256 {sha[:12]}): was deleted on 20/07/2015 under retention")


def test_a_file_that_nobody_can_date_is_named_and_stays(project):
    path = project / "returns/data_set/damaged.xlsx"
    path.write_bytes(b"not a workbook")
    said = ("returns/data_set/damaged.xlsx: data_set, of no known day; it stays until somebody "
            "looks\n")
    assert retain("2015-01-21", *BY) == (0, said)
    assert retain(JULY, *BY)[1].endswith("2 deleted, as params/ledger.csv records\n")
    assert path.exists()

"""The recipes in docs/scheduling.md are the files beside it, and each of them works."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from papers import ROOT, pscb
from projects import write_notebook

from pscb_lib.writing.locks import locked

DOCUMENT = ROOT / "docs" / "scheduling.md"
RECIPES = ROOT / "docs" / "scheduling"
PLACE = "/srv/board"
BATCH = ".venv/bin/python -m pscb_lib batch --as-of "
MADE = "2 made, 0 failed, 0 unchanged, 0 not due; see 2014-15-q3/index.html\n"
NAMESPACE = "{http://schemas.microsoft.com/windows/2004/02/mit/task}"

# The Task Scheduler schema as Microsoft documents it, for the elements that the task has. What a
# trigger holds is a sequence, what the others hold may come in any order.
ORDERED = {"CalendarTrigger": ["Enabled", "StartBoundary", "EndBoundary", "Repetition",
                               "ExecutionTimeLimit", "RandomDelay", "ScheduleByDay"]}
UNORDERED = {
    "Task": {"RegistrationInfo", "Triggers", "Settings", "Data", "Principals", "Actions"},
    "RegistrationInfo": {"URI", "SecurityDescriptor", "Source", "Date", "Author", "Version",
                         "Description", "Documentation"},
    "Triggers": {"CalendarTrigger"}, "ScheduleByDay": {"DaysInterval"},
    "Principals": {"Principal"},
    "Principal": {"UserId", "LogonType", "GroupId", "DisplayName", "RunLevel",
                  "ProcessTokenSidType", "RequiredPrivileges"},
    "Settings": {"AllowStartOnDemand", "RestartOnFailure", "MultipleInstancesPolicy",
                 "DisallowStartIfOnBatteries", "StopIfGoingOnBatteries", "AllowHardTerminate",
                 "StartWhenAvailable", "WakeToRun", "Enabled", "Hidden", "ExecutionTimeLimit",
                 "Priority"},
    "Actions": {"Exec"}, "Exec": {"Command", "Arguments", "WorkingDirectory"},
}
VALUES = {
    "StartBoundary": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", "DaysInterval": r"[1-9]\d?",
    "LogonType": "S4U|Password|InteractiveToken|InteractiveTokenOrPassword",
    "RunLevel": "LeastPrivilege|HighestAvailable",
    "MultipleInstancesPolicy": "Parallel|Queue|IgnoreNew|StopExisting",
    "DisallowStartIfOnBatteries": "true|false", "StopIfGoingOnBatteries": "true|false",
    "StartWhenAvailable": "true|false", "ExecutionTimeLimit": r"PT\d+H",
    "Command": ".{1,260}", "WorkingDirectory": ".{1,260}",
}


def recipe(name: str) -> str:
    return (RECIPES / name).read_text(encoding="utf-8")


def option(unit: str, name: str) -> str:
    """Return the value of an option that a systemd unit sets once."""
    [value] = re.findall(rf"^{name}=(.*)$", recipe(unit), re.MULTILINE)
    return value


@pytest.fixture
def board(small_project) -> Path:
    """The small project with its own environment and the files of the recipes."""
    (small_project / ".venv").symlink_to(sys.prefix, target_is_directory=True)
    shutil.copytree(RECIPES, small_project / "docs" / "scheduling")
    return small_project


def sh(line: str, board: Path) -> subprocess.CompletedProcess:
    """Run a recipe's line in *board* with the small environment that cron gives."""
    line = line.replace(PLACE, f"'{board}'")
    return subprocess.run(["/bin/sh", "-c", line], cwd=board, text=True, capture_output=True,
                          env={"PATH": "/usr/bin:/bin", "HOME": str(board.parent)}, timeout=300)


posix = pytest.mark.skipif(sys.platform == "win32", reason="cron, systemd and sh are not here")


@pytest.mark.parametrize("name", sorted(path.name for path in RECIPES.iterdir()
                                        if path.is_file()))
def test_the_document_quotes_the_file_as_it_is(name):
    text = DOCUMENT.read_text(encoding="utf-8")
    assert f"[`{name}`](scheduling/{name})" in text
    assert f"\n{recipe(name)}```\n" in text


def test_every_exit_code_that_the_command_names_is_explained():
    text = DOCUMENT.read_text(encoding="utf-8")
    assert re.findall(r"^\| (\d) \|", text, re.MULTILINE) == ["0", "1", "2", "3", "4", "5"]
    assert {"0", "1", "2", "3", "4", "5"} <= set(re.findall(r"\d", pscb("batch", "--help").stdout))


def test_the_crontab_line_has_five_fields_a_night_and_an_absolute_command():
    name, line = recipe("crontab").splitlines()
    assert re.fullmatch(r"MAILTO=\S+@\S+", name)
    *fields, command = line.split(maxsplit=5)
    assert fields == ["30", "2", "*", "*", "*"]
    assert command == f"{PLACE}/docs/scheduling/nightly.sh"
    assert "%" not in line, "cron takes a % for the end of the command"


@pytest.mark.slow
@posix
def test_cron_mails_nothing_when_all_is_good_and_the_code_when_not(board):
    line = recipe("crontab").splitlines()[1].split(maxsplit=5)[5]
    done = sh(line, board)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    log = (board / "batch.log").read_text(encoding="utf-8")
    assert re.fullmatch(r"\S+ \S+ starts\nReturns are read from returns\n1 of 2  .*\n2 of 2  .*\n"
                        + re.escape(MADE) + r"\S+ \S+ ends with exit code 0\n", log)
    write_notebook(board / "notebooks" / "small.ipynb", "raise ValueError")
    done = sh(line, board)
    assert (done.returncode, done.stdout) == (
        1, "pscb batch ended with exit code 1: see batch.log\n")
    log = (board / "batch.log").read_text(encoding="utf-8")
    assert log.count(" starts\n") == 2 and log.endswith(" ends with exit code 1\n")
    page = board / "outputs" / "2014-15-q3" / "board" / "small" / "report.html"
    assert page.stat().st_mode & 0o777 == 0o640


@posix
def test_a_second_run_exits_4_and_names_the_first(board):
    with locked(board / "outputs" / "2014-15-q3"):
        done = sh(f"{PLACE}/docs/scheduling/nightly.sh", board)
    assert (done.returncode, done.stdout) == (
        4, "pscb batch ended with exit code 4: see batch.log\n")
    assert f"process {os.getpid()} on " in (board / "batch.log").read_text("utf-8")


@pytest.mark.slow
@posix
def test_cron_mails_that_the_log_cannot_be_written(board):
    (board / "batch.log").mkdir()
    done = sh(f"{PLACE}/docs/scheduling/nightly.sh", board)
    assert (done.returncode, done.stdout) == (
        2, "pscb batch ended with exit code 2: see batch.log\n")
    assert "batch.log" in done.stderr


@pytest.mark.slow
@posix
def test_the_systemd_service_runs_the_batch(board):
    start = option("pscb.service", "ExecStart")
    [command] = re.fullmatch(r"/bin/sh -c '(.*)'", start).groups()
    done = sh(command.replace("%%", "%"), board)
    assert (done.returncode, done.stdout) == (0, MADE)
    assert option("pscb.service", "WorkingDirectory") == PLACE
    assert option("pscb.service", "RestartForceExitStatus") == "4"


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd-analyze is not here")
def test_systemd_accepts_the_units_without_a_warning():
    units = [str(RECIPES / name) for name in ("pscb.service", "pscb.timer")]
    done = subprocess.run(["systemd-analyze", "verify", *units], text=True, capture_output=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    subprocess.run(["systemd-analyze", "calendar", option("pscb.timer", "OnCalendar")],
                   check=True, capture_output=True)


def test_the_windows_task_is_as_the_schema_has_it():
    task = ElementTree.fromstring(recipe("task.xml"))
    assert (task.tag, task.attrib) == (f"{NAMESPACE}Task", {"version": "1.3"})
    for element in task.iter():
        assert element.tag.startswith(NAMESPACE)
        name = element.tag.removeprefix(NAMESPACE)
        children = [child.tag.removeprefix(NAMESPACE) for child in element]
        if name in ORDERED:
            assert children == [each for each in ORDERED[name] if each in children]
        elif children:
            assert set(children) <= UNORDERED[name] and len(children) == len(set(children))
        elif name in VALUES:
            assert re.fullmatch(VALUES[name], element.text), name
    [principal] = task.iter(f"{NAMESPACE}Principal")
    assert task.find(f"{NAMESPACE}Actions").get("Context") == principal.get("id")
    recipe("task.xml").encode("ascii")  # schtasks takes no other without a byte order mark


@pytest.mark.slow
def test_the_windows_task_calls_the_batch_with_the_day(small_project):
    task = ElementTree.fromstring(recipe("task.xml"))
    [arguments] = [each.text for each in task.iter(f"{NAMESPACE}Arguments")]
    [options, after] = re.search(r"python\.exe (.*) ' \+ \$day \+ '(.*?)'\)", arguments).groups()
    assert after == ") >>batch.log 2>&1"
    assert options == "-X utf8 -m pscb_lib batch --as-of"
    done = subprocess.run([sys.executable, *options.split(), "2015-01-31"], cwd=small_project,
                          text=True, capture_output=True, timeout=300)
    assert (done.returncode, done.stdout) == (0, MADE)


@pytest.mark.slow
@posix
def test_airflows_command_runs_the_batch(board):
    tree = ast.parse(recipe("airflow_dag.py"))
    [command] = [node.value.value for node in tree.body
                 if isinstance(node, ast.Assign) and node.targets[0].id == "BATCH"]
    done = sh(command.replace("{{ ds }}", "2015-01-31"), board)
    assert (done.returncode, done.stdout) == (0, MADE)


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("airflow"), reason="Airflow is not on the path")
def test_airflow_imports_both_dags_without_an_error(tmp_path):
    look = ("import sys; from airflow.dag_processing.dagbag import DagBag\n"
            "bag = DagBag(sys.argv[1]); print(bag.import_errors, sorted(bag.dags))")
    python = Path(shutil.which("airflow")).parent / "python"
    done = subprocess.run([python, "-c", look, RECIPES / "airflow_dag.py"], text=True,
                          capture_output=True, timeout=300,
                          env={**os.environ, "AIRFLOW_HOME": str(tmp_path)})
    assert done.stdout.splitlines()[-1] == "{} ['board_papers', 'one_notebook']", done.stderr


def test_no_recipe_names_another_command_than_the_batch():
    for name in ("nightly.sh", "pscb.service", "airflow_dag.py"):
        assert recipe(name).count(BATCH) == 1, name

"""Every command that writes is killed at each of its writes, and meets a full disk at each.

Each file is then the old one or the new one, whole, and the same command ends well the next time.
The batch and ``run`` are in ``tests/running/test_faults_writes.py``.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import nbformat
import openpyxl
import pytest
from interrupting import read_heard
from mounts import MIB, needs_mounts, small_disk
from national_files import case, census
from papers import ROOT, pscb
from projects import SECRET, make_project, write_notebook
from sent import COUNT, write_csv
from warm_batches import needs_fork, plan, serve

from pscb_lib.commands.cli import main
from pscb_lib.running.publishing.key import KEY

pytestmark = needs_fork
KILLED = -9
LEDGER = ("--by", "A post", "--on", "2015-02-04")
EXPLORE = """\
time_period,time_identifier,geographic_level,country_name,region_name,old_la_code,new_la_code,\
la_name,category,referral_count,rereferral_count,rereferral_percent
2014,Reporting year,National,England,,,,,Total,657780,154800,23.5
2014,Reporting year,Local authority,England,East of England,874,E06000031,Peterborough,Total,\
2634,575,21.9
"""


@dataclass(frozen=True)
class Case:
    """A command that writes: its arguments, what it needs, and how it may end when it comes again.

    It ends with 1 if it refuses to do again what was done just before it was killed.
    """

    words: tuple[str, ...]
    prepare: Callable[[Path], object] = lambda root: None
    ends: tuple[int, ...] = (0,)


def with_outputs(root: Path) -> None:
    for name in ("small", "method"):
        for path in (root / "notebooks").glob(f"{name}.ipynb"):
            notebook = nbformat.read(path, as_version=4)
            for cell in notebook.cells:
                if cell.cell_type == "code":
                    cell.outputs = [nbformat.v4.new_output("stream", text="x" * 10_000)]
            nbformat.write(notebook, path)


def with_sets(root: Path) -> None:
    """Make the sets of all audiences of a small report."""
    shutil.rmtree(root)
    make_project(root, "small")
    write_notebook(root / "notebooks" / "small.ipynb",
                   audiences=["restricted", "board", "public"])
    settings = root / "params" / "settings.yaml"
    settings.write_text(settings.read_text(encoding="utf-8").replace(
        "[restricted, board]", "[restricted, board, public]"), encoding="utf-8")
    done = pscb("batch", "--as-of", "2015-01-31", cwd=root)
    assert done.returncode == 0, done.stderr


def with_question(root: Path) -> None:
    done = pscb(*COMMANDS["ask"].words, cwd=root)
    assert done.returncode == 0, done.stderr


def with_log(root: Path) -> None:
    shutil.copy(ROOT / "pscb_lib" / "samples" / "programme_log.csv", root / "returns")


def with_registers(root: Path) -> None:
    for name in ("actions.csv", "case_list.csv"):
        shutil.copy(ROOT / "pscb_lib" / "samples" / name, root / "returns")


def with_edited_book(root: Path) -> None:
    done = pscb("params", "--to", "params.xlsx", cwd=root)
    assert done.returncode == 0, done.stderr
    book = openpyxl.load_workbook(root / "params.xlsx")
    book["meetings"]["D2"] = "another source"
    book.save(root / "params.xlsx")


def with_old_return(root: Path) -> None:
    settings = root / "params" / "settings.yaml"
    settings.write_text(settings.read_text(encoding="utf-8")
                        + 'retention: {data_set: "6"}\n', encoding="utf-8")
    write_csv(root / "returns" / "data_set" / "police.csv", COUNT)


COMMANDS = {
    "accept": Case(("accept", "police.csv", "--from", "Police", "--on", "2015-01-20"),
                   lambda root: write_csv(root / "police.csv", COUNT), (0, 1)),
    "actions remind": Case(("actions", "remind", "--by", "2015-02-04", "--returns", "returns"),
                           with_registers, (0, 1)),
    "answer": Case(("answer", "MA7", "In May.", "--by", "A post", "--on", "2015-03-04"),
                   with_question, (0, 1)),
    "ask": Case(("ask", "Who visits?", "--report", "missing_children", "--owner", "A post",
                 "--due", "2015-03-30", "--on", "2015-02-20"), ends=(0, 1)),
    "audit": Case(("audit", "outputs"), with_sets),
    "benchmarks update": Case(
        ("benchmarks", "update", "c1.csv", "--released-on", "2025-10-30"),
        lambda root: (root / "c1.csv").write_text(EXPLORE, encoding="utf-8")),
    "check": Case(("check", "police.csv", "--feedback", "back"),
                  lambda root: write_csv(root / "police.csv", COUNT | {"numerator": "-"}), (1,)),
    "clean": Case(("clean",), with_outputs),
    "correct": Case(("correct", "MA7", "--question", "Who visits, and when?", "--by", "A post",
                     "--on", "2015-03-04"), with_question),
    "draw": Case(("draw", "--audit", "MA-09", "--cases", "2", "--seed", "2014", "--method", "Files",
                  "--agreed-by", "A group", "--agreed-on", "2014-05-14", "--on", "2014-06-02",
                  "--auditor", "A post", "--returns", "returns"), with_registers),
    "import": Case(("import", "cin", "cin.xml", "--period", "2014-15 Q3", "--out", "returns"),
                   lambda root: census(root, {"A1": case("2014-10-06")})),
    "init": Case(("init", "north", "--board", "North Board", "--area", "Luton", "--first-year",
                  "2015-16"), ends=(0, 1)),
    "mask": Case(("mask", "ages.csv", "--out", "masked"),
                 lambda root: (root / "ages.csv").write_text(
                     "Area,Under 5,Over 5,Total\nNorth,3,20,23\nSouth,12,9,21\nTotal,15,29,44\n",
                     encoding="utf-8")),
    "new-cycle": Case(("new-cycle", "2015-16-q1", "--returns", "returns", "--use"), with_log),
    "pack": Case(("pack", "--meeting", "2015-03-03"), with_sets),
    "params --from": Case(("params", "--from", "params.xlsx"), with_edited_book),
    "params --to": Case(("params", "--to", "params.xlsx"), ends=(0, 1)),
    "plan": Case(("plan", "--year", "2014-15", "--ics", "plan.ics", "--html", "plan.html",
                  "--returns", "returns"), with_log),
    "receive": Case(("receive", "22", "--period", "2013-14", *LEDGER), ends=(0, 1)),
    "release": Case(("release", "small", *LEDGER), with_sets, (0, 1)),
    "retain": Case(("retain", "--on", "2016-01-31", "--by", "A post", "--yes"), with_old_return),
    "template": Case(("template", "data_set", "--out", "form.xlsx"), ends=(0, 1)),
}
AS_RECEIVE = {"scrutinise", "present"}  # they write the ledger as receive does
OF_BATCHES = {"batch", "run"}
READ_ONLY = {"doctor", "due", "explain", "history", "ledger", "list", "verify", "year-end"}
QUICK = ("clean",)


def cases(names) -> list:
    return [pytest.param(name, id=name, marks=[] if name in QUICK else pytest.mark.slow)
            for name in names]


def test_every_command_that_writes_is_interrupted():
    written = {name.split()[0] for name in COMMANDS} | AS_RECEIVE | OF_BATCHES
    assert {*main.commands} == written | READ_ONLY


@pytest.fixture
def project(tmp_path, request) -> Path:
    """A project before a command."""
    root = tmp_path / "before" / "board"
    for folder in ("params", "notebooks"):
        shutil.copytree(ROOT / folder, root / folder)
    (root / "returns").mkdir()
    (root / KEY).write_text(SECRET, encoding="ascii")
    yield root
    serve().unlink(missing_ok=True)


def files_in(root: Path) -> dict[str, bytes]:
    """Every file of a project by its name, without what only a live process needs."""
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*")
            if path.is_file() and path.name not in (".lock", ".filler")
            and not any(part.startswith(".pscb-") or part == ".work" for part in path.parts)}


def left_in(root: Path) -> list[str]:
    return [path.name for path in root.rglob("*") if path.name.startswith(".pscb-")
            and path.name != KEY]


def opened_in_place(root: Path) -> list[str]:
    """The files that were opened for writing under a name that a reader may look for."""
    opened = [Path(line.split(" ", 1)[1]) for line in read_heard() if line.startswith("open ")]
    return [path.name for path in opened if path.name != ".lock"
            and not any(part.startswith(".pscb-") or part == ".work" for part in path.parts)]


def interrupt(action: str, name: str, project: Path, work: Callable[[], Path]) -> int:
    """Stop the command at its first write, then at its second, until it is not stopped."""
    case, number = COMMANDS[name], 0
    case.prepare(project)
    old = files_in(project)
    root = work()
    plan("none", 0, root)
    assert pscb(*case.words, cwd=root).returncode == case.ends[0]
    assert opened_in_place(root) == []
    new = files_in(root)
    while True:
        root, number = work(), number + 1
        plan(action, number, root)
        done = pscb(*case.words, cwd=root)
        stopped = len(read_heard()) >= number
        serve().unlink()
        (root / ".filler").unlink(missing_ok=True)
        assert "Traceback" not in done.stderr
        found = files_in(root)
        wrong = [each for each in found if found[each] not in (old.get(each), new.get(each))]
        assert wrong == [] and {*old} & {*new} <= {*found}, number
        again = pscb(*case.words, cwd=root)
        assert again.returncode in case.ends and "Traceback" not in again.stderr, again.stderr
        # A release that was finished has nothing to write again: what is left, the next one clears.
        assert name == "release" or left_in(root) == [], number
        if again.returncode == case.ends[0]:
            assert name == "release" or [*root.rglob(".lock")] == [], number
            assert {*files_in(root)} == {*new}, number
        if not stopped:
            return number - 1


@pytest.mark.parametrize("name", cases(COMMANDS))
def test_a_command_killed_at_each_of_its_writes(name, project):
    count = iter(range(1000))

    def work() -> Path:
        root = project.parents[1] / f"{next(count)}" / "board"
        return Path(shutil.copytree(project, root, symlinks=True))

    assert interrupt("kill", name, project, work) >= 2


@needs_mounts
@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name in COMMANDS if name != "release"])
def test_a_command_that_meets_a_full_disk_at_each_of_its_writes(name, project, tmp_path):
    with small_disk(tmp_path / "disk", 4 * MIB) as disk:
        def work() -> Path:
            root = disk / "board"
            shutil.rmtree(root, ignore_errors=True)
            return Path(shutil.copytree(project, root, symlinks=True))

        assert interrupt("fill", name, project, work) >= 2


def test_the_rows_of_two_updates_at_once_are_all_kept(project):
    """Eight updates of one year each start together."""
    from concurrent.futures import ThreadPoolExecutor

    files = []
    for year in range(2016, 2024):
        path = project / f"{year}.csv"
        path.write_text(EXPLORE.replace("\n2014,", f"\n{year},"), encoding="utf-8")
        files.append(path.name)
    with ThreadPoolExecutor(8) as pool:
        done = [*pool.map(lambda file: pscb("benchmarks", "update", file, "--released-on",
                                            "2025-10-30", cwd=project), files)]
    assert [one.returncode for one in done] == [0] * 8, done
    rows = (project / "params" / "benchmarks.csv").read_text(encoding="utf-8").splitlines()
    released = {row.split(",")[2] for row in rows if "2025-10-30" in row}
    assert released >= {f"{year - 1}-{year % 100:02}" for year in range(2016, 2024)}

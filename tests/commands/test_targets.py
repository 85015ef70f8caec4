"""No option makes a command write over the Board's record, or over a file that is not ours."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterator

import click
import pytest
from click.testing import CliRunner
from papers import ROOT
from sent import COUNT, write_csv

from pscb_lib.commands.cli import main
from pscb_lib.commands.targets import Target

READ = {"--project", "--boards", "-f", "--canaries", "files", "paths", "output", "outputs"}
READ_BY = {("audit", "--returns"),
           ("history", "--returns"), ("due", "--returns"), ("plan", "--returns"),
           ("actions", "--returns"), ("actions remind", "--returns"), ("draw", "--returns"),
           ("run", "--returns"), ("template", "--returns"), ("new-cycle", "--returns"),
           ("params", "--from"), ("init", "--from")}
POST = ("--by", "A post", "--on", "2015-02-04")
WORDS = {  # what else each command with such an option is given
    "actions remind": ("--by", "2015-02-04"),
    "accept": ("police.csv", "--from", "Police", "--on", "2015-01-20"),
    "batch": ("--as-of", "2015-01-31"),
    "check": ("police.csv",),
    "doctor": ("--on", "2015-01-31"),
    "explain": ("small",),
    "init": (),
    "import": ("cin", "police.csv", "--period", "2014-15"),
    "mask": ("police.csv", "--out", "masked"),
    "pack": ("--meeting", "2015-03-03"),
    "params": (),
    "plan": ("--year", "2014-15"),
    "present": ("12", "--period", "2014-15 H1", "--tabled", *POST),
    "receive": ("12", "--period", "2014-15 H1", *POST),
    "release": ("small", *POST),
    "retain": ("--on", "2017-01-31"),
    "run": (),
    "scrutinise": ("12", "--period", "2014-15 H1", *POST),
    "template": ("data_set",),
    "year-end": ("--year", "2014-15"),
}
KEPT = {
    "params": "is the folder of the Board's decisions",
    "params/new": "lies in params, which is the folder of the Board's decisions",
    "params/ledger.csv": "lies in params, which is the folder of the Board's decisions",
    "link/new": "lies in params, which is the folder of the Board's decisions",
    "returns/../params/2014-15-q3": "lies in params, which is the folder of the Board's decisions",
    "notebooks/method.ipynb": "lies in notebooks, which is the folder of the reports' notebooks",
    "returns/accepted": "is the folder of returns as they were received",
    "elsewhere/accepted/x": "lies in accepted, which is the folder of returns as they were "
                            "received",
    "pscb_lib/samples": "lies in pscb_lib, which is the suite itself",
    str(ROOT / "pscb_lib" / "x"): "lies in pscb_lib, which is the suite itself",
    "outputs/2014-15-q3/public/small/tables": "lies in small, which is a published set",
    "outputs/2014-15-q3/public/x.html": "lies in public, which is a folder of published sets",
    "outputs/.failed/x": "lies in .failed, which is a folder that only the suite or git writes",
    "another/params/x": "lies in params, which is the folder of the Board's decisions",
}


def options(command: click.Command = main, name: str = "") -> Iterator[tuple[str, click.Parameter]]:
    """Every parameter of every command that is a path, with the command's name."""
    for one in command.params:
        if isinstance(one.type, click.Path):
            yield name, one
    for key, each in getattr(command, "commands", {}).items():
        yield from options(each, f"{name} {key}".strip())


TARGETS = [(name, one.opts[0]) for name, one in options() if isinstance(one.type, Target)]


def test_every_option_with_a_path_is_guarded_or_only_reads():
    unguarded = {(name, one.opts[0]) for name, one in options()
                 if not isinstance(one.type, Target)}
    assert {(name, option) for name, option in unguarded if option not in READ} == READ_BY
    assert {name for name, _ in TARGETS} == {*WORDS}


def make(root):
    """Make a project with something in each place that is kept."""
    shutil.copytree(ROOT / "params", root / "params")
    shutil.copytree(ROOT / "notebooks", root / "notebooks")
    shutil.copytree(root / "params", root / "another" / "params")
    for folder in ("returns", "elsewhere/accepted", "outputs/2014-15-q3/public/small", "pscb_lib"):
        (root / folder).mkdir(parents=True)
    for file in ("elsewhere/accepted/ledger.csv", "pscb_lib/__init__.py"):
        (root / file).touch()
    (root / "outputs/2014-15-q3/public/small/manifest.json").write_text("{}")
    (root / "link").symlink_to(root / "params")
    write_csv(root / "police.csv", COUNT | {"numerator": "-"})
    return root


@pytest.fixture
def project(tmp_path, monkeypatch):
    root = make(tmp_path / "board")
    monkeypatch.chdir(root)
    return root


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    root = make(tmp_path_factory.mktemp("kept") / "board")
    return root, contents(root)


def contents(root):
    return {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}


def given(command: str, option: str, value: str) -> list[str]:
    words = [*WORDS[command]]
    if option in words:
        words = words[:words.index(option)]
    return [*command.split(), *words, *([option] if option.startswith("-") else []), value]


@pytest.mark.parametrize("place", KEPT)
@pytest.mark.parametrize(("command", "option"), TARGETS)
def test_nothing_is_written_into_what_is_kept(kept, monkeypatch, command, option, place):
    root, before = kept
    monkeypatch.chdir(root)
    done = CliRunner().invoke(main, given(command, option, place))
    said = f"pscb: {option}, value {place!r}: {KEPT[place]}; name another place\n"
    assert (done.exit_code, done.stderr) == (2 if command == "batch" else 1, said)
    assert contents(root) == before


FOREIGN = {
    "a ledger": b"on,event,by\n",
    "a calendar of another program": b"BEGIN:VCALENDAR\r\nPRODID:-//Other//EN\r\n",
    "a page of somebody": b"<!DOCTYPE html><html><body>Ours</body></html>",
    "nothing": b"",
}


@pytest.mark.parametrize("content", FOREIGN.values(), ids=FOREIGN)
@pytest.mark.parametrize(("command", "option"), [
    ("plan", "--ics"), ("plan", "--html"), ("mask", "--evidence")])
def test_a_file_that_is_not_ours_is_not_replaced(project, command, option, content):
    (project / "theirs").write_bytes(content)
    words = [command, *WORDS[command], option, "theirs"]
    done = CliRunner().invoke(main, words)
    assert (done.exit_code, done.stderr) == (
        1, f"pscb: {option}, value 'theirs': is there already and is not a file that this option "
        "wrote; move it away, or name another\n")
    assert (project / "theirs").read_bytes() == content


def test_a_plan_is_written_over_the_plan_of_before(project):
    words = ["plan", "--year", "2014-15", "--ics", "plan.ics", "--html", "plan.html", "--returns",
             str(ROOT / "pscb_lib" / "samples")]
    for _ in range(2):
        assert CliRunner().invoke(main, words).exit_code == 0
    assert (project / "plan.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")


def test_a_form_is_not_written_over_a_file(project):
    (project / "form.xlsx").write_bytes(b"filled in")
    done = CliRunner().invoke(main, ["template", "data_set", "--out", "form.xlsx"])
    assert done.stderr == ("pscb: --out: form.xlsx is there already; name another file, since this "
                           "one may be filled in\n")
    assert (project / "form.xlsx").read_bytes() == b"filled in"


def test_feedback_is_not_written_over_a_copy_that_was_corrected_meanwhile(project):
    check = ["check", "police.csv", "--feedback", "back"]
    path = project / "back" / "police-please-correct.xlsx"
    for _ in range(2):  # our own is written again
        assert CliRunner().invoke(main, check).exit_code == 1
        assert path.exists()
    save_as_excel(path)
    before = path.read_bytes()
    done = CliRunner().invoke(main, check)
    assert done.stderr == ("pscb: police-please-correct.xlsx: is there already and was saved by "
                           "somebody since, or is another file; move it away, or name another "
                           "folder\n")
    assert path.read_bytes() == before


def save_as_excel(path):
    """Change what every program changes when it saves a workbook: the time of the change."""
    with zipfile.ZipFile(path) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    core = parts["docProps/core.xml"].decode()
    head, _, tail = core.rpartition("T00:00:00Z")
    parts["docProps/core.xml"] = f"{head}T10:31:00Z{tail}".encode()
    with zipfile.ZipFile(path, "w") as book:
        for name, content in parts.items():
            book.writestr(name, content)


def test_a_masked_table_is_not_written_over_a_table_of_somebody(project):
    table = "Area,Under 5,Over 5,Total\nNorth,3,20,23\nSouth,12,9,21\nTotal,15,29,44\n"
    (project / "ages.csv").write_text(table, encoding="utf-8")
    (project / "masked").mkdir()
    (project / "masked" / "ages.csv").write_text(table, encoding="utf-8")
    words = ["mask", "ages.csv", "--out", "masked"]
    done = CliRunner().invoke(main, words)
    assert done.stderr == ("pscb: --out, value 'masked/ages.csv': is there already and is not a "
                           "file that this option wrote; move it away, or name another\n")
    assert (project / "masked" / "ages.csv").read_text(encoding="utf-8") == table
    (project / "masked" / "ages.csv").unlink()
    assert [CliRunner().invoke(main, words).exit_code for _ in range(2)] == [0, 0]


def test_the_overview_of_boards_is_not_written_over_a_page_of_somebody(project):
    (project.parent / "index.html").write_text("<h1>Our web site</h1>")
    done = CliRunner().invoke(main, ["batch", "--as-of", "2015-01-31", "--boards",
                                     str(project.parent)])
    assert done.exit_code == 2
    assert done.stderr.endswith("index.html': is there already and is not a file that this option "
                                "wrote; move it away, or name another\n")
    assert (project.parent / "index.html").read_text() == "<h1>Our web site</h1>"


def test_the_project_itself_is_no_folder_of_outputs(project):
    done = CliRunner().invoke(main, ["run", "--out", "."])
    assert done.stderr == ("pscb: --out, value '.': is the project's own folder; name another "
                           "place\n")

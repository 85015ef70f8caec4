"""``pscb accept`` proposes who sent each file of a folder, and accepts what is confirmed."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from papers import ROOT, pscb
from sent import COUNT, EPISODE, write_csv
from warm_batches import needs_fork

from pscb_lib.board.agencies import OFFICE
from pscb_lib.commands.confirming import refuse_other
from pscb_lib.reading.findings import InputError
from pscb_lib.returns.checking import CheckedFile, check_paths, find_runs, make_context, run_of
from pscb_lib.returns.history.proposing import Proposal, propose
from pscb_lib.returns.kinds import find_returns

ON = ("--on", "2015-01-30")
POLICE, CAFCASS = "Cambridgeshire Constabulary", "Cafcass"
CAFCASSES = COUNT | {"agency": CAFCASS, "indicator": "CF1", "numerator": "12"}
ASK = "look through the senders, and repeat this with --yes."


@pytest.fixture(scope="module")
def form(tmp_path_factory) -> Path:
    """The form of the police, made by the command."""
    folder = tmp_path_factory.mktemp("form")
    assert pscb("template", "data_set", "--agency", "Police", "--out", folder).returncode == 0
    return next(folder.glob("*.xlsx"))


def filled(form: Path, path: Path, **changes: object) -> Path:
    """Fill in a form; *changes* are cells of its sheets by place, such as Instructions_B4."""
    book = openpyxl.load_workbook(form)
    sheet = book["Return"]
    places = {cell.value: cell.column for cell in sheet[1]}
    for row in range(3, 6):
        for name, value in (("numerator", 10 + row), ("submitted_on", datetime(2015, 1, 20)),
                            ("source", "case system")):
            sheet.cell(row, places[name]).value = value
    for place, value in changes.items():
        name, cell = place.split("_")
        book[name][cell] = value
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)
    return path


def accept(post: Path, *words: object):
    """Accept a folder into the returns folder beside it."""
    return pscb("accept", post, *ON, "--returns", post.parent / "returns", *words)


def ledger(post: Path) -> dict[str, str]:
    """The sender of each accepted file by its name, as any program reads the ledger."""
    path = post.parent / "returns" / "accepted" / "ledger.csv"
    if not path.exists():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        return {row["sent_as"]: row["sender"] for row in csv.DictReader(file)}


def proposed(path: Path) -> Proposal:
    """What is proposed for one file."""
    runs, kinds = find_runs(ROOT), find_returns()
    checked = check_paths([path], kinds, lambda kind, _: make_context(ROOT, run_of(runs, kind)))
    return next(propose(checked, ROOT / "params", datetime(2015, 1, 30).date()))


def who(path: Path) -> tuple[str | None, str]:
    """Who is proposed for one file, and why."""
    one = proposed(path)
    return one.sender, one.why


def test_without_a_terminal_the_senders_are_only_proposed(tmp_path, form):
    post = tmp_path / "post"
    filled(form, post / "from somebody.xlsx")
    write_csv(post / "police.csv", CAFCASSES)
    done = accept(post)
    assert done.returncode == 3
    lines = [line.split("  ") for line in done.stdout.splitlines()]
    said = [[part.strip() for part in line if part.strip()] for line in lines]
    assert said[0] == ["File", "Return", "From", "Because"]
    assert said[2][:2] == ["from somebody.xlsx", "data_set"]
    assert ["police.csv", "data_set", CAFCASS, "every row names it"] in said
    assert done.stderr.splitlines() == [
        "1 of 2  from somebody.xlsx: is read", "2 of 2  police.csv: is read",
        f"Nothing was accepted: {ASK}"]
    assert not (tmp_path / "returns").exists()


def test_each_file_is_accepted_from_the_sender_that_is_written_in_it(tmp_path, form):
    post = tmp_path / "post"
    filled(form, post / "cafcass.xlsx")
    write_csv(post / "police.csv", CAFCASSES)
    done = accept(post, "--yes")
    assert done.returncode == 0, done.stderr
    assert ledger(post) == {"cafcass.xlsx": POLICE, "police.csv": CAFCASS}


def test_one_bad_file_stops_no_other_and_nothing_is_lost(tmp_path, form):
    post = tmp_path / "post"
    filled(form, post / "a.xlsx")
    write_csv(post / "b.csv", {"a": "1", "b": "2"})
    (post / "c.xlsx").write_bytes(b"PK\x03\x04 no workbook")
    (post / "d.docx").write_bytes(b"a letter")
    (post / "e.csv").write_bytes(b"")
    write_csv(post / "sub" / "f.csv", EPISODE)
    write_csv(post / "sub" / "g.csv", CAFCASSES)
    before = {path: path.read_bytes() for path in post.rglob("*") if path.is_file()}
    done = accept(post, "--yes")
    assert done.returncode == 1
    assert ledger(post) == {"a.xlsx": POLICE, "g.csv": CAFCASS}
    refused = [line.split(":")[1].strip() for line in done.stderr.splitlines()
               if line.startswith("pscb: ")]
    assert sorted(refused) == ["b.csv", "c.xlsx", "d.docx", "e.csv", "sub/f.csv"]
    assert "pscb: d.docx: is not a return in a format that is read; it stays where it is" in (
        done.stderr)
    assert ("pscb: sub/f.csv: nobody is confirmed as its sender: nothing in it names its sender; "
            "accept it with --from") in done.stderr
    assert {path: path.read_bytes() for path in before} == before


def test_a_file_that_was_accepted_is_not_accepted_twice(tmp_path, form):
    post = tmp_path / "post"
    filled(form, post / "a.xlsx")
    assert accept(post, "--yes").returncode == 0
    done = accept(post, "--yes")
    assert done.returncode == 1
    assert "is the same file as a.xlsx" in done.stderr


def test_a_name_of_a_file_names_no_sender(tmp_path):
    path = write_csv(tmp_path / f"{POLICE}.csv", EPISODE)
    assert who(path) == (None, "nothing in it names its sender; accept it with --from")


def test_the_form_and_its_rows_must_agree(tmp_path, form):
    path = filled(form, tmp_path / "a.xlsx", Instructions_B4="Cafcass")
    assert who(path) == (None, f"its form is from Cafcass and its rows are from {POLICE}; accept "
                         "it with --from")


def test_an_unknown_name_on_a_form_is_never_guessed(tmp_path, form):
    path = filled(form, tmp_path / "a.xlsx", Instructions_B4="Cambridgeshire Constabularry")
    sender, why = who(path)
    assert sender is None
    assert why == ("its form is from 'Cambridgeshire Constabularry', which is not an agency on the "
                   f"register (nearest: {POLICE}); accept it with --from")


def test_another_name_of_an_agency_on_its_form_is_its_own(tmp_path, form):
    path = filled(form, tmp_path / "a.xlsx", Instructions_B4="Cambs Constabulary")
    assert who(path) == (POLICE, "the form names it")


def test_a_hidden_sheet_names_nobody(tmp_path, form):
    path = filled(form, tmp_path / "a.xlsx", Instructions_B4="Cafcass")
    book = openpyxl.load_workbook(path)
    book["Instructions"].sheet_state = "hidden"
    book.save(path)
    assert who(path) == (POLICE, "every row names it")


def test_rows_of_several_agencies_name_nobody(tmp_path):
    path = write_csv(tmp_path / "both.csv", COUNT, CAFCASSES)
    assert who(path) == (None, "its rows are from 2 agencies; accept it with --from")


@pytest.mark.parametrize("name", ["actions", "audits", "programme_log"])
def test_a_register_that_the_office_keeps_is_from_the_office(name):
    path = ROOT / "pscb_lib" / "samples" / f"{name}.csv"
    assert who(path) == (OFFICE, "a register that the office keeps")


def test_an_agencys_part_of_a_register_replaces_no_whole_register(tmp_path):
    assert pscb("template", "audits", "--agency", "Police", "--out", tmp_path).returncode == 0
    path = next(tmp_path.glob("*.xlsx"))
    book = openpyxl.load_workbook(path)
    for column, cell in enumerate(book["Return"][2], 1):
        book["Return"].cell(3, column).value = cell.value if column > 1 else None
    book.save(path)
    assert who(path) == (
        None, f"it is the part of {POLICE} in the register audits: enter its rows there, since one "
        "that is accepted replaces the whole")


def test_rows_of_one_agency_are_no_whole_register(tmp_path):
    lines = (ROOT / "pscb_lib" / "samples" / "audits.csv").read_text(encoding="utf-8").splitlines()
    own = [line for line in lines[1:] if ",Cambs Constabulary," in line]
    (tmp_path / "audits.csv").write_text("\n".join([lines[0], *own]) + "\n", encoding="utf-8")
    assert own and who(tmp_path / "audits.csv")[0] is None


@pytest.mark.parametrize("name", ["the Board's office", "board's office"])
def test_the_office_may_be_named_as_the_sender(tmp_path, name):
    post = tmp_path / "post"
    write_csv(post / "one.csv", COUNT, CAFCASSES)
    done = accept(post, "--from", name)
    assert done.returncode == 0, done.stderr
    assert ledger(post) == {"one.csv": OFFICE}


def test_a_folder_without_a_file_accepts_nothing(tmp_path):
    (tmp_path / "post").mkdir()
    done = accept(tmp_path / "post", "--yes")
    assert (done.returncode, done.stdout, done.stderr) == (
        3, "", "There is no file to accept.\n")


def test_a_file_that_changed_after_it_was_proposed_is_refused(tmp_path):
    path = write_csv(tmp_path / "police.csv", CAFCASSES)
    before = proposed(path)
    write_csv(path, CAFCASSES | {"numerator": "13"})
    runs = find_runs(ROOT)
    now, = check_paths([path], find_returns(),
                       lambda kind, _: make_context(ROOT, run_of(runs, kind)))
    with pytest.raises(InputError) as refusal:
        refuse_other(now, {path: before})
    assert str(refusal.value) == ("police.csv: changed after its sender was proposed; close it and "
                                  "accept it again")
    assert isinstance(now, CheckedFile) and refuse_other(now, {path: proposed(path)}) == CAFCASS


def on_a_terminal(post: Path, answer: str) -> tuple[int, str]:
    """Accept a folder on a terminal of its own, and answer the question there."""
    import pty

    ours, theirs = pty.openpty()
    done = subprocess.Popen(
        [sys.executable, "-m", "pscb_lib", "accept", post, *ON, "--returns",
         post.parent / "returns"], cwd=ROOT, stdin=theirs, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, text=True, env=os.environ | {"PYTHONIOENCODING": "utf-8"})
    os.close(theirs)
    os.write(ours, f"{answer}\n".encode())
    said, _ = done.communicate(timeout=300)
    os.close(ours)
    return done.returncode, said


@needs_fork
@pytest.mark.slow
@pytest.mark.parametrize(("answer", "code", "senders"), [
    ("y", 0, {"police.csv": CAFCASS}), ("n", 3, {}), ("", 3, {})])
def test_on_a_terminal_the_officer_is_asked(tmp_path, answer, code, senders):
    post = tmp_path / "post"
    write_csv(post / "police.csv", CAFCASSES)
    returned, said = on_a_terminal(post, answer)
    assert "Accept one file from these senders? [y/N]" in said
    assert (returned, ledger(post)) == (code, senders)

"""A line of the ledger is never edited: a later line corrects it, by command."""

from __future__ import annotations

import shutil
from datetime import date

import pytest
from click.testing import CliRunner
from papers import ROOT
from recorded import ANSWERED, ASKED, write_ledger

from pscb_lib.board.ledger import read_ledger
from pscb_lib.board.questions import read_questions
from pscb_lib.commands.cli import main
from pscb_lib.framework.audit_summary.evidence import Evidence
from pscb_lib.reading.findings import InputError

LAST = date(2015, 12, 31)
CORRECTED = {"on": "2015-05-01", "event": "corrected", "by": "Business Manager", "id": "MA1"}
WHO = ("--by", "A post", "--on", "2015-05-01")


@pytest.fixture
def project(tmp_path):
    for folder in ("params", "notebooks"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    return tmp_path


def run(project, *arguments):
    done = CliRunner().invoke(main, [*arguments, "--project", str(project)])
    return (done.stdout or done.stderr).rstrip("\n")


def asked(folder, as_of=LAST):
    (found,) = read_questions(folder, as_of, ASKED["report"])
    return found


def test_a_report_prints_the_correction_known_on_its_day(tmp_path):
    write_ledger(tmp_path, ASKED, CORRECTED | {"question": "Why did visits rise?"})
    assert asked(tmp_path, date(2015, 4, 30)).question == ASKED["question"]
    assert asked(tmp_path, date(2015, 5, 1)).question == "Why did visits rise?"


def test_a_reply_is_corrected_and_the_question_stays(tmp_path):
    write_ledger(tmp_path, ASKED, ANSWERED, CORRECTED | {"answer": "In June."})
    found = asked(tmp_path)
    assert (found.answer, found.question) == ("In June.", ASKED["question"])


@pytest.mark.parametrize(("lines", "says"), [
    pytest.param([CORRECTED | {"question": "Why?"}], "row 2: MA1 is not a question that was asked; "
                 "see the ids in params/ledger.csv", id="of nothing"),
    pytest.param([ASKED, CORRECTED], "row 3: MA1 is given nothing to correct; give what is to "
                 "stand there", id="with nothing"),
    pytest.param([ASKED, CORRECTED | {"answer": "In June."}], "row 3: MA1 has no answer to "
                 "correct; record it with pscb answer", id="of an answer not given"),
    pytest.param([ASKED, CORRECTED | {"due_on": "2014-01-01"}], "row 3: MA1 is due before the day "
                 "it was asked; correct one of the two days", id="to a day before"),
    pytest.param([ASKED, CORRECTED | {"on": "2014-01-01", "question": "Why?"}], "row 3: MA1 is "
                 f"dated 2014-01-01, before {ASKED['on']}, the day of the last line about it; "
                 "correct the day", id="before it was asked"),
])
def test_a_correction_that_is_refused(tmp_path, lines, says):
    write_ledger(tmp_path, *lines)
    with pytest.raises(InputError) as refusal:
        read_ledger(tmp_path, LAST)
    assert str(refusal.value) == f"ledger.csv, {says}"


def test_a_line_of_old_that_cannot_be_printed_is_read_by_name_and_put_right(project):
    write_ledger(project / "params", ASKED | {"question": "Ring ☎?"})
    assert asked(project / "params").question == "Ring (☎ (U+260E BLACK TELEPHONE))?"
    assert run(project, "correct", "MA1", "--question", "Ring whom?", *WHO) == (
        "MA1  question corrected")
    assert asked(project / "params").question == "Ring whom?"


@pytest.mark.parametrize(("command", "column", "value"), [
    (("ask", "Ring ☎?", "--report", "audit_programme", "--owner", "A post", "--due", "2015-06-30",
      "--on", "2015-05-01"), "question", "Ring ☎?"),
    (("answer", "MA1", "Ring ☎.", *WHO), "answer", "Ring ☎."),
    (("correct", "MA1", "--question", "Ring ☎?", *WHO), "question", "Ring ☎?"),
    (("answer", "MA1", "Yes.", "--by", "☎", "--on", "2015-05-01"), "by", "☎"),
])
def test_a_command_refuses_what_cannot_be_printed(project, command, column, value):
    write_ledger(project / "params", ASKED)
    before = (project / "params" / "ledger.csv").read_bytes()
    assert run(project, *command) == (
        f"pscb: ledger.csv, column {column}, value '{value}': holds ☎ (U+260E BLACK TELEPHONE), "
        "which cannot be printed; write it in words")
    assert (project / "params" / "ledger.csv").read_bytes() == before


def test_a_command_normalises_what_has_an_equal_and_says_so(project):
    write_ledger(project / "params", ASKED)
    assert run(project, "answer", "MA1", "\uf0b7 In June.", *WHO) == (
        "MA1  answer recorded\nNORMALISED  U+F0B7 read as •; see that this is what is meant")
    assert asked(project / "params").answer == "• In June."


def test_the_kind_of_evidence_may_be_given_later(tmp_path):
    done = ANSWERED | {"action": "A list.", "outcome": "Visits rose."}
    write_ledger(tmp_path, ASKED, done, CORRECTED | {"kind": "audit"})
    assert asked(tmp_path).evidence is Evidence.AUDIT


@pytest.mark.parametrize(("lines", "says"), [
    pytest.param([ASKED, ANSWERED, CORRECTED | {"kind": "audit"}], "row 4: MA1 has no outcome "
                 "to correct; record it with pscb answer", id="of an outcome not given"),
    pytest.param([ASKED, ANSWERED | {"kind": "data"}], "row 3, column kind and outcome, "
                 "value 'data and ': a kind of evidence is that of an outcome; fill outcome",
                 id="with an answer alone"),
])
def test_a_kind_of_evidence_is_that_of_an_outcome(tmp_path, lines, says):
    write_ledger(tmp_path, *lines)
    with pytest.raises(InputError) as error:
        read_ledger(tmp_path, LAST)
    assert says in str(error.value)

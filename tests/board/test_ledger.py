"""The ledger: lines are read in order, added and never edited."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest
from papers import ROOT
from recorded import ANSWERED, ASKED, write_ledger

from pscb_lib.board.ledger import Event, Line, append, read_ledger
from pscb_lib.board.ledger.lines import NAMES
from pscb_lib.board.ledger.requests import requested_audits
from pscb_lib.board.ledger.route import add_route
from pscb_lib.board.programme import read_programme
from pscb_lib.framework.scheduling.planner import Decision, Progress
from pscb_lib.framework.spellings import parse_period
from pscb_lib.reading.findings import InputError
from pscb_lib.running.inputs import hash_known

REPORT = {"report": "quarterly_data_set", "period": "2014-15 Q3"}
RECEIVED = {"on": "2015-02-04", "event": "received", "by": "Business Manager",
            "set_sha256": "aa", **REPORT}
SCRUTINISED = {"on": "2015-02-11", "event": "scrutinised", "by": "Q&E Group Chair",
               "set_sha256": "aa", "decision": "tabled", **REPORT}
PRESENTED = {"on": "2015-03-03", "event": "presented", "by": "Q&E Group Chair",
             "set_sha256": "bb", "decision": "tabled", **REPORT}
REQUEST = {"on": "2015-01-20", "event": "audit requested", "by": "PSCB", "id": "AR1",
           "question": "Visits", "owner": "Housing", "due_on": "2015-03-01",
           "kind": "single-agency"}
PROGRAMME = read_programme(ROOT / "params" / "audit_programme.csv")
LAST = date(2015, 12, 31)
QUOTE = ("Reports will come to the Quality and Effectiveness Sub Group before being taken to the "
         "Board (section 5)")


def refused(folder, *lines):
    write_ledger(folder, *lines)
    with pytest.raises(InputError) as refusal:
        read_ledger(folder, LAST)
    return str(refusal.value)


@pytest.mark.parametrize(("lines", "says"), [
    pytest.param([PRESENTED], "row 2: quarterly_data_set, 2014-15 Q3 has not been scrutinised: "
                 f"{QUOTE}; record that first with pscb scrutinise", id="presented unscrutinised"),
    pytest.param([SCRUTINISED], "row 2: quarterly_data_set, 2014-15 Q3 has not been received: "
                 f"{QUOTE}; record that first with pscb receive", id="scrutinised unreceived"),
    pytest.param([RECEIVED, RECEIVED], "row 3: quarterly_data_set, 2014-15 Q3 was received on "
                 "2015-02-04; nothing is recorded twice", id="the same set received twice"),
    pytest.param([RECEIVED, SCRUTINISED, SCRUTINISED], "row 4: quarterly_data_set, 2014-15 Q3 was "
                 "scrutinised on 2015-02-11; nothing is recorded twice", id="scrutinised twice"),
    pytest.param([RECEIVED, SCRUTINISED, PRESENTED, PRESENTED], "row 5: quarterly_data_set, "
                 "2014-15 Q3 was presented on 2015-03-03; nothing is recorded twice",
                 id="presented twice"),
    pytest.param([RECEIVED, SCRUTINISED | {"set_sha256": "cc"}], "row 3: quarterly_data_set, "
                 "2014-15 Q3 has another set than the one received; record the new set with pscb "
                 "receive", id="another set scrutinised than the one received"),
    pytest.param([RECEIVED, SCRUTINISED, PRESENTED | {"decision": "for information"}],
                 "row 4: quarterly_data_set, 2014-15 Q3 was judged tabled when it was "
                 "scrutinised; present it so", id="presented otherwise than judged"),
    pytest.param([RECEIVED, SCRUTINISED | {"on": "2015-02-03"}], "row 3: quarterly_data_set, "
                 "2014-15 Q3 is dated 2015-02-03, before 2015-02-04, the day of the last line "
                 "about it; correct the day", id="scrutinised before it was received"),
    pytest.param([RECEIVED, SCRUTINISED, PRESENTED | {"decision": ""}], "row 4, column event, "
                 "value 'presented': the line lacks a cell that such an event needs; lines are "
                 "never edited: restore it", id="presented without a decision"),
    pytest.param([ANSWERED], "row 2: MA1 is not a question that was asked; see the ids in "
                 "params/ledger.csv", id="an answer to nothing"),
    pytest.param([ASKED, ASKED], "row 3: MA1 is in the ledger already; nothing is recorded twice",
                 id="one id for two questions"),
    pytest.param([ASKED | {"due_on": "2014-09-09"}], "row 2: MA1 is due before the day it was "
                 "asked; correct one of the two days", id="due before it was asked"),
    pytest.param([ASKED, ANSWERED, ANSWERED], "row 4: MA1 has its answer already; a line is never "
                 "edited; pscb correct puts it right", id="answered twice"),
    pytest.param([ASKED, ANSWERED | {"answer": ""}], "row 3: MA1 has an action before it has an "
                 "answer; give the answer too", id="an action without the answer it follows"),
    pytest.param([ASKED, ANSWERED | {"answer": "", "action": ""}], "row 3: MA1 is given no "
                 "reply; give an answer, an action or an outcome", id="an empty answer"),
    pytest.param([REQUEST, ANSWERED | {"id": "AR1", "on": "2015-02-01"}], "row 3: AR1 is an audit: "
                 "its report answers it; register it in audits.csv of the returns under this id",
                 id="an audit answered by words"),
    pytest.param([REQUEST | {"by": "Housing"}], "row 2, column event and by, value 'audit "
                 "requested and Housing': an audit or paper is requested by Q&E or by the Board; "
                 "write Q&E or Board",
                 id="an audit requested by an agency"),
    pytest.param([RECEIVED | {"answer": "It is late."}], "row 2, column decision and answer, value "
                 "' and It is late.': a reason is that of a decision; fill decision",
                 id="a reason without a decision"),
    pytest.param([REQUEST | {"owner": ""}], "row 2, column kind and owner, value 'single-agency "
                 "and ': a single-agency audit names its agency; fill owner",
                 id="an audit that nobody is to make"),
])
def test_a_line_out_of_order_refuses_the_ledger(tmp_path, lines, says):
    assert refused(tmp_path, *lines) == f"ledger.csv, {says}"


def test_a_corrected_set_may_be_received_again_until_it_is_scrutinised(tmp_path):
    again = RECEIVED | {"set_sha256": "cc", "on": "2015-02-05"}
    write_ledger(tmp_path, RECEIVED, again, SCRUTINISED | {"set_sha256": "cc"})
    assert len(read_ledger(tmp_path, LAST)) == 3


def test_nothing_later_than_the_day_is_known_or_counts_in_the_hash(tmp_path):
    day = date(2015, 2, 10)
    write_ledger(tmp_path, RECEIVED)
    before = hash_known(tmp_path / "ledger.csv", str(day))
    write_ledger(tmp_path, RECEIVED, SCRUTINISED)
    assert [line.event for line in read_ledger(tmp_path, day)] == [Event.RECEIVED]
    assert hash_known(tmp_path / "ledger.csv", str(day)) == before != hash_known(
        tmp_path / "ledger.csv", str(LAST))


@pytest.mark.parametrize("written", [
    pytest.param("{:%d/%m/%Y}", id="as Excel writes it"), pytest.param("{}", id="in ISO form")])
def test_a_line_known_by_the_day_counts_in_the_hash_however_days_are_written(tmp_path, written):
    day = date(2015, 2, 11)
    counted = [{**line, "on": written.format(date.fromisoformat(line["on"]))}
               for line in (RECEIVED, SCRUTINISED, PRESENTED)]
    hashes = [hash_known(write_ledger(tmp_path, *counted[:number]), written.format(day))
              for number in (1, 2, 3)]
    assert hashes[0] != hashes[1] == hashes[2]


def test_a_line_without_a_valid_day_always_counts_in_the_hash(tmp_path):
    hashes = {hash_known(write_ledger(tmp_path, *lines), "2014-01-01")
              for lines in ([], [RECEIVED | {"on": "soon"}])}
    assert len(hashes) == 2


def test_the_route_goes_into_the_planner_and_replaces_its_dates(tmp_path):
    write_ledger(tmp_path, RECEIVED, SCRUTINISED, PRESENTED,
                 RECEIVED | {"report": "12", "period": "2014-15 H1", "set_sha256": ""})
    quarter, half = parse_period("2014-15 Q3"), parse_period("2014-15 H1")
    typed = Progress(due_on=date(2015, 2, 1), received_on=date(2015, 2, 2))
    log = add_route({(10, quarter): typed}, read_ledger(tmp_path, LAST), PROGRAMME)
    assert log == {
        (10, quarter): Progress(date(2015, 2, 1), date(2015, 2, 4), date(2015, 2, 11),
                                date(2015, 3, 3), Decision.TABLED),
        (12, half): Progress(received_on=date(2015, 2, 4)),
    }


def test_an_audit_asked_for_is_on_the_register_until_the_register_has_it(tmp_path):
    write_ledger(tmp_path, REQUEST)
    lines = read_ledger(tmp_path, LAST)
    [audit] = requested_audits(lines, ())
    assert (audit.audit_id, audit.agency, audit.theme, audit.due_on) == (
        "AR1", "Housing", "Visits", date(2015, 3, 1))
    assert audit.is_outstanding(date(2015, 1, 20)) and audit.is_late(date(2015, 3, 2))
    assert requested_audits(lines, (audit,)) == ()


def line(**changes):
    return Line(**{"on": date(2014, 10, 30), "event": Event.ANSWERED, "by": "Team Manager",
                   "id": "MA1", "answer": 'Most, "they" said.', **changes})


@pytest.mark.parametrize("end", [
    pytest.param("\n", id="as it was written"), pytest.param("", id="its last line not ended")])
def test_earlier_lines_keep_their_bytes(tmp_path, end):
    path = write_ledger(tmp_path, ASKED)
    before = path.read_bytes().rstrip(b"\n") + end.encode()
    path.write_bytes(before)
    append(tmp_path, lambda earlier: line())
    assert path.read_bytes() == before.rstrip(b"\n") + (
        b'\n2014-10-30,answered,Team Manager,,,,,MA1,,,,,"Most, ""they"" said.",,,,\n')
    assert read_ledger(tmp_path, LAST)[1] == line()


@pytest.mark.parametrize(("spoil", "change", "says"), [
    pytest.param(lambda text: text.replace("owner", "Owner"), {}, "ledger.csv: has been saved in "
                 f"another form; save it as CSV UTF-8 with the columns {', '.join(NAMES)}",
                 id="columns that were renamed"),
    pytest.param(lambda text: text, {"answer": "=1+1"}, "ledger.csv, column answer, value '=1+1': "
                 "a spreadsheet would run it as a formula; begin with a word", id="a formula"),
    pytest.param(lambda text: text, {"by": " "}, "ledger.csv: nothing is added, as it could not "
                 "be read back (ledger.csv, row 3, column by, value ' ': must not be blank; "
                 "correct the cell); correct what was given", id="a blank that its reader refuses"),
    pytest.param(lambda text: text, {"answer": "a\rb"}, "ledger.csv, column answer, value "
                 "'a\\rb': holds a carriage return within its text; write it on one line",
                 id="a line that ends within a text"),
    pytest.param(lambda text: text, {"answer": "caf\udcff"}, "ledger.csv, column answer, value "
                 "'caf\\udcff': holds bytes that are not UTF-8 text; write it in UTF-8",
                 id="bytes of another encoding"),
])
def test_a_line_that_cannot_be_added_leaves_the_file_as_it_was(tmp_path, spoil, change, says):
    path = write_ledger(tmp_path, ASKED)
    path.write_text(spoil(path.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
    before = path.read_bytes()
    with pytest.raises(InputError) as refusal:
        append(tmp_path, lambda earlier: line(**change))
    assert str(refusal.value) == says
    assert path.read_bytes() == before


WRITER = """
import sys
from datetime import date
from pathlib import Path
from pscb_lib.running.inputs import hash_known
from pscb_lib.board.ledger import Event, Line, append
from pscb_lib.board.questions import QUESTION, numbered
for number in range(10):
    line = Line(date(2015, 1, 1), Event.ASKED, "Q&E", "small", question=sys.argv[2] + str(number),
                owner="A post", due_on=date(2015, 2, 1))
    append(Path(sys.argv[1]), numbered(line, QUESTION))
"""


def test_four_at_once_lose_no_line_and_share_no_number(tmp_path):
    write_ledger(tmp_path)
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, tmp_path, name])
               for name in "abcd"]
    assert [writer.wait(120) for writer in writers] == [0, 0, 0, 0]
    lines = read_ledger(tmp_path, LAST)
    assert sorted(one.question for one in lines) == [
        f"{name}{number}" for name in "abcd" for number in range(10)]
    assert [one.id for one in lines] == [f"MA{number}" for number in range(1, 41)]

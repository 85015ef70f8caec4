"""Private fostering: the Regulations on both sides of each limit, the sentences, and a real run."""

from __future__ import annotations

import os
import shutil
from contextlib import chdir

import pytest
from bad_returns import ROOT, as_csv
from projects import make_project
from warm_batches import CYCLE, warm

from pscb_lib.board.context import open_context
from pscb_lib.disclosure.showing import show
from pscb_lib.reading.findings import Reaction
from pscb_lib.reports.private_fostering import measures, page, returned, returned_visits


def lines(kind, rows, context):
    names = [field.name for field in kind.fields(context)]
    return [names, *([{**kind.example, **row}.get(name, "") for name in names] for row in rows)]


def read(folder, rows, visits=(), as_of="2015-01-31"):
    """Return the context and both returns; *visits* are days, or changes to the example."""
    with chdir(ROOT):
        context = open_context("2013-14", as_of, str(folder), "restricted")
    visits = [{"visited_on": one, "report_on": ""} if isinstance(one, str) else one
              for one in visits]
    checked = []
    for module, sent in ((returned, rows), (returned_visits, visits)):
        kind = module.RETURN
        table = lines(kind, sent, context) if sent else [
            [*lines(kind, (), context)[0], "nil_return"],
            [*[""] * len(kind.fields(context)), "yes"]]
        (folder / kind.folder_or_file).write_text(as_csv(table), encoding="utf-8")
        checked.append(kind.read_for(context))
    return context, *checked


def shown(folder, *returns, audience="restricted", **about):
    return show(measures.measure(*read(folder, *returns, **about)), audience)


def running(notified, began, **others):
    return {"notified_on": notified, "aware_on": notified, "began_on": began, **others}


CHRISTMAS = running("20/12/2013", "16/12/2013")
MAY = running("01/05/2013", "01/04/2013", ended_on="24/07/2013")
EARLIER = running("01/02/2012", "01/02/2012", ended_on="01/05/2013")


@pytest.mark.parametrize(("row", "visits", "place", "counts"), [
    pytest.param(CHRISTMAS, ["03/01/2014"], measures.IN_TIME, (1, 1),
                 id="regulation 4: the seventh working day, after three bank holidays"),
    pytest.param(CHRISTMAS, ["06/01/2014"], measures.IN_TIME, (0, 1), id="the eighth"),
    pytest.param(CHRISTMAS, [], measures.IN_TIME, (0, 1), id="never visited: in our share"),
    pytest.param(CHRISTMAS, [], measures.IN_TIME_OF_VISITED, (0, 0), id="and not in the other"),
    pytest.param(MAY, ["12/06/2013"], measures.EVERY_SIX, (1, 1),
                 id="regulation 8: 42 days twice, from when the authority was aware"),
    pytest.param(MAY, ["13/06/2013"], measures.EVERY_SIX, (0, 1), id="43 days once"),
    pytest.param(MAY, [], measures.EVERY_SIX, (0, 1), id="never visited in 84 days"),
    pytest.param(EARLIER, ["06/02/2013"], measures.EVERY_TWELVE, (1, 1), id="84 days"),
    pytest.param(EARLIER, ["05/02/2013"], measures.EVERY_TWELVE, (0, 1), id="85 days"),
])
def test_a_visit_is_in_time_on_the_last_day_and_not_after_it(tmp_path, row, visits, place, counts):
    figure = shown(tmp_path, [row], visits).get(*place)
    assert (figure.numerator, figure.denominator) == counts


@pytest.mark.parametrize(("as_of", "over"), [("2014-04-03", 1), ("2014-04-02", 0)])
def test_a_notification_counts_once_its_seven_working_days_are_over(tmp_path, as_of, over):
    of_march = running("25/03/2014", "20/03/2014")
    assert shown(tmp_path, [of_march], as_of=as_of).get(*measures.OVER).value == over


@pytest.mark.parametrize(("row", "ended"), [
    pytest.param({"dob": "01/09/1997"}, True, id="16 in the year"),
    pytest.param({"dob": "01/09/1997", "disabled": "yes"}, False, id="16 and disabled"),
    pytest.param({"dob": "01/04/1998"}, False, id="16 on the day after the year"),
    pytest.param({"ended_on": "31/03/2014"}, True, id="ended on the last day"),
    pytest.param({"ended_on": "11/05/2013", "aware_on": "12/05/2013"}, True,
                 id="known only after its end"),
])
def test_running_plus_began_is_ended_plus_running(tmp_path, row, ended):
    numbers = [shown(tmp_path, [row, EARLIER | {"arrangement_id": "PF-2", "ended_on": ""}]).get(
        measures.FLOW, label).value for label in measures.STOCK]
    assert numbers == [1, 1, int(ended), 2 - ended]


@pytest.mark.parametrize(("rows", "visits", "says"), [
    pytest.param([{"proposal": "yes"}], [], "private_fostering.csv, row 2, column proposal and "
                 "notified_on and began_on, value 'yes and 13/05/2013 and 02/05/2013': a proposal "
                 "is notified before it begins, a running arrangement after that; correct the one "
                 "that is wrong", id="a proposal that has begun"),
    pytest.param([{"relationship": "Step-parent"}], [], "private_fostering.csv, row 2, column "
                 "relationship, value 'Step-parent': a close relative is not a private foster "
                 "carer; take the row out, or correct the relationship", id="a close relative"),
    pytest.param([{}], [{"arrangement_id": "PF-1"}], "private_fostering_visits.csv, row 2, column "
                 "arrangement_id, value 'PF-1': is in no row that is used of "
                 "private_fostering.csv; correct it, or send that row", id="a visit of nobody"),
])
def test_each_broken_rule_has_its_message(tmp_path, rows, visits, says):
    _, *checked = read(tmp_path, rows, visits)
    assert [str(finding) for one in checked for finding in one.findings
            if finding.reaction is Reaction.REJECTED] == [says]


@pytest.mark.parametrize(("rows", "audience", "says"), [
    pytest.param([MAY, CHRISTMAS | {"arrangement_id": "PF-2"}], "restricted",
                 "In 2013/14 the authority was notified of two private fostering arrangements; one "
                 "was running on 31 March 2014. 1 of 2 children notified was visited within "
                 "seven working days. None of the two children whose arrangement began in "
                 "the year were "
                 "visited at least every six weeks.", id="all shown"),
    pytest.param([MAY], "public", "The answer is not shown, because of small numbers.",
                 id="small numbers"),
    pytest.param([], "board", "In 2013/14 the authority was notified of no private fostering "
                 "arrangements; none were running on 31 March 2014.", id="a nil return"),
])
def test_the_answer(tmp_path, rows, audience, says):
    visits = [{"arrangement_id": "PF-001", "visited_on": "02/05/2013", "report_on": ""}]
    context, *checked = read(tmp_path, rows, visits if rows else ())
    lead = page.answer(show(measures.measure(context, *checked), audience), context.period)
    assert lead.words.replace("**", "") == says


def test_a_child_whose_seven_working_days_run_is_not_among_those_visited_in_time(tmp_path):
    rows = [MAY, MAY | {"arrangement_id": "PF-2"},
            running("25/03/2014", "20/03/2014", arrangement_id="PF-3")]
    visits = [{"arrangement_id": one, "visited_on": "02/05/2013", "report_on": ""}
              for one in ("PF-001", "PF-2")]
    context, *checked = read(tmp_path, rows, visits, as_of="2014-04-02")
    said = page.answer(show(measures.measure(context, *checked), "restricted"), context.period)
    assert ("All two children notified whose seven working days are over were visited within seven "
            "working days.") in said.words


def test_the_sentence_on_awareness(tmp_path):
    said = page.say_awareness(shown(tmp_path, [MAY, EARLIER | {"arrangement_id": "PF-2"}]))
    assert said.words == (
        "Two arrangements were notified in three years, most often by a school, never by a parent "
        "or carer, a health service, another service, social care itself or another person. Few "
        "notifications may mean that few people know of the duty to notify.")


def test_one_arrangement_was_notified(tmp_path):
    said = page.say_awareness(shown(tmp_path, [MAY]))
    assert said.words.startswith(
        "One arrangement was notified in three years, most often by a school, never by a parent ")


@pytest.mark.skipif(os.name == "nt", reason="runs are forked from a warm server")
def test_three_sets_are_made_and_nothing_leaks(tmp_path):
    project = make_project(tmp_path / "a project")
    shutil.copy(ROOT / "notebooks" / "private_fostering.ipynb", project / "notebooks")
    for path in (ROOT / "pscb_lib" / "samples").glob("private_fostering*.csv"):
        shutil.copy(path, project / "returns")
    (project / "params" / CYCLE / "private_fostering.yaml").write_text(
        'period: "2013-14"\nas_of: "2015-01-31"\nreturns_folder: "returns"\n', encoding="utf-8")
    done = warm("run", "--audience", "restricted,board,public", cwd=project)
    assert (done.returncode, done.stdout.count(" 168 ")) == (0, 3), done.stderr
    text = (project / "outputs" / CYCLE / "board" / "private_fostering" / "report.html").read_text(
        encoding="utf-8")
    assert "All 18 children notified were visited within seven working days." in text
    audit = warm("audit", "outputs", cwd=project)
    assert (audit.returncode, "2 sets read; 0 leaks" in audit.stdout) == (0, True), audit.stdout

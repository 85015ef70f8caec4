"""Where a paper stands on the agenda: what an officer has set, and nothing that nobody has."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from pscb_lib.board.agenda_numbers import read_numbers
from pscb_lib.board.programme import read_programme
from pscb_lib.page.words.reference import reference_line
from pscb_lib.reading.findings import InputError

HEAD = "group,report,agenda_item,paper\n"


def line(context, report="quarterly_data_set", item=10, **changes):
    audit = read_programme(context.params / "audit_programme.csv").item(item)
    return reference_line(replace(context, **changes), report, audit)


@pytest.fixture
def context(sample, sample_project):
    """The sample's context in a copy of its project, whose agenda may be written."""
    return replace(sample.context, root=sample_project)


def set_agenda(context, rows):
    path = context.params / "2014-15-q3" / "agenda.csv"
    path.write_text(HEAD + rows, encoding="utf-8")
    return path


@pytest.mark.parametrize(("audience", "expected"), [
    ("restricted", "11 February 2015 · Agenda item 4 · Paper QE 15/02"),
    ("board", "3 March 2015 · Agenda item 6 · Paper PSCB 15/04"),
    ("public", "3 March 2015 · Agenda item 6 · Paper PSCB 15/04"),
])
def test_each_set_is_a_paper_of_the_meeting_that_takes_it(sample, audience, expected):
    assert line(sample.context, audience=audience) == expected


@pytest.mark.parametrize(("rows", "expected"), [
    pytest.param("", "3 March 2015", id="no row"),
    pytest.param("Board,quarterly_data_set,,\n", "3 March 2015", id="blank numbers"),
    pytest.param("PSCB,quarterly_data_set,6,\n", "3 March 2015 · Agenda item 6", id="no paper"),
    pytest.param("Board,quarterly_data_set,,15/4\n", "3 March 2015 · Paper 15/4", id="no item"),
    pytest.param("Q&E,quarterly_data_set,4,\n", "3 March 2015", id="another meeting's"),
])
def test_what_nobody_has_set_is_not_printed(context, rows, expected):
    set_agenda(context, rows)
    assert line(context) == expected


def test_without_the_file_the_meeting_alone_is_known(context):
    (context.params / "2014-15-q3" / "agenda.csv").unlink()
    assert line(context) == "3 March 2015"


def test_a_paper_of_another_period_has_no_number_of_this_cycle(context):
    assert line(context, period=context.period.previous) == "3 March 2015"


def test_a_paper_to_no_meeting_has_no_reference(sample):
    assert line(sample.context, item=3) == ""
    assert line(sample.context, as_of=date(2030, 1, 1)) == ""


def test_a_paper_is_on_an_agenda_once(context):
    path = set_agenda(context, "Board,method,6,\nPSCB,method,7,\n")
    with pytest.raises(InputError) as found:
        read_numbers(path.parent)
    assert str(found.value) == ("2014-15-q3/agenda.csv, column report, value 'method': is there "
                                "twice for Board; keep one of the two rows")

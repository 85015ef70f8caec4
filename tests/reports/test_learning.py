"""Learning: who was told, reached, knew and used it, and what is said where little is known."""

from __future__ import annotations

from contextlib import chdir

import pytest
from bad_returns import ROOT, as_csv

from pscb_lib.board.context import open_context
from pscb_lib.disclosure.showing import show
from pscb_lib.framework.months import say_day
from pscb_lib.page.blocks import Lead
from pscb_lib.reports.learning import measures, page, places
from pscb_lib.reports.learning.known import RETURNS, known_from

SENT = {"channel": "briefing", "sent_on": "22/09/2014", "reached_n": "40"}
SILENT = {"agency": "Housing", "role_group": "housing officers", "staff_n": "36", "channel": "",
          "sent_on": "", "reached_n": ""}
ELSEWHERE_OPEN = {"review": "Review D", "considered_on": "", "applies": "", "why": ""}


def read(folder, sent=None, checks=None, elsewhere=None, as_of="2015-04-30"):
    """Return what is known and shown; each argument is changes to the example, None for no file."""
    with chdir(ROOT):
        context = open_context("2014-15", as_of, str(folder), "restricted")
    returned = []
    for kind, rows in zip(RETURNS, (sent, checks, elsewhere), strict=True):
        names = [field.name for field in kind.fields(context)]
        if rows is not None:
            table = [names, *([{**kind.example, **row}.get(name, "") for name in names]
                              for row in rows)]
            (folder / kind.folder_or_file).write_text(as_csv(table), encoding="utf-8")
        returned.append(kind.read_for(context))
    with chdir(ROOT):
        known = known_from(context, *returned)
    return known, show(measures.measure(context, *returned), "restricted")


def counts(shown, place):
    figure = shown.get(*place)
    return figure.numerator, figure.denominator


def said(block: Lead) -> str:
    return block.words


@pytest.mark.parametrize(("rows", "told", "reached"), [
    pytest.param([SENT], (1, 1), (40, 44), id="told"),
    pytest.param([SENT, SILENT], (1, 2), (40, 44), id="what an agency has not said is in no share"),
    pytest.param([SENT, SENT | {"role_group": "managers", "staff_n": "6", "channel": "",
                                "sent_on": "", "reached_n": ""}], (1, 1), (40, 50),
                 id="told, though one of its groups was not"),
    pytest.param([SENT | {"reached_n": ""}], (1, 1), (0, 44), id="sent, and nobody counted"),
    pytest.param([SENT | {"sent_on": "04/05/2015"}], (0, 1), (0, 0),
                 id="told after the day of the report"),
    pytest.param([SENT | {"agreed_on": "31/03/2014"}], (0, 0), (0, 0), id="agreed in another year"),
])
def test_agencies_told_and_staff_reached(tmp_path, rows, told, reached):
    _, shown = read(tmp_path, rows)
    assert (counts(shown, places.ALL_TOLD), counts(shown, places.ALL_REACHED)) == (told, reached)


def test_those_who_knew_and_used_it_are_of_those_asked(tmp_path):
    _, shown = read(tmp_path, [SENT], [
        {}, {"checked_on": "20/02/2015", "asked_n": "10", "knew_n": "6", "used_n": "2"}])
    assert counts(shown, places.ALL_KNEW) == (11 + 6, 12 + 10)
    assert counts(shown, places.ALL_USED) == (8 + 2, 12 + 10)


@pytest.mark.parametrize(("used", "asks"), [("8", False), ("7", True)])
def test_it_is_asked_why_fewer_than_two_thirds_have_used_it(tmp_path, used, asks):
    known, shown = read(tmp_path, [SENT], [{"asked_n": "12", "knew_n": "11", "used_n": used}])
    question = page.ask_used(shown, known)
    assert (question is not None) == asks


@pytest.mark.parametrize(("reached", "asks"), [("30", False), ("29", True)])
def test_an_agency_that_reached_fewer_than_two_thirds_of_those_told_is_asked(
        tmp_path, reached, asks):
    known, shown = read(tmp_path, [SENT | {"staff_n": "45", "reached_n": reached}])
    question = page.ask_reached(shown, known)
    assert (question is not None) == asks
    assert not asks or question.words.endswith(f" ({reached} of 45 reached)?")


def test_what_an_agency_has_not_said_is_no_zero(tmp_path):
    known, shown = read(tmp_path, [SENT, SILENT])
    silent, = known.silent
    assert shown.get(places.GRID, silent, known.points[0].point).state == "not said"
    assert "not said" in page.plot_grid(shown, known).svg


def test_the_answer_of_several_points_counts_times(tmp_path):
    known, shown = read(tmp_path, [SENT, SENT | {"point_id": "L-02", "point": "Another"}], [
        {"asked_n": "12", "knew_n": "11", "used_n": "6"}])
    assert said(page.answer(shown, known)).startswith(
        "**Two learning points were agreed. Of 88 staff to be reached, each counted once for each "
        "point, agencies reached 80 (90.9%). Asked 12 times, staff knew the point 11 times and had "
        "used it 6 times (50.0%).**")


def test_the_answer_begins_with_the_point_used_least(tmp_path):
    known, shown = read(tmp_path, [SENT, SENT | {"point_id": "L-02", "point": "Another"}], [
        {"asked_n": "12", "knew_n": "11", "used_n": "6"},
        {"point_id": "L-02", "asked_n": "12", "knew_n": "3", "used_n": "3"}], [{}])
    day = known.reviews[0].considered_on
    assert said(page.answer(shown, known)) == (
        "**“Another” is the learning point used least: 3 of 12 staff asked had used it (25.0%).** "
        "Of 88 staff to be reached, each counted once for each point, agencies reached 80 (90.9%). "
        "Every agency told its staff. One "
        f"other area's review applies here and has had no action since {say_day(day)}.")


def test_a_point_is_described_once(tmp_path):
    other = SENT | {"agency": "CPFT", "point": "Another text"}
    known, shown = read(tmp_path, [SENT, other])
    assert [one.agencies for one in known.points] == [("Children's social care",)]


def test_two_points_of_one_text_are_told_apart_by_their_ids(tmp_path):
    known, _ = read(tmp_path, [SENT, SENT | {"point_id": "L-02"}])
    text = RETURNS[0].example["point"]
    assert [one.point for one in known.points] == [f"{text} (L-01)", f"{text} (L-02)"]


def test_a_review_that_was_not_considered_is_asked_for(tmp_path):
    known, shown = read(tmp_path, [SENT], elsewhere=[{}, ELSEWHERE_OPEN])
    assert counts(shown, places.CONSIDERED) == (1, 2)
    assert page.ask_reviews(shown, known).words == (
        "When will you consider “Review D”? What will be done here after “Review C”, which "
        "applies and has no action?")


def test_what_was_not_supplied_is_said_and_not_counted_as_none(tmp_path):
    known, shown = read(tmp_path)
    assert said(page.answer(shown, known)) == (
        "Learning was not supplied: it is not known what reached the agencies' staff.")
    assert shown.get(*places.ALL_REACHED).state == shown.get(*places.CONSIDERED).state == (
        "not supplied")


def test_the_answer_of_one_point_told_to_all(tmp_path):
    known, shown = read(tmp_path, [SENT | {"arises_from": "good practice"}])
    assert said(page.answer(shown, known)) == (
        "**One learning point was agreed. Of the staff who need it, 40 of 44 (90.9%) were "
        "reached. No staff were asked whether they knew it or had used it.** Every agency told its "
        "staff. It is good practice.")

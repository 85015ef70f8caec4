"""Membership: empty seats, their days, levels and inductions, and whole sentences."""

from __future__ import annotations

from contextlib import chdir
from datetime import date

import pytest
from bad_returns import ROOT, as_csv

from pscb_lib.board.context import open_context
from pscb_lib.disclosure.showing import show
from pscb_lib.framework.rag import FRAMEWORK
from pscb_lib.reports.membership import known, measures, page, places

EVER = {"seat_id": "S01", "from_on": "02/04/2013", "induction_on": "14/05/2013"}
EMPTY = {"seat_id": "S02", "agency": "Cafcass", "role_title": "", "level": "",
         "from_on": "", "induction_on": ""}
NEW = EVER | {"from_on": "30/11/2014", "induction_on": ""}
LAY = {"agency": "", "level": "lay", "role_title": "Lay member"}
TRUST = "Cambridgeshire and Peterborough Probation Trust"


def read(folder, seats, events=(), as_of="2015-04-30"):
    """Return what is known and shown; each row is changes to the example."""
    with chdir(ROOT):
        context = open_context("2014-15", as_of, str(folder), "restricted")
        for kind, rows in zip(known.RETURNS, (seats, events), strict=True):
            names = [field.name for field in kind.fields(context)]
            table = [names, *([{**kind.example, **row}.get(name, "") for name in names]
                              for row in rows)]
            if rows:
                (folder / kind.folder_or_file).write_text(as_csv(table), encoding="utf-8")
        returned = [kind.read_for(context) for kind in known.RETURNS]
        return (known.known_from(context, *returned),
                show(measures.measure(context, *returned), "restricted"))


def counts(shown, place):
    figure = shown.get(*place)
    return figure.numerator, figure.denominator


def words(block):
    return "".join(run["text"] for run in block.as_json()["runs"])


@pytest.mark.parametrize(("rows", "days", "of"), [
    pytest.param([EVER], 0, 365, id="held all year"),
    pytest.param([EMPTY], 365, 365, id="never held"),
    pytest.param([EVER | {"to_on": "31/03/2015"}], 0, 365, id="left on the last day"),
    pytest.param([EVER | {"to_on": "30/03/2015"}], 1, 365, id="left the day before it"),
    pytest.param([EVER | {"to_on": "31/05/2014"}, EVER | {"from_on": "01/06/2014",
                                                         "induction_on": ""}], 0, 365,
                 id="followed the next day"),
    pytest.param([EVER | {"to_on": "31/05/2014"}, EVER | {"from_on": "08/06/2014",
                                                         "induction_on": ""}], 7, 365,
                 id="followed a week later"),
    pytest.param([EVER, EVER | {"from_on": "08/06/2014", "induction_on": ""}], 0, 365,
                 id="the first holder's last day was not written"),
    pytest.param([EVER | {"voting": "no", "to_on": "31/05/2014"}], 0, 0,
                 id="an adviser, or the participating observer, is no member"),
    pytest.param([EVER | {"agency": TRUST, "to_on": "31/05/2014"}], 0, 61,
                 id="the seat of a body that was replaced ends with it"),
    pytest.param([EVER | {"agency": TRUST, "to_on": "31/05/2014"},
                  EVER | {"seat_id": "S02", "agency": "NPS", "from_on": "01/06/2014",
                          "induction_on": ""}], 0, 365, id="replaced, in another seat"),
    pytest.param([EVER | {"agency": TRUST, "to_on": "31/05/2014"},
                  EVER | {"agency": "NPS", "from_on": "01/06/2014", "induction_on": ""}], 0, 365,
                 id="replaced, in the same seat"),
    pytest.param([EVER | {"agency": "BeNCH Community Rehabilitation Company",
                          "from_on": "01/07/2014", "induction_on": ""}], 30, 304,
                 id="a new body that named nobody for a month"),
    pytest.param([EVER | {"required_by": "local", "from_on": "01/07/2014", "induction_on": ""}],
                 0, 274, id="a seat that the Board made for its first member"),
    pytest.param([EVER | {"required_by": "local", "to_on": "30/06/2014",
                          "seat_to_on": "31/07/2014"}], 31, 122, id="a seat that the Board ended"),
])
def test_the_days_on_which_a_seat_was_empty(tmp_path, rows, days, of):
    found, shown = read(tmp_path, rows)
    assert (sum(map(found.empty_days, found.seats)),
            shown.get(*places.EMPTY_DAYS).denominator) == (days, of)


def test_a_person_with_two_seats_fills_both_and_is_new_once(tmp_path):
    other = NEW | {"seat_id": "S02", "agency": "Education", "held_with": "S01"}
    _, shown = read(tmp_path, [NEW, other])
    assert counts(shown, places.REQUIRED_FILLED) == (2, 2)
    assert counts(shown, places.NEW) == (1, 2)
    assert counts(shown, places.INDUCTED) == (0, 1)


@pytest.mark.parametrize(("row", "expected"), [
    pytest.param(NEW | {"induction_on": "28/02/2015"}, (1, 1),
                 id="three months after 30 November end on 28 February"),
    pytest.param(NEW | {"induction_on": "01/03/2015"}, (0, 1), id="a day later"),
    pytest.param(NEW, (0, 1), id="never"),
    pytest.param(NEW | {"from_on": "30/01/2015"}, (0, 0), id="due on the day of the report"),
    pytest.param(NEW | {"from_on": "29/01/2015"}, (0, 1), id="due the day before it"),
    pytest.param(NEW | {"to_on": "31/12/2014"}, (0, 0), id="left before it was due"),
    pytest.param(EVER | {"induction_on": ""}, (0, 0), id="who came before the year"),
])
def test_inducted_within_three_calendar_months(tmp_path, row, expected):
    _, shown = read(tmp_path, [row])
    assert counts(shown, places.INDUCTED) == expected


@pytest.mark.parametrize(("level", "expected"), [
    ("chief or executive", (1, 1)), ("director or head", (1, 1)), ("manager", (0, 1))])
def test_who_can_commit_the_agency(tmp_path, level, expected):
    _, shown = read(tmp_path, [EVER | {"level": level}])
    assert counts(shown, places.COMMIT) == expected


def test_lay_members_are_counted_of_two_and_commit_no_agency(tmp_path):
    _, shown = read(tmp_path, [EVER | LAY])
    assert (counts(shown, places.LAY), counts(shown, places.COMMIT)) == ((1, 2), (0, 0))


def test_the_parts_of_the_seats_make_the_whole(tmp_path):
    _, shown = read(tmp_path, [EVER, EMPTY, EVER | {"seat_id": "S03", "required_by": "local"}])
    filled, empty, there = (shown.get(places.SEATS, "Total", column).value
                            for column in (places.FILLED, places.EMPTY, places.THERE))
    assert (filled, empty, there) == (2, 1, 3)
    assert counts(shown, places.REQUIRED_FILLED) == (1, 2)


def test_the_questions_go_to_who_must_act(tmp_path):
    found, shown = read(tmp_path, [EVER | {"level": "manager"}, EMPTY, NEW | LAY | {
        "seat_id": "S03"}, EMPTY | {"seat_id": "S04", "agency": ""}])
    owners = [one.owner for one in (page.ask_empty(shown, found), page.ask_too_low(shown, found),
                                    page.ask_not_inducted(shown, found))]
    assert owners == ["Cafcass and Independent Chair", "Children's Services", "Independent Chair"]
    assert page.ask_empty(shown, found).words == (
        "Who will sit for Cafcass, from which meeting, and who speaks for children there until "
        "then? By when will the second lay member be appointed?")


@pytest.mark.parametrize(("seats", "captions"), [
    pytest.param([EVER], ("The Board's membership, measured", "Members who are new"), id="one old"),
    pytest.param([EVER, NEW | {"seat_id": "S02"}], (
        "2 of 2 seats required by law were filled",
        "One new member, none inducted in time"), id="one new"),
    pytest.param([EVER, EMPTY], ("1 of 2 seats required by law was filled",
                                 "Members who are new"), id="one empty"),
])
def test_the_tables_are_headed_by_what_they_show(tmp_path, seats, captions):
    found, shown = read(tmp_path, seats)
    assert (page.tabulate_duty(shown, FRAMEWORK).caption,
            page.tabulate_new(shown, found).caption) == captions


def test_lay_members_are_told_apart_and_the_act_asks_for_two(tmp_path):
    found, shown = read(tmp_path, [EVER | LAY, NEW | LAY | {"seat_id": "S03"}])
    assert [found.label(one) for one in found.seats] == [
        "Lay member (first)", "Lay member (second)"]
    rows = page.tabulate_duty(shown, FRAMEWORK).groups[0].rows
    assert [[line["text"] for line in row[-1]] for row in rows[:2]] == [
        ["100%", "law"], ["2", "law"]]


@pytest.mark.parametrize(("seats", "says"), [
    pytest.param([], "The seats of the Board were not supplied: it is not known which are filled. "
                 "What members learnt was not supplied.", id="not supplied"),
    pytest.param([EVER], "On 31 March 2015 every seat that the law requires was filled. The one "
                 "member of an agency can commit it. Nobody was new. What members learnt was not "
                 "supplied.", id="filled"),
    pytest.param([EVER, EMPTY], "On 31 March 2015 1 of 2 seats that the law requires was "
                 "filled. Empty: Cafcass (for 52 weeks of the year). The one member of an agency "
                 "can commit it. Nobody was new. What members learnt was not supplied.",
                 id="one empty"),
    pytest.param([EVER, EMPTY, NEW | LAY | {"seat_id": "S03"}, EMPTY | {
        "seat_id": "S04", "agency": ""}], "On 31 March 2015 2 of 4 seats that the law requires "
                 "were filled. Empty: Cafcass (for 52 weeks of the year) and the second lay member "
                 "(52 weeks). The one member of an agency can commit it. One member was new and "
                 "was not inducted within three months. What members learnt was not supplied.",
                 id="two empty, one of a lay member"),
])
def test_the_answer(tmp_path, seats, says):
    found, shown = read(tmp_path, seats)
    assert words(page.answer(shown, found)) == says


def test_the_answer_on_development(tmp_path):
    found, shown = read(tmp_path, [EVER], [{}, {"subject": "Another", "changed": ""}])
    assert words(page.answer(shown, found)).endswith(
        "Two events for members were held, with 81.0% of places taken; after one of them a change "
        "is recorded.")
    assert page.tabulate_events(shown, found).caption == "A change is recorded after 1 of 2 events"
    assert page.ask_unchanged(shown, found).words == (
        "What will the Board do differently after “Another”, and how will it know?")


LATER = EVER | {"from_on": "11/05/2015", "induction_on": "12/05/2015"}


@pytest.mark.parametrize(("rows", "expected"), [
    pytest.param([LATER], (0, 1), id="required by law"),
    pytest.param([LATER | {"required_by": "local", "seat_from_on": "01/04/2014"}], (0, 1),
                 id="made by the Board before"),
    pytest.param([LATER | {"required_by": "local"}], (0, 0), id="made for its first holder"),
])
def test_a_seat_whose_first_holder_is_still_to_come_is_empty(tmp_path, rows, expected):
    found, shown = read(tmp_path, rows)
    assert tuple(shown.get(places.SEATS, "Total", column).value
                 for column in (places.FILLED, places.THERE)) == expected
    assert not any(one.holders for one in found.seats)


@pytest.mark.parametrize(("required_by", "says"), [
    ("statute", "Empty: a lay member"), ("regulation", "Empty: a member of no agency")])
def test_an_empty_seat_of_no_agency_is_a_lay_member_s_if_the_act_requires_it(
        tmp_path, required_by, says):
    found, shown = read(tmp_path, [EVER, EMPTY | {"agency": "", "required_by": required_by}])
    assert says in words(page.answer(shown, found))
    assert page.plot_year(shown, found) is not None


def test_what_was_not_so_on_the_day_of_the_report_is_not_told(tmp_path):
    found, _ = read(tmp_path, [EVER | {"to_on": "10/05/2015"},
                               EVER | {"from_on": "11/05/2015", "induction_on": ""}])
    assert [(one.from_on, one.to_on) for one in found.seats[0].holders] == [
        (date(2013, 4, 2), None)]

"""Allegations: each limit on both sides, cases across half-years, who may read what, sentences."""

from __future__ import annotations

from contextlib import chdir
from dataclasses import replace
from datetime import date

import pytest
from bad_returns import ROOT, as_csv

from pscb_lib.board.context import open_context
from pscb_lib.board.settings import EmployerClock
from pscb_lib.disclosure import counting
from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import show
from pscb_lib.page.tables.agreement import ask_agreement
from pscb_lib.reading.findings import Reaction
from pscb_lib.reports.allegations import measures, page, places, returned
from pscb_lib.reports.allegations.page.figures import plot_outcomes
from pscb_lib.reports.allegations.returned.record import KINDS, NOT_MET

NOW, BEFORE = "2014-15 H1", "2013-14 H2"
KIND = returned.RETURN
ADVICE = {"kind": "advice only", **dict.fromkeys(
    ("limb", "first_meeting_on", "closed_on", "outcome", "employment_outcome", "learning"), "")}
REFERRED = ADVICE | {"kind": NOT_MET}
OPEN = dict.fromkeys(("first_meeting_on", "closed_on", "outcome", "employment_outcome",
                      "learning"), "")


def case(received, closed="", **others):
    """A case received and closed on these days, known to its employer on the day of receipt."""
    ends = OPEN if not closed else {"first_meeting_on": "", "closed_on": closed}
    return {"received_on": received, "known_to_employer_on": received, **ends, **others}


def read(folder, *rows, before=None, period=NOW, as_of="2015-01-31", clock=None):
    """Return the context and the return of the half-year, and of the one before if given."""
    with chdir(ROOT):
        context = open_context(period, as_of, str(folder), "restricted")
    if clock:
        context = replace(context, settings=replace(context.settings, employer_clock=clock))
    names = [field.name for field in KIND.fields(context)]
    for label, sent in ((BEFORE, before), (period, rows)):
        if sent is not None:
            lines = [[{**KIND.example, "case_id": f"L-{number}",
                       **row}.get(name, "") for name in names]
                     for number, row in enumerate(sent)]
            nil = [[*names, "nil_return"], [*[""] * len(names), "yes"]]
            path = folder / KIND.folder_or_file / f"{label.lower().replace(' ', '-')}.csv"
            path.parent.mkdir(exist_ok=True)
            path.write_text(as_csv([names, *lines] if lines else nil), encoding="utf-8")
    return context, KIND.read_for(context)


def shown(folder, *rows, audience="restricted", **about):
    return show(measures.measure_allegations(*read(folder, *rows, **about)), audience)


def counts_of(figure):
    return figure.numerator, figure.denominator


@pytest.mark.parametrize(("received", "closed", "step", "is_in_time"), [
    pytest.param("31/08/2014", "30/09/2014", places.IN_ONE, True,
                 id="31 August and one month is 30 September"),
    pytest.param("30/08/2014", "30/09/2014", places.IN_ONE, True, id="the same day of the month"),
    pytest.param("29/08/2014", "30/09/2014", places.IN_ONE, False, id="a day over a month"),
    pytest.param("31/03/2014", "30/06/2014", places.IN_THREE, True, id="three, to a shorter month"),
    pytest.param("31/03/2014", "01/07/2014", places.IN_THREE, False, id="a day over three"),
    pytest.param("30/09/2013", "30/09/2014", places.IN_TWELVE, True, id="a year to the day"),
    pytest.param("29/09/2013", "30/09/2014", places.IN_TWELVE, False, id="a day over a year"),
])
def test_months_are_calendar_months(tmp_path, received, closed, step, is_in_time):
    figure = shown(tmp_path, case(received, closed)).get(places.CLOSED, step, places.NOW)
    assert counts_of(figure) == (int(is_in_time), 1)


def test_29_february_and_a_year_is_28_february(tmp_path):
    """A leap year: the case is a day late on 1 March."""
    for closed, in_time in (("28/02/2013", 1), ("01/03/2013", 0)):
        found = shown(tmp_path, case("29/02/2012", closed), period="2012-13 H2")
        assert counts_of(found.get(places.CLOSED, places.IN_TWELVE, places.NOW)) == (in_time, 1)


@pytest.mark.parametrize(("known", "received", "clock", "is_in_time"), [
    pytest.param("17/04/2014", "22/04/2014", None, True, id="the Tuesday after Easter"),
    pytest.param("17/04/2014", "23/04/2014", None, False, id="the Wednesday"),
    pytest.param("17/04/2014", "22/04/2014", EmployerClock.SAME_WORKING_DAY, False,
                 id="not the same day"),
    pytest.param("17/04/2014", "17/04/2014", EmployerClock.SAME_WORKING_DAY, True,
                 id="the same day"),
    pytest.param("19/04/2014", "22/04/2014", EmployerClock.SAME_WORKING_DAY, True,
                 id="known on a Saturday, told on the next working day"),
    pytest.param("", "22/04/2014", None, False, id="it is not known when the employer knew"),
])
def test_an_employer_tells_the_lado_in_time(tmp_path, known, received, clock, is_in_time):
    row = case(received) | {"known_to_employer_on": known}
    figure = shown(tmp_path, row, clock=clock).get(*places.TOLD_IN_TIME)
    assert counts_of(figure) == (int(is_in_time), 1)


@pytest.mark.parametrize(("met", "as_of", "counts"), [
    pytest.param("26/08/2014", "2015-01-31", (1, 1), id="the fifth working day, the bank holiday "
                 "of 25 August not counted"),
    pytest.param("27/08/2014", "2015-01-31", (0, 1), id="the sixth"),
    pytest.param("", "2015-01-31", (0, 1), id="none held"),
])
def test_a_first_meeting_is_held_in_five_working_days(tmp_path, met, as_of, counts):
    row = case("18/08/2014") | {"first_meeting_on": met}
    assert counts_of(shown(tmp_path, row, as_of=as_of).get(*places.HELD_IN_TIME)) == counts


def test_a_meeting_is_not_owed_before_its_five_days_are_over(tmp_path):
    found = shown(tmp_path, case("29/09/2014"), as_of="2014-09-30")
    assert (found.get(*places.DUE).value, found.get(*places.HELD_IN_TIME).text) == (0, "No cases")


@pytest.mark.parametrize(("received", "age"), [
    ("30/08/2014", 0), ("29/08/2014", 1), ("30/06/2014", 1), ("29/06/2014", 2),
    ("30/09/2013", 2), ("29/09/2013", 3)])
def test_open_cases_are_counted_by_age(tmp_path, received, age):
    found = shown(tmp_path, case(received))
    assert [found.get(places.OPEN, label).value for label in places.AGES] == [
        int(number == age) for number in range(4)]


def test_a_case_that_another_lado_has_taken_over_is_neither_closed_nor_open(tmp_path):
    found = shown(tmp_path, case("01/09/2014", transferred_on="05/09/2014"), case("02/09/2014"))
    assert found.get(places.CLOSED, places.ALL_CLOSED, places.NOW).value == 0
    assert [found.get(places.STOCK, label).value for label in places.STOCK_LABELS] == [0, 2, 1, 1]


def test_the_kinds_add_up_to_the_contacts(tmp_path):
    """Devon printed 993 referrals and 453 calls for advice, and 1,445 of both in 2023-24."""
    found = shown(tmp_path, *[ADVICE] * 3, *[REFERRED] * 2, case("01/09/2014"))
    half = found.rows(places.CONTACTS)[-1]
    assert [found.get(places.CONTACTS, half, label).value
            for label in (*places.KIND_LABELS, TOTAL)] == [3, 2, 1, 6]
    assert found.get(places.REFERRALS, places.REFERRED, half).value == 3
    tallied = counting.tally([KINDS[0]] * 453 + [KINDS[1]] * 993, places.KINDS)
    assert sum(tallied.values()) == 1446
    with pytest.raises(ValueError, match="do not add up"):
        counting.balance("contacts", [("a", "993", ""), ("a", "453", "")], [("a", "all", "")],
                         (993, 453, 1445))


def test_a_case_is_followed_from_half_year_to_half_year(tmp_path):
    then = case("20/03/2014")
    _, checked = read(tmp_path, case("20/03/2014", "10/04/2014"), before=[then])
    assert (checked.rows["used"], checked.reasons) == (
        1, {"standing in a later half-year's return too": 1})
    assert [*checked.frame["closed_on"]] == [date(2014, 4, 10)]


def test_a_case_that_is_lost_is_noted_and_still_open(tmp_path):
    context, checked = read(tmp_path, ADVICE | {"case_id": "L-9"}, before=[case("20/03/2014")])
    assert [str(one) for one in checked.findings] == [
        "2013-14-h2.csv, row 2, column closed_on: was open, and is in no later return: it is "
        "counted as still open; send the case in each return until it is closed"]
    found = show(measures.measure_allegations(context, checked), "restricted")
    assert found.get(*places.ALL_OPEN).value == 1


CASE = case("14/05/2014", "11/06/2014")


@pytest.mark.parametrize(("rows", "before", "says"), [
    pytest.param([CASE | {"outcome": "unfounded"}], None, "2014-15-h1.csv, row 2, column outcome "
                 "and closed_on, value 'unfounded and 11/06/2014': unfounded is no outcome of the "
                 "guidance of that day, which has substantiated, malicious, false and "
                 "unsubstantiated; write the one of the four that the LADO recorded",
                 id="an outcome of later guidance"),
    pytest.param([CASE | {"limb": "may be unsuitable"}], None, "2014-15-h1.csv, row 2, column limb "
                 "and received_on, value 'may be unsuitable and 14/05/2014': the fourth part of "
                 "the threshold, suitability, is of 1 September 2020; give the part of the "
                 "threshold of that day", id="the fourth limb"),
    pytest.param([CASE | {"transferred_on": "20/05/2014"}], None, "2014-15-h1.csv, row 2, column "
                 "transferred_on and closed_on, value '20/05/2014 and 11/06/2014': a case that "
                 "another LADO has taken over is not closed here; take the day of closing and the "
                 "outcome out, or the transfer", id="closed and transferred"),
    pytest.param([case("14/05/2014")], [case("20/03/2014")], "2014-15-h1.csv, row 2, column "
                 "received_on: the case has another day of receipt in row 2 of 2013-14-h2.csv; "
                 "correct the one that is wrong", id="another day of receipt"),
    pytest.param([case("01/03/2014", "31/03/2014")], None, "2014-15-h1.csv, row 2, column "
                 "received_on and closed_on, value '01/03/2014 and 31/03/2014': was over before 1 "
                 "April 2014: the return has what was received in the half-year, and what was "
                 "still open at its start; take the row out", id="over before the half-year"),
])
def test_each_broken_rule_has_its_message(tmp_path, rows, before, says):
    _, checked = read(tmp_path, *rows, before=before)
    assert [str(finding) for finding in checked.findings
            if finding.reaction is Reaction.REJECTED] == [says]


@pytest.mark.parametrize(("period", "changes"), [
    pytest.param("2018-19 H1", {"outcome": "unfounded", "received_on": "14/08/2018",
                                "closed_on": "03/09/2018"}, id="five outcomes since the edition "
                 "that followed that of 2016"),
    pytest.param("2020-21 H1", {"limb": "may be unsuitable", "received_on": "01/09/2020",
                                "closed_on": "11/09/2020"}, id="four limbs since September 2020"),
])
def test_lists_have_the_words_of_their_day(tmp_path, period, changes):
    row = {**changes, "known_to_employer_on": "", "first_meeting_on": ""}
    _, checked = read(tmp_path, row, period=period, as_of="2021-01-31")
    assert checked.rows["used"] == 1


def test_a_referral_to_the_barring_service_is_owed_where_the_duty_arose(tmp_path):
    owed = {"dbs_duty": "yes", "employment_outcome": "dismissed"}
    found = shown(tmp_path, CASE | owed, CASE | owed | {"dbs_referred_on": "12/06/2014"}, CASE,
                  before=[ADVICE | {"case_id": "L-9", "received_on": "10/03/2014",
                                    "known_to_employer_on": ""}])
    assert counts_of(found.get(*places.REFERRED_ON)) == (1, 2)


def test_what_could_single_out_a_person_is_in_the_restricted_set_alone():
    with chdir(ROOT):
        context = open_context(NOW, "2015-01-31", "pscb_lib/samples", "restricted")
        figures = measures.measure_allegations(context, KIND.read_for(context))
    of_set = {audience: {place[0] for place in show(figures, audience)._at}
              for audience in ("restricted", "board", "public")}
    assert of_set["restricted"] - of_set["board"] == {
        places.SCHOOLS, places.OTHERS, places.MONTHS, places.STOCK, places.OPEN,
        places.MEANWHILE, "police", places.SECTORS_BY_HALF, places.ALL_SECTORS, "silent"}
    assert of_set["public"] == {places.YEARS}


def test_outcomes_are_told_of_three_whole_years_alone(tmp_path):
    found = shown(tmp_path, CASE, before=[CASE])
    assert {found.get(places.OUTCOMES, row).state for row in found.rows(places.OUTCOMES)} == {
        "not supplied"}
    assert plot_outcomes(found).words == (
        "All half-years of the span are needed, and not all were supplied: cases closed in three "
        "years, by outcome.")


SOME = [*[ADVICE] * 7, *[REFERRED] * 6, *[CASE] * 8,
        case("14/07/2013", suspended="no", referred_by="police")]


@pytest.mark.parametrize(("rows", "audience", "says"), [
    pytest.param(SOME, "restricted", "In April to September 2014 the LADO had 21 contacts: seven "
                 "for advice only and 14 referrals; eight met the threshold of an allegation. All "
                 "14 referrals by employers were made within one working day. All eight cases that "
                 "ended were closed in one calendar month. One case was open on 30 September 2014 "
                 "for over 12 months.", id="the restricted set"),
    pytest.param(SOME, "board", "In April to September 2014 the LADO had 21 contacts: seven for "
                 "advice only and 14 referrals; eight met the threshold of an allegation. All 14 "
                 "referrals by employers were made within one working day. All eight cases that "
                 "ended were closed in one calendar month.",
                 id="the board is not told of one open case"),
    pytest.param([*SOME, *[OPEN] * 11], "board", "12 cases were open on 30 September 2014.",
                 id="the board is told of many, and not for how long"),
    pytest.param([CASE], "board", "No case was open on 30 September 2014.", id="small numbers"),
    pytest.param([], "board", "The LADO reports no contact of any kind in April to September 2014: "
                 "no advice and no allegation. In six months that is not credible.",
                 id="a nil return"),
    pytest.param(SOME, "public", "No whole financial year of returns was supplied.",
                 id="the public set without a whole year"),
])
def test_the_answer(tmp_path, rows, audience, says):
    context, checked = read(tmp_path, *rows)
    found = show(measures.measure_allegations(context, checked), audience)
    words = page.answer(context, found).words.replace("**", "")
    assert words == says if says.startswith("In April") else says in words


def test_what_the_law_requires_and_was_not_done_comes_first(tmp_path):
    owed = CASE | {"dbs_duty": "yes", "employment_outcome": "dismissed"}
    earlier = [ADVICE | {"case_id": "L-99", "received_on": "10/03/2014",
                         "known_to_employer_on": ""}]
    context, checked = read(tmp_path, *[owed] * 6, *[owed | {"dbs_referred_on": "12/06/2014"}] * 6,
                            before=earlier)
    found = show(measures.measure_allegations(context, checked), "restricted")
    assert page.answer(context, found).words.startswith(
        "**6 of 12 people whom the law required to be referred to the Disclosure and "
        "Barring Service in 12 months were not (Red), so that it could not decide "
        "whether to bar them.** In April to September 2014 the LADO had")
    assert page.asks(found, context.period).startswith(
        "agree how every barring referral that the law requires is made")


@pytest.mark.parametrize(("owed", "made", "says"), [
    pytest.param(1, 0, "The one person whom the law required to be referred to the Disclosure and "
                 "Barring Service in 12 months was not, so", id="one"),
    pytest.param(3, 0, "None of the three people whom the law required to be referred to the "
                 "Disclosure and Barring Service in 12 months were, so", id="none of three"),
    pytest.param(20, 19, "1 of 20 people whom the law required to be referred to the Disclosure "
                 "and Barring Service in 12 months was not, so", id="Green, and unlawful"),
])
def test_referrals_that_the_law_requires_are_counted_as_not_made(tmp_path, owed, made, says):
    duty = CASE | {"dbs_duty": "yes", "employment_outcome": "dismissed"}
    rows = [duty | ({"dbs_referred_on": "12/06/2014"} if number < made else {})
            for number in range(owed)]
    earlier = [ADVICE | {"case_id": "L-99", "received_on": "10/03/2014",
                         "known_to_employer_on": ""}]
    context, checked = read(tmp_path, *rows, before=earlier)
    found = show(measures.measure_allegations(context, checked), "restricted")
    assert page.answer(context, found).words.startswith(f"**{says}")


@pytest.mark.parametrize(("audience", "is_said"), [("restricted", False), ("board", True)])
def test_the_number_of_open_cases_that_is_hidden_is_said_under_the_table(
        tmp_path, audience, is_said):
    context, checked = read(tmp_path, *SOME)
    found = show(measures.measure_allegations(context, checked), audience)
    made = page.tabulate_times(found, context.settings.thresholds, context.period.end)
    assert made.note.endswith(
        " How many cases were open on 30 September 2014 is not shown, because of small numbers; "
        "Q&E has the figure.") is is_said


def test_a_case_that_took_over_a_year_is_in_the_answer_and_its_green_says_so(tmp_path):
    slow = CASE | {"received_on": "12/05/2013", "known_to_employer_on": "", "first_meeting_on": "",
                   "referred_by": "police"}
    context, checked = read(tmp_path, *[CASE] * 19, slow, before=[ADVICE | {
        "case_id": "L-99", "received_on": "10/03/2014", "known_to_employer_on": ""}])
    found = show(measures.measure_allegations(context, checked), "board")
    assert "19 of 20 cases that ended were closed in one calendar month; one took over 12 " in (
        page.answer(context, found).words)
    made = page.tabulate_times(found, context.settings.thresholds, context.period.end)
    assert {row[0][0]["text"]: [line["text"] for line in row[1]]
            for row in made.groups[0].rows}["Closed: in 12 calendar months"] == [
        "Green", "target missed"]


@pytest.mark.parametrize(("rows", "audience", "says"), [
    pytest.param([CASE | {"sector": "health"}] * 3, "restricted", "Referrals: most often health "
                 "and care; none from academies and", id="the group hears who made none"),
    pytest.param([CASE | {"sector": "health"}] * 9, "board", "Referrals are most often from health "
                 "and care: 9 of 9", id="the Board hears who made most"),
    pytest.param([ADVICE], "restricted", "Who makes contact", id="no referral"),
])
def test_the_heading_says_who_makes_contact_in_twelve_words(tmp_path, rows, audience, says):
    earlier = [ADVICE | {"case_id": "L-99", "received_on": "10/03/2014",
                         "known_to_employer_on": ""}]
    said = page.head_contacts(shown(tmp_path, *rows, audience=audience, before=earlier)).text
    assert (said.startswith(says), len(said.split()) <= 12) == (True, True)


@pytest.mark.parametrize(("late", "says"), [
    pytest.param(2, "**2 of 10 referrals by employers were not made within one working day "
                 "(Red).** In April", id="Red comes first"),
    pytest.param(10, "**None of the 10 referrals by employers were made within one working day "
                 "(Red).** In April", id="none was in time"),
    pytest.param(1, "**In April", id="Amber does not"),
])
def test_referrals_that_were_late_and_red_come_first(tmp_path, late, says):
    slow = REFERRED | {"known_to_employer_on": "01/04/2014"}
    context, checked = read(tmp_path, *[REFERRED] * (10 - late), *[slow] * late)
    found = show(measures.measure_allegations(context, checked), "board")
    assert page.answer(context, found).words.startswith(says)
    made = page.tabulate_times(found, context.settings.thresholds, context.period.end)
    assert made.groups[0].rows[0][0][0]["text"] == "Employer told the LADO in time"


def closed_after(months):
    return CASE | {"received_on": f"01/{9 - months:02}/2014", "closed_on": "30/09/2014",
                   "known_to_employer_on": "", "referred_by": "police", "first_meeting_on": ""}


@pytest.mark.parametrize(("rows", "says"), [
    pytest.param([CASE] * 9, [], id="all in a month"),
    pytest.param([*[CASE] * 9, closed_after(2)], [], id="nine of ten in a month is above 80%"),
    pytest.param([closed_after(2)], ["The one case closed in the half-year took over a month: "
                                     "what kept it open?"], id="one case"),
    pytest.param([*[CASE] * 3, closed_after(2)],
                 ["One of the four cases closed in the half-year took over a month: what kept it "
                  "open?"], id="three of four is below"),
    pytest.param([*[CASE] * 6, *[closed_after(5)] * 2],
                 ["Two of the eight cases closed in the half-year took over three months: what "
                  "kept them open?"], id="the longest limit is asked about"),
    pytest.param([closed_after(5)] * 2, ["All two cases closed in the half-year took over three "
                                         "months: what kept them open?"], id="all"),
])
def test_cases_are_asked_about_by_the_longest_limit_that_they_broke(tmp_path, rows, says):
    found = shown(tmp_path, *rows)
    assert [(one.words, one.owner) for one in page.ask_times(found).blocks] == [
        (words, "Local Authority Designated Officer") for words in says]


def test_the_cases_asked_about_are_those_of_the_figure_that_is_rated(tmp_path):
    slow = CASE | {"received_on": "12/03/2013", "closed_on": "20/03/2014", "first_meeting_on": "",
                   "known_to_employer_on": "", "referred_by": "police", "case_id": "L-99"}
    advice = ADVICE | {"case_id": "L-98", "received_on": "10/03/2014",
                       "known_to_employer_on": ""}
    found = shown(tmp_path, closed_after(2), *[CASE] * 9, before=[slow, advice])
    assert [one.words for one in page.ask_times(found).blocks] == [
        "One of the 11 cases closed in the last year took over 12 months: what kept it open?"]


def test_employers_are_asked_of_what_they_owed(tmp_path):
    slow = REFERRED | {"known_to_employer_on": "01/04/2014"}
    asked = page.ask_times(shown(tmp_path, REFERRED, slow)).blocks
    assert [(one.words, one.owner, one.place) for one in asked] == [(
        "Why was the LADO told late, and do your managers know by when they must?",
        "The employer concerned, through the LADO", (1, 2))]


def test_a_nil_return_is_asked_about(tmp_path):
    context, checked = read(tmp_path)
    found = show(measures.measure_allegations(context, checked), "board")
    assert page.ask_nil(found, context.period).words == (
        "Did nobody make contact, or was it not recorded?")
    assert page.asks(found, context.period) == (
        "ask the LADO how nobody could make contact in six months")


def test_the_sample_differs_from_the_data_set_in_one_quarter():
    with chdir(ROOT):
        context = open_context(NOW, "2015-01-31", "pscb_lib/samples", "restricted")
        found = show(measures.measure_allegations(context, KIND.read_for(context)), "restricted")
        asked = ask_agreement(context, found)
    assert counts_of(found.get(places.CLOSED, places.IN_ONE, places.NOW)) == (17, 21)
    assert asked.words == (
        "Which is right, the data set or the records? Allegations against staff closed in one "
        "month in Quarter 2.")
    words = page.answer(context, found).words
    assert "the LADO had 66 contacts, against 53 a year earlier" in words
    assert words.endswith("In two years no referral has come from adopters, probation, sport or "
                          "leisure or faith bodies.")

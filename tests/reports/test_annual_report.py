"""The annual report: the year from final returns, what is carried, and what has no evidence."""

from __future__ import annotations

import csv
from collections import defaultdict
from contextlib import chdir
from types import SimpleNamespace

import pytest
from papers import ROOT

from pscb_lib.board.annual_report import priorities_of, read_choices, unproven
from pscb_lib.board.context import open_context
from pscb_lib.board.indicators import INDICATORS
from pscb_lib.disclosure import figures
from pscb_lib.disclosure.counted import Release
from pscb_lib.disclosure.masking import hide
from pscb_lib.disclosure.secrecy.profiles import PROFILES
from pscb_lib.disclosure.showing import show
from pscb_lib.framework.rag import Polarity, Rag, rate
from pscb_lib.page.carried import answers_of, asked_in, of_part, papers_of, read_carried
from pscb_lib.reading.findings import InputError
from pscb_lib.reports.annual_report import measures, page, places
from pscb_lib.reports.annual_report.page.acting import say_acting
from pscb_lib.reports.annual_report.page.law import say_absent
from pscb_lib.reports.annual_report.page.years import say_green
from pscb_lib.returns.sums import Sent, over_year

FILE = "annual_report.yaml"
QUARTERS = ("2014-15 Q1", "2014-15 Q2", "2014-15 Q3", "2014-15 Q4")
MONTHS = tuple(f"{2014 + (month > 9)}-{(month + 2) % 12 + 1:02}" for month in range(1, 13))
PRIORITIES = ["Early help and the front door", "A safe workforce"]
SHAPE = "write part | paper | period | block, and then priority | kind of evidence | impact"


@pytest.fixture(scope="module")
def context():
    with chdir(ROOT):
        return open_context("2014-15", "2015-08-31", "pscb_lib/samples", "board")


@pytest.fixture(scope="module")
def measured(context):
    with chdir(ROOT):
        return measures.measure_with(())(context)


@pytest.fixture(scope="module")
def shown(measured):
    return show(measured, "restricted")


def sent_last(agency: str, indicator: str) -> dict[str, dict[str, str]]:
    """The last row of each quarter in a file of the sample, read without the suite."""
    path = ROOT / "pscb_lib" / "samples" / "data_set" / f"{agency}.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = sorted((row for row in csv.DictReader(file) if row["indicator"] == indicator),
                      key=lambda row: row["submitted_on"])
    return {row["period"]: row for row in rows}


@pytest.mark.parametrize(("agency", "indicator", "periods"), [
    pytest.param("childrens-social-care", "FD1", QUARTERS, id="a count by quarter"),
    pytest.param("childrens-social-care", "FD3", MONTHS, id="a count by month"),
])
def test_the_year_is_the_sum_of_what_was_sent_last(shown, agency, indicator, periods):
    last = sent_last(agency, indicator)
    assert shown.get(INDICATORS, indicator, "2014-15").count == sum(
        int(last[period]["numerator"]) for period in periods)


def test_a_quarter_that_was_sent_again_counts_as_sent_last(shown):
    last = sent_last("cambridgeshire-and-peterborough-nhs-foundation-trust", "CA1")
    assert last["2014-15 Q3"]["numerator"] == "71"  # 68 before
    counts = tuple(sum(int(last[quarter][part]) for quarter in QUARTERS)
                   for part in ("numerator", "denominator"))
    assert shown.get(INDICATORS, "CA1", "2014-15").counts == counts


def test_events_are_added_up_and_a_stock_is_that_of_the_end(context):
    held = {one.id: one for one in measures.register_of(context)}
    sent = {("FD3", quarter): Sent(number, None, "") for quarter, number in zip(
        context.period.split(3), (10, 20, 30, 40), strict=True)}
    sent |= {("CP5", quarter): Sent(number, None, "") for quarter, number in zip(
        context.period.split(3), (10, 20, 30, 41), strict=True)}
    assert over_year(held["FD3"], context.period, sent).number == 100
    assert over_year(held["CP5"], context.period, sent).number == 41
    del sent["FD3", context.period.split(3)[1]]
    assert over_year(held["FD3"], context.period, sent).state == "not supplied"


def quarter_of(number: int, label: str, **about: object) -> figures.FigureRow:
    return figures.count(INDICATORS, "HO9", number, label, describes="child",
                         quantity=f"HO9, {label}", **about)


def test_the_year_does_not_give_quarter_4_by_subtraction(context):
    numbers = dict(zip(QUARTERS, (20, 31, 17, 3), strict=True))
    earlier = figures.frame([quarter_of(number, label) for label, number in numbers.items()])
    hidden_then = frozenset({(INDICATORS, "HO9", QUARTERS[3])})
    year = (INDICATORS, "HO9", "2014-15")
    ours = figures.frame([
        figures.count(*year[:2], sum(numbers.values()), year[2], describes="child",
                      quantity="HO9, 2014-15"),
        *({**quarter_of(number, label, part_of=(year,)), "table": places.PARTS,
           "readers": figures.NOBODY} for label, number in numbers.items())])
    plan = hide([Release("annual_report", ours),
                 Release("quarterly_data_set of 2014-15-q4", earlier, hidden_then)],
                "board", PROFILES["dfe"])
    assert year in plan["annual_report"]


def test_every_year_says_which_quarters_it_is_the_sum_of(measured):
    whole, parts = {}, defaultdict(int)
    for one in figures.figures_in(measured):
        if one.table == INDICATORS and one.unit == "count" and not one.state:
            whole[one.row, one.column] = one.actual
        if one.table == places.PARTS and one.unit == "count":
            [(_, row, year)] = one.part_of
            parts[row, year] += one.actual or 0  # no cases is none
    sums = {place: parts[place] for place in whole if place in parts}
    assert sums
    assert sums == {place: whole[place] for place in sums}


@pytest.mark.parametrize(("line", "said"), [
    pytest.param("services | early_help | 2014-15 H1", "is not one block; " + SHAPE,
                 id="a column is missing"),
    pytest.param("servces | early_help | 2014-15 H1 | lead", "there is no part servces (nearest: "
                 "services); use weak, changed, services", id="a part that is misspelt"),
    pytest.param("weak | early_help | spring | lead", "spring is no period; write it as "
                 "the paper's own file does", id="no period"),
    pytest.param("weak | early_help | 2014-15 H1 | lead | Early help and the front door",
                 "evidence needs a priority and its kind; use audit, data, survey",
                 id="a priority without the kind of evidence"),
    pytest.param("weak | early_help | 2014-15 H1 | lead | Happiness | data",
                 "Happiness is no priority of the year", id="no priority of the Board's"),
    pytest.param("weak | early_help | 2014-15 H1 | lead | A safe workforce | data | big",
                 "big is not impact; write impact after the kind, or nothing", id="no impact"),
])
def test_a_line_that_is_wrong_is_refused(context, line, said):
    with chdir(ROOT), pytest.raises(InputError) as refused:
        read_choices(line, FILE, priorities_of(context.params, context.period))
    assert str(refused.value).startswith(f"{FILE}, column blocks, value {line!r}: ")
    assert said in str(refused.value)


def test_a_block_is_chosen_once():
    line = "services | early_help | 2014-15 H2 | lead"
    with pytest.raises(InputError, match="chooses a block for the second time"):
        read_choices(f"{line}\n{line}", FILE, PRIORITIES)


def test_what_an_officer_marks_alone_is_evidence_of_impact(context):
    choices = read_choices("""
        # a remark
        services | early_help | 2014-15 H2 | lead | Early help and the front door | data
        weak | section11 | 2014-11 | lead | A safe workforce | audit | impact""", FILE, PRIORITIES)
    assert unproven(choices, PRIORITIES) == [
        "Early help and the front door"]


def test_the_report_says_for_what_no_impact_was_found_and_who_has_to_acknowledge_it(
        tmp_path, context):
    with chdir(ROOT):
        said = page.say_no_impact(context, (), str(tmp_path / "annual_report.md"))
    [words] = [block.words for block in said.blocks]
    assert words.startswith("**No evidence of impact was found for “Early help and the front "
                            "door”, “Children who need protection”,")
    assert words.endswith(" The chair has not acknowledged this yet. Until then, this draft is the "
                          "only set of the report.")


def carried(tmp_path, *blocks):
    import json

    path = tmp_path / "carried.json"
    path.write_text(json.dumps(blocks), encoding="utf-8")
    return read_carried(str(path))


SOURCE = {"part": "services", "paper": "Early help, April to September 2014", "number": "Figure 2",
          "reference": "2 December 2014 · Agenda item 7 · Paper PSCB 14/32",
          "before": "early_help-2014-15-q2"}
CHART = {"kind": "chart", "id": "closed", "caption": "Most closed with needs met", "svg": "<svg/>",
         "alt": "A chart.", "data": {"columns": ["a"], "rows": [["b"]]}, "note": None,
         "subtitle": "By half-year", "number": 2, "place": [1, 2]}


def test_a_figure_that_is_carried_says_where_it_was_first_shown(tmp_path):
    heading, chart = of_part(carried(tmp_path, SOURCE | {"block": CHART}), "services")
    assert (chart.id, chart.caption) == ("early_help-2014-15-q2-closed", CHART["caption"])
    assert chart.note == "Figure 2 of that paper."
    assert heading.text == ("Early help, April to September 2014, as shown on 2 December 2014 "
                            "(Paper PSCB 14/32)")


def test_a_link_of_another_paper_leads_nowhere_and_says_whose_it_is(tmp_path):
    lead = {"kind": "lead", "runs": [{"text": "It rose.", "strong": True}, {"text": " See "},
                                     {"text": "Table 1", "link": "t"}, {"text": "."}]}
    _, prose = of_part(carried(tmp_path, SOURCE | {"number": "", "block": lead}), "services")
    assert prose.words == "**It rose.** See Table 1 of that paper."


@pytest.mark.parametrize(("reference", "said"), [
    pytest.param("For the members of the Board", "Early help, as shown for the members of the "
                 "Board", id="a paper that goes to no meeting"),
    pytest.param("", "Early help", id="a paper of no meeting that is known"),
])
def test_a_paper_that_goes_to_no_meeting_heads_what_is_carried_from_it(tmp_path, reference, said):
    source = SOURCE | {"paper": "Early help", "reference": reference, "block": CHART}
    two = carried(tmp_path, source, source | {"block": CHART | {"id": "open"}})
    assert [one.text for one in of_part(two, "services") if one.kind == "heading"] == [said]


ASKED = {"kind": "question", "id": "ask-ms10", "runs": [{"text": "Which homes?"}],
         "owner": "Co-ordinator", "said": "No answer received."}


@pytest.mark.parametrize(("answers", "said"), [
    pytest.param({}, "No answer received.", id="none in any paper of the year"),
    pytest.param({"ask-ms10": "Quarter 3 2014/15: Answer: Weekends."},
                 "Quarter 3 2014/15: Answer: Weekends.", id="one in an earlier paper"),
])
def test_a_question_has_the_last_answer_that_is_held(tmp_path, answers, said):
    found = carried(tmp_path, SOURCE | {"block": ASKED, "answers": answers})
    assert [one.said for _, one in asked_in(found, "services")] == [said]
    assert of_part(found, "services") == []  # it is in the list of what is weak
    assert (answers_of(found, "services"), answers_of(found, "weak")) == (answers, {})


def test_the_red_ones_are_named_with_who_acts_and_the_answer_or_that_there_is_none(
        context, shown):
    assessed = measures.assess_years(context, shown, measures.register_of(context))
    red = {one.indicator.id for one in assessed if one.rating is Rag.RED}
    assert red
    [table] = page.show_weak(assessed, {"ask-ms10": "Quarter 3 2014/15: Answer: W."}).blocks
    assert {row[0]: row[-1] for row in table.data.rows} == {
        id: "Quarter 3 2014/15: Answer: W." if id == "MS10" else "No cause is shown."
        for id in red}
    cover = page.say_first(context, "", assessed, ()).blocks
    assert cover[0].kind == "lead"
    assert len(next(one.items for one in cover if one.kind == "list")) == len(red)


def test_every_red_and_what_is_asked_is_listed_with_who_acts_and_what_they_do(
        tmp_path, context, shown):
    assessed = measures.assess_years(context, shown, measures.register_of(context))
    red = {one.indicator.title: one for one in assessed if one.rating is Rag.RED}
    about_red = red["Return interviews within 72 hours"].indicator
    said = "Quarter 3 2014/15: Answer: W. Action, by 31 March 2015: Weekend interviews begin."
    again = ASKED | {"runs": [{"text": about_red.question}], "owner": about_red.lead}
    other = ASKED | {"id": "o", "runs": [{"text": "Who leads?"}], "owner": "Police", "said": ""}
    taken = carried(tmp_path, SOURCE | {"part": "weak", "block": again,
                                        "answers": {"ask-ms10": said}},
                    SOURCE | {"block": other}, SOURCE | {"block": other})
    with chdir(ROOT):
        table = page.tabulate_acting(context, assessed, taken)
        [cover] = page.say_listed(context, assessed, taken).blocks
    rows = {row[0].split(":")[0]: row[1:] for row in table.data.rows}
    assert set(rows) == {*red, "Who leads?"}
    assert len(table.data.rows) == len(rows)
    assert rows[about_red.title][-1] == "By 31 March 2015: Weekend interviews begin."
    assert rows["Who leads?"] == ["Early help, April to September 2014, as shown on 2 December "
                                  "2014 (Paper PSCB 14/32)", "Police", ""]
    assert cover.words == f"{table.caption} ([](#acting))."
    assert table.note.endswith("A day for each weakness that has none is wanted from its owner "
                               "by 24 November 2015, for the Board's meeting on 1 December 2015.")


@pytest.mark.parametrize(("number", "acting", "said"), [
    pytest.param(1, 0, "One weakness listed, none with an action", id="one without"),
    pytest.param(1, 1, "One weakness listed, one with an action", id="one with"),
    pytest.param(2, 0, "Two weaknesses listed, none with an action", id="none"),
    pytest.param(12, 2, "12 weaknesses listed, two with an action", id="two of many"),
])
def test_the_weaknesses_with_an_action_are_counted(number, acting, said):
    assert say_acting(number, acting) == said


def test_a_full_year_figure_is_evidence_of_data_and_not_of_impact(shown, context):
    lines = {priority: shown.get("evidence", priority, "Data").count
             for priority in priorities_of(context.params, context.period)}
    assert lines == dict.fromkeys(lines, 1)
    assert not any(shown.get("evidence", one, places.IMPACT).count for one in lines)
    chart = page.plot_evidence(context, shown)
    assert chart.caption == "Evidence for 5 of 5 priorities; of impact for none"


def test_a_block_that_its_readers_do_not_have_is_not_there(tmp_path):
    found = carried(tmp_path, SOURCE | {"block": None}, {"part": "weak", "block": None})
    assert (of_part(found, "services"), papers_of(found, "services")) == ([], [])


def test_young_people_s_page_is_written_and_never_made(tmp_path, context):
    place = tmp_path / "annual_report.md"
    with chdir(ROOT):
        assert page.show_young(context, str(place)).title == "Not yet written."
        place.with_name("annual_report.young-people.md").write_text("We asked.\n", "utf-8")
        [said] = page.show_young(context, str(place)).blocks
    assert said.words == "We asked."


@pytest.mark.parametrize(("lacking", "absent", "said"), [
    pytest.param(0, 0, "Every part is there", id="all there"),
    pytest.param(0, 1, "One part that guidance does not ask for is not there yet", id="one other"),
    pytest.param(0, 2, "Two parts that guidance does not ask for are not there yet", id="others"),
    pytest.param(1, 1, "One part that guidance asks for is lacking", id="one lacks"),
    pytest.param(2, 3, "Two parts that guidance asks for are lacking; one other is not there",
                 id="both"),
])
def test_every_part_is_there_only_if_none_is_absent(lacking, absent, said):
    assert say_absent(lacking, absent) == said


def rated(*actuals: int) -> list[SimpleNamespace]:
    """Indicators with a target of 100 per cent and these actuals."""
    indicator = SimpleNamespace(required=100, polarity=Polarity.HIGHER_IS_BETTER)
    return [SimpleNamespace(rating=rate(actual, 100), indicator=indicator,
                            figure=SimpleNamespace(value=actual)) for actual in actuals]


@pytest.mark.parametrize(("actuals", "said"), [
    pytest.param((100, 80), "1 of 2 indicators rated is Green over the year", id="one met"),
    pytest.param((96, 80), "1 of 2 indicators rated is Green over the year, though it did not meet "
                 "its target", id="one missed"),
    pytest.param((96, 97), "2 of 2 indicators rated are Green over the year, though none of these "
                 "met its target", id="all missed"),
    pytest.param((100, 97, 92), "2 of 3 indicators rated are Green over the year, though one of "
                 "these did not meet its target", id="one of two missed"),
    pytest.param((100, 96, 97), "3 of 3 indicators rated are Green over the year, though two of "
                 "these did not meet their targets", id="two of three missed"),
    pytest.param((80,), "The one indicator rated is not Green over the year", id="one not"),
    pytest.param((80, 70), "None of the two indicators rated are Green over the year", id="none"),
])
def test_the_greens_that_missed_their_target_are_counted(actuals, said):
    assert say_green(rated(*actuals)) == f"{said}; none with a target not rated"

"""The budget: money exact to the penny, bands on both sides, and whole sentences of each case."""

from __future__ import annotations

import json
import shutil
from contextlib import chdir
from decimal import Decimal
from fractions import Fraction

import openpyxl
import pytest
from bad_returns import ROOT, as_csv
from projects import make_project
from warm_batches import CYCLE, warm

from pscb_lib.board.cleared_texts import LEFT_OUT
from pscb_lib.board.context import open_context
from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import show
from pscb_lib.framework.rag import Rag
from pscb_lib.reports.budget import measures, page, places, returned, returned_contributions
from pscb_lib.reports.budget.known import RETURNS, known_from
from pscb_lib.reports.budget.rating import rate_variance

OCTOBER = "2014-10"
TRAINING = {"line": "Training and events", "budget_year": "10000.00", "profile_to_date": "4000.00",
            "actual_to_date": "4200.10", "committed": "", "forecast_year": "10400.10"}
REVIEWS = {"line": "Case reviews", "budget_year": "2000.00", "profile_to_date": "100.00",
           "actual_to_date": "1900.20", "committed": "", "forecast_year": "2600.20",
           "note": "a review began"}
PAID_IN = {"line": "Contributions", "kind": "income", "budget_year": "12000.00",
           "profile_to_date": "12000.00", "actual_to_date": "9000.00", "committed": "",
           "forecast_year": "12000.00"}
RESERVE = {"line": "Reserve", "kind": "reserve", "opening": "5000.00", "budget_year": "5000.00",
           "profile_to_date": "12900.00", "actual_to_date": "7899.70", "committed": "",
           "forecast_year": "3999.70"}
LEGAL = {"line": "Legal costs", "budget_year": "0.00", "profile_to_date": "0.00",
         "actual_to_date": "8000.00", "committed": "", "forecast_year": "12000.00"}
LINES = [TRAINING, REVIEWS, PAID_IN, RESERVE]
UNPAID = {"received": "0", "received_on": ""}
BLANK = {"actual_to_date": "", "committed": "", "forecast_year": ""}


def read(folder, lines=None, partners=None, period=OCTOBER, as_of="2014-10-31",
         audience="restricted"):
    """Return what is known and shown, and the checked lines; None for no file."""
    with chdir(ROOT):
        context = open_context(period, as_of, str(folder), audience)
    checked = []
    for kind, rows in zip(RETURNS, (lines, partners), strict=True):
        names = [field.name for field in kind.fields(context)]
        if rows is not None:
            table = [names, *([{**kind.example, **row}.get(name, "") for name in names]
                              for row in rows)]
            (folder / kind.folder_or_file).write_text(as_csv(table), encoding="utf-8")
        checked.append(kind.read_for(context))
    with chdir(ROOT):
        known = known_from(context, *checked)
        return known, show(measures.measure(context, *checked), "restricted"), checked


def answer(folder, lines=None, partners=None, **of):
    known, shown, _ = read(folder, lines, partners, **of)
    return page.answer(shown, known).words


@pytest.mark.parametrize(("over", "rating"), [
    pytest.param(5, Rag.GREEN, id="5% over is green"),
    pytest.param(Fraction(501, 100), Rag.AMBER, id="a little more is amber"),
    pytest.param(-5, Rag.GREEN, id="5% under is green"),
    pytest.param(-10, Rag.AMBER, id="10% under is amber: a plan not carried out"),
    pytest.param(Fraction(1001, 100), Rag.RED, id="more than 10% over is red"),
    pytest.param(-60, Rag.RED, id="most of it unspent is red, though less than the budget"),
    pytest.param(None, Rag.NOT_APPLICABLE, id="no forecast is not rated"),
])
def test_a_forecast_is_rated_by_a_band_around_its_budget(over, rating):
    assert rate_variance(over, 100) is rating


@pytest.mark.parametrize(("over", "rating"), [
    pytest.param(0, Rag.GREEN, id="nothing budgeted and nothing spent"),
    pytest.param(12000, Rag.RED, id="spend that nobody budgeted"),
])
def test_a_budget_of_nothing_is_a_target_of_nothing(over, rating):
    assert rate_variance(over, 0) is rating


def test_spend_without_a_budget_is_named_and_asked_about(tmp_path):
    known, shown, _ = read(tmp_path, [TRAINING, LEGAL])
    assert page.answer(shown, known).words.startswith(
        "**The year's spend is forecast at £22,400, £12,400 over budget: legal costs £12,000 "
        "over.**")
    assert "legal costs (£12,000 over)" in page.ask_lines(shown, known).words


def test_amounts_are_exact_where_floats_are_not(tmp_path):
    _, shown, _ = read(tmp_path, LINES)
    spent = shown.get(places.SPEND, TOTAL, places.ACTUAL).value
    assert (spent, type(spent)) == (Decimal("6100.30"), Decimal)  # floats: 6100.299999999999
    assert shown.get(places.SPEND, TOTAL, places.OVER).value == Decimal("1000.30")
    assert shown.get(places.SPEND, REVIEWS["line"], places.OVER_SHARE).value == Fraction(3001, 100)


def test_what_is_spent_is_compared_with_the_profile_and_not_with_a_twelfth(tmp_path):
    _, shown, _ = read(tmp_path, LINES)
    # Seven twelfths of £10,000 are £5,833: by those the line would be under.
    assert shown.get(places.SPEND, TRAINING["line"], places.AHEAD).value == Decimal("200.10")


def test_a_line_of_income_may_say_that_nothing_is_committed(tmp_path):
    *_, (lines, _) = read(tmp_path, [PAID_IN | {"committed": "0.00"}])
    assert lines.findings == ()


@pytest.mark.parametrize(("committed", "says"), [
    pytest.param("", None, id="nothing is ordered"),
    pytest.param("800.00", "£800 more is ordered and not yet paid.", id="some is ordered"),
])
def test_what_is_ordered_is_said_and_not_compared_with_what_was_to_be_paid(
        tmp_path, committed, says):
    known, shown, _ = read(tmp_path, [TRAINING | {"committed": committed}])
    note = page.plot_months(shown, known).note.split(". ", 1)
    assert note[1:] == ([says] if says else [])


def test_each_line_has_what_is_ordered_of_it_in_the_table_and_the_spreadsheet(tmp_path):
    known, shown, _ = read(tmp_path, [TRAINING | {"committed": "800.00"}, PAID_IN])
    table = page.tabulate_lines(shown, known)
    at = [column.label for column in table.columns].index(places.COMMITTED)
    assert [row[at][0]["text"] for row in table.groups[0].rows] == ["£800", "£800", "–"]
    at = table.data.columns.index(places.BOUND)
    assert table.data.rows[0][at] == "£1000.10"


def test_the_reserve_is_its_opening_with_income_and_without_spend(tmp_path):
    _, shown, _ = read(tmp_path, LINES)
    assert {column: shown.get(places.RESERVE, TOTAL, column).value for column in (
        places.OPENING, places.FORECAST, places.OVER)} == {
            places.OPENING: 5000, places.FORECAST: Decimal("3999.70"),
            places.OVER: Decimal("-1000.30")}


def test_a_reserve_that_does_not_close_to_the_penny_is_a_finding_and_not_used(tmp_path):
    known, shown, (lines, _) = read(tmp_path, [*LINES[:3], RESERVE | {"forecast_year": "3999.71"}])
    assert [(one.row, one.column, one.rule) for one in lines.findings] == [
        (5, "forecast_year", "the reserve is not its opening and income without spend: it differs "
         "in forecast_year by £0.01")]
    assert page.answer(shown, known).words.endswith(
        "No reserve was supplied that closes to the penny.")


@pytest.mark.parametrize(("row", "says"), [
    pytest.param({"opening": "1.00"}, "a reserve has a balance on 1 April, and no other line has "
                 "one", id="spend has no opening"),
    pytest.param({"month": "2015-03"}, "by March the whole budget of the year is to be planned",
                 id="a profile that stops short"),
    pytest.param({"committed": "6300.00"}, "less is forecast than is spent and committed",
                 id="a forecast below what is ordered"),
    pytest.param({"committed": "-0.01"}, "less than nothing is committed", id="a negative order"),
    pytest.param({"kind": "income", "committed": "100.00"}, "something is committed that is no "
                 "spend", id="ordered income"),
    pytest.param({"forecast_year": "10,5"}, "has a comma for a decimal point",
                 id="a decimal comma"),
    pytest.param({"month": "2014-15"}, "is not a month, such as 2014-10", id="a year"),
])
def test_a_line_that_cannot_be_is_rejected(tmp_path, row, says):
    *_, (lines, _) = read(tmp_path, [TRAINING | row])
    assert says in [one.rule for one in lines.findings]


def test_a_month_that_was_not_supplied_is_said_and_the_last_one_is_shown(tmp_path):
    later = [row | BLANK | {"month": "2014-11"} for row in LINES]
    known, shown, _ = read(tmp_path, [*LINES, *later], period="2014-11", as_of="2014-11-30")
    assert page.answer(shown, known).words.startswith(
        "**The figures of November 2014 were not supplied; those of October 2014 follow.** **The "
        "year's spend is forecast at £13,000, £1,000 over budget: case reviews £600 over.**")
    assert shown.get(places.MONTHS, "November 2014", places.ACTUAL).state == "not supplied"
    chart = page.plot_months(shown, known)
    assert chart.note.startswith("Not supplied in full: April 2014, May 2014")


@pytest.mark.parametrize("november", [
    pytest.param([TRAINING | {"actual_to_date": "abc"}, *LINES[1:]], id="a row was rejected"),
    pytest.param(LINES[1:], id="a row was not sent"),
    pytest.param([TRAINING | BLANK, *LINES[1:]], id="a row has no figures"),
])
def test_a_month_without_one_of_its_lines_is_not_used_and_the_line_is_named(tmp_path, november):
    later = [row | {"month": "2014-11"} for row in november]
    known, shown, _ = read(tmp_path, [*LINES, *later], period="2014-11", as_of="2014-11-30")
    assert page.answer(shown, known).words.startswith(
        "**The figures of November 2014 lack training and events; those of October 2014 follow.** "
        "**The year's spend is forecast at £13,000, £1,000 over budget")
    assert shown.get(places.MONTHS, "November 2014", places.ACTUAL).state == "not supplied"


def test_a_row_rejected_in_the_only_month_leaves_no_total(tmp_path):
    known, shown, _ = read(tmp_path, [TRAINING | {"actual_to_date": "abc"}, *LINES[1:]])
    assert page.answer(shown, known).words.startswith(
        "**No month of 2014/15 was supplied in full: the figures of October 2014 lack a row that "
        "was rejected.**")
    assert shown.get(places.SPEND, TOTAL, places.FORECAST).state == "not supplied"


def test_a_rejected_row_of_no_line_takes_no_figure_away_where_the_reserve_closes(tmp_path):
    known, _, _ = read(tmp_path, [*LINES, TRAINING | {"line": "Total", "kind": "total"}])
    assert known.last == known.period


def test_a_line_that_began_unbudgeted_is_not_missing_from_earlier_months(tmp_path):
    later = [row | {"month": "2014-11"} for row in (*LINES[:3], LEGAL)]
    known, _, _ = read(tmp_path, [*LINES[:3], *later], period="2014-11", as_of="2014-11-30")
    assert [known.is_supplied(month) for month in known.months] == [True, True]


def test_income_alone_is_no_month_in_which_nothing_was_spent(tmp_path):
    known, shown, _ = read(tmp_path, [PAID_IN])
    assert shown.get(places.MONTHS, "October 2014", places.ACTUAL).state == "not supplied"
    assert page.plot_months(shown, known) is None
    assert page.answer(shown, known).words.startswith("**What is spent was not supplied.**")


def test_a_text_that_states_children_is_in_the_restricted_set_alone(tmp_path):
    told = "The review of three children began in June"
    given = [[REVIEWS | {"note": told}], [{"in_kind": told}]]
    texts = {}
    for audience in ("restricted", "board"):
        known, *_ = read(tmp_path, *given, audience=audience)
        texts[audience] = {known.lines[0].note, known.partners[0].in_kind}
    assert texts == {"restricted": {told}, "board": {LEFT_OUT}}


def test_a_paper_made_again_knows_the_payments_of_its_day(tmp_path):
    paid = [{"partner": "Police", "agreed": "20000.00", "received": "15000.00",
             "received_on": "10/07/2014"},
            {"partner": "Police", "agreed": "", "invoiced_on": "", "in_kind": "",
             "received": "5000.00", "received_on": "12/01/2015"}]
    for as_of, unpaid in (("2014-11-30", [5000]), ("2015-01-31", [])):
        known, *_ = read(tmp_path, LINES, paid, as_of=as_of)
        assert [one.unpaid for one in known.owing] == unpaid


@pytest.mark.parametrize(("second", "says"), [
    pytest.param({}, "what a partner agreed is not said once", id="agreed twice"),
    pytest.param({"agreed": ""}, "a further payment has an invoice or is nothing",
                 id="a second invoice"),
])
def test_what_a_partner_agreed_is_said_once(tmp_path, second, says):
    *_, (_, partners) = read(tmp_path, LINES, [{}, second | {"received_on": "10/10/2014"}])
    assert says in [one.rule for one in partners.findings]


def test_a_paper_on_october_does_not_know_november(tmp_path):
    later = [row | {"month": "2014-11"} for row in LINES]
    known, _, _ = read(tmp_path, [*LINES, *later])
    assert (known.last.label, [one.label for one in known.months]) == (
        OCTOBER, [OCTOBER, "2014-11"])


@pytest.mark.parametrize(("partners", "says"), [
    pytest.param(None, "What partners pay was not supplied.", id="not supplied"),
    pytest.param([{}], "Every partner has paid what it agreed.", id="paid"),
    pytest.param([UNPAID], "Probation owes £1,500 of what it agreed (invoiced on 1 July 2014).",
                 id="one owes"),
    pytest.param([{"received": "1000.50"}], "Probation owes £500 of what it agreed (invoiced on 1 "
                 "July 2014).", id="in part"),
    pytest.param([UNPAID, UNPAID | {"partner": "Schools", "agreed": "200.00"}],
                 "Two partners owe £1,700 of what they agreed: Probation £1,500 (invoiced on 1 "
                 "July 2014) and Schools £200 (invoiced on 1 July 2014).", id="two owe"),
    pytest.param([UNPAID | {"partner": f"Partner {at}", "invoiced_on": f"0{at}/07/2014"}
                  for at in (1, 2, 3)],
                 "Three partners owe £4,500 of what they agreed (the first invoiced on 1 July "
                 "2014): Partner 1 £1,500, Partner 2 £1,500 and Partner 3 £1,500.", id="three owe"),
    pytest.param([UNPAID | {"invoiced_on": ""}], "Probation was not yet invoiced for £1,500 "
                 "agreed.", id="who had no invoice owes nothing yet"),
    pytest.param([UNPAID | {"invoiced_on": "", "partner": f"Partner {at}"} for at in range(5)],
                 "Five partners were not yet invoiced for £7,500 that they agreed.",
                 id="five had no invoice"),
    pytest.param([{"received_on": "03/11/2014"}], "Probation owes £1,500 of what it agreed "
                 "(invoiced on 1 July 2014).", id="paid after the day of the report"),
])
def test_who_has_not_paid(tmp_path, partners, says):
    known, shown, _ = read(tmp_path, LINES, partners)
    said = page.answer(shown, known).words
    assert said.split("** ", 1)[1].partition(" On 31 March 2015 ")[0] == says


@pytest.mark.parametrize(("partners", "says"), [
    pytest.param([{}], "review, £1,000", id="nothing is owed"),
    pytest.param([UNPAID], "review if the £1,500 owed is paid, £1,000", id="one owes"),
    pytest.param([UNPAID | {"invoiced_on": ""}], "review if the £1,500 agreed is paid, £1,000",
                 id="not invoiced"),
    pytest.param([UNPAID | {"partner": f"Partner {at}"} for at in range(5)], "review, £1,000",
                 id="more than the forecast counts in"),
])
def test_what_would_be_left_says_what_it_counts_on(tmp_path, partners, says):
    known, shown, _ = read(tmp_path, LINES, partners)
    assert page.answer(shown, known).words.endswith(
        f" On 31 March 2015 £4,000 would be left for an unplanned {says} less than planned.")


@pytest.mark.parametrize(("line", "says"), [
    pytest.param({"forecast_year": "10000.00"}, "forecast at £10,000, on budget, no line more than "
                 "5% over.", id="on budget"),
    pytest.param({"forecast_year": "9000.00"}, "forecast at £9,000, £1,000 under budget, no line "
                 "more than 5% over.", id="under"),
    pytest.param({"forecast_year": "11000.00"}, "forecast at £11,000, £1,000 over budget: training "
                 "and events £1,000 over.", id="over"),
])
def test_the_forecast_in_words(tmp_path, line, says):
    assert says in answer(tmp_path, [TRAINING | line])


def test_what_was_not_supplied_at_all(tmp_path):
    known, shown, _ = read(tmp_path)
    assert page.answer(shown, known).words == (
        "**No month of 2014/15 was supplied.** What partners pay was not supplied.")
    assert (page.plot_months(shown, known), page.ask_lines(shown, known)) == (None, None)
    assert page.tabulate_lines(shown, known).groups[0].rows == []


def test_each_line_beyond_the_band_is_asked_about_and_each_partner_that_owes(tmp_path):
    known, shown, _ = read(tmp_path, LINES, [UNPAID])
    asked = page.ask_lines(shown, known)
    assert (asked.words, asked.owner, asked.said) == (
        "What will be done about case reviews (£600 over), and what pays for it?",
        "Business Manager", "Case reviews: a review began.")
    owing = page.ask_partners(shown, known)
    assert (owing.words, owing.owner) == (
        "By when will Probation (£1,500) pay what it agreed?",
        "Probation")


def test_of_a_line_that_is_under_it_is_asked_what_is_not_done(tmp_path):
    known, shown, _ = read(tmp_path, [TRAINING | {"forecast_year": "9000.00"}, REVIEWS])
    assert page.ask_lines(shown, known).words == (
        "What will be done about case reviews (£600 over), and what pays for it? Why is less spent "
        "on training and events (£1,000 under), and what is not done?")
    assert page.tabulate_lines(shown, known).caption == (
        f"2 of 2 lines of spend are Amber or Red at the end of {known.last.name}")


def test_who_was_not_invoiced_is_asked_of_the_lead_beside_who_has_not_paid(tmp_path):
    known, shown, _ = read(tmp_path, LINES, [
        UNPAID, UNPAID | {"partner": "Schools", "invoiced_on": ""}])
    owing = page.ask_partners(shown, known)
    assert (owing.words, owing.owner) == (
        "By when will Probation (£1,500) pay what it agreed? On what day will Schools be invoiced?",
        "Probation and Business Manager")


def test_shares_of_all_that_partners_agreed_are_in_the_spreadsheet(tmp_path):
    known, shown, _ = read(tmp_path, LINES, [{}, {"partner": "Police", "agreed": "4500.00",
                                                  "received": "4500.00"}])
    table = page.tabulate_partners(shown, known)
    at = table.data.columns.index(places.SHARE)
    assert [(row[0], row[at]) for row in table.data.rows] == [("Police", 75.0), ("Probation", 25.0)]


def test_the_rows_of_the_year_alone_are_read(tmp_path):
    *_, (lines, partners) = read(tmp_path, [{"month": "2013-10"}], [{"year": "2013-14"}])
    assert (lines.reasons, partners.reasons) == ({"about another year": 1},
                                                 {"about another year": 1})


def test_a_form_takes_money_and_the_return_comes_back_through_it():
    shapes = [field.parse for field in returned.FIELDS if field.name.endswith("_year")]
    assert {one.shape.kind for one in shapes} == {"pounds"}
    assert returned_contributions.RETURN.kept_by_office


def test_two_sets_are_made_with_exact_money_and_nothing_leaks(tmp_path):
    project = make_project(tmp_path / "a project")
    shutil.copy(ROOT / "notebooks" / "budget.ipynb", project / "notebooks")
    for name in ("budget.csv", "contributions.csv"):
        shutil.copy(ROOT / "pscb_lib" / "samples" / name, project / "returns")
    (project / "params" / CYCLE / "budget--2014-11.yaml").write_text(
        'period: "2014-11"\nas_of: "2014-11-30"\nreturns_folder: "returns"\n', encoding="utf-8")
    done = warm("run", "budget", "--format", "html,pdf,tables,word", cwd=project)
    assert done.returncode == 0, done.stderr
    folder = project / "outputs" / CYCLE / "board" / "budget--2014-11"
    sheet = openpyxl.load_workbook(folder / "tables.xlsx")["Table 1"]
    formats = {cell.number_format for row in sheet.iter_rows() for cell in row
               if isinstance(cell.value, float)}
    assert '"£"#,##0.00' in formats
    assert "£136," in (folder / "report.html").read_text(encoding="utf-8")
    assert json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["key"] == "2014-11"
    audit = warm("audit", "outputs", cwd=project)
    assert (audit.returncode, "0 leaks" in audit.stdout) == (0, True), audit.stdout

"""A case system's database: the same figures as its censuses, what is refused, and no secret."""

from __future__ import annotations

import csv
import re
from datetime import date

import pytest
from case_system import Case, censuses, invented, rows_of, sqlite_file
from papers import ROOT, pscb

from pscb_lib.board.indicators import Role
from pscb_lib.board.settings import read_settings
from pscb_lib.framework.spellings import parse_period
from pscb_lib.reading.findings import InputError, Reaction
from pscb_lib.returns.national.cin import read_cin
from pscb_lib.returns.national.contract import TABLES
from pscb_lib.returns.national.measures.social_care import measure_social_care
from pscb_lib.returns.national.sql import read_sql

AS_OF = date(2015, 3, 31)
BEGINS = date(2013, 4, 1)
ONE = Case("A1", date(2014, 5, 1), None, False, ((date(2014, 5, 2), date(2014, 6, 2)),),
           ((date(2014, 5, 6), date(2014, 5, 27), date(2014, 5, 20)),),
           ((date(2014, 5, 20), None, (date(2014, 8, 11), date(2015, 1, 12))),))


def figures_of(national) -> dict:
    quarters = parse_period("2014-15").split(3)
    settings = read_settings(ROOT / "params" / "settings.yaml")
    return {(line.measure.role, line.period.label): (line.numerator, line.denominator)
            for line in measure_social_care(national, quarters, settings)}


def read(tmp_path, rows, begins=BEGINS, as_of=AS_OF, schema=""):
    return read_sql(sqlite_file(tmp_path / "cases.db", rows), "", as_of, schema, begins)


def refusal_of(tmp_path, rows, **given) -> str:
    with pytest.raises(InputError) as refusal:
        read(tmp_path, rows, **given)
    return str(refusal.value)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_same_events_give_the_figures_of_their_censuses(tmp_path, seed):
    cases = invented(seed)
    expected = figures_of(read_cin(censuses(tmp_path, cases), AS_OF))
    national = read(tmp_path, rows_of(cases))
    assert figures_of(national) == expected
    assert len(expected) == 15 * 4
    counted = {role for (role, _), (number, _) in expected.items() if number}
    assert counted == {role for role, _ in expected}
    assert all(one.read == one.used + one.rejected + one.left_out
               for sources in national.sources.values() for one in sources)


def test_the_page_of_the_contract_has_every_table_and_column():
    page = (ROOT / "docs" / "sql.md").read_text(encoding="utf-8")
    rows = [re.findall(r"`(\w+)`", line) for line in page.splitlines()
            if line.startswith("| `ssd_")]
    assert {table: tuple(columns) for table, *columns in rows} == TABLES


def test_contacts_are_counted_and_a_database_without_them_has_no_such_line(tmp_path):
    days = [date(2014, 4, 1), date(2014, 6, 30), date(2014, 6, 30), date(2014, 7, 1),
            date(2015, 4, 1)]  # two of one child on one day are two
    rows = rows_of([ONE], [("A1", day) for day in days])
    found = figures_of(read(tmp_path, rows))
    assert [found[Role.CONTACTS, f"2014-15 Q{quarter}"][0] for quarter in (1, 2, 3)] == [3, 1, 0]
    (tmp_path / "cases.db").unlink()
    del rows["ssd_contacts"]
    national = read(tmp_path, rows)
    assert (Role.CONTACTS, "2014-15 Q1") not in figures_of(national)
    assert "No figure is made of Contacts: there is no row in ssd_contacts." in national.limits


def test_what_happened_after_the_day_is_not_known_on_it(tmp_path):
    later = Case("B2", date(2014, 10, 1), date(2015, 2, 2))
    rows = rows_of([ONE, later, Case("C3", date(2015, 2, 9))])
    national = read(tmp_path, rows, as_of=date(2015, 1, 31))
    assert [(one["child_id"], one["closed_on"]) for one in national.records["referrals"]] == [
        ("A1", None), ("B2", None)]
    (source,) = national.sources["CINdetails"]
    assert (source.read, source.used, source.rejected, source.left_out) == (3, 2, 0, 1)


@pytest.mark.parametrize(("cases", "as_of", "covers"), [
    pytest.param([ONE, Case("B2", date(2012, 5, 1), date(2013, 3, 4))], AS_OF,
                 (date(2015, 4, 1), date(2015, 1, 12)), id="plans begin in May 2014"),
    pytest.param([Case("Z9", date(2004, 5, 1)), Case("B2", date(2013, 1, 7), date(2013, 3, 4)),
                  Case("D4", date(2015, 3, 30))], AS_OF, (BEGINS, AS_OF),
                 id="an old case that is open does not make the years before complete"),
    pytest.param([Case("B2", date(2013, 4, 1), date(2013, 4, 1), nfa=True),
                  Case("D4", date(2014, 12, 1))], AS_OF, (BEGINS, date(2014, 12, 1)),
                 id="nothing for months: the extract is older than the day"),
])
def test_the_database_covers_whole_years_that_it_can_be_taken_to_hold(
        tmp_path, cases, as_of, covers):
    assert read(tmp_path, rows_of(cases), None, as_of).covers == covers


def test_a_time_of_day_is_dropped_only_with_a_word(tmp_path):
    rows = rows_of([ONE])
    rows["ssd_cin_episodes"] = [("R0000", "A1", "2014-05-01 23:40:00.000", None, "n")]
    national = read(tmp_path, rows)
    assert [one["referred_on"] for one in national.records["referrals"]] == [date(2014, 5, 1)]
    assert [str(one) for one in national.findings] == [
        "database, sheet ssd_cin_episodes, column cine_referral_date: has a time of day in 1 "
        "rows; its day is taken; see that a day is what is meant"]


@pytest.mark.parametrize(("table", "row", "said"), [
    pytest.param("ssd_cin_episodes", ("R0001", "B2", "May", None, "N"),
                 "database, sheet ssd_cin_episodes, row 2, column cine_referral_date, value 'May': "
                 "is not a date; write the day as 2014-04-30", id="text instead of a day"),
    pytest.param("ssd_cin_episodes", ("R0001", "B2", "2014-05-01", None, "X"),
                 "database, sheet ssd_cin_episodes, row 2, column cine_referral_nfa, value 'x': is "
                 "not one of true, false; correct the cell", id="a flag that is none"),
    pytest.param("ssd_cp_plans", ("R0001", "B2", "R0000", "2014-06-02", "2014-06-01"),
                 "database, sheet ssd_cp_plans, row 2, column cppl_cp_plan_start_date and "
                 "cppl_cp_plan_end_date, value '2014-06-02 and 2014-06-01': the plan ended before "
                 "it started; correct one of the two", id="a plan that ends first"),
])
def test_a_bad_row_is_named_by_table_place_and_column(tmp_path, table, row, said):
    rows = rows_of([ONE])
    rows[table].append(row)
    national = read(tmp_path, rows)
    assert [str(one) for one in national.findings if one.reaction is Reaction.REJECTED] == [said]


def test_a_transfer_and_a_second_conference_are_not_initial_conferences(tmp_path):
    rows = rows_of([ONE])
    rows["ssd_initial_cp_conference"] += [
        ("I1", "R0000-0", "Y", None, "2014-05-07"), ("I2", "R0000-0", "N", None, "2014-07-07"),
        ("I3", None, "N", None, "2014-07-08")]
    national = read(tmp_path, rows)
    assert [one["conference_on"] for one in national.records["enquiries"]] == [date(2014, 5, 20)]
    assert [one.rule for one in national.findings] == [
        "1 rows are a second conference of an enquiry: its first is counted",
        "1 rows name no enquiry of the extract: not counted, as in the census"]


def test_a_row_without_its_referral_is_used_and_noted(tmp_path):
    rows = rows_of([ONE])
    rows["ssd_cp_plans"] = [("R0000-0", "A1", None, "2014-05-20", None)]
    national = read(tmp_path, rows)
    assert len(national.records["plans"]) == 1
    assert {one.reaction for one in national.findings} == {Reaction.NOTED}


def test_what_is_missing_of_the_contract_is_named_at_once(tmp_path):
    rows = rows_of([ONE])
    del rows["ssd_cp_reviews"], rows["ssd_cin_assessments"]
    assert refusal_of(tmp_path, rows) == (
        "database: lacks what the contract asks for: ssd_cin_assessments and ssd_cp_reviews; give "
        "the account a view with these names; docs/sql.md has the contract")


def test_a_missing_column_is_named(tmp_path, monkeypatch):
    import case_system

    shorter = case_system.COLUMNS["ssd_cp_plans"][:-1]
    monkeypatch.setitem(case_system.COLUMNS, "ssd_cp_plans", shorter)
    rows = rows_of([ONE])
    rows["ssd_cp_plans"] = []
    assert "lacks what the contract asks for: ssd_cp_plans.cppl_cp_plan_end_date;" in refusal_of(
        tmp_path, rows)


def test_an_empty_database_is_refused_and_an_empty_table_makes_no_zero(tmp_path):
    assert refusal_of(tmp_path, rows_of([])) == (
        "database, sheet ssd_cin_episodes: the account sees no row, and every figure would be "
        "zero; ask who runs the database; docs/sql.md says what the account needs")
    (tmp_path / "cases.db").unlink()
    found = figures_of(read(tmp_path, rows_of([Case("A1", date(2014, 5, 1))])))
    assert {role for role, _ in found} == {Role.REFERRALS, Role.RE_REFERRALS,
                                           Role.NO_FURTHER_ACTION, Role.CHILDREN_IN_NEED}


def test_the_command_writes_returns_and_tells_nothing_of_the_database(tmp_path):
    address = sqlite_file(tmp_path / "hidden-name.db", rows_of(invented(1)))
    done = pscb("import", "sql", "--url", address, "--period", "2014-15", "--complete-from",
                "2013-04-01", "--out", tmp_path / "r")
    assert (done.returncode, done.stderr) == (0, "")
    path = tmp_path / "r" / "data_set" / "imported-sql-2014-15.csv"
    with path.open(encoding="utf-8", newline="") as file:
        assert {row["source"] for row in csv.DictReader(file)} == {
            "imported: Case system (Standard Safeguarding Dataset)"}
    written = "".join(one.read_text(encoding="utf-8") for one in (tmp_path / "r").rglob("*.csv"))
    for secret in ("SECRET", "hidden-name", "sqlite"):
        assert secret not in written + done.stdout


@pytest.mark.parametrize(("words", "said"), [
    pytest.param(("sql", "--url", "postgresql://me:hunter2@nowhere/x"),
                 "pscb: --url: has a password in it, which others on this computer can see; put "
                 "it into the environment variable PSCB_SQL_PASSWORD and change it\n",
                 id="a password in the address"),
    pytest.param(("sql", "--url", "postgresql://me@nowhere/x?password=hunter2"),
                 "pscb: --url: has a password in it, which others on this computer can see; put "
                 "it into the environment variable PSCB_SQL_PASSWORD and change it\n",
                 id="a password in its query"),
    pytest.param(("sql", "--url", "postgresql://me@/x?host=hunter2"), "pscb: --url: has options "
                 "after a question mark, which are not read; write it like "
                 "postgresql://account@host/database or sqlite:///extract.db\n",
                 id="another host in its query"),
    pytest.param(("sql", "--url", "hunter2"), "pscb: --url: is not the address of a database; "
                 "write it like postgresql://account@host/database or sqlite:///extract.db\n",
                 id="no address"),
    pytest.param(("sql", "--url", "oracle://hunter2/x"), "pscb: --url: is not a database that is "
                 "read: sqlite or postgresql; write it like postgresql://account@host/database or "
                 "sqlite:///extract.db\n", id="another database"),
    pytest.param(("sql", "--url", "sqlite:///hunter2.db"), "pscb: --url: there is no such SQLite "
                 "file; write it like postgresql://account@host/database or sqlite:///extract.db\n",
                 id="no such file"),
    pytest.param(("sql", "--url", "postgresql://hunter2@127.0.0.1:9/x"), "pscb: database: cannot "
                 "be opened; correct the address, or PSCB_SQL_PASSWORD; else ask who runs the "
                 "database; docs/sql.md says what the account needs\n", id="nobody listens"),
    pytest.param(("sql",), "pscb: pscb import sql: no database is named; give --url, or set "
                 "PSCB_SQL_URL\n", id="no database"),
    pytest.param(("sql", "a.csv"), "pscb: pscb import sql: takes no files; name the database by "
                 "--url\n", id="a file"),
    pytest.param(("cin",), "pscb: pscb import cin: no file is named; name its files\n",
                 id="no file"),
    pytest.param(("cin", "a.xml", "--schema", "x"), "pscb: pscb import cin: --url, --schema and "
                 "--complete-from are of sql; leave them out\n", id="a schema of a file"),
])
def test_what_cannot_be_read_is_refused_in_one_line_without_its_address(
        tmp_path, monkeypatch, words, said):
    monkeypatch.setenv("PSCB_TRACEBACK", "1")
    monkeypatch.delenv("PSCB_SQL_URL", raising=False)
    done = pscb("import", *words, "--period", "2014-15", "--out", tmp_path / "r")
    assert (done.returncode, done.stderr) == (1, said)
    assert "hunter2" not in done.stdout + done.stderr

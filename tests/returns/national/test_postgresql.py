"""A real PostgreSQL: the contract's columns are enough, and nothing more may be or is done."""

from __future__ import annotations

import csv
import os
from datetime import date

import pytest
from case_system import censuses, fill, invented, rows_of
from papers import pscb
from postgres import OWNER, PASSWORD, postgres
from sqlalchemy import create_engine, text
from sqlalchemy.exc import ProgrammingError

from pscb_lib.reading.findings import InputError
from pscb_lib.returns.national.contract import TABLES
from pscb_lib.returns.national.database import read_tables

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name != "posix", reason="the server is started as on Linux")]
READER, SECRET = "reader_of_lines", "battery-staple"
CASES = invented(1)
CONTACTS = [("C001", date(2014, 5, day)) for day in range(1, 8)]
PERIOD = ("--period", "2014-15", "--complete-from", "2013-04-01")


@pytest.fixture(scope="module")
def server():
    """A server with the events, and a role that may read the contract's columns alone."""
    with postgres() as port:
        engine = create_engine(f"postgresql+pg8000://{OWNER}:{PASSWORD}@127.0.0.1:{port}/postgres")
        with engine.begin() as connection:
            fill(connection, rows_of(CASES, CONTACTS))
            connection.execute(text(f"create role {READER} login password '{SECRET}'"))
            for table, columns in TABLES.items():
                connection.execute(text(
                    f"grant select ({', '.join(columns)}) on {table} to {READER}"))
        yield engine, f"postgresql://{READER}@127.0.0.1:{port}/postgres"
        engine.dispose()


def change(engine, *commands):
    with engine.begin() as connection:
        for command in commands:
            connection.execute(text(command))


def imported(address, folder, monkeypatch, password=SECRET, *words):
    monkeypatch.setenv("PSCB_SQL_PASSWORD", password)
    monkeypatch.setenv("PSCB_TRACEBACK", "1")
    return pscb("import", "sql", "--url", address, *PERIOD, "--out", folder, *words)


def figures_in(folder, kind):
    with (folder / "import" / f"{kind}-2014-15" / "figures.csv").open(
            encoding="utf-8", newline="") as file:
        return {(row["role"], row["period"]): (row["numerator"], row["denominator"])
                for row in csv.DictReader(file)}


def refused(address, schema="", password=SECRET):
    with pytest.raises(InputError) as refusal:
        read_tables(address, password, schema)
    assert not any(word in str(refusal.value) for word in (READER, SECRET, "127.0.0.1", PASSWORD))
    return str(refusal.value)


def test_the_figures_are_those_of_the_censuses_and_no_secret_is_told(
        server, tmp_path, monkeypatch):
    done = imported(server[1], tmp_path / "sql", monkeypatch)
    assert (done.returncode, done.stderr) == (0, "")
    pscb("import", "cin", *censuses(tmp_path, CASES), "--period", "2014-15", "--out",
         tmp_path / "cin")
    found, expected = figures_in(tmp_path / "sql", "sql"), figures_in(tmp_path / "cin", "cin")
    assert {key: found[key] for key in expected} == expected
    contacts = {period: number for (role, period), (number, _) in found.items()
                if (role, period) not in expected}
    assert contacts == {"2014-15 Q1": "7", "2014-15 Q2": "0", "2014-15 Q3": "0",
                        "2014-15 Q4": "0"}
    told = done.stdout + "".join(path.read_text(encoding="utf-8")
                                 for path in (tmp_path / "sql").rglob("*.csv"))
    for secret in (READER, SECRET, "127.0.0.1", "postgres", "SECRET"):
        assert secret not in told


def test_the_account_may_read_nothing_else(server):
    engine = create_engine(server[1].replace("postgresql:", "postgresql+pg8000:").replace(
        READER, f"{READER}:{SECRET}"))
    for asked in ("select * from ssd_person", "select cine_worker_name from ssd_cin_episodes",
                  "delete from ssd_cp_plans"):
        with engine.connect() as connection, pytest.raises(ProgrammingError):
            connection.execute(text(asked))


def test_even_an_account_that_may_write_is_used_for_reading_only(server):
    """A view that writes when it is read shows that the transaction cannot."""
    owner = server[1].replace(READER, OWNER)
    change(server[0], "create schema trap", "create table trap.seen (at timestamp)",
           "create function trap.mark() returns text volatile language sql as "
           "'insert into trap.seen values (now()) returning ''x'''")
    try:
        for table, columns in TABLES.items():
            one = f"trap.mark() as {columns[0]}, {', '.join(columns[1:])}"
            change(server[0], f"create view trap.{table} as select {one} from public.{table}")
        assert refused(owner, "trap", PASSWORD).startswith(
            "database, sheet ssd_cin_episodes: its rows cannot be read; ")
        with server[0].connect() as connection:
            assert connection.execute(text("select count(*) from trap.seen")).scalar() == 0
    finally:
        change(server[0], "drop schema trap cascade")


def test_a_table_that_the_account_may_not_read_is_named_with_its_columns(server):
    change(server[0], f"revoke all on ssd_cp_plans from {READER}")
    try:
        assert refused(server[1]) == (
            "database, sheet ssd_cp_plans: the account may not read cppl_cp_plan_id, "
            "cppl_person_id, cppl_referral_id, cppl_cp_plan_start_date and cppl_cp_plan_end_date; "
            "ask who runs the database; docs/sql.md says what the account needs")
    finally:
        change(server[0], f"grant select ({', '.join(TABLES['ssd_cp_plans'])}) on ssd_cp_plans "
                          f"to {READER}")


def test_a_wrong_password_is_refused_without_a_word_of_it(server, tmp_path, monkeypatch):
    done = imported(server[1], tmp_path / "r", monkeypatch, "not-the-password")
    assert (done.returncode, done.stderr) == (1, (
        "pscb: database: refused the account or its password; correct the address, or "
        "PSCB_SQL_PASSWORD; else ask who runs the database; docs/sql.md says what the account "
        "needs\n"))


def test_two_authorities_in_one_database_are_never_read_together(server, tmp_path, monkeypatch):
    change(server[0], "create schema other")
    try:
        with server[0].begin() as connection:
            fill(connection, rows_of(CASES[:3]), "other")
        assert refused(server[1]) == (
            "database, value 'other and public': 2 schemas have tables of the contract, as if it "
            "held two authorities; name this authority's with --schema")
        done = imported(server[1], tmp_path / "r", monkeypatch, SECRET, "--schema", "public")
        assert (done.returncode, done.stderr) == (0, "")
    finally:
        change(server[0], "drop schema other cascade")


def test_a_time_with_a_zone_is_the_day_it_was_here(server):
    """23:30 in universal time on 30 June is the first of July in British summer time."""
    change(server[0], "create schema zoned")
    try:
        with server[0].begin() as connection:
            fill(connection, rows_of(CASES[:1], [("L1", date(2014, 6, 30))]), "zoned")
        change(server[0], "alter table zoned.ssd_contacts alter cont_contact_date type timestamptz "
                          "using '2014-06-30 23:30+00'::timestamptz")
        from pscb_lib.returns.national.sql import read_sql

        national = read_sql(server[1].replace(READER, OWNER), PASSWORD, date(2015, 3, 31), "zoned")
        assert [one["received_on"] for one in national.records["contacts"]] == [date(2014, 7, 1)]
    finally:
        change(server[0], "drop schema zoned cascade")

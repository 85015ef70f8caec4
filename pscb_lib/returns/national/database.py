"""Read the contract's tables from a database, in one transaction that can only read.

SQLite and PostgreSQL are read. The address, host, account and password stand in no error:
what a driver says is never passed on, because it may have them, or a child's record.
"""

from __future__ import annotations

import sqlite3
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.request import pathname2url

from pscb_lib.framework.english import listed
from pscb_lib.reading.findings import InputError
from pscb_lib.returns.national.contract import OPTIONAL, TABLES

if TYPE_CHECKING:
    from sqlalchemy import URL, ColumnClause, Connection, Engine

DATABASE = "database"  # its name in every message
BATCH = 5_000  # rows
MOST_ROWS = 2_000_000  # of a table; an authority has some 10,000 referrals a year
DRIVERS = {"sqlite": "sqlite", "postgresql": "postgresql+pg8000",
           "postgresql+pg8000": "postgresql+pg8000"}
HERE = ("", "localhost", "127.0.0.1", "::1")
REFUSED = ("28P01", "28000")  # SQLSTATE: a wrong password, an account that may not log in
FORBIDDEN = "42501"
ASK = "ask who runs the database; docs/sql.md says what the account needs"
LIKE = "write it like postgresql://account@host/database or sqlite:///extract.db"
Row = tuple[object, ...]


def read_tables(address: str, password: str, schema: str) -> dict[str, list[Row]]:
    """Return the rows of each table that the database has, in the order of their keys.

    *address* is an SQLAlchemy URL; *schema* may be empty. Raises InputError if the database
    cannot be opened, lacks a table or a column, may not be read or has too many rows.
    """
    _refuse_without_extra()
    from sqlalchemy.exc import SQLAlchemyError

    engine = _engine(_url(address, password))
    try:
        with _reading(engine) as connection:
            place = _place(connection, schema)
            return {table: list(_rows(connection, table, place))
                    for table in _held(connection, place)}
    except SQLAlchemyError:  # its text has the statement and may have values
        raise InputError.at(DATABASE, "the connection was lost", "try again, or " + ASK) from None
    finally:
        engine.dispose()


def has_password(address: str) -> bool:
    """Whether an address has a password in it. Raises InputError if it is no address."""
    _refuse_without_extra()
    url = _parsed(address)
    return bool(url.password) or any("pass" in name.lower() for name in url.query)


def _refuse_without_extra() -> None:
    try:
        import pg8000  # noqa: F401
        import sqlalchemy  # noqa: F401
    except ImportError:
        raise InputError("pscb import sql: SQLAlchemy and pg8000 are not installed; install "
                         "pscb-reports[sql]") from None


def _parsed(address: str) -> URL:
    from sqlalchemy import make_url
    from sqlalchemy.exc import ArgumentError

    try:
        return make_url(address)
    except (ArgumentError, ValueError):
        raise InputError.at("--url", "is not the address of a database", LIKE) from None


def _url(address: str, password: str) -> URL:
    url = _parsed(address)
    if url.drivername not in DRIVERS:
        raise InputError.at("--url", "is not a database that is read: sqlite or postgresql", LIKE)
    if url.query and url.drivername != "sqlite":  # it may name another host, without encryption
        raise InputError.at("--url", "has options after a question mark, which are not read", LIKE)
    url = url.set(drivername=DRIVERS[url.drivername])
    return url.set(password=password) if password and url.username else url


def _engine(url: URL) -> Engine:
    from sqlalchemy import create_engine
    from sqlalchemy.pool import NullPool

    if url.get_backend_name() == "sqlite":
        path = Path(url.database or "")
        if not path.is_file():
            raise InputError.at("--url", "there is no such SQLite file", LIKE)
        # Without mode=ro SQLite may write, even if nothing is asked of it.
        file = f"file:{pathname2url(str(path.resolve()))}?mode=ro"
        return create_engine("sqlite://", creator=lambda: sqlite3.connect(file, uri=True),
                             poolclass=NullPool)
    # On its way to another computer what is read is encrypted, and the host must prove its name.
    safe = None if (url.host or "") in HERE else ssl.create_default_context()
    return create_engine(url, connect_args={"ssl_context": safe}, poolclass=NullPool,
                         isolation_level="REPEATABLE READ", hide_parameters=True)


@contextmanager
def _reading(engine: Engine) -> Iterator[Connection]:
    """Open a connection, in a transaction that can only read and sees one state of all tables."""
    from sqlalchemy.exc import SQLAlchemyError

    is_sqlite = engine.dialect.name == "sqlite"
    options = {} if is_sqlite else {"postgresql_readonly": True}
    try:
        connection = engine.connect().execution_options(**options)
    except (SQLAlchemyError, OSError, ValueError) as fault:
        why = ("refused the account or its password" if _state(fault) in REFUSED
               else "cannot be opened")
        raise InputError.at(DATABASE, why, "correct the address, or PSCB_SQL_PASSWORD; else "
                            + ASK) from None
    with connection:
        if is_sqlite:
            connection.exec_driver_sql("BEGIN")
        yield connection


def _place(connection: Connection, schema: str) -> str | None:
    """Return the schema that has the tables: *schema*, or the only one; None is the usual one."""
    from sqlalchemy import inspect

    if schema:
        return schema
    found = inspect(connection)
    tables = set(TABLES)
    having = [name for name in found.get_schema_names()
              if tables & {*found.get_table_names(name), *found.get_view_names(name)}]
    if len(having) > 1:
        raise InputError.at(
            DATABASE, f"{len(having)} schemas have tables of the contract, as if it held two "
            "authorities", "name this authority's with --schema", value=listed(having))
    return having[0] if having else None


def _held(connection: Connection, place: str | None) -> list[str]:
    """Return the contract's tables that the database has.

    Raises InputError, which names all at once, if a table or a column is missing.
    """
    from sqlalchemy import inspect
    from sqlalchemy.exc import NoSuchTableError

    found, held, missing = inspect(connection), [], []
    for table, columns in TABLES.items():
        try:
            known = {one["name"] for one in found.get_columns(table, place)}
        except NoSuchTableError:
            missing += [] if table in OPTIONAL else [table]
            continue
        held.append(table)
        missing += [f"{table}.{name}" for name in columns if name not in known]
    if missing:
        raise InputError.at(
            DATABASE, f"lacks what the contract asks for: {listed(missing)}",
            "give the account a view with these names; docs/sql.md has the contract")
    return held


def _rows(connection: Connection, table: str, place: str | None) -> Iterator[Row]:
    from sqlalchemy import column, select
    from sqlalchemy import table as named
    from sqlalchemy.exc import DBAPIError

    columns = TABLES[table]
    wanted: list[ColumnClause[object]] = [column(name) for name in columns]
    ask = select(*wanted).select_from(named(table, schema=place)).order_by(
        wanted[0]).limit(MOST_ROWS + 1)
    try:
        with connection.execute(ask, execution_options={
                "stream_results": True, "yield_per": BATCH}) as result:
            for count, row in enumerate(result, 1):
                if count > MOST_ROWS:
                    raise InputError.at(
                        DATABASE, f"has more than {MOST_ROWS:,} rows",
                        "give the account a view of the years that are needed", sheet=table)
                yield tuple(row)
    except DBAPIError as fault:
        why = (f"the account may not read {listed(columns)}" if _state(fault) == FORBIDDEN
               else "its rows cannot be read")
        raise InputError.at(DATABASE, why, ASK, sheet=table) from None


def _state(fault: Exception) -> str:
    """The SQLSTATE of a fault of PostgreSQL, or nothing."""
    said = getattr(getattr(fault, "orig", None), "args", ())
    first = said[0] if said else None
    return str(first.get("C", "")) if isinstance(first, Mapping) else ""

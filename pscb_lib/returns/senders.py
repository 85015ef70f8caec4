"""Who sends which return: the agencies of a kind, and the agency that a name means."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pscb_lib.board.agencies import OFFICE, read_agencies, sender_parser
from pscb_lib.board.context import Context
from pscb_lib.board.settings import read_settings
from pscb_lib.reading import cells
from pscb_lib.reading.findings import InputError
from pscb_lib.returns.history import known_on, read_ledger
from pscb_lib.returns.kinds import Return

AGENCY = "agency"
REGISTER = "use a name from params/agencies.csv"


def senders_of(kind: Return, context: Context) -> tuple[str, ...]:
    """Return the agencies that send a kind of return, by their own names.

    The kind says so, or its column ``agency`` does. A return that names no agency is sent by
    whoever's was accepted before.
    """
    if kind.senders:
        return tuple(kind.senders(context))
    for field in kind.fields(context):
        if field.name == AGENCY:
            return cells.shape_of(field.parse).choices
    accepted = known_on(read_ledger(context.returns), context.as_of)
    return tuple(dict.fromkeys(one.sender for one in accepted if one.kind == kind.name))


def sender_called(params: Path, name: str, on: date, option: str) -> str:
    """Return the own name of the agency, or of the Board's office, that *option* names.

    Raises InputError if the register of that day lacks it.
    """
    board = read_settings(params / "settings.yaml").board
    try:
        parse = sender_parser(read_agencies(params / "agencies.csv"), on, board)
        return str(cells.value_of(parse(name)))
    except ValueError as fault:
        raise InputError.at(option, str(fault), REGISTER, value=name) from None


def agency_asked(kind: Return, context: Context, name: str) -> str:
    """Return the own name of the agency whose form is asked for by any of its names.

    Raises InputError if it is not on the register, or does not send this kind of return.
    """
    agency = sender_called(context.params, name, context.as_of, "--agency")
    senders = senders_of(kind, context)
    names_agency = kind.senders or any(field.name == AGENCY for field in kind.fields(context))
    is_office = kind.kept_by_office and agency == OFFICE
    if names_agency and agency not in senders and not is_office:
        raise InputError.at("--agency", f"is asked for nothing of {kind.name} in "
                            f"{context.period.label}", f"use one of {', '.join(senders)}",
                            value=name)
    return agency


def agencies_asked(kind: Return, context: Context) -> tuple[str, ...]:
    """Return all agencies that are asked for a kind of return.

    Raises InputError if nothing says who they are.
    """
    if senders := senders_of(kind, context):
        return senders
    raise InputError.at("--all-agencies", f"{kind.name} names no agency, and none was accepted yet",
                        "name the one that sends it by --agency")

"""What a new board is asked: who it is, its area, its group, its first year and its agencies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pscb_lib.board.frameworks import parse_framework
from pscb_lib.board.published.authorities import Authority, read_authorities
from pscb_lib.board.starting.starter import Kind, beginnings, kinds
from pscb_lib.framework.edition import MAY_2014, Framework
from pscb_lib.framework.folding import bare
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.spellings import parse_year
from pscb_lib.reading.characters import printed
from pscb_lib.reading.findings import InputError, nearest

WHERE = "pscb init"
CONTACT = "Performance Management Team"
BOARDS_OWN = "board"  # the kind of agency that is the Board itself


@dataclass(frozen=True)
class Answers:
    """The answers of one board, checked; ``agencies`` are names by kind, ``others`` have none."""

    board: str
    authority: Authority
    group: str
    group_short: str
    contact: str
    panel: str
    first_year: ReportingPeriod
    agencies: Mapping[str, str]
    others: tuple[str, ...] = ()
    framework: Framework = MAY_2014


def check_answers(given: Mapping[str, str], agencies: Iterable[str]) -> Answers:
    """Check the answers *given* by name, and *agencies* written as KIND=NAME or as NAME.

    Raises InputError for an answer that is missing or wrong.
    """
    texts = {name: _text(name, value) for name, value in given.items() if value.strip()}
    if "board" not in texts:
        raise InputError.at(WHERE, "is missing", "give the Board's name", column="board")
    authority = find_authority(texts.get("area", ""), texts.get("authority", ""))
    framework = find_framework(texts.get("framework", MAY_2014.id))
    named, others = _agencies(agencies, kinds(framework))
    named = {kind: one.name for kind, one in kinds(framework).items() if one.is_usual} | {
        BOARDS_OWN: texts["board"]} | named
    _refuse_doubled([*named.values(), *others])
    begin = beginnings(framework)
    return Answers(texts["board"], authority, texts.get("group", begin.group),
                   texts.get("group_short", begin.group_short), texts.get("contact", CONTACT),
                   texts.get("panel", authority.name), _year(texts.get("first_year", "")),
                   named, tuple(others), framework)


def find_framework(id: str) -> Framework:
    """The framework of an *id*. Raises InputError if none is held."""
    try:
        return parse_framework(id)
    except ValueError as fault:
        raise InputError.at(WHERE, str(fault), "name one of them", column="framework", value=id
                            ) from None


def find_authority(area: str, code: str) -> Authority:
    """The English authority of a name, a code or both.

    Raises InputError if there is none, or if the two are not of one authority.
    """
    held = read_authorities()
    if code and code not in held:
        raise InputError.at(WHERE, "is the code of no English authority", "give the three digits "
                            "of the Department for Education's returns, or the area alone",
                            column="authority", value=code)
    if not area:
        if not code:
            raise InputError.at(WHERE, "is missing", "give the authority's name or its code",
                                column="area")
        return held[code]
    found = next((one for one in held.values() if bare(one.name) == bare(area)), None)
    if found is None:
        near = nearest(area, (one.name for one in held.values()))
        raise InputError.at(WHERE, f"is not an English authority{near}", "write it as the "
                            "published figures do, or give its code", column="area", value=area)
    if code and held[code] != found:
        raise InputError.at(WHERE, f"is the code of {held[code].name}, and {found.name} has "
                            f"{found.code}", "correct one of the two", column="authority",
                            value=code)
    return found


def _agencies(texts: Iterable[str], known: Mapping[str, Kind]) -> tuple[dict[str, str], list[str]]:
    named: dict[str, str] = {}
    others: list[str] = []
    for text in texts:
        kind, is_of_a_kind, name = (part.strip() for part in text.partition("="))
        if not is_of_a_kind:
            others.append(_text("agency", kind))
        elif kind not in known:
            raise InputError.at(WHERE, f"is no kind of agency{nearest(kind, known)}",
                                f"use one of {', '.join(known)}", column="agency", value=kind)
        elif kind in named or not name:
            raise InputError.at(WHERE, "has two names" if kind in named else "has no name",
                                "give it one", column="agency", value=kind)
        else:
            named[kind] = _text("agency", name)
    return named, others


def _refuse_doubled(names: list[str]) -> None:
    folded = [bare(name) for name in names]
    for name in names:
        if folded.count(bare(name)) > 1:
            raise InputError.at(WHERE, "is the name of two agencies", "name each by another",
                                column="agency", value=name)


def _year(text: str) -> ReportingPeriod:
    if not text:
        raise InputError.at(WHERE, "is missing", "give the first financial year to report on, "
                            "such as 2015-16", column="first_year")
    try:
        return parse_year(text)
    except ValueError:
        raise InputError.at(WHERE, "is not a financial year", "give the first, such as 2015-16",
                            column="first_year", value=text) from None


def _text(name: str, value: str) -> str:
    said = printed(value.strip())
    if said.refused:
        raise InputError.at(WHERE, *said.refused, column=name)
    return said.text

"""The files of a new board's project, filled in with its answers."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from string import Template

from pscb_lib.board.agencies import FAMILIES
from pscb_lib.board.groups import Codes, codes_of, in_own_codes
from pscb_lib.board.starting.answers import Answers
from pscb_lib.board.starting.starter import (
    IGNORED,
    README,
    Kind,
    beginnings,
    kinds,
    read_rows,
    read_text,
    registers,
)
from pscb_lib.board.wording import FRAMEWORKS, Words, named
from pscb_lib.framework.folding import bare
from pscb_lib.framework.periods import year_label
from pscb_lib.framework.scheduling.meetings import Group
from pscb_lib.writing.csv_files import Content, as_text

HISTORY = 2  # years before the first, of which agencies may send figures
PAPERS_BY, BOARD_AFTER = timedelta(days=7), timedelta(days=20)
WEDNESDAY = 2
PROPOSED = "proposed: put in the days that the Board has fixed"
OTHER = "other"  # what an agency of no kind is to Section 11
CODES = ("id", "role", "agency", "report", "route")  # columns of a register that are not reworded
SETTING = re.compile(r"^# (?=framework:|groups:|  scrutiny:|  board: \w|  case_review:)", re.M)


def cycle_of(answers: Answers) -> str:
    """The first cycle: the first quarter of the first year."""
    return f"{answers.first_year.label}-q1"


def files_of(answers: Answers, cycle: str) -> Iterator[tuple[str, str]]:
    """Yield the path in the project and the text of every file but those of a cycle."""
    words = _words(answers, cycle)
    quoted = {name: json.dumps(word, ensure_ascii=False) for name, word in words.items()}
    yield "params/settings.yaml", Template(_settings(answers)).substitute(quoted)
    for name in registers():
        yield f"params/{name}", as_text(_register(name, answers, words))
    yield "params/agencies.csv", as_text(_agencies(answers))
    yield "README.md", Template(named(read_text(README), _reworded(answers))).substitute(words)
    yield ".gitignore", read_text(IGNORED)


def _reworded(answers: Answers) -> Words:
    """The words of the framework, with its code for the group that scrutinises."""
    scrutiny = beginnings(answers.framework).groups.get("scrutiny", FRAMEWORKS)
    return ((FRAMEWORKS, scrutiny), *answers.framework.words)


def _settings(answers: Answers) -> str:
    """The text of the settings; one that is not by default what it is has its line."""
    text, groups = read_text("settings.yaml"), beginnings(answers.framework).groups
    if not groups:
        return text
    text = SETTING.sub("", named(text, _reworded(answers)))
    text = re.sub(r"^framework: \S+", f"framework: {answers.framework.id}", text, flags=re.M)
    for role, code in groups.items():
        text = re.sub(rf"^  {role}: \w.*$", f"  {role}: {code}", text, count=1, flags=re.M)
    return text


def _words(answers: Answers, cycle: str) -> dict[str, str]:
    starts = answers.first_year.year_start
    return {"board": answers.board, "group": answers.group, "group_short": answers.group_short,
            "contact": answers.contact, "cycle": cycle, "area": answers.authority.name,
            "authority": answers.authority.code, "region": answers.authority.region,
            "panel": answers.panel, "first_year": answers.first_year.label,
            "since": year_label(starts - HISTORY), "starts": str(starts),
            "starts_again": str(starts + 2), "quarter": f"{answers.first_year.label} Q1"}


def _register(name: str, answers: Answers, words: dict[str, str]) -> Content:
    head, rows = read_rows(name)
    own = _reworded(answers)
    filled = [{column: Template(cell if column in CODES else named(cell, own)).substitute(words)
               for column, cell in row.items()} for row in rows]
    begin = beginnings(answers.framework)
    codes = codes_of(begin.groups)
    if name == "meetings.csv":
        filled = [row | {"source": named(PROPOSED, own)} for row in _meetings(
            answers.first_year.year_start, begin.months, codes)]
    if name == "audit_programme.csv":
        filled = [row | {"route": in_own_codes(row["route"], codes)} for row in filled
                  if row["item"] not in begin.left_out]
    if name == "indicators.csv":
        filled = [row | _sender(row["agency"], answers) for row in filled]
    return Content(head, tuple(tuple(row[column] for column in head) for row in filled), None)


def _sender(name: str, answers: Answers) -> dict[str, str]:
    """The agency that sends an indicator, by the usual *name* of its kind, and who answers."""
    kind = next(kind for kind, one in kinds().items() if one.name == name)
    agency = answers.agencies.get(kind, kinds(answers.framework)[kind].name)
    return {"agency": agency, "lead": f"{agency}: lead for safeguarding"}


def _agencies(answers: Answers) -> Content:
    """Each agency under its own name and those that it goes by, no name for two."""
    taken = {bare(name) for name in (*answers.agencies.values(), *answers.others)}
    lines: list[tuple[str, ...]] = []
    for kind, one in kinds(answers.framework).items():
        if kind not in answers.agencies:
            continue
        own, about = answers.agencies[kind], (one.section11, one.families)
        lines.append((own, own, "", "", *about))
        lines += [(own, name, "", last, *about) for name, last in one.earlier
                  if bare(name) not in taken]
        for alias in _aliases(one):
            if bare(alias) not in taken:
                taken.add(bare(alias))
                lines.append((own, alias, "", "", *about))
    lines += [(name, name, "", "", OTHER, "") for name in answers.others]
    return Content(("name", "alias", "valid_from", "valid_to", "section11", FAMILIES),
                   tuple(lines), None)


def _aliases(kind: Kind) -> tuple[str, ...]:
    return kind.name, *kind.aliases


def _meetings(starts: int, months: tuple[int, ...], codes: Codes) -> Iterator[dict[str, str]]:
    """Propose the meetings of the first year and the next: the group's, and the Board's after."""
    for year in (starts, starts + 1):
        for month in months:
            first = date(year + (month < months[0]), month, 1)
            on = first + timedelta(days=(WEDNESDAY - first.weekday()) % 7 + 7)
            for group, day in ((Group.SCRUTINY, on),
                               (Group.BOARD, on + BOARD_AFTER)):
                yield {"group": in_own_codes(group.value, codes), "on": day.isoformat(),
                       "papers_by": (day - PAPERS_BY).isoformat()}

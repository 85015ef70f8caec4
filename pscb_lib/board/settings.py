"""The Board's settings, ``params/settings.yaml``."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from fractions import Fraction
from pathlib import Path
from typing import Any

from pscb_lib.board.cycles import parse_cycle
from pscb_lib.board.frameworks import parse_framework
from pscb_lib.board.groups import SETTING, Codes, codes_of
from pscb_lib.board.look import NAMED, Look, colour, picture_file, template_file
from pscb_lib.board.setting_values import Values, months, per_cent, three_digits
from pscb_lib.board.yaml_files import read_yaml
from pscb_lib.disclosure.secrecy.profiles import PROFILES, Profile
from pscb_lib.framework.edition import MAY_2014, Framework
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.rag import LowerMethod, Thresholds
from pscb_lib.framework.workdays import DayCount
from pscb_lib.reading import cells
from pscb_lib.reading.findings import InputError

AUDIENCES = ("restricted", "board", "public")
FORMATS = ("html", "pdf", "word", "tables", "figures")


class ConferenceClock(Enum):
    """The day from which the 15 working days to an initial conference are counted."""

    SECTION_47_START = "section 47 start"
    STRATEGY_DISCUSSION = "strategy discussion"


class EmployerClock(Enum):
    """By when an employer tells the designated officer of an allegation, from the day it knows."""

    ONE_WORKING_DAY = "one working day"
    SAME_WORKING_DAY = "same working day"


@dataclass(frozen=True)
class Limits:
    """The limits of one process: address space in MiB, and seconds from start to end."""

    memory_mib: int
    seconds: int


@dataclass(frozen=True)
class Settings:
    """The Board's settings, typed. See the comments in ``params/settings.yaml``."""

    board: str
    group: str
    cycle: str
    area: str
    region: str
    panel: str
    thresholds: Thresholds
    day_count: DayCount
    conference_clock: ConferenceClock
    profile: Profile
    earlier_releases: int
    later_editions: bool
    rejected_rows_allowed: int
    exceptions_at_most: int
    sets: tuple[str, ...]
    formats: tuple[str, ...]
    every_cycle: tuple[str, ...]
    limits: Limits
    retention: dict[str, int] = field(hash=False)
    authority: str | None = None
    group_short: str = "Q&E"
    look: Look = Look()
    contact: str | None = None
    groups: Codes = ()
    framework: Framework = MAY_2014
    follow_up_basis: str | None = None
    employer_clock: EmployerClock = EmployerClock.ONE_WORKING_DAY
    first_cycle: ReportingPeriod | None = None
    quorum: int | None = None

    @property
    def masked(self) -> range:
        """The small counts, by the disclosure profile that the Board has set."""
        return self.profile.small


def read_settings(path: Path, parsers: dict[str, cells.Parser] | None = None) -> Settings:
    """Read the settings. Raises InputError for one that is missing, unknown or not allowed.

    *parsers*, if given, is filled with the parser of each setting, by its name.
    """
    if not path.exists():
        from pscb_lib.board.decisions import missing_from

        raise missing_from(path.parent, path.name)
    values = Values(path.name, read_yaml(path), {} if parsers is None else parsers)
    settings = Settings(**_needed(values), **_optional(values))
    _check_order(path.name, settings)
    _check_limits(path.name, settings.limits)
    values.refuse_unknown()
    return settings


def _needed(values: Values) -> dict[str, Any]:
    """The settings that every Board makes."""
    one, several = values.one, values.several
    green, amber = (Fraction(one(f"thresholds.{name}", cells.number)) / 100
                    for name in ("green", "amber"))
    return {
        **{name: one(name) for name in ("board", "group", "cycle", "area", "region", "panel")},
        "thresholds": Thresholds(green, amber, one("lower_method", cells.member_of(LowerMethod))),
        "day_count": one("day_count", cells.member_of(DayCount)),
        "conference_clock": one("conference_clock", cells.member_of(ConferenceClock)),
        "profile": PROFILES[one("disclosure.profile", cells.one_of(*PROFILES))],
        "earlier_releases": one("disclosure.earlier_releases", cells.whole_number),
        "later_editions": one("later_editions", cells.yes_no),
        "rejected_rows_allowed": one("rejected_rows_allowed", cells.whole_number),
        "exceptions_at_most": one("exceptions_at_most", cells.whole_number),
        "sets": several("sets", cells.one_of(*AUDIENCES)),
        "formats": several("formats", cells.one_of(*FORMATS)),
        "every_cycle": several("every_cycle", cells.text),
        "limits": Limits(*(one(f"limits.{name}", cells.whole_number)
                           for name in ("memory_mib", "seconds"))),
    }


def _optional(values: Values) -> dict[str, Any]:
    """The settings that a Board may leave out."""
    optional = values.optional
    return {
        "retention": values.group("retention", months),
        "authority": optional("authority", three_digits),  # no code, no check
        "group_short": optional("group_short", cells.text, Settings.group_short),
        "look": Look(optional("logo", picture_file, ""), optional("accent", colour, ""),
                     values.group("set_names", among=NAMED),
                     optional("word_template", template_file, "")),
        "contact": optional("contact", cells.text),
        "groups": codes_of(values.group("groups", among=SETTING), values.file),
        "framework": optional("framework", parse_framework, MAY_2014),
        "follow_up_basis": optional("follow_up_basis", cells.text),
        "employer_clock": optional("employer_clock", cells.member_of(EmployerClock),
                                   Settings.employer_clock),
        "first_cycle": optional("first_cycle", parse_cycle),
        "quorum": optional("quorum", per_cent),
    }


def _check_order(file: str, settings: Settings) -> None:
    green, amber = settings.thresholds.green, settings.thresholds.amber
    if not 0 < amber < green <= 1:
        raise InputError.at(file, "the settings thresholds.amber and thresholds.green must be "
                            "above 0, one below the other, and at most 100", "correct them")


def _check_limits(file: str, limits: Limits) -> None:
    if min(limits.memory_mib, limits.seconds) < 1:
        raise InputError.at(file, "the settings limits.memory_mib and limits.seconds must be 1 "
                            "or more", "correct them")

"""What the Board has set: ``params/settings.yaml``, and the one way to read a YAML file.

Every scalar is read as the text that stands there, so that a date, a version or "no" is
never turned into something else. Duplicate names and aliases are refused.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import yaml

from pscb_lib.findings import InputError
from pscb_lib.rag import LowerMethod, Thresholds
from pscb_lib.workdays import DayCount

AUDIENCES = ("restricted", "board", "public")
FORMATS = ("html", "pdf", "tables")


@dataclass(frozen=True)
class Settings:
    """The Board's settings, typed. See the comments in ``params/settings.yaml``."""

    board: str
    group: str
    cycle: str
    area: str
    panel: str
    thresholds: Thresholds
    day_count: DayCount
    masked: range
    rejected_rows_allowed: int
    exceptions_at_most: int
    sets: tuple[str, ...]
    formats: tuple[str, ...]


def read_settings(path: Path) -> Settings:
    """Read the settings; InputError names the setting that is missing or not allowed."""
    raw = read_yaml(path)
    try:
        return _settings(raw)
    except KeyError as fault:
        raise InputError.at(path.name, f"there is no setting {fault}", "add it") from None
    except (ValueError, TypeError, AttributeError) as fault:
        raise InputError.at(path.name, f"a setting is not allowed ({fault})", "correct it") from None


def _settings(raw: dict) -> Settings:
    percent = {name: Fraction(raw["thresholds"][name]) / 100 for name in ("green", "amber")}
    masked = raw["disclosure"]
    return Settings(
        board=raw["board"], group=raw["group"], cycle=raw["cycle"],
        area=raw["area"], panel=raw["panel"],
        thresholds=Thresholds(**percent, lower=LowerMethod(raw["lower_method"])),
        day_count=DayCount(raw["day_count"]),
        masked=range(int(masked["smallest"]), int(masked["largest"]) + 1),
        rejected_rows_allowed=int(raw["rejected_rows_allowed"]),
        exceptions_at_most=int(raw["exceptions_at_most"]),
        sets=_among(AUDIENCES, raw["sets"]), formats=_among(FORMATS, raw["formats"]),
    )


def _among(allowed: tuple[str, ...], chosen: list[str]) -> tuple[str, ...]:
    for name in chosen:
        if name not in allowed:
            raise ValueError(f"{name!r} is not one of {', '.join(allowed)}")
    return tuple(chosen)


def read_yaml(path: Path) -> dict:
    """Read a YAML file of names and texts.

    Raises InputError, one line, where the file is missing, is not YAML, is not a list of
    names, names a thing twice or uses aliases.
    """
    try:
        content = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        raise InputError.at(path.name, f"cannot be read ({fault.__class__.__name__})",
                            f"see that it is in {path.parent.name} and is UTF-8") from None
    try:
        loaded = yaml.load(content, Loader=_TextLoader)
    except yaml.YAMLError as fault:
        mark = getattr(fault, "problem_mark", None)
        raise InputError.at(path.name, f"is not YAML ({getattr(fault, 'problem', fault)})",
                            "correct the line", row=mark and mark.line + 1) from None
    if not isinstance(loaded, dict):
        raise InputError.at(path.name, "is not a list of names and values", "write name: value")
    return loaded


class _TextLoader(yaml.BaseLoader):
    def compose_node(self, parent, index):
        if self.check_event(yaml.AliasEvent):
            event = self.peek_event()
            raise yaml.YAMLError(f"line {event.start_mark.line + 1}: aliases are not allowed")
        return super().compose_node(parent, index)

    def construct_mapping(self, node, deep=False):
        names = [self.construct_object(key) for key, _ in node.value]
        for name in names:
            if names.count(name) > 1:
                raise yaml.constructor.ConstructorError(
                    problem=f"{name} stands there twice", problem_mark=node.start_mark
                )
        return super().construct_mapping(node, deep)

"""The values of ``settings.yaml``, by name: each parsed, and the parser of each kept.

A name in a group has that of the group before a dot: ``limits.seconds``.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import Any

from pscb_lib.board.yaml_files import Raw
from pscb_lib.reading import cells
from pscb_lib.reading.findings import InputError


class Values:
    """The values in a settings file that was read as *raw*.

    *parsers* is filled with the parser of each setting that is asked for, by its name. Every
    method raises InputError for a value that is not as it must be.
    """

    def __init__(self, file: str, raw: Raw, parsers: dict[str, cells.Parser]) -> None:
        self.file, self._raw, self._parsers = file, raw, parsers

    def one(self, name: str, parse: cells.Parser = cells.text) -> Any:
        """The one value of a setting."""
        value = self._find(name)
        if not isinstance(value, str):
            raise InputError.at(self.file, f"the setting {name} is missing or is not one value",
                                "add it")
        return self._parsed(name, parse, value)

    def several(self, name: str, parse: cells.Parser) -> tuple[Any, ...]:
        """The values of a setting that is a list."""
        value = self._find(name)
        texts = [one for one in value if isinstance(one, str)] if isinstance(value, list) else []
        if not texts or len(texts) < len(value):
            raise InputError.at(self.file, f"the setting {name} is missing or is not a list",
                                "add it")
        return tuple(self._parsed(name, parse, text) for text in texts)

    def optional(self, name: str, parse: cells.Parser, default: Any = None) -> Any:
        """The one value of a setting, or *default* if it is not set."""
        self._parsers[name] = parse
        return default if self._find(name) is None else self.one(name, parse)

    def group(self, name: str, parse: cells.Parser = cells.text,
              among: Container[str] | None = None) -> dict[str, Any]:
        """The values of a group of settings, by their own names; none if it is not set.

        *among* are the names that there are, None for any.
        """
        self._parsers[name] = cells.text
        given = self._raw.get(name, {})
        if not isinstance(given, dict):
            raise InputError.at(self.file, f"the setting {name} is not a list of names and values",
                                "write name: value below it")
        return {each: self.one(f"{name}.{each}", parse) for each in given
                if among is None or each in among}

    def refuse_unknown(self) -> None:
        """Raise InputError if the file has a setting that nobody asked for."""
        for name in self._names():
            if name not in self._parsers:
                raise InputError.at(self.file, f"there is no setting {name}", "correct its name or "
                                    "remove it")

    def _names(self) -> Iterator[str]:
        for name, value in self._raw.items():
            parts = sorted(f"{name}.{part}" for part in value) if isinstance(value, dict) else []
            yield from parts or [name]

    def _find(self, name: str) -> Any:
        value: Any = self._raw
        for part in name.split("."):
            value = value.get(part) if isinstance(value, dict) else None
        return value

    def _parsed(self, name: str, parse: cells.Parser, value: str) -> Any:
        self._parsers[name] = parse
        try:
            return cells.value_of(parse(value))
        except ValueError as fault:
            raise InputError.at(self.file, f"the setting {name} {fault}", "correct it",
                                value=value) from None


def months(cell: str) -> int:
    """Parse a number of months, at least one."""
    number: int = cells.value_of(cells.whole_number(cell))
    if not number:
        raise ValueError("is not one month or more")
    return number


def per_cent(cell: str) -> int:
    """Parse a whole number of per cent, from 1 to 100."""
    number: int = cells.value_of(cells.whole_number(cell))
    if not 1 <= number <= 100:
        raise ValueError("is not from 1 to 100 per cent")
    return number


def three_digits(cell: str) -> str:
    """Parse an authority's code in the Department for Education's returns: 874."""
    if len(cell.strip()) != 3 or not (cell.strip().isascii() and cell.strip().isdecimal()):
        raise ValueError("is not a code of three digits, such as 874")
    return cell.strip()

"""Read the YAML files of ``params/``: the settings, and the parameters of each paper.

Every value is read as text, so that a date, a version or "no" is never turned into something
else. Duplicate names and aliases are refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from pscb_lib.reading.characters import printed
from pscb_lib.reading.findings import InputError, Missing
from pscb_lib.reading.strange import refuse_strange

AT_MOST = 100_000  # bytes; the settings, the largest file, have a few thousand
Raw = dict[str, Any]  # texts, lists of texts, or nested names and texts


def read_yaml(path: Path) -> Raw:
    """Read a YAML file of names and texts.

    Raises InputError if the file is missing, is not YAML, is not a list of names and values, has
    a name twice, uses aliases, holds what cannot be printed or is too large.
    """
    refuse_strange(path)
    loaded = _load(path, _content_of(path))
    if not isinstance(loaded, dict):
        raise InputError.at(path.name, "is not a list of names and values", "write name: value")
    for name, value in loaded.items():
        for text in (str(name), *_texts(value)):
            if refused := printed(text).refused:
                raise InputError.at(path.name, *refused, column=printed(str(name)).text)
    return loaded


def _content_of(path: Path) -> str:
    try:
        _check_size(path)
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise Missing.at(path.name, "the file is missing", f"put it in {path.parent.name}"
                         ) from None
    except (OSError, UnicodeDecodeError) as fault:
        why = fault.strerror if isinstance(fault, OSError) else "it is not UTF-8"
        raise InputError.at(path.name, f"cannot be read ({why})",
                            f"see that it is in {path.parent.name} and is UTF-8") from None


def _check_size(path: Path) -> None:
    if (size := path.stat().st_size) > AT_MOST:
        raise InputError.at(path.name, f"has {size:,} bytes, at most {AT_MOST:,} are read",
                            "see that it is the right file")


def _load(path: Path, content: str) -> object:
    try:
        loaded: object = yaml.load(content, Loader=_TextLoader)
        return loaded
    except (yaml.YAMLError, RecursionError) as fault:
        mark = getattr(fault, "problem_mark", None)
        problem = getattr(fault, "problem", "it nests too deep"
                          if isinstance(fault, RecursionError)
                          else "it holds a character that is not text")
        raise InputError.at(path.name, f"is not YAML ({problem})", "correct the line",
                            row=mark and mark.line + 1) from None


def _texts(value: object) -> Iterator[str]:
    """The texts of a value, in lists and in names and values below it."""
    if isinstance(value, dict):
        value = [*value, *value.values()]
    if isinstance(value, list):
        for each in value:
            yield from _texts(each)
    else:
        yield str(value)


class _TextLoader(yaml.BaseLoader):
    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            alias = self.peek_event()  # type: ignore[no-untyped-call]  # its stubs lack the type
            raise yaml.composer.ComposerError(
                problem="aliases are not allowed", problem_mark=alias.start_mark
            )
        return super().compose_node(parent, index)

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        names: list[object] = []
        for key, _ in node.value:
            name = self.construct_object(key)
            if name in names:
                raise yaml.constructor.ConstructorError(
                    problem=f"{name} is there twice", problem_mark=key.start_mark
                )
            names.append(name)
        return super().construct_mapping(node, deep)

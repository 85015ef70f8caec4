"""The text of ``settings.yaml``, in which single values are replaced and all comments kept.

A setting that is not set stands in a comment, ``# logo: logo.svg  # what it is``: to set it the
mark before it is taken away, and to clear it the mark is put back.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import yaml

LINE = re.compile(r"(?P<off># ?)?(?P<indent> *)(?P<name>[a-z0-9_]+):(?P<rest>(?: .*)?)")
REMARK = re.compile(r"(?:^|\s+)#\s.*$")
QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')
OFF = "# "


@dataclass(frozen=True)
class Setting:
    """A setting: its name, with that of its group before a dot; its value, blank if not set.

    ``line`` is the number of its line, from 0; ``is_list`` if it may have several values, which
    commas divide.
    """

    name: str
    value: str
    meaning: str
    line: int
    is_list: bool = False
    is_group: bool = False


def settings_in(text: str) -> dict[str, Setting]:
    """The settings that a text names, set or not, by their names; those of a group follow it."""
    found: dict[str, Setting] = {}
    values = dict(_values(yaml.compose(text, Loader=yaml.BaseLoader)))
    group = ""
    for number, line in enumerate(text.splitlines()):
        if not (seen := LINE.fullmatch(line)):
            continue
        name = f"{group}.{seen['name']}" if seen["indent"] and group else seen["name"]
        group = group if seen["indent"] else seen["name"]
        node = None if seen["off"] else values.get(name)
        if name in found or not seen["off"] and node is None:
            continue
        written, remark = _parted(seen["rest"])
        above = found.get(name.rpartition(".")[0])
        found[name] = Setting(
            name, _said(node), remark.strip(" #") or (above.meaning if above else ""), number,
            is_list=isinstance(node, yaml.SequenceNode) or written.startswith("["),
            is_group=isinstance(node, yaml.MappingNode) or bool(seen["off"]) and not written)
    return found


def with_values(text: str, values: Mapping[str, str]) -> str:
    """The text with other *values* by the names of settings; a blank value clears one.

    Raises ValueError, with the name of the setting, if one is not written on one line.
    """
    known, lines = settings_in(text), text.splitlines(keepends=True)
    for name, value in values.items():
        one = known[name]
        lines[one.line] = (_set(lines[one.line], one, value) if value.strip()
                           else _cleared(lines[one.line]))
    for group in (one for one in known.values() if one.is_group):
        inside = [one for one in known.values() if one.name.startswith(f"{group.name}.")]
        is_set = any(values.get(one.name, one.value).strip() for one in inside)
        if inside:
            lines[group.line] = (_uncommented if is_set else _cleared)(lines[group.line])
    _check("".join(lines), known, values)
    return "".join(lines)


def listed(value: str) -> list[str]:
    """The values of a list, which commas divide."""
    return [each.strip() for each in value.split(",") if each.strip()]


def _check(text: str, known: Mapping[str, Setting], values: Mapping[str, str]) -> None:
    """Raise ValueError unless the text has each setting as it was, or as it is to be."""
    after = settings_in(text)
    for name, one in known.items():
        value = values.get(name, one.value).strip()
        if after[name].value != (", ".join(listed(value)) if one.is_list else value):
            raise ValueError(name)


def _set(line: str, one: Setting, value: str) -> str:
    bare = line.rstrip("\r\n")
    seen = LINE.fullmatch(_uncommented(bare))
    written, remark = _parted(seen["rest"]) if seen else ("", "")
    if not seen or not written:
        raise ValueError(one.name)
    if one.is_list:
        new = f"[{', '.join(_written(each, '[{}]') for each in listed(value))}]"
    else:
        new = _written(value.strip(), "{}", is_quoted=written.startswith('"'))
    return f"{seen['indent']}{seen['name']}: {new}{remark}{line[len(bare):]}"


def _written(value: str, within: str, is_quoted: bool = False) -> str:
    """A value as YAML: plain if it may be, in quotation marks if it was or must be."""
    try:
        tried = yaml.load(f"a: {within.format(value)}  # b", Loader=yaml.BaseLoader)
    except yaml.YAMLError:
        tried = None
    is_plain = tried == {"a": [value] if within != "{}" else value}
    return value if is_plain and not is_quoted else json.dumps(value, ensure_ascii=False)


def _cleared(line: str) -> str:
    return line if line.startswith("#") else OFF + line


def _uncommented(line: str) -> str:
    return re.sub("^# ?", "", line)


def _values(node: yaml.Node | None, before: str = "") -> Iterator[tuple[str, yaml.Node]]:
    for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
        yield f"{before}{key.value}", value
        yield from _values(value, f"{before}{key.value}.")


def _said(node: yaml.Node | None) -> str:
    if isinstance(node, yaml.SequenceNode):
        return ", ".join(str(each.value) for each in node.value)
    return str(node.value) if isinstance(node, yaml.ScalarNode) else ""


def _parted(rest: str) -> tuple[str, str]:
    """What is written for a value, and the remark behind it with the spaces before."""
    masked = QUOTED.sub(lambda found: "x" * len(found[0]), rest)
    found = REMARK.search(masked)
    place = found.start() if found else len(rest)
    return rest[:place].strip(), rest[place:]

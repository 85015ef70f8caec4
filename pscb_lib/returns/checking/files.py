"""Check files one by one, then those of one return against each other.

A file that cannot be used is a finding and does not stop the check of the other files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from pscb_lib.board.context import Context
from pscb_lib.reading.files import open_sheets
from pscb_lib.reading.findings import Finding, InputError
from pscb_lib.reading.rows import Checked, Source, check_together, combine
from pscb_lib.reading.uncollected import uncollected
from pscb_lib.returns.checking.recognise import recognise
from pscb_lib.returns.checking.walk import short_names
from pscb_lib.returns.kinds import Return

ContextOf = Callable[[Return, Path | None], Context]
Show = Callable[[Sequence[Path]], Iterator[Path]]


class Opened(NamedTuple):
    """A file that can be read: its return, context, rows and row counts."""

    kind: Return
    context: Context
    checked: Checked
    source: Source


@dataclass(frozen=True)
class CheckedFile:
    """One file and its findings.

    ``kind`` and ``context`` are None if no return was recognised, ``checked`` is None if the file
    cannot be read; ``refused`` says why the whole file is not used.
    """

    path: Path
    name: str
    kind: Return | None = None
    context: Context | None = None
    checked: Checked | None = None
    refused: Finding | None = None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, first the one about the whole file, with the file's name as shown."""
        found = (*([self.refused] if self.refused else []),
                 *(self.checked.findings if self.checked else ()))
        return tuple(replace(finding, file=self.name) for finding in found)

    @property
    def source(self) -> Source | None:
        """Its row counts; if the file is refused, all rows count as rejected."""
        if self.checked is None:
            return None
        source = replace(self.checked.sources[0], file=self.name)
        return replace(source, used=0, rejected=source.read - source.left_out
                       ) if self.refused else source

    @property
    def opened(self) -> Opened | None:
        """Its return, context, rows and row counts together; None if it cannot be read."""
        kind, context, checked, source = self.kind, self.context, self.checked, self.source
        if kind is None or context is None or checked is None or source is None:
            return None
        return Opened(kind, context, checked, source)


@uncollected()
def check_paths(files: Sequence[Path], kinds: Mapping[str, Return], context_of: ContextOf,
                show: Show = iter) -> list[CheckedFile]:
    """Check *files*, in their order.

    *context_of* makes the context for a file of a return, or, without a file, the cycle's context.
    *show* yields each file as it is read, to show how far the check is.
    """
    required: dict[str, tuple[str, ...]] = {}
    for name, kind in kinds.items():
        fields = kind.fields(context_of(kind, None))
        required[name] = tuple(field.name for field in fields if not field.optional)
    names, found = short_names(files), []
    seen: dict[str, str] = {}
    for path in show(files):
        one = _check_file(CheckedFile(path, names[path]), kinds, required, context_of)
        found.append(_refuse_repeat(one, seen))
    return _check_together(found)


def _check_file(one: CheckedFile, kinds: Mapping[str, Return],
                required: Mapping[str, tuple[str, ...]], context_of: ContextOf) -> CheckedFile:
    try:
        file = open_sheets(one.path)
        kind = kinds[recognise(file, required)]
        context = context_of(kind, one.path)
        one = replace(one, kind=kind, context=context)
        checked = kind.read(file, context)
        one = replace(one, checked=checked)
        kind.refuse(checked, context)
    except InputError as fault:
        if fault.finding is None:
            raise
        return replace(one, refused=fault.finding)
    return one


def _refuse_repeat(one: CheckedFile, seen: dict[str, str]) -> CheckedFile:
    """Refuse a file that has the SHA-256 of an earlier one."""
    if one.checked is None:
        return one
    sha256 = one.checked.sources[0].sha256
    other = seen.setdefault(sha256, one.name)
    if other == one.name or one.refused:
        return one
    return replace(one, refused=Finding(
        one.name, f"is the same file as {other} (SHA-256 {sha256[:12]})",
        "take one of the two out"))


def _check_together(found: list[CheckedFile]) -> list[CheckedFile]:
    """Apply the rules across the files of the same return in the same folder."""
    groups: dict[tuple[Path, str], dict[Path, Opened]] = {}
    for one in found:
        if (opened := one.opened) and one.refused is None:
            groups.setdefault((one.path.parent, opened.kind.name), {})[one.path] = opened
    judged = {path: checked for group in groups.values() for path, checked in _judge(group)}
    return [replace(one, checked=judged.get(one.path, one.checked)) for one in found]


def _judge(group: Mapping[Path, Opened]) -> Iterator[tuple[Path, Checked]]:
    kind, context = next(iter(group.values())).kind, [*group.values()][-1].context
    parts = [one.checked for one in group.values()]
    rules = kind.together(context, [checked.sources[0] for checked in parts])
    if not rules:
        return
    whole = combine(parts) if len(parts) > 1 else parts[0]
    after = check_together(whole, rules)
    new = after.findings[len(whole.findings):]
    for path, checked, source in zip(group, parts, after.sources, strict=True):
        own = tuple(finding for finding in new if finding.file == path.name)
        yield path, replace(checked, findings=(*checked.findings, *own), sources=(source,))

"""Check files one by one, then those of one return against each other.

A file that cannot be used is a finding of its own and never the end: forty-nine of fifty are
checked where one is broken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pscb_lib.board.context import Context
from pscb_lib.reading.findings import Finding, InputError
from pscb_lib.reading.rows import Checked, Source, check_together, combine
from pscb_lib.returns.checking.recognise import recognise
from pscb_lib.returns.checking.walk import short_names
from pscb_lib.returns.kinds import Return

ContextOf = Callable[[Return, Path | None], Context]


@dataclass(frozen=True)
class CheckedFile:
    """One file and what was found in it.

    ``kind`` and ``context`` are None where no return was recognised, ``checked`` where the file
    cannot be read; ``refused`` is why the file as a whole is not used.
    """

    path: Path
    name: str
    kind: Return | None = None
    context: Context | None = None
    checked: Checked | None = None
    refused: Finding | None = None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, that about the whole file first, under the name that is shown."""
        found = (*([self.refused] if self.refused else []),
                 *(self.checked.findings if self.checked else ()))
        return tuple(replace(finding, file=self.name) for finding in found)

    @property
    def source(self) -> Source | None:
        """The account of its rows; all of them are rejected where the file is refused."""
        if self.checked is None:
            return None
        source = replace(self.checked.sources[0], file=self.name)
        return replace(source, used=0, rejected=source.read - source.left_out
                       ) if self.refused else source


def check_paths(files: Sequence[Path], kinds: Mapping[str, Return], context_of: ContextOf
                ) -> list[CheckedFile]:
    """Check every one of *files*, in their order.

    *context_of* makes the context for a return's file, or without one that of the cycle.
    """
    required: dict[str, tuple[str, ...]] = {}
    for name, kind in kinds.items():
        fields = kind.fields(context_of(kind, None))
        required[name] = tuple(field.name for field in fields if not field.optional)
    names, seen, found = short_names(files), {}, []
    for path in files:
        one = _check_file(CheckedFile(path, names[path]), kinds, required, context_of)
        found.append(_refuse_repeat(one, seen))
    return _check_together(found)


def _check_file(one: CheckedFile, kinds: Mapping[str, Return],
                required: Mapping[str, tuple[str, ...]], context_of: ContextOf) -> CheckedFile:
    try:
        kind = kinds[recognise(one.path, required)]
        one = replace(one, kind=kind, context=context_of(kind, one.path))
        one = replace(one, checked=kind.read(one.path, one.context))
        kind.refuse(one.checked, one.context)
    except InputError as fault:
        if fault.finding is None:
            raise
        return replace(one, refused=fault.finding)
    return one


def _refuse_repeat(one: CheckedFile, seen: dict[str, str]) -> CheckedFile:
    """Refuse a file that was seen under another name, by its SHA-256."""
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
    """Apply the rules that look across the files of one return in one folder."""
    groups: dict[tuple[Path, str], list[CheckedFile]] = {}
    for one in found:
        if one.checked is not None and one.refused is None:
            groups.setdefault((one.path.parent, one.kind.name), []).append(one)
    judged = {one.path: one for group in groups.values() for one in _judge(group)}
    return [judged.get(one.path, one) for one in found]


def _judge(group: list[CheckedFile]) -> Iterable[CheckedFile]:
    kind, context = group[0].kind, group[-1].context
    rules = kind.together(context, [one.checked.sources[0] for one in group])
    if not rules:
        return
    whole = combine(one.checked for one in group) if len(group) > 1 else group[0].checked
    after = check_together(whole, rules)
    new = after.findings[len(whole.findings):]
    for one, source in zip(group, after.sources, strict=True):
        own = tuple(finding for finding in new if finding.file == one.path.name)
        yield replace(one, checked=replace(
            one.checked, findings=(*one.checked.findings, *own), sources=(source,)))

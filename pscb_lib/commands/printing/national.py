"""What ``pscb import`` prints: figures, notes on them, row counts, findings and files."""

from __future__ import annotations

from collections.abc import Iterator

from pscb_lib.reading.findings import Reaction
from pscb_lib.returns.national.importing import Imported
from pscb_lib.returns.national.measures.social_care import Line

MOST_SAID = 20


def say_import(made: Imported) -> Iterator[str]:
    """Yield the figures, the notes on them, the row counts, the findings and the files."""
    titles = {line.measure.role: line.measure.title for line in made.lines}
    for role, title in titles.items():
        own = [line for line in made.lines if line.measure.role is role]
        figures = "  ".join(f"{line.period.label}: {_figure(line)}" for line in own)
        names = {_name(made, line): None for line in own}
        known = any((role, line.period.label) in made.registered for line in own)
        yield (f"{', '.join(names):<28} {title}: {figures}"
               f"{'' if known else '  (no indicator of the register has this role)'}")
    for said, ids in _grouped(made, "note").items():
        yield f"NOTE  {ids}: {said}"
    for said, ids in _grouped(made, "shortfall").items():
        yield f"WARNING  {ids}: {said}"
    for limit in (*made.told, *made.national.limits):
        yield f"NOTE  {limit}"
    for name, sources in made.national.sources.items():
        for source in sources:
            yield (f"{source.file}, {name}: {source.read:,} rows read, {source.used:,} used, "
                   f"{source.rejected:,} rejected, {source.left_out:,} left out")
    yield from _say_findings(made)
    for path in made.written:
        yield f"Wrote {path}"


def _grouped(made: Imported, name: str) -> dict[str, str]:
    """Return the notes of lines, each text once, with the names of its lines."""
    found: dict[str, dict[str, None]] = {}
    for line in made.lines:
        if getattr(line, name):
            found.setdefault(getattr(line, name), {})[_name(made, line)] = None
    return {said: ", ".join(ids) for said, ids in found.items()}


def _name(made: Imported, line: Line) -> str:
    """The Board's id of a line, or its role where no indicator of the register has it."""
    return made.registered.get((line.measure.role, line.period.label), line.measure.role.value)


def _say_findings(made: Imported) -> Iterator[str]:
    for reaction in Reaction:
        found = [one for one in made.national.findings if one.reaction is reaction]
        for finding in found[:MOST_SAID]:
            yield f"{reaction.name}  {finding}"
        if len(found) > MOST_SAID:
            yield f"{reaction.name}  and {len(found) - MOST_SAID:,} more"


def _figure(line: Line) -> str:
    if line.numerator is None:
        return "not supplied"
    if line.denominator is None:
        return f"{line.numerator:,}"
    return f"{line.numerator:,} of {line.denominator:,}"

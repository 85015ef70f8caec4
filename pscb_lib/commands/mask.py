"""``pscb mask``: hide small counts of any table with totals, and what would reveal them."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pscb_lib.commands.limited import Limited
from pscb_lib.commands.targets import Target, refuse_kept, refuse_others
from pscb_lib.disclosure.secrecy.profiles import PROFILES
from pscb_lib.reading.findings import InputError

if TYPE_CHECKING:
    from pscb_lib.disclosure.tables.masked import Hidden, Masked

WITHHELD = 1
LARGE = 1_000  # counts; fewer take less than a second
PRIVATE = 0o600
HEADINGS = ("file", "row", "column", "cell", "hidden", "least", "most")


def _is_evidence(begins: bytes) -> bool:
    return begins.removeprefix(b"\xef\xbb\xbf").startswith(",".join(HEADINGS).encode())


A_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)


@click.command(cls=Limited)
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=A_FILE)
@click.option("--out", required=True, type=Target(folder=True),
              metavar="FOLDER", help="Where to write the masked tables, as CSV.")
@click.option("--profile", type=click.Choice([*PROFILES]), default="dfe", show_default=True,
              help="The rule for small counts: dfe hides 1 to 5; nhs hides 1 to 7 and rounds the "
                   "others to the nearest 5.")
@click.option("--evidence", type=Target(file=True, is_ours=_is_evidence), metavar="FILE",
              help="Where to write what is hidden and why; by default beside the first FILE.")
@click.option("--total", "totals", multiple=True, metavar="NAME",
              help="A further name of totals, besides Total, Totals, Grand total, All and Sum.")
@click.option("--sum", "sums", multiple=True, metavar='"WHOLE = PART + PART"',
              help="Rows, columns or files with equal sums, such as quarters and their year. Each "
                   "side may have several; a total may have several sums.")
@click.option("--label", "labels", multiple=True, metavar="COLUMN",
              help="A column of numbers that names the rows, such as Year.")
@click.option("--known", multiple=True, metavar="NAME",
              help="A row or column that is public already and stays as it is, such as Total.")
@click.option("--apart", is_flag=True,
              help="The files count different children, even where counts are the same.")
def mask(files, out, profile, evidence, totals, sums, labels, known, apart) -> None:
    """Mask the tables in each FILE together.

    Small counts are hidden, and others with which one could be worked out. A row or column named
    Total is the sum of the others. Counts of two files with the same labels and the same value are
    one count. Text, order and blank cells are kept. Percentages are not masked: work them out from
    the masked counts.

    Other sums are looked for and said: few rows, columns or files that add up to others, parts by
    age and then by sex, a year to date. One that holds by chance hides a little more. What holds in
    one row alone, or between more than a few, is not found: name it with --sum. Nor are parts
    within one another (under 6 and under 12 months), files with other labels, and what was
    published before. Texts with numbers are kept and warned of.

    The evidence says of each hidden count whether it is small itself (primary) or protects another
    (secondary), and what an outsider knows of it. Do not publish it. A table that cannot be
    protected is withheld as a whole. Exits 0 if all are written, 1 if one is withheld.

    \b
    Example:
      pscb mask by_age.csv by_sex.csv --out to-publish
      pscb mask q1.csv q2.csv year.csv --out to-publish --sum "year = q1 + q2"
    """
    from pscb_lib.disclosure.tables.grid import read_grid
    from pscb_lib.disclosure.tables.linked import link
    from pscb_lib.disclosure.tables.masked import mask_tables
    from pscb_lib.disclosure.tables.sums import parse_sum

    evidence = evidence or files[0].with_name(f"{files[0].stem}-evidence.csv")
    _check_places(files, out, evidence)
    linked = link([read_grid(path, totals, labels) for path in files],
                  [*map(parse_sum, sums)],
                  ["Total" if name in totals else name for name in known], apart)
    if len(linked.names) > LARGE:
        click.echo(f"Masking {len(linked.names):,} counts", err=True)
    masked = mask_tables(linked, PROFILES[profile])
    _write(masked, out, evidence)
    _say(masked)
    for number in masked.withheld:
        if (earlier := out / f"{masked.linked.grids[number].stem}.csv").exists():
            click.echo(f"WARNING  {earlier} is of an earlier run: remove it")
    click.echo(f"Evidence, not to be published: {evidence}")
    sys.exit(WITHHELD if masked.withheld else 0)


def _check_places(files: Sequence[Path], out: Path, evidence: Path) -> None:
    """Raise InputError if a file would be overwritten, or the evidence would be published."""
    target = out.resolve()
    for path in files:
        if path.resolve().parent == target:
            raise InputError.at("--out", f"is the folder of {path.name}", "name another folder",
                                value=str(out))
    stems = [path.stem.casefold() for path in files]
    if twice := [path.name for path, stem in zip(files, stems, strict=True)
                 if stems.count(stem) > 1]:
        raise InputError.at(twice[-1], "two files would be written under one name", "rename one")
    if target in (evidence.resolve(), *evidence.resolve().parents):
        raise InputError.at("--evidence", "would lie with the masked tables",
                            "name another folder", value=str(evidence))
    refuse_kept(evidence, "--evidence")  # the default, beside the first file, is tried here
    refuse_others(evidence, "--evidence", _is_evidence)


def _write(masked: Masked, out: Path, evidence: Path) -> None:
    from pscb_lib.writing.folders import FILE
    from pscb_lib.writing.whole import write_text

    tables = {out / f"{grid.stem}.csv": _csv(masked.lines(number))
              for number, grid in enumerate(masked.linked.grids) if number not in masked.withheld}
    before = _masked_before(evidence)
    for path, text in tables.items():
        if path.stem not in before:
            refuse_others(path, "--out", text.encode().__eq__)
    try:
        evidence.parent.mkdir(parents=True, exist_ok=True)
        write_text(evidence, _csv([HEADINGS, *map(_row, _all(masked))]), PRIVATE)
        out.mkdir(parents=True, exist_ok=True)
        for path, text in tables.items():
            write_text(path, text, FILE)
    except OSError as fault:
        raise InputError.at(Path(fault.filename or out).name, f"cannot be written "
                            f"({fault.strerror})", "see who may write there") from None


def _masked_before(evidence: Path) -> set[str]:
    """Return the names, without .csv, of the tables that an earlier run has masked."""
    if not evidence.exists():
        return set()
    with evidence.open(encoding="utf-8-sig", newline="") as file:
        return {Path(row["file"]).stem for row in csv.DictReader(file)}


def _say(masked: Masked) -> None:
    from pscb_lib.disclosure.tables.texts import stating

    for line in masked.linked.said:
        click.echo(line)
    for number, grid in enumerate(masked.linked.grids):
        for one in masked.hidden[number].values() if number not in masked.withheld else ():
            click.echo(f"  {one.kind:9}  {one.file}, row {one.row}, column {one.column}")
        for line in masked.groups(number) if number not in masked.withheld else ():
            click.echo(f"WARNING  {grid.file}, {line}; see whether that tells of everyone in it")
        for place in stating(grid) if number not in masked.withheld else ():
            click.echo(f"WARNING  {grid.file}, {place}: a text with a number stays as it is; "
                       "see that it tells no hidden count")
        click.echo(f"{grid.file}: {_summary(masked, number)}")


def _summary(masked: Masked, number: int) -> str:
    counts = len(masked.linked.grids[number].counts)
    if number in masked.withheld:
        return (f"WITHHELD, none of its {counts:,} counts is published: a small one could be "
                "worked out whatever else is hidden; combine rows or columns")
    kinds = [one.kind for one in masked.hidden[number].values()]
    small = kinds.count("primary")
    return (f"{counts:,} counts, {small:,} hidden because small, {len(kinds) - small:,} because "
            f"one could be worked out with them; the mark is {masked.profile.symbol}")


def _all(masked: Masked) -> list[Hidden]:
    return [one for found in masked.hidden.values() for one in found.values()]


def _row(one: Hidden) -> tuple[object, ...]:
    from pscb_lib.disclosure.tables.grid import spelled
    from pscb_lib.page.rendering.spreadsheets import neutralised

    most = "no limit" if one.bounds.most is None else one.bounds.most
    return (one.file, one.row, neutralised(one.column), neutralised(spelled(one.labels)), one.kind,
            one.bounds.least, most)


def _csv(rows) -> str:
    """Rows as CSV that Excel opens as it is: with a byte order mark."""
    written = io.StringIO(newline="")
    csv.writer(written, lineterminator="\r\n").writerows(rows)
    return "\ufeff" + written.getvalue()

"""``pscb params``: the Board's decisions as one workbook, to edit in Excel and take back."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from pscb_lib.commands.limited import Limited
from pscb_lib.commands.options import project
from pscb_lib.commands.targets import Target
from pscb_lib.reading.findings import InputError


@click.command(cls=Limited)
@click.option("--to", "to", type=Target(file=True), metavar="FILE", help="Write the workbook.")
@click.option("--from", "source", type=click.Path(path_type=Path), metavar="FILE",
              help="Take an edited workbook back.")
@click.option("--dry-run", "is_dry", is_flag=True,
              help="With --from: print what would change, and write nothing.")
@project
def params(to, source, is_dry, project) -> None:
    """Write the Board's decisions to one workbook, or take them back.

    The workbook has a sheet for each register of params/ and one of the settings, with a remark on
    each column, drop-downs and a data dictionary. The ledger is not in it, and neither are the
    files of a cycle. With --from all faults are named in one go by sheet, row and column; nothing
    is written unless all is good. Then each file that changed is written, and what changed is
    printed. Rows that were not edited keep their bytes. A sheet is refused if its file was edited
    elsewhere since the workbook was made. Exits 0 if all is good, 1 if anything is refused.

    \b
    Example:
      pscb params --to params.xlsx
      pscb params --from params.xlsx --dry-run
      pscb params --from params.xlsx
    """
    if bool(to) == bool(source):
        raise InputError.at("params", "takes --to or --from", "give one of the two")
    if is_dry and to:
        raise InputError.at("--dry-run", "goes with --from", "leave it out")
    if to:
        _write(project, to)
    elif not _take(project, source, is_dry):
        sys.exit(1)


def _write(project: Path, path: Path) -> None:
    from pscb_lib.board.settings import read_settings
    from pscb_lib.running.params_book.pages import pages_of
    from pscb_lib.running.params_book.writing import write_book

    pages = pages_of(project / "params")
    if path.exists():
        raise InputError.at("--to", f"{path.name} is there already", "name another file, since "
                            "this one may have been edited")
    write_book(pages, read_settings(project / "params" / "settings.yaml").board, path)
    click.echo(f"Wrote {path}")


def _take(project: Path, book: Path, is_dry: bool) -> bool:
    """Take the workbook; return whether it is good."""
    from pscb_lib.running.params_book.changes import say_change
    from pscb_lib.running.params_book.taking import take_book

    taken = take_book(project / "params", book, is_dry)
    for note in taken.notes:
        click.echo(f"NORMALISED  {note}")
    for file in taken.stale:
        click.echo(f"{file}: edited since the workbook was made; its sheet was not, so it stays")
    for change in taken.changes:  # of a refused workbook, what must be entered in a new one
        if not taken.faults or change.page.file in taken.conflicts:
            for line in say_change(change, is_taken=not taken.faults):
                click.echo(line)
    for fault in taken.faults:
        click.echo(f"pscb: {fault}", err=True)
    if taken.faults:
        click.echo(f"pscb: nothing was written: {len(taken.faults):,} to correct", err=True)
    elif not taken.changes:
        click.echo("Nothing to change.")
    else:
        files = ", ".join(one.page.file for one in taken.changes)
        click.echo(f"{'Would write' if is_dry else 'Wrote'} params: {files}")
    return not taken.faults

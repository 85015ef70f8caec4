"""``pscb history``: list the accepted returns, their senders and dates."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from pscb_lib.commands.options import project
from pscb_lib.reading.findings import InputError

ALTERED = 1


@click.command()
@click.option("--returns", type=click.Path(path_type=Path, file_okay=False), default="returns",
              show_default=True, help="The returns folder.")
@click.option("--format", "form", type=click.Choice(["text", "json", "csv"]), default="text",
              show_default=True, help="How to print the ledger.")
@project
def history(returns, form, project) -> None:
    """List the accepted returns: who sent what, and when.

    Every copy is compared with its SHA-256. Exits 0 if all agree, 1 if one is missing or altered;
    one that pscb retain deleted is named, which is not a fault.

    \b
    Example:
      pscb history
      pscb history --returns returns --format csv
    """
    from pscb_lib.commands.printing.history import say_history
    from pscb_lib.returns.history import read_ledger, stored_at
    from pscb_lib.returns.retention import accepted_id, read_deletions, say_deleted

    lines, is_whole = read_ledger(returns), True
    for said in say_history(lines, form):
        click.echo(said)
    deleted = read_deletions(project / "params")
    for one in lines:
        try:
            stored_at(returns, one)
        except InputError as fault:
            day = deleted.get(accepted_id(returns.resolve(), lines, one))
            is_whole &= day is not None
            click.echo(f"{one.named}: {say_deleted(day)}" if day else f"pscb: {fault}", err=True)
    sys.exit(0 if is_whole else ALTERED)

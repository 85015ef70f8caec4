"""``pscb history``: list the accepted returns, their senders and dates."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from pscb_lib.reading.findings import InputError

ALTERED = 1


@click.command()
@click.option("--returns", type=click.Path(path_type=Path, file_okay=False), default="returns",
              show_default=True, help="The returns folder.")
@click.option("--format", "form", type=click.Choice(["text", "json", "csv"]), default="text",
              show_default=True, help="How to print the ledger.")
def history(returns, form) -> None:
    """List the accepted returns: who sent what, and when.

    Every copy is compared with its SHA-256. Exits 0 if all agree, 1 if one is missing or altered.

    \b
    Example:
      pscb history
      pscb history --returns returns --format csv
    """
    from pscb_lib.commands.printing.history import say_history
    from pscb_lib.returns.history import read_ledger, stored_at

    lines, is_whole = read_ledger(returns), True
    for said in say_history(lines, form):
        click.echo(said)
    for one in lines:
        try:
            stored_at(returns, one)
        except InputError as fault:
            is_whole = False
            click.echo(f"pscb: {fault}", err=True)
    sys.exit(0 if is_whole else ALTERED)

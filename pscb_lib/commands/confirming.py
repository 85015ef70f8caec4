"""Ask an officer to confirm who sent which file."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pscb_lib.commands.options import console_width
from pscb_lib.commands.printing.columns import lay_out
from pscb_lib.framework.english import count_of
from pscb_lib.reading.findings import InputError

if TYPE_CHECKING:
    from pscb_lib.returns.checking import CheckedFile
    from pscb_lib.returns.history.proposing import Proposal

NOT_CONFIRMED = 3
NOBODY = "nobody"
HEADINGS = ("File", "Return", "From", "Because")
Confirmed = Mapping[Path, "Proposal"]


def confirm(proposals: Sequence[Proposal], is_sure: bool) -> Confirmed | None:
    """Print the proposals and ask on a terminal; return them, or None if they are not confirmed.

    Without a terminal they are confirmed only if the caller *is_sure*.
    """
    from pscb_lib.returns.checking.mistakes import plain

    rows = [(one.name, one.kind, one.sender or NOBODY, one.why) for one in proposals]
    for line in lay_out(HEADINGS, rows, console_width()) if rows else ():
        click.echo(plain(line))
    known = sum(one.sender is not None for one in proposals)
    if not rows:
        click.echo("There is no file to accept.", err=True)
        return None
    if not (is_sure or _is_confirmed(known)):
        return None
    return {one.path: one for one in proposals}


def refuse_other(one: CheckedFile, confirmed: Confirmed) -> str:
    """Return the sender that was confirmed for a file.

    Raises InputError if nobody was, or if the file has changed since.
    """
    proposal = confirmed.get(one.path)
    if one.refused:
        raise InputError.of(one.findings[0])
    if proposal is None or proposal.sender is None:
        raise InputError(f"{one.name}: nobody is confirmed as its sender"
                         + (f": {proposal.why}" if proposal else ""))
    if one.source is None or one.source.sha256 != proposal.sha256:
        raise InputError.at(one.name, "changed after its sender was proposed",
                            "close it and accept it again")
    return proposal.sender


def _is_confirmed(known: int) -> bool:
    if not known:
        click.echo("Nobody is recognised as a sender: nothing was accepted.", err=True)
        return False
    if not sys.stdin.isatty():
        click.echo("Nothing was accepted: look through the senders, and repeat this with --yes.",
                   err=True)
        return False
    if click.confirm(f"Accept {count_of(known, 'file')} from these senders?", default=False):
        return True
    click.echo("Nothing was accepted.", err=True)
    return False

"""Say what was normalised in a text that was typed at a command."""

from __future__ import annotations

import click


def say_changes(*texts: str | None) -> None:
    """Print a line for each kind of character that has been replaced by its equal."""
    from pscb_lib.reading.characters import printed

    changes = dict.fromkeys(change for text in texts if text for change in printed(text).changes)
    for change in changes:
        click.echo(f"NORMALISED  {change}; see that this is what is meant")

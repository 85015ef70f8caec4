"""``pscb verify``: is every set still as it was published."""

from __future__ import annotations

import sys
from pathlib import Path

import click


@click.command()
@click.argument("output", type=click.Path(path_type=Path, exists=True, file_okay=False))
def verify(output: Path) -> None:
    """Recompute the SHA-256 of every file of every set below the folder OUTPUT.

    What was edited, is missing or does not belong there is named, a set's manifest too, and a set
    that its report does not have any more is named as withdrawn, which is no fault. It exits 0
    when all is as it was published, 1 when something is not or when there is no set.

    \b
    Example:
      pscb verify outputs/2014-15-q3
    """
    from pscb_lib.running.publishing.manifest import find_sets, find_without, verify_set
    from pscb_lib.running.withdrawn import is_set_withdrawn, say_withdrawn

    folders = find_sets(output)
    faults = [f"{folder.relative_to(output).as_posix()}/{fault}"
              for folder in sorted([*folders, *find_without(output)])
              for fault in verify_set(folder)]
    for fault in faults:
        click.echo(fault, err=True)
    for folder in folders:
        if is_set_withdrawn(folder):
            place = folder.relative_to(output).as_posix()
            click.echo(f"{place}: {say_withdrawn(folder.resolve().parent.name)}")
    click.echo(f"{len(folders)} sets verified, {len(faults)} files are not as published")
    sys.exit(1 if faults or not folders else 0)

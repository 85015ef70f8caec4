"""``pscb verify``: check that every set is still as it was published."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from pscb_lib.framework.english import count_of


@click.command()
@click.argument("output", type=click.Path(path_type=Path, exists=True, file_okay=False))
def verify(output: Path) -> None:
    """Verify every published set below the folder OUTPUT.

    The SHA-256 of every file is compared with the manifest. Files that were edited, are missing or
    are not part of a set are listed, manifests included, and a figures.csv of a cycle that is not
    what its sets say. What follows is said and is not a fault: a set that its report no longer
    declares is withdrawn; a public set is a draft or released; a return was deleted by pscb retain,
    or cannot be looked for without the project's key.

    Of a pack it is said which of its papers have been made again since.

    Exits 0 if all files are as published, 1 if one is not, or if there is no set.

    \b
    Example:
      pscb verify outputs/2014-15-q3
    """
    from pscb_lib.running.cycle_figures import find_edited_figures
    from pscb_lib.running.gone import say_returns
    from pscb_lib.running.publishing.manifest import (
        find_packs,
        find_sets,
        find_without,
        verify_set,
    )
    from pscb_lib.running.remade import say_remade
    from pscb_lib.running.signed_off import say_state
    from pscb_lib.running.withdrawn import (
        has_set_left,
        is_set_withdrawn,
        say_left,
        say_withdrawn,
    )

    folders, packs = find_sets(output), find_packs(output)
    faults = [f"{folder.relative_to(output).as_posix()}/{fault}"
              for folder in sorted([*folders, *packs, *find_without(output)])
              for fault in verify_set(folder)]
    faults += find_edited_figures(output)
    for fault in faults:
        click.echo(fault, err=True)
    for folder in folders:
        place = folder.relative_to(output).as_posix()
        if is_set_withdrawn(folder):
            click.echo(f"{place}: {say_withdrawn(folder.resolve().parent.name)}")
        elif has_set_left(folder):
            click.echo(f"{place}: {say_left(folder)}")
        elif state := say_state(folder):
            click.echo(f"{place}: {state}")
    for folder in packs:
        for state in say_remade(folder):
            click.echo(f"{folder.relative_to(output).as_posix()}: {state}")
    for said in say_returns(output, folders):
        click.echo(said)
    also = f" and {count_of(len(packs), 'pack')}" if packs else ""
    click.echo(f"{len(folders)} sets{also} verified, {len(faults)} files are not as published")
    sys.exit(1 if faults or not folders else 0)

"""The command line: national files of invented children, to test with and to train with."""

from __future__ import annotations

from pathlib import Path

import click

from pscb_lib.reading.findings import InputError

MOST = 500_000


@click.command()
@click.option("--children", required=True, type=click.IntRange(1, MOST), metavar="N",
              help=f"How many children, at most {MOST:,}.")
@click.option("--seed", required=True, type=int, metavar="S",
              help="A number: the same one gives the same files.")
@click.option("--out", required=True, type=click.Path(path_type=Path, file_okay=False),
              help="A new folder for the files.")
@click.option("--year", default="2014-15", show_default=True,
              help="The financial year; the one before is made with it.")
@click.option("--faults", default=0, type=click.IntRange(0), metavar="K",
              help="Plant so many faults and list them in faults.csv.")
def main(children: int, seed: int, out: Path, year: str, faults: int) -> None:
    """Make national files and returns of invented children, at any size.

    SSDA903, two children in need censuses, Annex A, and the suite's own returns of the same
    events. No child in them is real, and none has a name.

    \b
    Example:
      python -m tools.synthetic --children 1000 --seed 7 --out practice --faults 20
    """
    from tools.synthetic.sample import write_sample
    from tools.synthetic.span import open_span

    try:
        written = write_sample(out, children, seed, open_span(year), faults)
    except InputError as fault:
        raise SystemExit(str(fault)) from None
    for path in written:
        click.echo(path.relative_to(out).as_posix())

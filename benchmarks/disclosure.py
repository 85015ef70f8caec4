"""The time to mask and to audit counts, by their number.

    python benchmarks/disclosure.py [CELLS ...]

Two shapes of about that many cells each (by default 10, 100, 1,000 and 5,000), with a third of the
inner counts 0 to 9. Many tables of four rows by three columns with totals of both are like the
reports of a cycle. One large table with totals, beside a second one of the same row totals, is
harder than any report. Masking is all of ``choose``; the audit gives the exact feasibility interval
of every secret count. Times are processor seconds.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from random import Random

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from random_tables import DFE, count, parts, renamed, small_cells, table  # noqa: E402

from pscb_lib.disclosure.secrecy.attack import bounds_of  # noqa: E402
from pscb_lib.disclosure.secrecy.choose import choose  # noqa: E402
from pscb_lib.disclosure.secrecy.system import System  # noqa: E402

SIZES = (10, 100, 1_000, 5_000)
OF_A_TABLE = 20  # cells of a table of four by three and its totals


def many_tables(chance: Random, size: int) -> System:
    """Return small tables side by side."""
    cells, relations = [], []
    for number in range(max(1, size // OF_A_TABLE)):
        more, sums = table(f"{number}", [[count(chance) for _ in range(3)] for _ in range(4)])
        cells, relations = cells + more, relations + sums
    return System(tuple(cells), tuple(relations))


def one_large(chance: Random, size: int) -> System:
    """Return two nearly square tables with the same rows and row totals."""
    side = max(2, round((size / 2) ** 0.5) - 1)
    first = [[count(chance) for _ in range(side)] for _ in range(side)]
    cells, relations = table("A", first)
    more, sums = table("B", [parts(chance, sum(line), side) for line in first])
    shared = {f"B.{row}.T": f"A.{row}.T" for row in (*range(side), "T")}
    cells += [cell for cell in more if cell.name not in shared]
    return System(tuple(cells), (*relations, *(renamed(one, shared) for one in sums)))


def main() -> None:
    """Measure every size of both shapes and print a Markdown table."""
    import highspy  # noqa: F401, before the clock runs

    print("| shape | cells | secret | added | mask, s | audit, s |\n" + "|---" * 6 + "|")
    for shape in (many_tables, one_large):
        for size in [int(text) for text in sys.argv[1:]] or SIZES:
            system = shape(Random(size), size)
            secret = small_cells(system)
            start = time.process_time()
            pattern = choose(system, secret, DFE.small)
            masked = time.process_time()
            bounds_of(system, pattern.hidden, secret)
            print(f"| {shape.__name__.replace('_', ' ')} | {len(system.cells):,} | "
                  f"{len(secret):,} | {len(pattern.added):,} | {masked - start:.2f} | "
                  f"{time.process_time() - masked:.2f} |", flush=True)


if __name__ == "__main__":
    main()

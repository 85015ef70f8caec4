"""The time to mask and to audit counts, by their number.

    python benchmarks/disclosure.py [CELLS ...]
    python benchmarks/disclosure.py --tables 200

Two shapes of about that many cells each (by default 20, 50, 100, 1,000 and 5,000), with a third of
the inner counts 0 to 9. Many tables of four rows by three columns with totals of both are like the
reports of a cycle. One large table with totals, beside a second one of the same row totals, is
harder than any report. Masking is all of ``choose``; the audit gives the exact feasibility interval
of every secret count. Times are processor seconds.

With --tables so many random two-way tables, and as many pairs of linked ones, are masked by us, by
the naive rule of two in a line and, where the extra ``benchmark`` is installed, by the optimal
method of τ-Argus. One judge, which shares no code with us, finds the exact bounds of every secret
count: how many are told exactly, and how many more keep fewer than three values.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), *(str(ROOT / "tests" / part) for part in ("", "support"))]

import argus  # noqa: E402
from outsider import programmed  # noqa: E402
from random_tables import (  # noqa: E402
    DFE,
    count,
    parts,
    random_tables,
    renamed,
    small_cells,
    table,
    two_a_line,
)

from pscb_lib.disclosure.secrecy.attack import bounds_of  # noqa: E402
from pscb_lib.disclosure.secrecy.choose import choose  # noqa: E402
from pscb_lib.disclosure.secrecy.system import System  # noqa: E402

SIZES = (20, 50, 100, 1_000, 5_000)
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


def ours(system: System, secret: tuple[str, ...]) -> frozenset[str]:
    """Return what we hide."""
    return choose(system, secret, DFE.small).hidden


METHODS: dict[str, Callable[[System, tuple[str, ...]], frozenset[str] | set[str]]] = {
    "ours": ours, "two in a line": two_a_line,
    "τ-Argus, FREQ(6, 30)": partial(argus.suppress, levels=argus.by_rule),
    "τ-Argus, told what each count needs": partial(argus.suppress, levels=argus.by_need)}


def compare(number: int) -> None:
    """Mask so many tables of both kinds by every method and print a Markdown table."""
    print("| tables | method | secret | told | narrowed | added | seconds |\n" + "|---" * 7 + "|")
    for kind, parity in (("two-way", 0), ("linked", 1)):
        systems = [random_tables(Random(f"compared {turn}"), 4 + parity) for turn in range(number)]
        for method, work in METHODS.items():
            try:
                print(f"| {kind} | {method} | {judged(systems, work)} |", flush=True)
            except ImportError:
                print(f"| {kind} | {method} | not installed: pip install '.[benchmark]' |")


def judged(systems: list[System],
           work: Callable[[System, tuple[str, ...]], frozenset[str] | set[str]]) -> str:
    """Mask all systems by one method and return what the judge finds, with the seconds."""
    secrets = told = narrowed = added = 0
    seconds = 0.0
    for system in systems:
        secret = small_cells(system)
        start = time.process_time()
        hidden = work(system, secret)
        seconds += time.process_time() - start
        widths = [most - least for least, most in (
            programmed(system, hidden, name) for name in secret)]
        secrets, added = secrets + len(secret), added + len(hidden - set(secret))
        told, narrowed = told + widths.count(0), narrowed + widths.count(1)
    return f"{secrets:,} | {told} | {narrowed} | {added:,} | {seconds:.1f}"


def main() -> None:
    """Compare tables, or measure every size of both shapes and print a Markdown table."""
    import highspy  # noqa: F401, before the clock runs

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("cells", type=int, nargs="*", default=SIZES)
    parser.add_argument("--tables", type=int)
    chosen = parser.parse_args()
    if chosen.tables:
        return compare(chosen.tables)
    print("| shape | cells | secret | added | mask, s | audit, s |\n" + "|---" * 6 + "|")
    for shape in (many_tables, one_large):
        for size in chosen.cells:
            print(f"| {shape.__name__.replace('_', ' ')} | {measured(shape(Random(size), size))} |",
                  flush=True)


def measured(system: System) -> str:
    """Mask and audit a system and return its size and the seconds."""
    secret = small_cells(system)
    start = time.process_time()
    pattern = choose(system, secret, DFE.small)
    masked = time.process_time()
    bounds_of(system, pattern.hidden, secret)
    return (f"{len(system.cells):,} | {len(secret):,} | {len(pattern.added):,} | "
            f"{masked - start:.2f} | {time.process_time() - masked:.2f}")


if __name__ == "__main__":
    main()

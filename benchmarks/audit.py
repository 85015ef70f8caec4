"""How long the audit of each published set takes, in processor seconds.

    python benchmarks/audit.py OUTPUTS [ROUNDS]

OUTPUTS has the sets that ``pscb run --audience restricted,board,public`` made. Each is read and
attacked together with its restricted set, as in a run before publishing. Prints the fastest of the
rounds for each set, then the time for all sets together.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from pscb_lib.disclosure.outsider.finished import read_finished
from pscb_lib.disclosure.outsider.sets import audit, audit_set


def least(rounds: int, work: Callable[[], object]) -> float:
    """Return the fewest processor seconds that *work* takes."""
    taken = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return min(taken)


def main() -> None:
    """Print a line of the README's table for each set."""
    outputs, rounds = Path(sys.argv[1]), int((*sys.argv, 3)[2])
    print("| set | figures | hidden | read, s | audit, s |\n|---|---|---|---|---|")
    for folder in sorted(path.parent for path in outputs.glob("*/*/*/report.ipynb")):
        cycle, audience, report = folder.parts[-3:]
        if audience == "restricted":
            continue
        found = read_finished(folder)
        if found.figures is None:
            continue
        beside = folder.parents[1] / "restricted" / report
        read = least(rounds, lambda folder=folder: read_finished(folder))
        whole = least(rounds, lambda folder=folder, beside=beside: audit_set(folder, beside))
        hidden = found.figures["hidden"].astype(bool).sum()
        counts = f"{len(found.figures)} | {hidden}"
        print(f"| {audience} {report} | {counts} | {read:.2f} | {whole:.2f} |")
    print(f"\nAll sets together: {least(rounds, lambda: audit(outputs)):.2f} s")


if __name__ == "__main__":
    main()

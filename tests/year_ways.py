"""Make the shipped year three ways and compare it byte by byte: ``python tests/year_ways.py``.

By two workers, by one, and with a process started cold for each set instead of forked from a warm
one. Every file of every set, pack and page must have the same bytes; only ``summary.json``, which
tells of the run itself, is left out. Prints the seconds and the number of files of each way. Exit
code 1 if a file differs.
"""

from __future__ import annotations

import hashlib
import sys
import tempfile
import time
from pathlib import Path

from shipped_year import make_year

WAYS = {"two workers": (("--workers", "2"), {}), "one worker": (("--workers", "1"), {}),
        "two workers, cold": (("--workers", "2"), {"PSCB_PROCESSES": "spawn"})}
OF_THE_RUN = ("summary.json",)


def digests_in(outputs: Path) -> dict[str, str]:
    """The SHA-256 of every file in *outputs* that readers have, by its place there."""
    return {path.relative_to(outputs).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(outputs.rglob("*")) if path.is_file()
            and path.name not in OF_THE_RUN
            and not any(part.startswith(".") for part in path.relative_to(outputs).parts)}


def main() -> None:
    """Make the year each way; name the files that differ from the first."""
    first: dict[str, str] = {}
    differing: set[str] = set()
    for way, (options, environment) in WAYS.items():
        with tempfile.TemporaryDirectory() as folder:
            start = time.perf_counter()
            made = digests_in(make_year(Path(folder).resolve(), options, environment) / "outputs")
            seconds = time.perf_counter() - start
        first = first or made
        found = {name for name, _ in first.items() ^ made.items()}
        print(f"{way}: {seconds:.0f} s, {len(made)} files, {len(found)} differ", *sorted(found),
              sep="\n  ", flush=True)
        differing |= found
    sys.exit(bool(differing))


if __name__ == "__main__":
    main()

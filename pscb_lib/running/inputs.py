"""What a set is made from, by SHA-256: returns, decisions, notebook, code and packages.

The same description stands in the manifest, tells an unchanged report, and shows what
changed while a report was made.
"""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from importlib.metadata import version
from pathlib import Path

from pscb_lib.board.jobs import Job, published_parameters
from pscb_lib.board.notebooks import returns_of

RECORD = "ledger.csv"  # the Board's record in params/, see pscb_lib.board.ledger
PACKAGES = ("papermill", "nbconvert", "pandas", "matplotlib", "seaborn", "typst", "pikepdf",
            "xlsxwriter")


def sha256(path: Path) -> str:
    """The SHA-256 of one file."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as fault:
        fault.filename = str(path)  # a read that fails does not say of which file
        raise


def sha256_of(files: dict[str, str]) -> str:
    """One SHA-256 over the names and the SHA-256 of several files, in order of name."""
    lines = "".join(f"{name}\0{files[name]}\n" for name in sorted(files))
    return hashlib.sha256(lines.encode()).hexdigest()


def read_inputs(job: Job, root: Path) -> dict[str, str]:
    """The SHA-256 of every file that a report may read, by where it lies.

    A return is a file, or a folder of files, of the return's name in the returns' folder, or
    stands in the ledger of those accepted. Of the Board's record only what was known on the
    report's day counts: a receipt recorded later does not change the paper.
    """
    folder, params = root / job.parameters["returns_folder"], root / "params"
    returns = sorted(_files_of(folder, returns_of(job.notebook)))
    decisions = {path.name: sha256(path) for path in sorted(params.glob("*.*"))
                 if path.is_file()}
    if RECORD in decisions:
        decisions[RECORD] = hash_known(params / RECORD, job.parameters.get("as_of", ""))
    return {
        **{f"returns/{path.relative_to(folder).as_posix()}": sha256(path) for path in returns},
        **{f"params/{name}": each for name, each in decisions.items()},
        f"notebooks/{job.notebook.name}": sha256(job.notebook),
    }


def describe_inputs(job: Job, root: Path, formats: tuple[str, ...], files: dict[str, str],
                    masked_with: str) -> dict[str, object]:
    """What a manifest tells of a set's inputs; *files* are those of :func:`read_inputs`.

    *masked_with* is one SHA-256 over the papers that it was masked together with.
    """
    returns = {name: each for name, each in files.items() if name.startswith("returns/")}
    return {
        "report": job.report,
        **({"key": job.key} if job.key else {}),
        "parameters": published_parameters(job, root),
        "formats": sorted(formats),
        "masked_with": masked_with,
        "returns_sha256": sha256_of(returns),
        "params": {name.removeprefix("params/"): each for name, each in files.items()
                   if name.startswith("params/")},
        "code": {"notebook": files[f"notebooks/{job.notebook.name}"], "pscb_lib": _code()},
        "versions": _versions(),
    }


def hash_known(record: Path, as_of: str) -> str:
    """The SHA-256 of the record's lines dated *as_of* or earlier: each begins with its day.

    A day may be written as in any return; what is none, such as the header, always counts.
    """
    last = _day(as_of)
    with record.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as file:
        lines = [line for line in csv.reader(file)
                 if (on := _day("".join(line[:1]))) is None or last is None or on <= last]
    return hashlib.sha256(json.dumps(lines).encode()).hexdigest()


def _day(text: str) -> date | None:
    from pscb_lib.reading.cells.days import day

    try:
        return day(text)
    except ValueError:
        return None


def changed(before: dict[str, str], after: dict[str, str]) -> list[str]:
    """The names of files that are new, gone or not the same."""
    return sorted({name for name, _ in before.items() ^ after.items()})


def _files_of(folder: Path, returns: Iterable[str]) -> Iterator[Path]:
    for name in (*returns, "accepted/ledger"):
        for path in (folder / name, *folder.glob(f"{name}.*")):
            inside = [path] if path.is_file() else path.rglob("[!~.]*.*")
            yield from (each for each in inside if each.is_file())


def describe_code() -> dict[str, object]:
    """What makes the same bytes of the same inputs: the suite's code and its packages."""
    return {"pscb_lib": _code(), "versions": _versions()}


@cache
def _code() -> str:
    package = Path(__file__).parents[1]
    return sha256_of({path.relative_to(package).as_posix(): sha256(path)
                      for path in package.rglob("*") if path.suffix in (".py", ".j2", ".typ")})


@cache
def _versions() -> dict[str, str]:
    return {name: version(name) for name in PACKAGES}

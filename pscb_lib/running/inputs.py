"""Describe the inputs of a set by their digests: returns, decisions, notebook, code and packages.

The description is written in the manifest. It is compared to find sets that need not be made
again, and inputs that changed while a report was made. What a reader could find by trying, the
returns and the decisions, is sealed there (:mod:`pscb_lib.running.publishing.key`).
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

from pscb_lib.board.agenda_file import AGENDA, cycle_of
from pscb_lib.board.jobs import Job, published_parameters
from pscb_lib.board.ledger.advice import is_scrutiny
from pscb_lib.board.notebooks import quoted_by, returns_of, statement_by
from pscb_lib.board.statements import PARTS, part_beside
from pscb_lib.framework.spellings import parse_period
from pscb_lib.reading.debris import is_debris, lies_in_debris
from pscb_lib.reading.digest import sha256
from pscb_lib.running.publishing.key import Seal, seal_of

RECORD = "ledger.csv"  # the Board's ledger in params/, see pscb_lib.board.ledger
RELEASE = "released"
STATEMENT = "statement.md"  # that of the paper, see pscb_lib.board.statements
BESIDE = {part: f"statement.{part}.md" for part in PARTS}
SETS = "sets/"  # the published sets of which a paper carries blocks
DECISIONS = (
    "agencies.csv", AGENDA, "audit_programme.csv", "benchmark_measures.csv", "benchmarks.csv",
    "cdop_national.csv", "cleared_texts.csv", "indicators.csv", "ledger.csv",
    "meetings.csv", "open_reviews.csv", "populations.csv", "rebases.csv",
    "section11_standards.csv", "settings.yaml", "statistical_neighbours.csv",
    "voluntary_standards.csv")
CODE = (".py", ".j2", ".typ", ".json", ".ttf", ".woff")
PUBLISHED = "published"  # the folder of published figures that come with the suite
PACKAGES = ("papermill", "nbconvert", "pandas", "matplotlib", "typst", "pikepdf",
            "python-docx", "xlsxwriter", "openpyxl", "lxml", "numpy", "scipy", "highspy")


def sha256_of(files: dict[str, str]) -> str:
    """Return one SHA-256 over the names and the SHA-256 of several files, in order of name."""
    lines = "".join(f"{name}\0{files[name]}\n" for name in sorted(files))
    return hashlib.sha256(lines.encode()).hexdigest()


def read_inputs(job: Job, root: Path) -> dict[str, str]:
    """Return the SHA-256 of every file that a report may read, by its path.

    A return is the file, or the folder of files, with the return's name in the returns folder;
    accepted returns count by their ledger. Of the Board's ledger only lines up to the report's day
    count, because a receipt recorded later does not change the paper; the Board's set also says
    what Q&E concluded on it later.
    """
    folder, params = root / job.parameters["returns_folder"], root / "params"
    read = dict.fromkeys([*returns_of(job.notebook), *quoted_by(job.notebook)])
    returns = sorted(_files_of(folder, read))
    decisions = {path.name: sha256(path) for path in sorted(params.glob("*.*"))
                 if path.is_file() and not is_debris(path)}
    if agenda := agenda_of(job, root):
        decisions[agenda.name] = sha256(agenda)
    if RECORD in decisions:
        decisions[RECORD] = hash_known(params / RECORD, job.parameters.get("as_of", ""),
                                       job.name if job.audience == "board" else "")
    if statement_by(job.notebook):
        written = {STATEMENT: job.statement, **{
            name: part_beside(job.statement, part) for part, name in BESIDE.items()}}
        decisions |= {name: sha256(root / place) for name, place in written.items()
                      if (root / place).is_file()}
    return {
        **{f"returns/{path.relative_to(folder).as_posix()}": sha256(path) for path in returns},
        **{f"params/{name}": each for name, each in decisions.items()},
        f"notebooks/{job.notebook.name}": sha256(job.notebook),
    }


def agenda_of(job: Job, root: Path) -> Path | None:
    """The file of a job's agenda numbers; None if its cycle has none."""
    try:
        period = parse_period(job.parameters.get("period", ""))
    except ValueError:  # it is refused when the job is checked
        return None
    cycle = cycle_of(root / "params", job.name, period)
    return cycle / AGENDA if cycle and (cycle / AGENDA).is_file() else None


def describe_inputs(job: Job, root: Path, formats: tuple[str, ...], files: dict[str, str],
                    masked_with: str) -> dict[str, object]:
    """Return a set's inputs as its manifest has them; *files* are those of :func:`read_inputs`.

    *masked_with* is one SHA-256 over the sets with which it was masked. Raises InputError if the
    project's key cannot be read or made.
    """
    seal = seal_for(job, root)
    returns = {name: each for name, each in files.items() if name.startswith("returns/")}
    sets = {name.removeprefix(SETS): each for name, each in sorted(files.items())
            if name.startswith(SETS)}
    return {
        "report": job.report,
        **({"key": job.key} if job.key else {}),
        "parameters": published_parameters(job, root),
        "formats": sorted(formats),
        "sealed_with": seal.sealed_with,
        "masked_with_hmac": masked_with and seal.of("masked_with", masked_with),
        "returns_hmac": seal.of("returns", sha256_of(returns)),
        "params_hmac": dict(_sealed_params(files, seal)),
        **({"sets": sets} if sets else {}),
        "code": {"notebook": files[f"notebooks/{job.notebook.name}"], "pscb_lib": _code()},
        "versions": _versions(),
    }


def _sealed_params(files: dict[str, str], seal: Seal) -> Iterator[tuple[str, str]]:
    """Yield the sealed digest of each file of params/; one that is not the suite's has a number.

    Its name is somebody's own words, and may be a child's.
    """
    params = {name.removeprefix("params/"): each for name, each in sorted(files.items())
              if name.startswith("params/")}
    others = [name for name in params if name not in (*DECISIONS, STATEMENT, *BESIDE.values())]
    for name, each in params.items():
        said = f"other {others.index(name) + 1}" if name in others else name
        yield said, seal.of(f"params/{name}", each)


def seal_for(job: Job, root: Path) -> Seal:
    """Return the seal of a job's set. Raises InputError if the project's key cannot be used."""
    return seal_of(root, job.report, job.key, published_parameters(job, root))


def hash_known(record: Path, as_of: str, scrutinised: str = "") -> str:
    """Return the SHA-256 of the ledger's lines up to *as_of*; a line begins with its day.

    Of a later day are those that say that Q&E *scrutinised* the paper of this name.

    A day may be written as in any return. A line without a day, such as the header, counts too;
    a release does not, because no report has it.
    """
    last = _day(as_of)
    with record.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as file:
        lines = [line for line in csv.reader(file)
                 if line[1:2] != [RELEASE] and (
                     (on := _day("".join(line[:1]))) is None or last is None or on <= last
                     or is_scrutiny(line, scrutinised))]
    return hashlib.sha256(json.dumps(lines).encode()).hexdigest()


def _day(text: str) -> date | None:
    from pscb_lib.reading.cells.days import day

    try:
        return day(text)
    except ValueError:
        return None


def changed(before: dict[str, str], after: dict[str, str]) -> list[str]:
    """Return the names of files that are new, missing or changed."""
    return sorted({name for name, _ in before.items() ^ after.items()})


def _files_of(folder: Path, returns: Iterable[str]) -> Iterator[Path]:
    for name in (*returns, "accepted/ledger"):
        for path in (folder / name, *folder.glob(f"{name}.*")):
            inside = [path] if path.is_file() else path.rglob("*.*")
            yield from (each for each in inside
                        if each.is_file() and not lies_in_debris(each, folder))


def describe_code() -> dict[str, object]:
    """Return the SHA-256 of the suite's code and the versions of its packages."""
    return {"pscb_lib": _code(), "versions": _versions()}


@cache
def _code() -> str:
    return digest_of_code(Path(__file__).parents[1])


def digest_of_code(package: Path) -> str:
    """One SHA-256 over the code in a *package* and its published figures, without byte code."""
    return sha256_of({path.relative_to(package).as_posix(): sha256(path)
                      for path in package.rglob("*") if path.suffix in CODE
                      or path.parent == package / PUBLISHED and path.is_file()})


@cache
def _versions() -> dict[str, str]:
    return {name: version(name) for name in PACKAGES}

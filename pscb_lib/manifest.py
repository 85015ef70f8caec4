"""What a published set was made from: SHA-256 of inputs, parameters, code and outputs."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

from pscb_lib import cells
from pscb_lib.findings import InputError
from pscb_lib.ledger import NAME as LEDGER
from pscb_lib.ledger import hash_known
from pscb_lib.records import Checked, Source
from pscb_lib.reports import Job, published_parameters

NAME = "manifest.json"
PACKAGES = ("papermill", "nbconvert", "pandas", "matplotlib", "seaborn", "typst", "pikepdf",
            "xlsxwriter")


def refuse_other_period(folder: Path, job: Job) -> None:
    """Refuse to replace a set of another period: each period has a cycle of its own."""
    path = folder / NAME
    stands = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    period = stands.get("parameters", {}).get("period", job.parameters["period"])
    if period != job.parameters["period"]:
        raise InputError.at(
            f"{folder.parent.parent.name}/{folder.parent.name}/{folder.name}",
            f"the set of {period} stands there",
            "make a cycle for this period or name another --out",
            column="period", value=job.parameters["period"])


def sha256(path: Path) -> str:
    """The SHA-256 of one file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def sha256_of(paths: Iterable[Path], root: Path) -> str:
    """One SHA-256 over several files, their names and contents, in order of name."""
    whole = hashlib.sha256()
    for path in sorted(paths):
        whole.update(f"{path.relative_to(root).as_posix()}\0{sha256(path)}\n".encode())
    return whole.hexdigest()


def write_manifest(folder: Path, job: Job, root: Path, returns: Iterable[Checked]) -> None:
    """Write the manifest of the set in *folder*, last of all its files."""
    package = Path(__file__).parent
    code = [path for path in package.rglob("*") if path.suffix in (".py", ".j2", ".typ")]
    decisions = sorted((root / "params").glob("*.*"))
    # What is recorded about a paper after its day, such as its receipt, does not change it.
    recorded = hash_known(root / "params", cells.day(job.parameters["as_of"]))
    manifest = {
        "report": job.report,
        "parameters": published_parameters(job, root),
        "returns": {source.file: _told(source, job.audience)
                    for checked in returns for source in checked.sources},
        "params": {path.name: sha256(path) for path in decisions} | {LEDGER: recorded},
        "code": {"notebook": sha256(job.notebook), "pscb_lib": sha256_of(code, package)},
        "versions": {name: version(name) for name in PACKAGES},
        "outputs": {path.relative_to(folder).as_posix(): sha256(path)
                    for path in sorted(folder.rglob("*")) if path.is_file()},
    }
    text = json.dumps(manifest, indent=1, ensure_ascii=False, sort_keys=True)
    (folder / NAME).write_text(text + "\n", encoding="utf-8", newline="\n")


def _told(source: Source, audience: str) -> dict[str, str | int]:
    """What became of a return's rows; why one was not used, in the restricted set alone.

    A row left out may be one child, so the papers of the other sets do not tell it either.
    """
    told = {"sha256": source.sha256, "read": source.read, "used": source.used}
    reasons = {"rejected": source.rejected, "left_out": source.left_out}
    return {**told, **reasons} if audience == "restricted" else told

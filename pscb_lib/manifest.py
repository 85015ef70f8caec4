"""What a published set was made from: SHA-256 of inputs, parameters, code and outputs."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

from pscb_lib.records import Checked
from pscb_lib.reports import Job

NAME = "manifest.json"
PACKAGES = ("papermill", "nbconvert", "pandas", "matplotlib", "seaborn", "typst", "pikepdf",
            "xlsxwriter")


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
    sources = {source.file: source.sha256 for checked in returns for source in checked.sources}
    decisions = sorted((root / "params").glob("*.*"))
    manifest = {
        "report": job.report,
        "parameters": job.parameters,
        "returns": dict(sorted(sources.items())),
        "params": {path.name: sha256(path) for path in decisions},
        "code": {"notebook": sha256(job.notebook), "pscb_lib": sha256_of(code, package)},
        "versions": {name: version(name) for name in PACKAGES},
        "outputs": {path.relative_to(folder).as_posix(): sha256(path)
                    for path in sorted(folder.rglob("*")) if path.is_file()},
    }
    text = json.dumps(manifest, indent=1, ensure_ascii=False, sort_keys=True)
    (folder / NAME).write_text(text + "\n", encoding="utf-8", newline="\n")

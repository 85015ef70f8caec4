"""The sample of common assessments is made again byte for byte, and says that it is invented."""

from __future__ import annotations

import csv
from pathlib import Path

from pscb_lib.reports.early_help import returned, returned_after, returned_cost
from tools.samples.generate_early_help import generate

SAMPLES = Path(__file__).parents[2] / "pscb_lib" / "samples"
FOLDERS = [kind.RETURN.folder_or_file for kind in (returned, returned_after, returned_cost)]


def files_in(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes()
            for name in FOLDERS for path in sorted((folder / name).glob("*.csv"))}


def test_the_sample_is_the_same_every_time(tmp_path) -> None:
    generate(tmp_path)

    assert files_in(tmp_path) == files_in(SAMPLES)


def test_every_row_is_invented() -> None:
    sources = set()
    for name in FOLDERS:
        for path in (SAMPLES / name).glob("*.csv"):
            with path.open(encoding="utf-8", newline="") as file:
                sources |= {row["source"] for row in csv.DictReader(file)}
    assert sources == {"illustrative"}

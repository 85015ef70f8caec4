"""Make a sample of national files of any size: what ``python -m tools.synthetic`` does.

The same seed gives the same bytes, on every Python: only ``random()`` and ``shuffle()`` are
drawn from. The folder appears when everything in it is done.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from pscb_lib.reading.findings import InputError
from tools.synthetic.files import write_lives
from tools.synthetic.lives import make_lives
from tools.synthetic.planting import ANNEX_A, plant
from tools.synthetic.span import Span
from tools.synthetic.workbook import write_workbook


def write_sample(folder: Path, children: int, seed: int, span: Span, faults: int = 0) -> list[Path]:
    """Write the sample to *folder*, which must be empty or new; return its files.

    *faults* faults are planted and listed in ``faults.csv``. Raises InputError if the folder is
    not empty, or the sample is too small for the faults.
    """
    if folder.exists() and any(folder.iterdir()):
        raise InputError.at(folder.name, "the folder is not empty", "name a new one")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as temporary:
        made, lists = Path(temporary, "sample"), Path(temporary, "lists")
        write_lives(make_lives(children, seed, span), made, lists, span)
        if faults:
            plant(made, lists, span, faults, seed)
        write_workbook(made / ANNEX_A, lists, span.ends)
        if folder.exists():
            folder.rmdir()
        made.rename(folder)
    return sorted(path for path in folder.rglob("*") if path.is_file())

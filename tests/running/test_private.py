"""Two hundred canaries in returns, paths and the environment: none is published or printed.

They are looked for in all that a good and a failed batch leave and print: as written, in base64,
in UTF-16, in the other ways to write a day, and inside PDFs, workbooks and images.
"""

from __future__ import annotations

import base64
import io
import os
import re
import shutil
import sys
import tempfile
import zipfile
import zlib
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pikepdf
import pytest
from missing_rows import write_rows
from papers import ROOT, cold
from warm_batches import CYCLE, one_set

CHILDREN, SECRET = 48, "canary-secret-7f3a9c"
NOT_USED = {"status": "Q"}  # every fourth row cannot be used: errors may not quote it either
DATA_URL = re.compile(rb"base64,([A-Za-z0-9+/=]+)")
RAISES = "raise ValueError(open('{0}').read())"


@dataclass(frozen=True)
class Left:
    """All that two batches left: the bytes of each file and of all that was printed, by name."""

    open: dict[str, bytes]
    kept: dict[str, bytes]
    canaries: list[str]


def canaries_of(number: int) -> dict[str, str]:
    """Return a child's canaries: an id, a unique date of birth, a name and an episode's id."""
    born = date(1999, 1, 5) + timedelta(days=37 * number)
    return {"child_id": f"9{number:04}77{number:03}", "dob": f"{born:%d/%m/%Y}",
            "placing_la": f"Canaryshire {number:03}q", "episode_id": f"CNRY{number:03}Z"}


@pytest.fixture(scope="module")
def left(tmp_path_factory):
    folder = tmp_path_factory.mktemp("private") / "Jane Canarypath"
    shutil.copytree(ROOT / "params", folder / "params")
    for path in (folder / "params" / CYCLE).glob("*.yaml"):
        if path.stem != "missing_children":
            path.unlink()
    (folder / "notebooks").mkdir()
    notebook = folder / "notebooks" / "missing_children.ipynb"
    shutil.copy(ROOT / "notebooks" / "missing_children.ipynb", notebook)
    one_set(folder, formats="[html, pdf, word, tables]", seconds=120)
    settings = folder / "params" / "settings.yaml"
    settings.write_text(settings.read_text(encoding="utf-8").replace(
        "sets: [board]", "sets: [restricted, board, public]"), encoding="utf-8")
    parameters = folder / "params" / CYCLE / "missing_children.yaml"
    returns = folder / "Canaryreturns 5521"
    parameters.write_text(parameters.read_text(encoding="utf-8").replace(
        "pscb_lib/samples", str(returns)), encoding="utf-8")
    rows = [{**canaries_of(number), **(NOT_USED if number % 4 == 3 else {}),
             "from": "other_la_cla", "placement_type": "Foster care", "rhi_needed": "no",
             "left_at": f"{1 + number % 28:02}/0{4 + number % 6}/2014 18:{number % 60:02}",
             "returned_at": f"{1 + number % 28:02}/0{4 + number % 6}/2014 21:{number % 60:02}"}
            for number in range(CHILDREN)]
    write_rows(returns / "missing_episodes" / "2014-15-h1.csv", *rows)
    printed = {}
    temporary = folder.parent / "tmp"
    temporary.mkdir()
    for name in ("good", "failed"):
        if name == "failed":
            text = notebook.read_text(encoding="utf-8")
            assert '"source": [' in text
            notebook.write_text(break_last(text, returns), encoding="utf-8")
        done = cold("batch", "--as-of", "2015-01-31", cwd=folder, PYTHONPATH=str(ROOT),
                    TMPDIR=str(temporary), PSCB_CANARY=SECRET)
        printed[name] = (done.stdout + done.stderr).encode()
        assert done.returncode == {"good": 3, "failed": 1}[name], done.stderr
    files = {path.relative_to(folder.parent).as_posix(): path.read_bytes()
             for place in (folder / "outputs", temporary) for path in place.rglob("*")
             if path.is_file()}
    kept = {name: each for name, each in files.items() if "/.failed/" in name}
    canaries = [each for number in range(CHILDREN) for each in canaries_of(number).values()]
    canaries += [SECRET, "Jane Canarypath", "Canaryreturns 5521/", str(folder), str(temporary),
                 str(ROOT), sys.prefix, tempfile.gettempdir() + "/"]
    return Left({**printed, **{name: each for name, each in files.items() if name not in kept}},
                kept, canaries)


def break_last(text: str, returns: Path) -> str:
    """Return the notebook *text* with a last cell that raises an error with all of the return."""
    import nbformat

    notebook = nbformat.reads(text, as_version=4)
    notebook.cells[-1].source = RAISES.format(returns / "missing_episodes" / "2014-15-h1.csv")
    return nbformat.writes(notebook)


def unpacked(name: str, content: bytes) -> list[bytes]:
    """Yield a file's bytes, and those of all files packed inside it."""
    found = [content]
    for encoded in DATA_URL.findall(content):
        found += unpacked(".png", base64.b64decode(encoded + b"=="))
    if name.endswith((".xlsx", ".docx")):
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            found += [book.read(part) for part in book.namelist()]
    if name.endswith(".pdf"):
        with pikepdf.open(io.BytesIO(content)) as pdf:
            found += [each.read_bytes() for each in pdf.objects
                      if isinstance(each, pikepdf.Stream) and "/Filter" in each
                      and each.get("/Filter") == "/FlateDecode"]
            found.append(str(dict(pdf.docinfo)).encode())
    for start in (match.end() for match in re.finditer(b"IDAT|zTXt|iTXt", content)):
        try:
            found.append(zlib.decompressobj().decompress(content[start:]))
        except zlib.error:
            continue
    return found


def disguises(canary: str) -> list[bytes]:
    """Return the ways in which a canary may be written."""
    texts = [canary]
    if re.fullmatch(r"\d\d/\d\d/\d{4}", canary):
        day = date(int(canary[6:]), int(canary[3:5]), int(canary[:2]))
        texts += [day.isoformat(), f"{day.day} {day:%B %Y}", f"{day.day} {day:%b %Y}"]
    found = []
    for text in texts:
        raw = text.encode()
        found += [raw, text.encode("utf-16-le"), text.encode("utf-16-be")]
        # In base64 a text looks different after none, one or two other letters.
        found += [base64.b64encode(b"x" * skip + raw)[-(-8 * skip // 6):][:len(raw) * 4 // 3 - 2]
                  for skip in range(3)]
    return found


def seen(files: dict[str, bytes], canaries: list[str]) -> list[tuple[str, str]]:
    """Return which canaries are in which files."""
    whole = {name: b"\0".join(unpacked(name, content)) for name, content in files.items()}
    return [(name, canary) for canary in canaries for form in disguises(canary)
            for name, content in whole.items() if form in content]


def test_there_are_two_hundred_canaries(left):
    assert len(set(left.canaries)) >= 200


def test_no_canary_is_published_printed_or_left_behind(left):
    assert {Path(name).suffix for name in left.open} >= {".html", ".pdf", ".docx", ".xlsx", ".csv",
                                                        ".ipynb", ".json"}
    assert seen(left.open, left.canaries) == []


def test_the_search_finds_planted_canaries(left):
    (error,) = (name for name in left.kept if name.endswith("error.txt"))
    assert len(seen({error: left.kept[error]}, left.canaries)) >= 4 * CHILDREN - 1
    hidden = {"a": base64.b64encode(b"id " + left.canaries[0].encode()),
              "b": left.canaries[2].encode("utf-16-le")}
    assert {name for name, _ in seen(hidden, left.canaries)} == {"a", "b"}


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such modes")
def test_only_its_owner_may_read_what_a_failed_report_leaves(left):
    """A traceback may quote the return: it is kept for its owner in a folder of mode 0700.

    It does not have the secret of the environment.
    """
    assert seen(left.kept, [SECRET]) == []
    assert {name.split("/.failed/")[1].split("-")[0] for name in left.kept} == {"missing_children"}

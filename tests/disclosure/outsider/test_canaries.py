"""A planted text is found in any part of a finished set, and is never printed."""

import base64
import json
import struct
import zipfile
import zlib

import pikepdf
import pytest
from papers import pscb

from pscb_lib.disclosure.outsider.canaries import find_canaries
from pscb_lib.disclosure.outsider.found import Finished

CANARY = "Zenobia Quillfeather"
REMEDY = "find which block or property it comes from and leave it out"


def png(kind, data):
    chunk = kind + data
    return (b"\x89PNG\r\n\x1a\n" + struct.pack(">I", len(data)) + chunk
            + struct.pack(">I", zlib.crc32(chunk)))


def write_zip(path):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("docProps/custom.xml", f"<p>{CANARY}</p>")


def write_pdf(path):
    pdf = pikepdf.new()
    pdf.make_stream(f"({CANARY})".encode())
    pdf.Root.Note = pdf.make_stream(f"({CANARY})".encode())
    pdf.save(path, compress_streams=True, recompress_flate=True)


WRITERS = {
    "as it is": ("a.html", lambda path: path.write_text(f"<p>{CANARY.upper()}</p>")),
    "escaped": ("a.json", lambda path: path.write_text(json.dumps({"a": f"é{CANARY}"}))),
    "in UTF-16": ("a.csv", lambda path: path.write_bytes(f"x{CANARY}".encode("utf-16"))),
    "in base64": ("a.ipynb", lambda path: path.write_bytes(
        base64.b64encode(f"He is {CANARY}, aged 9".encode()))),
    "in base64 of UTF-16": ("a.ipynb", lambda path: path.write_bytes(
        base64.b64encode(f"a{CANARY}, aged 9".encode("utf-16-le")))),
    "in a member of a workbook": ("a.xlsx", write_zip),
    "in a stream of a PDF": ("a.pdf", write_pdf),
    "in a packed chunk of an image": ("a.png", lambda path: path.write_bytes(
        png(b"zTXt", b"Comment\0\0" + zlib.compress(CANARY.encode())))),
    "in an image within a page": ("a.html", lambda path: path.write_bytes(
        b"data:image/png;base64," + base64.b64encode(
            png(b"zTXt", b"Comment\0\0" + zlib.compress(CANARY.encode()))))),
    "in the name of a file": (f"{CANARY}.csv", lambda path: path.write_text("")),
}


@pytest.mark.parametrize("way", WRITERS)
def test_a_canary_is_found(tmp_path, way):
    name, write = WRITERS[way]
    write(tmp_path / name)
    found = find_canaries(Finished(tmp_path), ["nobody at all", CANARY])
    assert found
    assert {(leak.file, leak.tells, leak.remedy) for leak in found} == {
        (name.replace(CANARY, "*"), "canary 2 stands there", REMEDY)}
    assert not any("zenobia" in str(leak).lower() for leak in found)


def test_nothing_is_found_where_none_was_planted(tmp_path):
    for name, write in WRITERS.values():
        write(tmp_path / name)
    assert find_canaries(Finished(tmp_path), ["Zenobia Quillfoot"]) == []


@pytest.mark.parametrize(("files", "expected"), [
    pytest.param({}, "there is no board or public set; name the outputs' folder",
                 id="a folder without sets"),
    pytest.param({"c/board/r/report.ipynb": "{"},
                 "r/report.ipynb: is unreadable (JSONDecodeError)", id="a damaged set"),
])
def test_the_command_exits_2_where_nothing_can_be_read(tmp_path, files, expected):
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text(text)
    done = pscb("audit", tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.strip().endswith(expected)

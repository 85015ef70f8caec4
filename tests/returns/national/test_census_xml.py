"""XML as a stream: whole elements with their lines, tricks refused, memory bounded."""

from __future__ import annotations

import tracemalloc
from itertools import pairwise
from pathlib import Path

import pytest

from pscb_lib.reading.findings import InputError
from pscb_lib.returns.national.census_xml import CHUNK, DEEPEST, LONGEST, MOST_PARTS, stream

AGAIN = "export it again from the case system"
NO_TYPE = ("the file declares a document type, which is not allowed; remove the DOCTYPE line; a "
           "census file needs none")
LAUGHS = ('<!DOCTYPE x [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in pairwise("abcdefghi"))
    + "]><Child>&i;</Child>")


def write(folder: Path, content: str | bytes) -> Path:
    path = folder / "cin.xml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def refusal_of(path: Path) -> str:
    with pytest.raises(InputError) as refusal:
        list(stream(path, ("Child",)))
    return str(refusal.value)


def test_an_element_comes_whole_with_its_line_and_without_its_namespace(tmp_path):
    path = write(tmp_path, '<a:Message xmlns:a="urn:a">\n<a:Child>\n<a:Id>7 &amp; 8</a:Id>\n'
                           "</a:Child></a:Message>")
    (child,) = stream(path, ("Child",))
    assert (child.name, child.line) == ("Child", 2)
    assert [(part.name, part.line, part.text) for part in child.parts] == [("Id", 3, "7 & 8")]


def test_a_text_across_two_chunks_is_one_text(tmp_path):
    path = write(tmp_path, f"<M><!--{'x' * (CHUNK - 20)}--><Child><Id>12345678901</Id></Child></M>")
    assert [child.parts[0].text for child in stream(path, ("Child",))] == ["12345678901"]


@pytest.mark.parametrize("declaration", ["utf-8", "utf-16", "windows-1252"])
def test_the_encoding_a_file_declares_is_kept_to(tmp_path, declaration):
    content = f'<?xml version="1.0" encoding="{declaration}"?><Child>Zoë</Child>'
    assert [child.text for child in stream(
        write(tmp_path, content.encode(declaration)), ("Child",))] == ["Zoë"]


@pytest.mark.parametrize("content", [
    pytest.param(LAUGHS, id="entities that grow to a thousand million"),
    pytest.param('<!DOCTYPE x [<!ENTITY a SYSTEM "secret.txt">]><Child>&a;</Child>',
                 id="a file of this computer"),
    pytest.param('<!DOCTYPE x [<!ENTITY a SYSTEM "http://127.0.0.1:9/a">]><Child>&a;</Child>',
                 id="a file of the network"),
    pytest.param('<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd"><Child/>',
                 id="a document type of the network"),
    pytest.param('<!DOCTYPE x [<!ENTITY % a SYSTEM "secret.txt"> %a;]><Child/>',
                 id="a parameter entity"),
    pytest.param(f'<!DOCTYPE x [<!ENTITY a "{"x" * 5_000}">]><Child>{"&a;" * 5_000}</Child>',
                 id="one long entity many times"),
    pytest.param("<!DOCTYPE Message><Child/>", id="a document type that does no harm"),
])
def test_every_attack_by_entities_is_refused_and_reads_nothing(tmp_path, content):
    (tmp_path / "secret.txt").write_text("a secret", encoding="utf-8")
    assert refusal_of(write(tmp_path, content)) == f"cin.xml, row 1: {NO_TYPE}"


@pytest.mark.parametrize(("content", "message"), [
    pytest.param("<M>\n<Child>&unknown;</Child></M>",
                 f"cin.xml, row 2: is not XML (undefined entity); {AGAIN}", id="an unknown entity"),
    pytest.param("<M>\n<Child><Id>7</Id>",
                 f"cin.xml, row 2: is not XML (no element found); {AGAIN}", id="a file cut off"),
    pytest.param("", f"cin.xml, row 1: is not XML (no element found); {AGAIN}", id="an empty file"),
    pytest.param("CHILD,DECOM\n7,01/04/2014\n",
                 f"cin.xml, row 1: is not XML (syntax error); {AGAIN}", id="a csv file"),
    pytest.param(b"<M><Child>Zo\xeb</Child></M>",
                 f"cin.xml, row 1: is not XML (not well-formed (invalid token)); {AGAIN}",
                 id="a byte that is not UTF-8"),
    pytest.param("<a>" * 100_000,
                 f"cin.xml, row 1: an element lies deeper than {DEEPEST} others; {AGAIN}",
                 id="elements without end in each other"),
    pytest.param(f"<M><Child>{'<a/>' * (MOST_PARTS + 1)}</Child></M>",
                 f"cin.xml, row 1: one record has more than 20,000 elements; {AGAIN}",
                 id="a child without end"),
    pytest.param(f"<M><Child>{'x' * (LONGEST + 1)}</Child></M>",
                 f"cin.xml, row 1: a text is longer than 10,000 characters; {AGAIN}",
                 id="a text without end"),
    pytest.param(f'<M a="{"x" * 3_000_000}"/>', f"cin.xml, row 1: a tag does not end; {AGAIN}",
                 id="a tag without end"),
])
def test_a_file_that_is_not_a_census_stream_is_refused_in_one_line(tmp_path, content, message):
    assert refusal_of(write(tmp_path, content)) == message


def test_a_missing_file_is_refused_in_one_line(tmp_path):
    assert refusal_of(tmp_path / "cin.xml") == (
        "cin.xml: the file cannot be read (No such file or directory); check its name and who may "
        "read it")


def test_memory_does_not_grow_with_the_file(tmp_path):
    child = "<Child><Id>1</Id><CINdetails><A>2014-04-30</A></CINdetails></Child>\n"
    path = write(tmp_path, f"<M>{child * 50_000}</M>")
    tracemalloc.start()
    assert sum(1 for _ in stream(path, ("Child",))) == 50_000
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 2_000_000 < path.stat().st_size

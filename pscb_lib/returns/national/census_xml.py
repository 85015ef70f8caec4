"""Read an XML file as a stream: one child at a time, in bounded memory, by line.

The parser is expat, because others count no line after 65,535. A file with a document type
declaration is refused: no case system writes one, and attacks by XML (entities that expand,
files fetched from elsewhere) need one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat

from pscb_lib.reading.files.content import MOST_BYTES
from pscb_lib.reading.findings import InputError

REMEDY = "export it again from the case system"
CHUNK = 1 << 16
MOST_PARTS = 20_000  # of one child; a large family file holds a few hundred
DEEPEST = 40
LONGEST = 10_000  # characters between two tags
LONGEST_TAG = 1 << 20  # bytes the parser may hold back while it waits for a tag's end


@dataclass
class Element:
    """An element of the file: its name without a namespace, its line, text and parts."""

    name: str
    line: int
    text: str = ""
    parts: list[Element] = field(default_factory=list)


def stream(path: Path, wanted: Collection[str]) -> Iterator[Element]:
    """Yield each element named in *wanted*, with its parts, as soon as it ends.

    Raises InputError if the file is missing, is too large, is not XML, declares a document type, or
    has an element that is too deep, too long or has too many parts to be a child's record.
    """
    done: list[Element] = []
    parser = _parser(path.name, wanted, done)
    try:
        with path.open("rb") as file:
            if path.stat().st_size > MOST_BYTES:
                raise InputError.at(path.name, f"has more than {MOST_BYTES:,} bytes",
                                    "send one year in one file")
            while chunk := file.read(CHUNK):
                parser.Parse(chunk, False)
                yield from done
                done.clear()
                if file.tell() - parser.CurrentByteIndex > LONGEST_TAG:
                    raise InputError.at(path.name, "a tag does not end", REMEDY,
                                        row=parser.CurrentLineNumber)
            parser.Parse(b"", True)
    except OSError as fault:
        raise InputError.at(path.name, f"the file cannot be read ({fault.strerror})",
                            "check its name and who may read it") from None
    except expat.ExpatError as fault:
        raise InputError.at(path.name, f"is not XML ({expat.ErrorString(fault.code)})",
                            REMEDY, row=fault.lineno) from None
    yield from done


def _parser(file: str, wanted: Collection[str], done: list[Element]) -> expat.XMLParserType:
    parser = expat.ParserCreate()
    parser.buffer_text = True
    open_now: list[Element] = []
    size = {"depth": 0, "parts": 0}

    def refuse(rule: str, remedy: str = REMEDY):
        raise InputError.at(file, rule, remedy, row=parser.CurrentLineNumber)

    def start(name: str, attributes: dict) -> None:
        local = name.rpartition(":")[2]
        size["depth"] += 1
        if size["depth"] > DEEPEST:
            refuse(f"an element lies deeper than {DEEPEST} others")
        if open_now or local in wanted:
            size["parts"] = size["parts"] + 1 if open_now else 1
            if size["parts"] > MOST_PARTS:
                refuse(f"one record has more than {MOST_PARTS:,} elements")
            open_now.append(Element(local, parser.CurrentLineNumber))

    def text(data: str) -> None:
        if open_now:
            open_now[-1].text += data
            if len(open_now[-1].text) > LONGEST:
                refuse(f"a text is longer than {LONGEST:,} characters")

    def end(name: str) -> None:
        size["depth"] -= 1
        if open_now:
            element = open_now.pop()
            (open_now[-1].parts if open_now else done).append(element)

    def document_type(*declared) -> None:
        refuse("the file declares a document type, which is not allowed",
               "remove the DOCTYPE line; a census file needs none")

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = document_type
    return parser

"""Tell a file's format from its content: a suffix is only a name.

Case systems export a web page as .xls, people rename a csv file, and a mail gateway loses a
suffix. What is not a table is refused by what it is.
"""

from __future__ import annotations

import io
import re
import zipfile

from pscb_lib.reading.files.content import ARCHIVE, OLD_OFFICE, Content
from pscb_lib.reading.files.formats.compound import names_of
from pscb_lib.reading.files.formats.package import TYPES

XLSX, XLS, ODS, CSV = ".xlsx", ".xls", ".ods", ".csv"
BOOKS = (XLSX, ".xlsm", XLS, ODS)
NAMES = {XLSX: "an Excel workbook (xlsx)", ".xlsm": "an Excel workbook (xlsx)",
         XLS: "an Excel 97-2003 workbook (xls)",
         ODS: "an OpenDocument workbook (ods)", CSV: "a text file (CSV)"}
COPY = "open it in Excel and save it as xlsx"
SEND_TABLE = "send the table as xlsx or CSV"
HEAD = 2_000
ENOUGH = 200_000  # bytes of a part that lists the others
BEGINNINGS = ((b"%PDF-", "is a PDF"), (b"{\\rtf", "is a Rich Text document"),
              (b"\x89PNG", "is a picture"), (b"\xff\xd8\xff", "is a picture"),
              (b"GIF8", "is a picture"), (b"\x1f\x8b", "is a compressed file (gzip)"),
              (b"7z\xbc\xaf", "is a compressed file (7z)"),
              (b"Rar!", "is a compressed file (rar)"), (b"PAR1", "is a Parquet file"),
              (b"ID;PWXL;", "is a SYLK file"))
WEB_PAGE = re.compile(r"<(!doctype\s+html|html|head|body|table|meta|style)\b|mime-version:",
                      re.IGNORECASE)
EMAIL = re.compile(r"(?s)[A-Z][A-Za-z-]*: .*^(message-id|mime-version):",
                   re.IGNORECASE | re.MULTILINE)
JSON = re.compile(r'(\{\s*"|\[\s*\{)')
XML = re.compile(r"<\?(xml|mso-application)", re.IGNORECASE)
IN_ARCHIVE = ((b"wordprocessingml", "is a Word document"),
              (b"presentationml", "is a PowerPoint presentation"),
              (b"sheet.binary", "is an Excel Binary Workbook (xlsb)"))
IN_COMPOUND = (("worddocument", "is a Word document"),
               ("powerpoint document", "is a PowerPoint presentation"),
               ("__properties_version1.0", "is an e-mail"))


def format_of(content: Content) -> str:
    """The suffix of the format that the content is in.

    Raises InputError if it is another kind of file. A damaged workbook has the format of its
    suffix, whose reader refuses it.
    """
    data = content.data
    own = XLSX if content.suffix == ".xlsm" else content.suffix if content.suffix in BOOKS else ""
    if data.startswith(ARCHIVE):
        return _in_archive(content) or own or XLSX
    if data.startswith(OLD_OFFICE):
        return _in_compound(content, own)
    for beginning, says in BEGINNINGS:
        if data.startswith(beginning):
            raise content.refusal(says, SEND_TABLE)
    _refuse_markup(content)
    is_text = data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" not in data[:HEAD]
    return CSV if is_text else own or CSV


def _refuse_markup(content: Content) -> None:
    coding = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}.get(content.data[:2], "latin-1")
    head = content.data[:HEAD].decode(coding, "replace").lstrip("\ufeff\xef\xbb\xbf \t\r\n")
    named = f" named {content.suffix}" if content.suffix else ""
    if WEB_PAGE.match(head) or XML.match(head) and re.search("<html", head, re.IGNORECASE):
        raise content.refusal(f"is a web page{named}", COPY)
    if EMAIL.match(head):
        raise content.refusal("is an e-mail", SEND_TABLE)
    if JSON.match(head):
        raise content.refusal("is a JSON file", SEND_TABLE)
    if XML.match(head):
        is_sheet = "office:spreadsheet" in head
        raise content.refusal(("is an XML Spreadsheet 2003" if is_sheet else "is an XML file")
                              + named, COPY if is_sheet else SEND_TABLE)


def _in_archive(content: Content) -> str:
    """The format of an archive; blank if it cannot be told."""
    try:
        with zipfile.ZipFile(io.BytesIO(content.data)) as archive:
            names = {name.lower().replace("\\", "/").lstrip("/"): name
                     for name in archive.namelist()}
            types = names.get(TYPES.lower())
            told = _begins(archive, types)
            kind = _begins(archive, names.get("mimetype"))
    except Exception:  # a damaged file can raise anything
        return ""
    for mark, says in IN_ARCHIVE:
        if mark in told and b"spreadsheetml.sheet.main" not in told:
            raise content.refusal(says, COPY if "Excel" in says else SEND_TABLE)
    if b"opendocument" in kind and b"spreadsheet" not in kind:
        raise content.refusal("is an OpenDocument file, and not a workbook", SEND_TABLE)
    if types:
        return XLSX
    if "content.xml" in names:
        return ODS
    if any(name.endswith(".iwa") for name in names):
        raise content.refusal("is a Numbers document",
                              "choose File, Export To, Excel in Numbers, and send that")
    if not any(name.endswith(("workbook.xml", "workbook.bin")) for name in names):
        raise content.refusal("is a compressed folder (zip), and not a workbook",
                              "send each file in it by itself")
    return ""


def _begins(archive: zipfile.ZipFile, name: str | None) -> bytes:
    """The first bytes of a part, which may unpack to any size; none if there is no such part."""
    if name is None:
        return b""
    with archive.open(name) as part:
        return part.read(ENOUGH)


def _in_compound(content: Content, own: str) -> str:
    try:
        names = {name.casefold() for name in names_of(content.data)}
    except Exception:  # a damaged file can raise anything
        return own or XLS
    for name, says in IN_COMPOUND:
        if name in names and not names & {"workbook", "book"}:
            raise content.refusal(says, SEND_TABLE)
    return own if "encryptedpackage" in names and own else XLS

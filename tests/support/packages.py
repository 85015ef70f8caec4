"""Workbooks put together from their parts, well made or not."""

from __future__ import annotations

import io
import zipfile


def packed(parts: dict[str, bytes]) -> bytes:
    """Parts as a workbook again."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return written.getvalue()


def ods(content: str) -> bytes:
    """An ods file of this table XML."""
    office = "urn:oasis:names:tc:opendocument:xmlns:"
    xml = (f'<?xml version="1.0" encoding="UTF-8"?><office:document-content '
           f'xmlns:office="{office}office:1.0" xmlns:table="{office}table:1.0" '
           f'xmlns:text="{office}text:1.0" xmlns:calcext="urn:org:documentfoundation:names:'
           f'experimental:calc:xmlns:calcext:1.0"><office:body><office:spreadsheet>'
           f'<table:table table:name="Return">{content}</table:table>'
           "</office:spreadsheet></office:body></office:document-content>")
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = ('<?xml version="1.0"?><manifest:manifest xmlns:manifest='
                f'"{office}manifest:1.0"/>')
    return packed({"mimetype": kind.encode(), "content.xml": xml.encode(),
                   "META-INF/manifest.xml": manifest.encode()})


def ods_row(*cells: str, repeated: str = "") -> str:
    """One row of an ods table."""
    return f"<table:table-row{repeated}>" + "".join(
        f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>'
        for cell in cells) + "</table:table-row>"

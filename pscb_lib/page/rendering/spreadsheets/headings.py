"""Tag the headings of a workbook by Excel's own cell styles, which XlsxWriter cannot name.

Guidance: "Use the cell styles Heading 1 for the title of a worksheet and Heading 2 for those below
it", so that a screen reader says that they are headings. A style is known in every language by its
number (ECMA-376, part 1, annex G.2).
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from lxml import etree

STYLES = "xl/styles.xml"
NUMBERS = {"Heading 1": 16, "Heading 2": 17}


def with_headings(workbook: bytes, formats: Mapping[str, int]) -> bytes:
    """Return a *workbook* whose cell *formats*, given by their index, are the styles named."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as parts, zipfile.ZipFile(made, "w") as file:
        for part in parts.infolist():
            content = parts.read(part)
            file.writestr(part, _styled(content, formats) if part.filename == STYLES else content)
    return made.getvalue()


def _styled(part: bytes, formats: Mapping[str, int]) -> bytes:
    root: Any = etree.fromstring(part)
    looks, cells, named = (root.find(f"{{*}}{name}")
                           for name in ("cellStyleXfs", "cellXfs", "cellStyles"))
    for place, (name, at) in enumerate(formats.items()):
        look = deepcopy(cells[at])
        del look.attrib["xfId"]
        cells[at].set("xfId", str(len(looks)))
        style = etree.Element(f"{{{etree.QName(root).namespace}}}cellStyle", {
            "name": name, "xfId": str(len(looks)), "builtinId": str(NUMBERS[name]),
            "customBuiltin": "1"})
        named.insert(place, style)
        looks.append(look)
    for found in (looks, named):
        found.set("count", str(len(found)))
    return _written(root)


def _written(root: Any) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

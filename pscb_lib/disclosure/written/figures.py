"""What the files of figures consist of: the chunks of a PNG and the keywords of its texts.

An SVG has the elements and attributes of a page's pictures (:mod:`.page`). The writer is
:mod:`pscb_lib.page.rendering.figures`.
"""

from __future__ import annotations

CHUNKS = ("IHDR", "pHYs", "iTXt", "IDAT", "IEND")  # in this order; the third and fourth repeat
KEYWORDS = ("Title", "Author", "Description", "Source", "Disclaimer")

"""The contents of a long paper: a field that Word can renew, with a link to each heading."""

from __future__ import annotations

from pscb_lib.disclosure.written.word import CONTENTS
from pscb_lib.page.rendering.word.shared import Shared
from pscb_lib.page.rendering.word.text import paragraph, run
from pscb_lib.page.rendering.word.xml import Element, w


def contents_of(headings: list[tuple[str, str]], shared: Shared) -> list[Element]:
    """Return the contents, a line for each heading."""
    links = [shared.bookmarks.link(id, text) for id, text in headings]
    begin, separate, end = (w("r", w("fldChar", fldCharType=kind))
                            for kind in ("begin", "separate", "end"))
    code = w("instrText")
    code.text = CONTENTS
    first, *others = links
    return [paragraph("TOCHeading", run("Contents"), keep_next=True),
            paragraph("TOC1", begin, w("r", code), separate, first, keep_next=True),
            *(paragraph("TOC1", link, keep_next=True) for link in others),
            paragraph("Gap", end)]

"""England's published figures of child death reviews: ``params/cdop_national.csv``."""

from __future__ import annotations

from pscb_lib.board.decisions import Register, read_register
from pscb_lib.framework.spellings import parse_year
from pscb_lib.reading import cells
from pscb_lib.reading.rows import Field

NATIONAL = (
    Field("year", parse_year), Field("group", cells.text),
    Field("reviews", cells.optional(cells.whole_number)),
    Field("modifiable", cells.optional(cells.whole_number)),
    Field("percent_modifiable", cells.whole_number), Field("published_on", cells.day),
    Field("source", cells.text),
)


REGISTER = Register("cdop_national.csv", lambda path: read_register(path, NATIONAL))

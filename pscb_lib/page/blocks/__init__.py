"""The typed blocks that a notebook displays; a paper is made of these blocks and Markdown only.

A block is plain data under a MIME type of our own, with HTML for JupyterLab. The exporters of
:mod:`pscb_lib.page.rendering` make the page, the PDF and the spreadsheets from the blocks.
"""

from pscb_lib.page.blocks.base import LEFT, RIGHT, Block, Place, Several
from pscb_lib.page.blocks.cells import (
    Cell,
    Line,
    ask,
    cell,
    join,
    picture,
    rating,
    strong,
    text,
)
from pscb_lib.page.blocks.kinds import (
    Callout,
    Chart,
    Column,
    Data,
    End,
    Figures,
    Front,
    Group,
    Heading,
    Lead,
    List,
    Plain,
    Prose,
    Question,
    Sheet,
    Table,
    Tally,
)
from pscb_lib.page.blocks.sentences import runs

__all__ = [
    "LEFT", "RIGHT", "Block", "Callout", "Cell", "Chart", "Column", "Data", "End", "Figures",
    "Front", "Group", "Heading", "Lead", "Line", "List", "Place", "Plain", "Prose", "Question",
    "Several", "Sheet", "Table", "Tally", "ask", "cell", "join", "picture", "rating", "runs",
    "strong", "text",
]

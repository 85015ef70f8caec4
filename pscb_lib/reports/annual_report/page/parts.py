"""The parts that are carried from the year's papers, and the page for young people."""

from __future__ import annotations

from collections.abc import Sequence

from pscb_lib.board.annual_report import contents_for
from pscb_lib.board.context import Context
from pscb_lib.board.statements import YOUNG_PEOPLE, part_beside, read_statement
from pscb_lib.page.blocks import Callout, Heading, Prose, Several
from pscb_lib.page.blocks.base import Block
from pscb_lib.page.carried import Carried, of_part
from pscb_lib.reports.annual_report.page.first import place_of

FIRST = ("weak", "changed")  # the parts of the first page, which has its own headings


def show_part(carried: Sequence[Carried], part: str) -> Several:
    """The blocks of one part."""
    return Several(of_part(carried, part))


def show_parts(context: Context, carried: Sequence[Carried], statement: str) -> Several:
    """The other parts, each under its heading; a part without blocks is in the map alone."""
    found: list[Block] = []
    for one in contents_for(context.settings, context.period):
        written = one.text if one.text != YOUNG_PEOPLE else ""
        own = _written(context, statement, written) if written else of_part(carried, one.key)
        if one.key not in FIRST and own:
            found += [Heading(one.title, 2), *own]
    return Several(found)


def show_young(context: Context, statement: str) -> Callout | Several:
    """The page for young people: what was written with them, and nothing made from figures."""
    written = _written(context, statement, YOUNG_PEOPLE)
    if not written:
        return Callout("Not yet written.", "This page is written with children and young people.")
    return Several(written)


def _written(context: Context, statement: str, text: str) -> list[Prose]:
    """The paragraphs of a *text* beside the statement."""
    place = part_beside(place_of(context, statement), text)
    return [*map(Prose, read_statement(context.root, place))]

"""The map of what the report must hold: what is there, from which papers, and what is lacking."""

from __future__ import annotations

from collections.abc import Sequence

from pscb_lib.board.annual_report import Choice, Content, contents_for
from pscb_lib.board.context import Context
from pscb_lib.board.statements import part_beside, read_statement
from pscb_lib.framework.english import capital, count_of
from pscb_lib.page import blocks
from pscb_lib.page.blocks import Column, Data, Group, Table
from pscb_lib.page.carried import Carried, papers_of
from pscb_lib.reports.annual_report.page.first import place_of

LACKING, NOT_WRITTEN = "Lacking", "Not yet written"
NOT_HERE = "In a paper that this version does not draw on"


def tabulate_contents(context: Context, choices: Sequence[Choice], carried: Sequence[Carried],
                      statement: str) -> Table:
    """Tabulate each part of the report with the papers it was taken from, or what is lacking."""
    said = [(one, _say(context, one, choices, carried, statement))
            for one in contents_for(context.settings, context.period)]
    rows = [[blocks.cell(one.holds),
             blocks.strong(where) if where in (LACKING, NOT_WRITTEN) else blocks.cell(where)]
            for one, where in said]
    absent = [one for one, where in said if where in (LACKING, NOT_WRITTEN)]
    headline = say_absent(sum(one.is_required for one in absent), len(absent))
    columns = [Column("What it must hold", width=3), Column("From", width=4)]
    return Table("contents", headline, columns, [Group(None, rows)],
                 Data(["part", "holds", "required", "from"], [
                     [one.title, one.holds, "yes" if one.is_required else "no", where]
                     for one, where in said]))


def say_absent(lacking: int, absent: int) -> str:
    """How many parts are not there: of those guidance asks for, and of the others."""
    other = absent - lacking
    if lacking:
        also = (f"; {count_of(other, 'other')} {'is' if other == 1 else 'are'} not there"
                if other else "")
        return (f"{capital(count_of(lacking, 'part'))} that guidance asks for "
                f"{'is' if lacking == 1 else 'are'} lacking{also}")
    if other:
        return (f"{capital(count_of(other, 'part'))} that guidance does not ask for "
                f"{'is' if other == 1 else 'are'} not there yet")
    return "Every part is there"


def _say(context: Context, one: Content, choices: Sequence[Choice], carried: Sequence[Carried],
         statement: str) -> str:
    if one.is_written:
        place = place_of(context, statement)
        place = part_beside(place, one.text) if one.text else place
        return "Written for this report" if read_statement(context.root, place) else NOT_WRITTEN
    papers = papers_of(carried, one.key)
    is_chosen = any(each.part == one.key for each in choices)
    return "; ".join(papers) or (NOT_HERE if is_chosen else LACKING)

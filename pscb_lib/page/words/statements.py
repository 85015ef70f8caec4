"""A person's statement as it is printed, such as the foreword of a panel's chair."""

from __future__ import annotations

from pathlib import Path

from pscb_lib.board.context import Context
from pscb_lib.board.names import name_of
from pscb_lib.board.notebooks import find_notebooks, statement_by
from pscb_lib.board.statements import read_statement, statement_in, why_awaited
from pscb_lib.page.blocks import Callout, Prose, Several
from pscb_lib.reading.findings import Missing


def say_statement(context: Context, report: str, place: str = "") -> Callout | Several:
    """The statement at *place*, from the project's folder; by default that of the Board's cycle.

    The restricted set says from whom it is awaited. Raises Missing in another set that waits.
    """
    paper, notebook = name_of(report, context.key), find_notebooks(context.root)[report]
    path = Path(place) if place else statement_in(context.settings.cycle, paper)
    if why := why_awaited(context.root, path, notebook, context.audience, context.as_of):
        raise Missing(f"{paper}: {why}")
    paragraphs = read_statement(context.root, path)
    if not paragraphs:
        return Callout("Not written yet", f"This text is awaited from {statement_by(notebook)[0]}. "
                       "Until it is written, this draft is the only set of the report.")
    return Several([Prose(one) for one in paragraphs])

"""Open a paper: the one call by which a notebook gets its figures and all else from its returns.

``pscb run`` masks a board or public set before its kernel starts, and hands over the result. Any
other tool that runs the notebook reads and measures the returns here, and masks the paper alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pandas

from pscb_lib.board.context import Context
from pscb_lib.disclosure.handing_over import read_masked
from pscb_lib.disclosure.paper import Fact, Paper, make_paper
from pscb_lib.disclosure.summaries import summarise
from pscb_lib.reading.closed import is_closed
from pscb_lib.reading.findings import InputError
from pscb_lib.reading.rows import Checked
from pscb_lib.returns.handed import taken
from pscb_lib.returns.kinds import Return, find_returns

Measure = Callable[..., pandas.DataFrame]
Facts = Callable[..., Iterable[Fact]]


def open_paper(context: Context, measure: Measure, *kinds: Return, facts: Facts | None = None
               ) -> Paper:
    """Return the paper of this context's audience, masked.

    *measure* makes the frame of figures from the context and the checked returns of *kinds*, in
    this order, and *facts* whatever else a page needs of their rows. Neither is called, and no
    return is read, if the runner hands over what it masked. In a run the restricted set has the
    returns as its check has read them. Raises InputError if a return cannot
    be used, or if the notebook does not take what the runner masked.
    """
    if context.masked:
        return read_masked(context.masked, context.audience)
    if is_closed():
        raise InputError.at("parameters", "the figures that the runner masked are not taken",
                            'add masked: str = "" and give it to open_context', column="masked")
    returned = [_read(kind, context) for kind in kinds]
    rejected = sum(checked.rows["rejected"] for checked in returned)
    is_lacking = rejected > context.settings.rejected_rows_allowed
    return make_paper(
        measure(context, *returned),
        [summarise(checked, kind.title, kind.describes, is_lacking)
         for kind, checked in zip(kinds, returned, strict=True)],
        facts(context, *returned) if facts else (), context.audience, context.settings.profile)


def _read(kind: Return, context: Context) -> Checked:
    is_known = find_returns().get(kind.name) is kind  # and not one changed by a notebook
    return is_known and taken(kind.name, context) or kind.read_for(context)

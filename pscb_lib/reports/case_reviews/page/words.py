"""Days, owners and headings, and whether there is anything to say."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pscb_lib.page.blocks import Block, Heading, Several
from pscb_lib.page.tables.days import short_day
from pscb_lib.reports.case_reviews.known import Known, Told

GROUP, MOST_ASKED = "Case review group", 3
NOT_SUPPLIED = "The return of reviews was not supplied, so nothing is known of cases and actions."


def short_of(written: str) -> str:
    """A day of the facts in a table: 31 Mar 2015; a dash if it is blank."""
    return short_day(date.fromisoformat(written) if written else None)


def is_known(known: Known) -> bool:
    """Whether there is anything to tabulate: reviews were supplied, and it is no nil return."""
    return known.are_reviews_supplied and not known.is_nil


def owners_of(actions: Iterable[Told]) -> str:
    """The owners of actions, each once; the group itself where they are more than three."""
    owners = [*dict.fromkeys(one.owner for one in actions)]
    return "; ".join(owners) if len(owners) <= MOST_ASKED else GROUP


def under(title: str, *blocks: Block | None) -> Several | None:
    """These blocks under a heading; None if there is none."""
    found = [one for one in blocks if one is not None]
    return Several([Heading(title, level=2), *found]) if found else None

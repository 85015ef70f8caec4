"""Days, owners and headings, and whether there is anything to say."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pscb_lib.framework.english import listed
from pscb_lib.page.blocks import Block, Heading, Several
from pscb_lib.page.tables.days import short_day
from pscb_lib.reports.case_reviews.known import Known, Told

MOST_ASKED = 3
NOT_SUPPLIED = "The return of reviews was not supplied, so nothing is known of cases and actions."


def short_of(written: str) -> str:
    """A day of the facts in a table: 31 Mar 2015; a dash if it is blank."""
    return short_day(date.fromisoformat(written) if written else None)


def is_known(known: Known) -> bool:
    """Whether there is anything to tabulate: reviews were supplied, and it is no nil return."""
    return known.are_reviews_supplied and not known.is_nil


def owners_of(actions: Iterable[Told]) -> str:
    """The owners of actions with their agencies, each once; if they are many, the agencies alone.
    """
    agencies: dict[str, dict[str, None]] = {}
    for one in actions:
        agencies.setdefault(one.agency, {})[one.owner] = None
    if sum(map(len, agencies.values())) > MOST_ASKED:
        return listed([*agencies])
    return "; ".join(f"{', '.join(owners)} ({agency})" for agency, owners in agencies.items())


def under(title: str, *blocks: Block | None) -> Several | None:
    """These blocks under a heading; None if there is none."""
    found = [one for one in blocks if one is not None]
    return Several([Heading(title, level=2), *found]) if found else None

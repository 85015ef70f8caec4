"""How a review and its days are named in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pscb_lib.framework.english import listed, small
from pscb_lib.framework.months import say_day
from pscb_lib.reports.themed_reviews.known import Review


def day_of(written: str) -> str:
    """A day of the facts as it is read: 31 March 2015."""
    return say_day(date.fromisoformat(written))


def leads_of(reviews: Sequence[Review]) -> str:
    """Who leads the reviews, each once."""
    return listed([*dict.fromkeys(one.lead for one in reviews)])


def say_named(reviews: Sequence[Review]) -> str:
    """The reviews by name, those that are to come with their days: the review of neglect."""
    return listed([of_review(one) + ("" if one.has_come else f" (due {day_of(one.due_on)})")
                   for one in reviews])


def of_review(one: Review) -> str:
    """A review within a sentence: the review of core groups."""
    return f"the review of {small(one.label)}"

"""The sections of the page, each with its heading if its readers have anything of it."""

from __future__ import annotations

from pscb_lib.disclosure.showing import Shown
from pscb_lib.framework.rag import Thresholds
from pscb_lib.page.blocks import Several
from pscb_lib.reports.case_reviews.known import Known
from pscb_lib.reports.case_reviews.page import agreed, others, reviews
from pscb_lib.reports.case_reviews.page.words import under


def show_reviews(shown: Shown, known: Known) -> Several | None:
    """The reviews that are open, complete and published, and the cases as far as they are told."""
    return under("Which reviews are open, complete and published?",
                 reviews.say_open(shown, known), reviews.tabulate_open(shown, known),
                 reviews.tabulate_completed(shown, known),
                 reviews.ask_open(shown, known), reviews.say_without(shown, known),
                 reviews.tabulate_cases(shown, known),
                 reviews.list_decisions(shown, known), reviews.list_cases(shown, known),
                 others.list_elsewhere(shown, known))


def show_agreed(shown: Shown, known: Known, thresholds: Thresholds) -> Several | None:
    """Whether actions are in time, well made and checked, and who is asked about the others."""
    return under("Are actions in time, well made and checked?",
                 agreed.tabulate_late(shown, known),
                 agreed.tabulate_tests(shown, known, thresholds), agreed.ask_late(shown, known))


def show_again(shown: Shown, known: Known) -> Several:
    """What an earlier review or audit had already found, and the question about it beside it."""
    return Several([agreed.list_again(shown, known), agreed.ask_again(shown, known)])

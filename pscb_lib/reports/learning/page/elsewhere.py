"""Other areas' reviews: those the group chose, and what they mean here."""

from __future__ import annotations

from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import listed
from pscb_lib.page.blocks import LEFT, Column, Data, Group, Question, Table, cell
from pscb_lib.page.tables.days import plain_day, short_day
from pscb_lib.reports.learning.known import Elsewhere, Known

NOT_SUPPLIED = "Other areas' reviews were not supplied."
NONE_CHOSEN = "The group chose no review of another area that was published in the year."


def tabulate_reviews(shown: Shown, known: Known) -> Table:
    """Tabulate the reviews chosen: when they were considered, whether they apply, and why."""
    require_shown(shown)
    columns = [Column("Review, and when it was published", width=3), Column("Considered"),
               Column("Applies here, and why", width=3), Column("Action here")]
    rows = [[cell(one.review, f"{one.area}, {short_day(one.published_on)}"),
             cell(short_day(one.considered_on) if one.considered_on else "not yet"),
             cell(_result(one)), cell("Yes" if one.action_ids else "No")] for one in known.reviews]
    data = [[one.review, one.area, plain_day(one.published_on), plain_day(one.considered_on),
             None if one.applies is None else "yes" if one.applies else "no", one.why,
             one.action_ids] for one in known.reviews]
    return Table("reviews", "Other areas' reviews that the group chose", columns,
                 [Group(None, rows)],
                 Data(["review", "area", "published_on", "considered_on", "applies", "why",
                       "action_ids"], data),
                 empty=NONE_CHOSEN if known.are_reviews_supplied else NOT_SUPPLIED)


def _result(one: Elsewhere) -> str:
    if one.applies is None:
        return "–"
    return f"{'Yes' if one.applies else 'No'}: {one.why}"


def ask_reviews(shown: Shown, known: Known) -> Question | None:
    """Ask for what is open: reviews not considered, and those that apply without an action."""
    require_shown(shown)
    waiting = [one.review for one in known.reviews if one.considered_on is None]
    bare = [one.review for one in known.reviews if one.applies and not one.action_ids]
    asked = [words for is_asked, words in (
        (waiting, f"When will you consider {_named(waiting)}?"),
        (bare, f"What will be done here after {_named(bare)}, which {_applies(bare)}?"),
    ) if is_asked]
    return Question("reviews_asked", " ".join(asked), known.review_lead, place=LEFT) if (
        asked) else None


def _named(reviews: list[str]) -> str:
    return listed([f"“{one}”" for one in reviews])


def _applies(reviews: list[str]) -> str:
    return "applies and has no action" if len(reviews) == 1 else "apply and have no action"

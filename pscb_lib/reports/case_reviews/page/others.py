"""The reviews of other areas, and the published ones, which are all that the public has."""

from __future__ import annotations

from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.page.blocks import RIGHT, Column, Data, Group, List, Table, cell
from pscb_lib.reports.case_reviews.known import Known
from pscb_lib.reports.case_reviews.page.words import short_of


def list_elsewhere(shown: Shown, known: Known) -> List | None:
    """List the reviews of other areas that the group considered, and when staff heard of them."""
    require_shown(shown)
    items = [f"{one['title']}, considered {short_of(one['considered_on'])}: " + (
        f"shared at a learning event on {short_of(one['learning_event_on'])}."
        if one["learning_event_on"] else "not yet shared with staff.") for one in known.elsewhere]
    place = None if known.cases else RIGHT
    return List(items, place=place) if items else None


def tabulate_published(shown: Shown, known: Known) -> Table | None:
    """Tabulate the published reviews and where they can be read: all that the public has."""
    if require_shown(shown).audience != "public" or not known.published:
        return None
    lines = [[one["title"], one["published_where"], short_of(one["published_on"])]
             for one in known.published]
    heads = ["Review", "Where it can be read", "Since"]
    return Table("published", "Published reviews", [Column(head, width=2) for head in heads],
                 [Group(None, [[cell(text) for text in line] for line in lines])],
                 Data(heads, lines))

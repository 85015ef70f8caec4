"""England's published figures, as far as they are held, beside this authority's first visits."""

from __future__ import annotations

from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.page.blocks import Prose, Sheet
from pscb_lib.page.tables.counts import list_counts
from pscb_lib.page.words.shown import joined, paragraph, share, told
from pscb_lib.reports.private_fostering import places

RUNNING, BEGAN, ENDED, VISITED = ("Running on 31 March", "Began", "Ended",
                                  "Visited in seven working days (%)")
SOURCE = ("Department for Education, Private fostering arrangements in England: year ending 31 "
          "March 2009; Open Government Licence v3.0.")
HELD = "Later years are not held."


def list_england(shown: Shown) -> Sheet | None:
    """List England's years in the spreadsheet; one that was published and is not held says so."""
    return list_counts(require_shown(shown), places.ENGLAND, "Private fostering in England", "Year",
                       note=joined(_unbalanced(shown), HELD, SOURCE))


def _unbalanced(shown: Shown) -> str:
    """Say where a published year does not add up: opening + began - ended is not its closing."""
    years = shown.rows(places.ENGLAND)
    for before, year in zip(years, years[1:], strict=False):
        places_of = ((before, RUNNING), (year, BEGAN), (year, ENDED), (year, RUNNING))
        if not all(shown.has(places.ENGLAND, *one) for one in places_of):
            continue
        start, began, ended, end = (shown.get(places.ENGLAND, *one).count for one in places_of)
        if start + began - ended != end:
            return (f"As published {year} does not add up: {start:,} + {began:,} − {ended:,} is "
                    f"{start + began - ended:,}, not {end:,}.")
    return ""


def say_england(shown: Shown) -> Prose | None:
    """Put this authority's first visits beside England's last share, counted alike."""
    years = [year for year in require_shown(shown).rows(places.ENGLAND)
             if shown.has(places.ENGLAND, year, VISITED)]
    return paragraph(_beside(shown, years[-1])) if years else None


@told
def _beside(shown: Shown, year: str) -> str:
    own = shown.get(*places.IN_TIME_OF_VISITED)
    if own.value is None and not own.hidden:
        return ""
    return (f"In England {shown.get(places.ENGLAND, year, VISITED).count}% of first visits were "
            f"within seven working days in {year}, the last year that is held; here it "
            f"was {share(own)}. Both leave out children who were never visited.")

"""The children: how many arrangements began and ended, what was found, and what they said."""

from __future__ import annotations

from dataclasses import replace

from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.page.blocks import Prose, Question, Several, Table
from pscb_lib.page.tables.counts import tabulate_counts
from pscb_lib.page.tables.rated import tabulate_shares
from pscb_lib.reports.private_fostering import places
from pscb_lib.reports.private_fostering.page.lead import NOT_SAID, NOT_SUPPLIED

LEFT, RIGHT = (1, 2), (2, 2)
UNTARGETED = (places.ALONE, places.SEEN_ALONE, places.CONTENT, places.SUITABLE,
              places.DECIDED_IN_TIME, places.EARLY)
ALL = 100  # per cent


def tabulate_flow(shown: Shown) -> Table | Prose:
    """Tabulate notifications, and the arrangements: start + began = ended + end."""
    return replace(tabulate_counts(
        shown, places.FLOW, "Arrangements in the year", "Arrangements",
        note="Running at the start + began − ended = running at the end."), place=LEFT)


def tabulate_untargeted(shown: Shown) -> Table | Prose:
    """Tabulate what has no target: seen alone, content, found suitable, decided, notified early."""
    return tabulate_shares(
        shown, "untargeted", "Seen alone, heard and decided", "Children, visits or decisions",
        UNTARGETED, note="A proposal is notified by carer or parent: the last line does not rate "
        "the authority.")


def show_found(shown: Shown) -> Several | None:
    """What was found and what the children said, one by one: in the restricted set alone."""
    if not require_shown(shown).rows(places.SUITABILITY):
        return None
    said = (tabulate_counts(shown, places.SAID, "What the children last said of living there",
                            "Said", value_label="Children")
            if shown.rows(places.SAID) else Prose(NOT_SAID))
    return Several([tabulate_counts(shown, places.SUITABILITY, "Whether it is suitable",
                                    "Notified in the year", value_label="Arrangements"), said])


def ask_children(shown: Shown, lead: str) -> Question | None:
    """Ask what changed for children who were not content, if it is shown that there were any."""
    content = require_shown(shown).get(*places.CONTENT)
    if shown.audience == "public":
        return None
    if content.state == NOT_SUPPLIED:
        return Question("children_asked", "What did the children say of living there, and who "
                        "asks them?", lead)
    if content.value is None or content.value == ALL:
        return None
    return Question("children_asked", "What has changed for the children who were not content?",
                    lead)


def tabulate_regions(shown: Shown) -> Table | Prose:
    """Tabulate where the children notified in five years were born; one year is too few."""
    if not require_shown(shown).rows(places.BIRTH_REGION):
        return Prose("Regions of birth are counted over five years, which were not supplied.",
                     place=RIGHT)
    rows = [row for row in shown.rows(places.BIRTH_REGION)
            if shown.get(places.BIRTH_REGION, row).value != 0]
    return replace(tabulate_counts(
        shown, places.BIRTH_REGION, "Region of birth, five years together", "Region of birth",
        order=rows, value_label="Children", note="Regions of none are left out."), place=RIGHT)

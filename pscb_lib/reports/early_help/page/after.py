"""Whether families came back to social care, and on which lawful basis the council looked."""

from __future__ import annotations

from pscb_lib.board.context import Context
from pscb_lib.disclosure.figures import NOT_SUPPLIED
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import capital, listed, part_of, small, spell
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.statistics.intervals import wilson_interval
from pscb_lib.page import charts
from pscb_lib.page.blocks import LEFT, RIGHT, Chart, Prose, Sheet
from pscb_lib.page.tables.counts import list_counts
from pscb_lib.page.words.shown import joined, paragraph, require_told, say_done, told
from pscb_lib.reports.early_help import places

FEWEST = 10  # families, for a percentage


def say_returned(shown: Shown) -> str | None:
    """Say how many of those closed with needs met a year before were referred again."""
    back = require_shown(shown).get(*places.RETURNED)
    if back.state == NOT_SUPPLIED:
        return "Whether families came back to social care was not supplied."
    of = "closed with needs met a year before and followed up"
    said = say_done(back, f"family {of}", f"families {of}",
                    "referred to social care within 12 months")
    return f"{capital(said)}." if said else None


def plot_after(shown: Shown, half: ReportingPeriod) -> Chart | Prose | None:
    """Plot the share of families that came back, by whether needs had been met."""
    figures = {group: shown.get(places.AFTER, places.REFERRED, group)
               for group in require_shown(shown).columns(places.AFTER)}
    if all(one.value is None or one.counts[1] < FEWEST for one in figures.values()):
        return None
    return charts.plot_bars(
        figures, id="after_drawn", place=LEFT, picked=[places.MET], whole=100,
        headline=_headline(shown), subtitle="Referred to social care within 12 months, of families "
        f"closed in {half.same_last_year.title} and followed up", has_counts=True,
        columns=("Closed", "Referred (%)", "Referred", "Followed up"),
        note=joined(_intervals(shown), "For another reason: no engagement, moved, or help not "
                    "started. A family that withdrew its consent is never followed up; one stepped "
                    "up is with social care already."))


@told
def _intervals(shown: Shown) -> str:
    """Say in which interval each share would lie by chance, if both are of enough families."""
    figures = {group: shown.get(places.AFTER, places.REFERRED, group)
               for group in shown.columns(places.AFTER)}
    require_told(*figures.values())
    if any(one.value is None or one.counts[1] < FEWEST for one in figures.values()):
        return ""
    found = {group: wilson_interval(*one.counts) for group, one in figures.items()}
    said = [f"{small(group)} {100 * one.lower:.0f}% to {100 * one.upper:.0f}%"
            for group, one in found.items()]
    return f"95% intervals: {listed(said)}."


def _headline(shown: Shown) -> str:
    back = shown.get(*places.RETURNED)
    if back.value is None or back.counts[1] < FEWEST:
        return "Who came back to social care in a year"
    return f"{back.text} with needs met came back in a year"


def list_after(shown: Shown, half: ReportingPeriod) -> Sheet | None:
    """List in the spreadsheet the families closed a year before: followed up, referred, a plan."""
    if require_shown(shown).get(*places.RETURNED).state == NOT_SUPPLIED:
        return None
    return list_counts(shown, places.AFTER, f"Families closed in {half.same_last_year.title}, and "
                       "the 12 months after each closing", "Families")


@told
def _followed(shown: Shown) -> str:
    """How many closed with needs met were followed up, where some were not."""
    if not shown.has(places.AFTER, places.CLOSED_THEN, places.MET):
        return ""
    closed, followed = (shown.get(places.AFTER, step, places.MET)
                        for step in (places.CLOSED_THEN, places.FOLLOWED))
    require_told(closed, followed)
    if not closed.value or followed.count == closed.count:
        return ""
    verb = "was" if followed.count == 1 else "were"
    return (f"{capital(part_of(followed.count, closed.count, 'families'))} closed with needs met "
            f"{verb} followed up.")


@told
def _planned(shown: Shown) -> str:
    """How many of those that came back had a child protection plan."""
    if not shown.has(places.AFTER, places.CLOSED_THEN, places.MET):
        return ""
    back, plan = (shown.get(places.AFTER, step, places.MET)
                  for step in (places.REFERRED, places.PLAN))
    require_told(back, plan)
    number, referred = plan.counts[0], back.counts[0]
    if not referred:
        return ""
    if referred == 1:
        return f"The one referred had {'a' if number else 'no'} child protection plan."
    return (f"Of the {spell(referred)} referred, {spell(number, 'none')} had a child protection "
            "plan.")


def say_after(context: Context, shown: Shown) -> Prose | None:
    """Say who was followed up and had a plan, and on which lawful basis the council looked."""
    basis = context.settings.follow_up_basis
    if basis is None:
        return Prose("The Board states no lawful basis for following families up, so that no such "
                     "record is used.")
    back = require_shown(shown).get(*places.RETURNED)
    if back.hidden or back.state == NOT_SUPPLIED:
        return None
    return paragraph(
        _followed(shown), _planned(shown),
        "The council looked in its own records and answered yes or no for each family; nothing "
        f"else was sent. Lawful basis: {basis.rstrip('.')}.", place=RIGHT)

"""Whether families came back to social care, and on which lawful basis the council looked."""

from __future__ import annotations

from pscb_lib.board.context import Context
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import capital, part_of
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.page import charts
from pscb_lib.page.blocks import Chart, Prose, Table
from pscb_lib.page.tables.counts import tabulate_counts
from pscb_lib.page.words.shown import require_told, told
from pscb_lib.reports.early_help import places

NOT_SUPPLIED = "not supplied"


@told
def say_returned(shown: Shown, half: ReportingPeriod) -> str:
    """Say how many of those closed with needs met a year before were referred again."""
    back = require_shown(shown).get(*places.RETURNED)
    if back.state == NOT_SUPPLIED:
        return "Whether families came back to social care was not supplied."
    if back.denominator == 0:
        return ""
    require_told(back)
    then = half.same_last_year.title
    number, whole = back.counts
    if whole == 1:
        return (f"The one family followed up that was closed with needs met in {then} was "
                f"{'' if number else 'not '}referred to social care within 12 months.")
    verb = "was" if number == 1 else "were"
    return (f"{capital(part_of(number, whole, 'families'))} closed with needs met in {then} and "
            f"followed up {verb} referred to social care within 12 months.")


def plot_after(shown: Shown, half: ReportingPeriod) -> Chart | Prose | None:
    """Plot the share of families that came back, by whether needs had been met."""
    figures = {group: shown.get(places.AFTER, places.REFERRED, group)
               for group in require_shown(shown).columns(places.AFTER)}
    if all(one.value is None or one.counts[1] < 10 for one in figures.values()):
        return None
    return charts.plot_bars(
        figures, id="after_drawn", picked=[places.MET], whole=100, headline=_headline(shown),
        subtitle=f"Referred to social care within 12 months, of families closed in "
        f"{half.same_last_year.title}", columns=("Closed", "Referred (%)"))


def _headline(shown: Shown) -> str:
    back = shown.get(*places.RETURNED)
    if back.value is None or back.counts[1] < 10:
        return "Who came back to social care within a year"
    return f"{back.text} of families with needs met came back within a year"


def tabulate_after(shown: Shown, half: ReportingPeriod) -> Table | Prose:
    """Tabulate the families closed a year before: followed up, referred, with a plan."""
    if shown.get(*places.RETURNED).state == NOT_SUPPLIED:
        return Prose("No family was followed up: not supplied.")
    return tabulate_counts(
        shown, places.AFTER, f"Families closed in {half.same_last_year.title}, and the 12 months "
        "after each closing", "Families", note="A family that withdrew its consent is never "
        "followed up; one stepped up is with social care already. For another reason: no "
        "engagement, moved, or help not started.")


def say_basis(context: Context, shown: Shown) -> Prose | None:
    """Say on which lawful basis the council looked, or that none is stated."""
    basis = context.settings.follow_up_basis
    if basis is None:
        return Prose("The Board states no lawful basis for following families up, so that no such "
                     "record is used.")
    if shown.get(*places.RETURNED).state == NOT_SUPPLIED:
        return None
    return Prose("The council looked in its own records and answered yes or no for each family; "
                 f"nothing else was sent. Lawful basis: {basis.rstrip('.')}.")

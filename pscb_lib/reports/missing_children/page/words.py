"""The sentences of the report on children missing from home and care, from shown figures only.

Those about return interviews are in :mod:`~pscb_lib.reports.missing_children.page.interviews`.
No sentence says why: "PI's should be viewed as raising questions" (section 7).
"""

from __future__ import annotations

from pscb_lib.disclosure.figures import NOT_SUPPLIED
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.disclosure.summaries import ILLUSTRATIVE, ReturnSummary
from pscb_lib.framework.english import capital
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.page.blocks import Callout, Prose
from pscb_lib.page.words.about import agreeing, say_how_many
from pscb_lib.page.words.shown import (
    NotTold,
    joined,
    moved,
    paragraph,
    say_count,
    share,
    told,
)
from pscb_lib.reports.missing_children import places
from pscb_lib.reports.missing_children.page import interviews

NO_INTERVIEWS = ("Return interviews were not supplied, so nothing is known of the 72 hours in "
                 "which they are due.")
NO_RECORD = "Whether the police hold the same episodes was not supplied."
CALIBRATED = "illustrative: calibrated to published margins"
PUBLISHED = ("published numbers of this area's own looked-after children (Department for "
             "Education, Children looked after in England; Open Government Licence v3.0)")
TO_WHOM = "The number still missing is given to Q&E only: it could identify a child."
FIRST_YEAR = "Recording changed in April 2014: not fully comparable."
FIRST_COLLECTED = 2014  # from April of this year SSDA903 asks for these episodes


def is_recorded_anew(period: ReportingPeriod) -> bool:
    """Whether recording changed between the same period a year earlier and this one."""
    return period.same_last_year.year_start < FIRST_COLLECTED <= period.year_start


def brief(title: str) -> str:
    """A half-year in a few letters: Apr–Sep 2014, Oct 2013–Mar 2014."""
    return "–".join(joined(month[:3], year) for month, _, year in (
        end.partition(" ") for end in title.split(" to ")))


def say_last_year(shown: Shown, period: ReportingPeriod) -> Prose | None:
    """Say how the half-year compares with the same one a year earlier, if it can be compared."""
    title = period.same_last_year.title
    then = require_shown(shown).get(places.LAST_YEAR, places.MISSING, places.THEN)
    if then.state == NOT_SUPPLIED:
        return Prose(f"{title} was not supplied.")
    return None if is_recorded_anew(period) else paragraph(_changed(shown, title))


@told
def _changed(shown: Shown, title: str) -> str:
    changes = [said for row, name in (
        (places.MISSING, "missing episodes"), (places.AWAY, "episodes away from placement"),
        (places.ABSENT, "episodes absent"),
        (places.CHILDREN_NOW[1], "children")) if (said := _change(shown, row, name))]
    if not changes:
        raise NotTold("no change is told")
    *others, last = changes
    return f"Since {title}, {', '.join([*others, f'and {last}'] if others else changes)}."


@told
def _change(shown: Shown, row: str, name: str) -> str:
    then, now = (shown.get(places.LAST_YEAR, row, when) for when in (places.THEN, places.NOW))
    return "" if NOT_SUPPLIED in (then.state, now.state) else f"{name} {moved(then, now)}"


def say_repeats(shown: Shown) -> Prose | None:
    """Say what the picture of those who go often does not: the few, or that meetings are unknown.
    """
    met = require_shown(shown).get(*places.MET)
    return paragraph("Strategy meetings were not supplied." if met.state == NOT_SUPPLIED else None,
                     _the_few(shown))


def _the_few(shown: Shown) -> str:
    few, theirs = (shown.get(*place) for place in (places.TENTH, places.OF_TENTH))
    # Beside a hidden band of how often children went, this would help to work it out.
    tells = any(shown.get(places.REPEATS, row, column).hidden
                for row in shown.rows(places.REPEATS)
                for column in shown.columns(places.REPEATS))
    if tells or few.value is None or theirs.value is None:
        return ""
    verb = "accounts" if few.value == 1 else "account"
    return (f"{capital(say_count(few, 'child', 'children'))} {verb} for "
            f"{share(theirs, 'episodes')}.")


def say_owed(shown: Shown) -> Prose | None:
    """Say that which returns need an interview was not supplied; a picture shows them if it was."""
    if require_shown(shown).get(*places.OWED_HERE).state == NOT_SUPPLIED:
        return Prose("Which returns are owed an interview, and by which authority, was not "
                     "supplied.")
    return None


def say_days(shown: Shown) -> Prose | None:
    """Say whether the day of the return makes a difference; nothing if not supplied or in public.
    """
    is_told = require_shown(shown).audience != "public" and _are_interviews_supplied(shown)
    return interviews.days_said(shown, (2, 2)) if is_told else None


def say_interviews(shown: Shown) -> Prose | None:
    """Say what lies behind the interviews, or that they were not supplied."""
    return (interviews.interviews_said(shown) if _are_interviews_supplied(shown)
            else Prose(NO_INTERVIEWS))


def _are_interviews_supplied(shown: Shown) -> bool:
    week, *_ = require_shown(shown).rows(places.BY_DAY)
    return shown.get(places.BY_DAY, week, places.IN_TIME).state != NOT_SUPPLIED


def say_recording(shown: Shown) -> Prose | None:
    """Say how the two records of missing episodes differ, or that the police's was not supplied."""
    if require_shown(shown).get(places.RECORDED, places.BOTH).state == NOT_SUPPLIED:
        return Prose(NO_RECORD)
    return interviews.recording_said(shown)


def say_provenance(returned: ReturnSummary) -> Callout | None:
    """Say whether rows are invented, and how many of them follow published numbers."""
    invented = say_how_many(ILLUSTRATIVE, "episodes", returned)
    if not invented:
        return None
    kept = ""
    if CALIBRATED in returned.sources:
        calibrated = returned.sources[CALIBRATED]
        of_them = "some" if calibrated is None else f"{calibrated:,}"
        kept = f"; {of_them} of them keep to {PUBLISHED}"
    return Callout("Illustrative figures.", f"{agreeing(invented, 'are', 'is')} invented{kept}.")

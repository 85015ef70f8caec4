"""What national files cover, and whose they are, by their own account.

Agencies often send the file of the wrong year, and officers who serve two councils have the files
of both in one folder. A figure of a period that the files do not cover is not supplied, never zero.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pscb_lib.board.indicators import Role
from pscb_lib.board.settings import Settings
from pscb_lib.framework.periods import ReportingPeriod, add_months
from pscb_lib.reading.findings import InputError
from pscb_lib.returns.national.source import National

ANNEX_A = "annex-a"
WHO = "Child"  # the table of who the children are: no record of what happened
CONFERENCES = (Role.CONFERENCES_IN_TIME, Role.CONFERENCES_TO_PLAN)


def refuse_other_owner(national: National, settings: Settings) -> None:
    """Raise InputError if a file says that it is another authority's."""
    for file, code in national.owners.items():
        if settings.authority and code and code != settings.authority:
            raise InputError.at(file, "the file is another authority's: this one's code is "
                                f"{settings.authority} (authority in settings.yaml)",
                                "name this authority's file", column="LEA", value=code)


def say_owner(national: National, settings: Settings) -> Iterator[str]:
    """Yield why it was not checked that the files are this authority's, if it was not."""
    if not settings.authority:
        yield ("Whose the files are was not checked: settings.yaml has no authority; add the "
               "authority's three-digit code, such as authority: \"874\"")
    elif not all(national.owners.values()) or not national.owners:
        yield f"Whose the files are was not checked: {national.title} does not say it here."


def refuse_uncovered(national: National, periods: Sequence[ReportingPeriod]) -> None:
    """Raise InputError if the files cover none of *periods*."""
    if national.covers and not any(is_covered(national, one) for one in periods):
        first, last = national.covers
        covered = (f"the files cover {first:%d/%m/%Y} to {last:%d/%m/%Y}" if first <= last else
                   f"the files begin on {first:%d/%m/%Y}, after the day on which they were made")
        raise InputError.at("--period", f"{covered}: no whole quarter of it",
                            "name the files of that period, or correct --period or --as-of",
                            value=f"{periods[0].label} to {periods[-1].label}"
                            if len(periods) > 1 else periods[0].label)


def say_covered(national: National) -> str:
    """Say which days the files cover."""
    if not national.covers:
        return "The files do not tell which days they cover."
    first, last = national.covers
    return f"The files cover {first:%d/%m/%Y} to {last:%d/%m/%Y}."


def is_covered(national: National, period: ReportingPeriod) -> bool:
    """Whether the files cover *period*.

    The first day of Annex A's lists is only that of their first contact, so a period that they
    begin in may be covered.
    """
    if not national.covers:
        return True
    first, last = national.covers
    begins = first <= period.end if national.kind == ANNEX_A else first <= period.start
    return begins and period.end <= last


def shortfall(role: Role, national: National, period: ReportingPeriod) -> str:
    """Return what the files lack for a line in *period*; empty if they lack nothing.

    Re-referrals need the 12 months before the period, placements the year to its end. Annex A
    gives the number of both, but a conference only with its enquiry, which may have started weeks
    before.
    """
    if not national.covers:
        return ""
    first, last = national.covers
    if not first <= period.start <= period.end <= last:
        return (f"the files cover {first:%d/%m/%Y} to {last:%d/%m/%Y}, not the whole of "
                f"{period.title}")
    if national.last_day and national.last_day < period.start:
        return (f"nothing in the files is later than {national.last_day:%d/%m/%Y}: see that they "
                "were made after the period")
    weeks_before = add_months(period.first, -1)
    looks_back = (dict.fromkeys(CONFERENCES, weeks_before) if national.kind == ANNEX_A
                  else {Role.RE_REFERRALS: period.back(12).start,
                        Role.MANY_PLACEMENTS: period.rolling_year.start})
    start = looks_back.get(role, first)
    if start >= first:
        return ""
    return (f"looks back to {start:%d/%m/%Y} and the files begin on {first:%d/%m/%Y}, so too few "
            "are found; files of the year before, where there are any, mend that")


def refuse_unread(national: National) -> None:
    """Raise InputError if a file has no record: its figures would be zero.

    A file of SSDA903 may have no row.
    """
    counted = [one for name, sources in national.sources.items() if name != WHO for one in sources]
    for file in dict.fromkeys(one.file for one in counted if national.kind != "ssda903"):
        if not any(one.read for one in counted if one.file == file):
            raise InputError.at(file, "has no record of a child, and every figure would be zero",
                                "see that its parts are named as in the specification, in the same "
                                "capitals, or export it again from the case system")

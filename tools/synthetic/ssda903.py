"""The SSDA903 return of the year: header, episodes and missing, as rows of text.

It has the children looked after at any time in the year, with their episodes in it; days are
written dd/mm/yyyy and no pupil number is invented.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tools.synthetic.lives import Life
from tools.synthetic.looked_after import Episode
from tools.synthetic.span import Span

HEADER, EPISODES, MISSING = "ssda903_header.csv", "ssda903_episodes.csv", "ssda903_missing.csv"
COLUMNS = {
    HEADER: ("CHILD", "SEX", "DOB", "ETHNIC", "UPN", "MOTHER", "MC_DOB"),
    EPISODES: ("CHILD", "DECOM", "RNE", "LS", "CIN", "PLACE", "PLACE_PROVIDER", "DEC", "REC",
               "REASON_PLACE_CHANGE", "HOME_POST", "PL_POST", "URN"),
    MISSING: ("CHILD", "DOB", "MISSING", "MIS_START", "MIS_END"),
}
NOT_OF_SCHOOL_AGE, NOT_KNOWN = "UN1", "UN5"
SCHOOL_DAYS = 1600


def ssda903_rows(life: Life, span: Span) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Return the rows of one child, each with its file."""
    start = span.year.start
    episodes = [one for one in life.episodes if one.ended_on is None or one.ended_on >= start]
    if not episodes:
        return
    child = life.child
    is_young = (span.ends - child.born_on).days < SCHOOL_DAYS
    yield HEADER, (child.id, child.sex, written(child.born_on), child.ethnicity,
                   NOT_OF_SCHOOL_AGE if is_young else NOT_KNOWN, "", "")
    for episode in episodes:
        yield EPISODES, _episode(life, episode)
    for away in life.away:
        back = away.returned_at and away.returned_at.date()
        if away.whose == "own_cla" and (back is None or back >= start):
            yield MISSING, (child.id, written(child.born_on), away.status,
                            written(away.left_at.date()), written(back))


def written(day: date | None) -> str:
    """Return a day as dd/mm/yyyy, or blank."""
    return f"{day:%d/%m/%Y}" if day else ""


def _episode(life: Life, episode: Episode) -> tuple[str, ...]:
    return (life.child.id, written(episode.started_on), episode.began_by, episode.legal_status,
            episode.need, episode.place, episode.provider, written(episode.ended_on),
            episode.ended_by, episode.changed_because, life.household.postcode,
            episode.place_postcode, episode.urn)

"""The sample of attendance: which agencies were invited to each conference, came and reported.

Probation is invited as often as its figures in the sample's data set say, and came as often. For
the quarter of which the data set says nothing, because invitations were split between two
providers, 19 invitations and nine attendances are invented.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from random import Random

from tools.samples.conference_rows import Row
from tools.samples.data_set_figures import make_figures
from tools.samples.dealing import chance

# Invited to an initial conference and a review; came; sent a report, in time: per cent.
AGENCIES = {
    "Children's social care": (100, 100, 100, 97, 84),
    "Cambridgeshire Constabulary": (96, 34, 83, 88, 76),
    "Peterborough schools": (64, 62, 88, 82, 70),
    "Cambridgeshire and Peterborough NHS Foundation Trust": (92, 84, 81, 78, 73),
    "Peterborough and Stamford Hospitals NHS Foundation Trust": (20, 6, 58, 60, 62),
    "Early help service": (30, 26, 78, 70, 72),
    "Domestic abuse service": (24, 12, 66, 52, 64),
    "Drug and alcohol service": (18, 14, 57, 50, 61),
    "Peterborough City Council Housing": (16, 10, 48, 38, 55),
    "Peterborough Youth Offending Service": (6, 6, 84, 80, 74),
    "Director of HMP Peterborough": (2, 2, 40, 50, 50),
}
TRUST, NATIONAL, COMPANY = ("Cambridgeshire and Peterborough Probation Trust",
                            "National Probation Service", "BeNCH Community Rehabilitation Company")
HANDED_OVER = date(2014, 6, 1)
UNMATCHED = {"2014-15 Q3": (9, 19)}


def attendance_of(rng: Random, quarter: str, conferences: Mapping[str, Row]) -> Iterator[Row]:
    """Yield a row for each agency invited to each of the conferences, by their ids."""
    probation = _probation(rng, quarter, sorted(conferences))
    for id, conference in sorted(conferences.items()):
        is_review = conference["kind"] == "review"
        for agency, (initial, review, *likely) in AGENCIES.items():
            if chance(review if is_review else initial, rng):
                yield _row(rng, id, agency, chance(likely[0], rng), likely)
        if id in probation:
            day = date.fromisoformat(conference["on"])
            name = TRUST if day < HANDED_OVER else (NATIONAL, COMPANY)[len(id + conference[
                "family_id"]) % 2 if quarter not in UNMATCHED else sum(map(ord, id)) % 2]
            yield _row(rng, id, name, probation[id], (0, 70, 66))


def _probation(rng: Random, quarter: str, ids: Sequence[str]) -> dict[str, bool]:
    typed = make_figures()["PR1"]
    came, invited = UNMATCHED.get(quarter, (typed.numerators[quarter], typed.events[quarter]))
    chosen = [*ids]
    rng.shuffle(chosen)
    return {id: place < came for place, id in enumerate(chosen[:invited])}


def _row(rng: Random, id: str, agency: str, came: bool, likely: Sequence[int]) -> Row:
    report = "yes" if chance(likely[1], rng) else "verbal" if came and chance(30, rng) else "no"
    return {"conference_id": id, "agency": agency, "invited": "yes",
            "attended": "yes" if came else "apologies" if chance(60, rng) else "no",
            "deputy": ("yes" if chance(14, rng) else "no") if came else "", "report": report,
            "report_in_time": ("yes" if chance(likely[2], rng) else "no")
            if report == "yes" else "", "source": "illustrative"}

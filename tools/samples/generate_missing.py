"""Write the sample returns of missing children: all invented, calibrated where figures exist.

In 2014-15 the Department for Education published for Peterborough's own looked-after children 74
missing incidents by 28 children, 15 of them more than once, and 94 incidents away without
authorisation by 31, 17 of them more than once (Children looked after in England, OGL). The sample
keeps only these margins; every other count is invented.
"""

from __future__ import annotations

import csv
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.spellings import parse_period
from pscb_lib.reports.missing_children.returned import FOLDER
from pscb_lib.reports.missing_children.returned.record import make_fields
from tools.samples.missing_answers import answer
from tools.samples.missing_children import YEARS, make_children
from tools.samples.missing_events import add_interviews, make_episode, share_interviews
from tools.samples.missing_mess import spoil

SEED = 222
SEED_OF_ANSWERS = 692
KNOWN_ON = date(2015, 1, 31)
COLUMNS = [field.name for field in make_fields(KNOWN_ON)]
MARGINS = "illustrative: calibrated to published margins"


def generate(folder: Path) -> None:
    """Write the four half-years to *folder*, the same bytes every time."""
    rng, answers = Random(SEED), Random(SEED_OF_ANSWERS)
    episodes = [episode for child in make_children(rng)
                for episode in _episodes(rng, answers, child)]
    folder.mkdir(parents=True, exist_ok=True)
    for half in [half for year in YEARS for half in parse_period(year).split(6)]:
        name = half.label.lower().replace(" ", "-")
        own = [episode for episode in episodes if half.contains(episode["left_at"].date())]
        _write(folder / f"{name}.csv", spoil(name, _numbered(half, own)))


def _episodes(rng: Random, answers: Random, child: dict) -> list[dict]:
    days = []
    for year, statuses in sorted(child["incidents"].items()):
        chosen = _days(rng, parse_period(year), len(statuses))
        rng.shuffle(statuses)
        days += zip(chosen, statuses, strict=True)
    following = [datetime.combine(day, datetime.min.time()) for day, _ in days[1:]]
    episodes = [make_episode(rng, child, day, status, until)
                for (day, status), until in zip(days, [*following, datetime.max], strict=False)]
    for episode in episodes:
        episode["is_last"] = episode is episodes[-1]
        episode["source"] = MARGINS if _is_calibrated(episode) else "illustrative"
    add_interviews(rng, episodes)
    answer(answers, episodes)
    share_interviews(episodes)
    return episodes


def _is_calibrated(episode: dict) -> bool:
    return episode["from"] == "own_cla" and parse_period("2014-15").contains(
        episode["left_at"].date())


def _days(rng: Random, year: ReportingPeriod, number: int) -> list[date]:
    days = [year.start + timedelta(days=offset) for offset in range(2, 363)]
    rng.shuffle(days)
    chosen: list[date] = []
    for day in days:
        likely = day.weekday() in (4, 5) or rng.random() < 0.6
        if likely and all(abs((day - other).days) > 1 for other in chosen):
            chosen.append(day)
        if len(chosen) == number:
            return sorted(chosen)
    raise ValueError(f"no room for {number} episodes in a year")


def _numbered(half: ReportingPeriod, episodes: list[dict]) -> list[dict]:
    ordered = sorted(episodes, key=lambda episode: (episode["left_at"], episode["child_id"]))
    mark = half.label.replace("20", "", 1).replace(" ", "")
    for number, episode in enumerate(ordered, 1):
        episode["episode_id"] = f"{mark}-{number:03}"
    return ordered


def _write(path: Path, rows: list[dict]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    generate(Path(__file__).parents[2] / "pscb_lib" / "samples" / FOLDER)

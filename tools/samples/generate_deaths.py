"""Make the sample return of the Child Death Overview Panel: ``python -m`` this module.

Every row is invented, at this panel's scale, by the margins of :mod:`tools.samples.deaths_margins`
and with the wordings of :mod:`tools.samples.deaths_recommendations`;
:mod:`tools.samples.deaths_mess` then makes it look like a real return.
"""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path
from random import Random

from pscb_lib.reports.cdop_annual.returned.record import DOMAINS, make_fields
from pscb_lib.reports.cdop_annual.returned.rules import REPORTED_TO_CORONER
from tools.samples import deaths_margins as margins
from tools.samples.dealing import chance, pick, spread
from tools.samples.deaths_mess import Death, as_sent, spoil
from tools.samples.deaths_recommendations import word

SEED = 20140330
SEED_OF_WORDINGS = 20140331  # a second seed, so that a new wording changes no figure
SEED_OF_CONCERNS = 20140332
KNOWN_ON = date(2015, 1, 31)
PATH = Path(__file__).parents[2] / "pscb_lib" / "samples" / "deaths.csv"


def main() -> None:
    """Write the sample to ``pscb_lib/samples``, the same bytes each time."""
    write_deaths(PATH)


def write_deaths(path: Path) -> None:
    """Write the invented return to *path*."""
    with path.open("w", encoding="utf-8", newline="") as file:
        names = [field.name for field in make_fields(KNOWN_ON)]
        writer = csv.DictWriter(file, names, lineterminator="\n")
        writer.writeheader()
        writer.writerows(generate_deaths(*map(Random, (SEED, SEED_OF_WORDINGS,
                                                       SEED_OF_CONCERNS))))


def generate_deaths(random: Random, wordings: Random, concerns: Random) -> list[dict[str, str]]:
    """Make all rows, in the order in which the deaths were notified."""
    deaths = [_review(_death(start, area, category, random), random)
              for start, area, category in _quotas(random)]
    carried = [death for death in deaths if _belongs(death)]
    carried.sort(key=lambda death: (death["notified_on"], death["date_of_birth"]))
    for number, death in enumerate(carried, 1):
        death["death_id"] = f"CDOP-{number:04}"
    worded = [_concern(word(death, wordings), concerns) for death in carried]
    return [as_sent(death, number) for number, death in enumerate(spoil(worded))]


def _quotas(random: Random) -> list[tuple[int, str, int]]:
    places = [(start, area) for start, areas in margins.DEATHS.items()
              for area, number in areas.items() for _ in range(number)]
    categories = spread(margins.CATEGORIES, len(places), random)
    return [(start, area, category)
            for (start, area), category in zip(places, categories, strict=True)]


def _death(start: int, area: str, category: int, random: Random) -> Death:
    first = date(start, 4, 1)
    length = 306 if start == KNOWN_ON.year - 1 else 365
    died = first + timedelta(days=random.randrange(length))
    band = pick(dict(enumerate(margins.AGES[category])), random)
    youngest, oldest = margins.DAYS[band]
    along = random.random() * (random.random() * random.random() if band == 0 else 1)
    days = int(youngest + (oldest - youngest) * along)
    unexpected = chance(margins.UNEXPECTED[category], random)
    place = pick(margins.PLACES.get(category, margins.ANYWHERE), random)
    return {
        "kind": "death", "lscb_of_residence": area, "category": category,
        "date_of_birth": died - timedelta(days=days), "date_of_death": died,
        "notified_on": died + timedelta(days=pick({1: 60, 3: 25, 9: 12, 34: 3}, random)),
        "sex": "male" if chance(56, random) else "female",
        "ethnicity": pick(margins.ETHNICITY, random),
        "place_of_event": "home" if unexpected and chance(50, random) else place,
        "place_of_death": place if chance(98, random) else "",
        "expected": pick({"no" if unexpected else "yes": 96, "unknown": 3, "": 1}, random),
        "source": "illustrative",
    }


def _review(death: Death, random: Random) -> Death:
    category, died = death["category"], death["date_of_death"]
    unexpected = death["expected"] == "no"
    waiting = pick(margins.WAITS.get(category, {"": 1}), random)
    wait = 150 + random.randrange(330) if waiting else 0
    completed = died + timedelta(days=75 + int(360 * random.random() * random.random()) + wait)
    asked = category == 1 or (unexpected and chance(5, random))
    inquest = died + timedelta(days=120 + wait) if waiting == "inquest" else None
    death |= {
        "rapid_response": pick({"yes": 89, "no": 6, "not applicable": 3, "": 2}, random)
        if unexpected else "not applicable",
        "coroner": "yes" if chance(12, random) or unexpected or waiting
        or str(category) in REPORTED_TO_CORONER else "no",
        "inquest_concluded_on": inquest if inquest and inquest <= KNOWN_ON else None,
        "cp_status": pick({"never": 90, "previously": 6, "at death": 2, "": 2}, random),
        "statutory_order": "yes" if chance(2, random) else "no",
        "looked_after": "yes" if chance(2, random) else "no",
        "referred_for_case_review": "yes" if asked else "no",
        "scr": "yes" if asked and chance(60 if category == 1 else 15, random) else "no",
        "waiting_for": waiting,
        "panel_completed_on": completed if completed <= KNOWN_ON else None,
    }
    return death | (_analysis(death, random) if completed <= KNOWN_ON else {"category": ""})


def _analysis(death: Death, random: Random) -> Death:
    category = death["category"]
    found = chance(margins.MODIFIABLE[category], random)
    modifiable = pick({"yes" if found else "no": 92, "insufficient": 5, "": 3}, random)
    scores = {name: pick({"0": 10, "1": 55, "1*": 12, "2": 18, "3": 5}, random) for name in DOMAINS}
    made = pick({0: 35, 1: 45, 2: 20} if modifiable == "yes" else {0: 94, 1: 6}, random)
    done = sum(chance(76, random) for _ in range(made))
    evidenced = sum(chance(45, random) for _ in range(done))
    return {"modifiable": modifiable, **scores, "recommendations": made,
            "recommendations_done": done, "recommendations_evidenced": evidenced,
            "learning_theme": margins.THEMES.get(category, margins.OTHER_THEME) if made else ""}


def _concern(death: Death, random: Random) -> Death:
    """Add what the panel recorded under regulation 6, in some reviews with modifiable factors."""
    matter, wider = margins.CONCERNS.get(death["category"], ("", ""))
    drawn = chance(60, random), chance(45, random), chance(40, random)
    if death.get("modifiable") != "yes":
        return death
    is_wider = wider and drawn[1]
    return death | {"matter_of_concern": matter if drawn[0] else "",
                    "wider_concern": wider if is_wider else "",
                    "wider_concern_from": is_wider and ("a pattern of deaths" if drawn[2]
                                                        else "a particular death") or ""}


def _belongs(death: Death) -> bool:
    """Return whether a death is kept: before April 2009 only if its review was still open."""
    start = date(2009, 4, 1)
    return (death["panel_completed_on"] or start) >= start and death["notified_on"] <= KNOWN_ON


if __name__ == "__main__":
    main()

"""Make the sample returns of equality and involvement: ``python -m`` this module.

Every row is invented. No chance is in it: the counts are typed, so that each step is part of the
children referred and every characteristic counts the same children.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "pscb_lib" / "samples"
ILLUSTRATIVE, AGENCY, YEAR = "illustrative", "Children's social care", "2014-15"
STEPS = "referred", "section 47 enquiry", "looked after"
COUNTS = {  # children at the three steps
    "ethnic group": {
        "White British": (1374, 318, 98), "White other": (312, 92, 14), "Mixed": (164, 44, 13),
        "Asian": (246, 71, 7), "Black": (62, 17, 6), "Other": (24, 7, 1),
        "Not recorded": (128, 9, 2)},
    "sex": {"Boys": (1192, 283, 79), "Girls": (1098, 275, 62), "Not recorded": (20, 0, 0)},
    "disability": {"Not disabled": (1630, 468, 118), "Disabled": (148, 22, 12),
                   "Not recorded": (532, 68, 11)},
}
ACTIVITIES = (  # held, agency, who, asked, how, said, changed, told, paper
    ("2014-05-20", AGENCY, "children", "14", "the children in care council",
     "We do not know who to ring at night", "A card with one number goes to each child",
     "2014-07-15", ""),
    ("2014-06-18", "Education", "children", "212", "a survey in three schools",
     "Bullying online is worse than at school", "Each school has a named adult to tell",
     "2014-10-06", "themed_reviews"),
    ("2014-09-24", AGENCY, "children", "19", "interviews after going missing",
     "Nobody asked me why I went", "The form begins with that question", "",
     "missing_children"),
    ("2014-10-08", "CPFT", "children", "11", "a group of young people",
     "The wait was too long to say how bad it was", "", "", ""),
    ("2014-11-19", AGENCY, "parents", "26", "talks after conferences",
     "We saw the report on the day", "Reports go out two days before", "2015-01-21",
     "child_protection_conferencing"),
    ("2015-01-28", "Police", "children", "8", "talks in custody", "", "", "", ""),
    ("2015-02-25", "Education", "staff", "64", "a survey of designated leads",
     "Referrals are not answered", "Each referral has a reply in two days", "2015-03-24",
     "early_help"),
)


def count_rows() -> Iterator[dict[str, str]]:
    """Yield a row for each step, characteristic and group."""
    for at, step in enumerate(STEPS):
        for characteristic, groups in COUNTS.items():
            for group, numbers in groups.items():
                yield {"agency": AGENCY, "period": YEAR, "step": step,
                       "characteristic": characteristic, "group": group, "n": str(numbers[at]),
                       "source": ILLUSTRATIVE}


def activity_rows() -> Iterator[dict[str, str]]:
    """Yield a row for each activity."""
    names = ("held_on", "agency", "who", "asked_n", "how", "said", "changed", "told_on", "paper")
    for one in ACTIVITIES:
        yield {**dict(zip(names, one, strict=True)), "source": ILLUSTRATIVE}


def _write(path: Path, rows: Iterable[dict[str, str]]) -> None:
    found = [*rows]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [*found[0]], lineterminator="\n")
        writer.writeheader()
        writer.writerows(found)


def main(folder: Path = FOLDER) -> None:
    """Write the two returns to *folder*."""
    _write(folder / "equality_counts.csv", count_rows())
    _write(folder / "involvement.csv", activity_rows())


if __name__ == "__main__":
    main()

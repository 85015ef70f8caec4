"""Hand-made rows of the missing children return: a valid row, and changes to it."""

from __future__ import annotations

import csv
from pathlib import Path

SOUND = {
    "episode_id": "E1", "child_id": "00123", "dob": "02/05/2000", "sex": "Girl",
    "ethnicity": "WBRI", "from": "home", "placing_la": "", "placement_type": "Home",
    "status": "M", "recorded_by": "both", "left_at": "12/05/2014 18:00",
    "returned_at": "13/05/2014 07:00", "missing_confirmed_on": "", "swc_at": "",
    "rhi_needed": "yes", "rhi_offered": "yes", "rhi_accepted": "yes",
    "rhi_completed_at": "15/05/2014 10:00", "rhi_independent": "yes", "covers_episode_ids": "",
    "rhi_reason": "To be with family", "rhi_change": "Nothing recorded", "cse_risk": "low",
    "strategy_mtg_at": "", "source": "illustrative",
}
NO_INTERVIEW = {"rhi_offered": "no", "rhi_accepted": "no", "rhi_completed_at": "",
                "rhi_independent": "", "rhi_reason": "", "rhi_change": ""}
PLACED_HERE = {**NO_INTERVIEW, "from": "other_la_cla", "placing_la": "Authority A",
               "placement_type": "Foster care", "rhi_needed": "no"}


def write_rows(path: Path, *differences: dict[str, str]) -> Path:
    """Write one row for each of *differences* from the valid row; ids are E1, E2 and so on."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(SOUND), lineterminator="\n")
        writer.writeheader()
        for number, different in enumerate(differences, 1):
            writer.writerow({**SOUND, "episode_id": f"E{number}", **different})
    return path

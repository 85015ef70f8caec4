"""Make rows of the missing children return from the missing table of SSDA903.

Times of day, return interviews, the police's record and the risk of exploitation are not in
that table and stay blank. A blank means "not supplied", never "no".
"""

from __future__ import annotations

from collections.abc import Iterator

from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.returns.national.codes import PLACEMENT_OF
from pscb_lib.returns.national.episodes_across import placed_on
from pscb_lib.returns.national.measures.behind import by_child
from pscb_lib.returns.national.measures.referrals import Records

BLANK = (
    "recorded_by", "missing_confirmed_on", "swc_at", "rhi_needed", "rhi_offered",
    "rhi_accepted", "rhi_completed_at", "rhi_independent", "covers_episode_ids", "rhi_reason",
    "rhi_change", "cse_risk", "strategy_mtg_at",
)
HEADINGS = ("episode_id", "child_id", "dob", "sex", "ethnicity", "from", "placing_la",
            "placement_type", "status", "left_at", "returned_at", *BLANK, "source")


def missing_rows(records: Records, half: ReportingPeriod, source: str) -> Iterator[tuple]:
    """Yield the incidents that began in *half*, by day, with the placement the child was in."""
    children = {one["child_id"]: one for one in records["children"]}
    episodes = by_child(records["episodes"], "began_on")
    began = sorted((one for one in records["incidents"] if half.contains(one["began_on"])),
                   key=lambda one: (one["began_on"], one["child_id"]))
    for number, one in enumerate(began, 1):
        child = children[one["child_id"]]
        placed = placed_on(episodes.get(one["child_id"], []), one["began_on"])
        yield (f"903-{half.label.replace(' ', '')}-{number:03}", one["child_id"], one["dob"],
               child["sex"], child["ethnicity"], "own_cla", None,
               PLACEMENT_OF[placed["placement"]] if placed else "Other", one["status"],
               one["began_on"], one["ended_on"], *(None for _ in BLANK), source)

"""How offers of an interview were answered in the missing children's sample.

About nine in ten returns were offered one, two in three children accepted, and nine in ten of
those were seen: in the national statistics of the time nearly half of the children had none. The
answers have a generator of their own, so that a change of these shares moves no day.
"""

from __future__ import annotations

from random import Random

OFFERED, ACCEPTED, HELD = 0.91, 0.67, 0.92
OF_AN_INTERVIEW = ("rhi_completed_at", "rhi_independent", "rhi_reason", "rhi_change")


def answer(rng: Random, episodes: list[dict]) -> None:
    """Take away the offers not made, the answers that were no, and interviews not held."""
    for episode in episodes:
        offered, accepted, held = (rng.random() < share for share in (OFFERED, ACCEPTED, HELD))
        episode["rhi_offered"] &= offered
        episode["rhi_accepted"] &= episode["rhi_offered"] and accepted
        if not (episode["rhi_accepted"] and held):
            for name in OF_AN_INTERVIEW:
                episode.pop(name, None)

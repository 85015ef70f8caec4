"""The rules as the Board has set them, in sentences: thresholds, lower is better, masking."""

from __future__ import annotations

from pscb_lib.framework.english import spell
from pscb_lib.framework.rag import LowerMethod, Thresholds
from pscb_lib.page.blocks import Lead, Prose
from pscb_lib.page.words.ratings import percent, say_thresholds

LOWER = {
    LowerMethod.RATIO: "Where lower is better, the share is the target divided by the actual.",
    LowerMethod.LINEAR: "Where lower is better, the share is 2 less actual divided by target.",
}


def answer(thresholds: Thresholds) -> Lead:
    """Say what green means, what colour and triangle tell, and what stands beside because of it."""
    return Lead(f"**Green means that at least {percent(thresholds.green)} of the target was "
                "reached, not that the target was met.** The colour tells how near the target is, "
                "the triangle that the figure really moved. Beside a percentage that should be "
                "high, the data set says how many cases, if any, were late or missed.")


def say_ratings(thresholds: Thresholds) -> Prose:
    """Say the rule of the ratings, and that a figure is rated unrounded."""
    return Prose(f"{say_thresholds(thresholds)} A figure is rated before it is rounded: where "
                 "rounding would lift it to a threshold, it is printed with two decimals. "
                 f"{LOWER[thresholds.lower]} A target of zero is either met or not. Where the "
                 "law asks for every case, Green is not yet lawful: the paper says so.")


def say_masking(masked: range) -> Prose:
    """Say which counts are hidden, and what is hidden with them."""
    return Prose(f"Counts of children from {masked[0]} to {masked[-1]} are not shown outside the "
                 "Q&E group's set, nor is any other number that would give one away: taken from a "
                 "total, a percentage, another paper or an earlier one. So a hidden number may be "
                 f"larger than {spell(masked[-1])}: it may be hidden to protect another. Agencies' "
                 "work, done or late, is shown to the Board in full; the public set hides small "
                 "numbers of both.")

"""Who set the targets and timescales of indicators: law, guidance, or locally."""

from __future__ import annotations

from collections.abc import Sequence

from pscb_lib.board.indicators import Indicator, SetBy, Source
from pscb_lib.framework.english import listed, spell
from pscb_lib.page.words.shown import joined

# As the papers assess (page/assessment.py): by the register of the paper's own year alone.
ONE_TARGET = ("Ratings and what to expect take this year's target for all quarters, earlier ones "
              "too.")
SET = {SetBy.LAW: "in law", SetBy.GUIDANCE: "in guidance", SetBy.LOCAL: "locally"}


def say_set_by(source: Source | None) -> str | None:
    """The word that is printed beside a target; None if there is no target."""
    return source.set_by.value if source else None


def say_sources(register: Sequence[Indicator]) -> str | None:
    """How many targets are set in law, in guidance and locally, and how many times allowed are.

    None if no indicator has a target.
    """
    with_target = [one for one in register if one.target_source]
    targets = [one.target_source for one in with_target if one.target_source]
    if not targets:
        return None
    return joined(_say_targets(targets), _say_illustrative(targets),
                  _say_times([one.timescale_source for one in with_target
                              if one.timescale_source]))


def _say_targets(targets: Sequence[Source]) -> str:
    numbers = _numbers(targets)
    if len(numbers) == 1:
        whole = {1: "The target is", 2: "Both targets are"}.get(
            len(targets), f"All {spell(len(targets))} targets are")
        return f"{whole} set {SET[targets[0].set_by]}."
    first, *rest = (f"{spell(number)}{{}} {SET[set_by]}" for set_by, number in numbers.items())
    verb = " is set" if next(iter(numbers.values())) == 1 else " are set"
    said = [first.format(verb), *(one.format("") for one in rest)]
    return f"Of {spell(len(targets))} targets, {listed(said)}."


def _say_illustrative(targets: Sequence[Source]) -> str | None:
    local = [one for one in targets if one.set_by is SetBy.LOCAL]
    made_up = sum(one.is_illustrative for one in local)
    if not made_up:
        return None
    if made_up == len(local) == 1:
        return "It is illustrative." if len(targets) == 1 else "The local one is illustrative."
    if made_up < len(local):
        verb = "is" if made_up == 1 else "are"
        return f"{made_up:,} of the {len(local):,} local ones {verb} illustrative."
    return "They are illustrative." if len(local) == len(targets) else (
        "The local ones are illustrative.")


def _say_times(times: Sequence[Source]) -> str | None:
    said = [f"{SET[set_by]} for {spell(number)}" for set_by, number in _numbers(times).items()
            if set_by is not SetBy.LOCAL]
    return f"The time allowed is set {listed(said)} of these." if said else None


def _numbers(sources: Sequence[Source]) -> dict[SetBy, int]:
    """The number set by each, of those that set any."""
    found = [one.set_by for one in sources]
    return {set_by: found.count(set_by) for set_by in SetBy if set_by in found}

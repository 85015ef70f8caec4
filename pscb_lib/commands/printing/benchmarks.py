"""What ``pscb benchmarks update`` prints: the figures added and those that a release restates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pscb_lib.board.comparators.register import Mark, Printed
from pscb_lib.board.comparators.restated import Restatement
from pscb_lib.board.comparators.update import Update

COUNTS = {True: "the counts changed", False: "the counts did not change",
          None: "no counts to compare"}


def say_update(update: Update) -> Iterator[str]:
    """Yield the rows added and held, the files without any, each restated figure, and their number.
    """
    yield f"{update.added:,} figures added to {update.held:,} held"
    for file, why in update.nothing.items():
        yield f"{file}: nothing is taken, because {why}"
    for one in update.restated:
        yield _say_restated(one)
    number = Counter(one.after.indicator for one in update.restated)
    same = Counter(one.after.indicator for one in update.restated if one.counts_changed is False)
    for indicator in sorted(number):
        yield (f"{indicator}: {number[indicator]:,} restated, {same[indicator]:,} of them with "
               "the same counts")


def _say_restated(one: Restatement) -> str:
    before, after = one.before, one.after
    return (f"{after.indicator}, {after.area}, {after.year.label}: {_say(before.value)} (released "
            f"{before.released_on}) is {_say(after.value)} (released {after.released_on}); "
            f"{COUNTS[one.counts_changed]}")


def _say(value: Printed) -> str:
    return value.value if isinstance(value, Mark) else f"{value:f}"

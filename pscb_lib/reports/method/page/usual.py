"""How the usual range of one picture is worked out, step by step."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from pscb_lib.disclosure.showing import rounded
from pscb_lib.framework.english import spell
from pscb_lib.framework.statistics.limits import SCREEN, WIDTH, usual_range
from pscb_lib.page import blocks
from pscb_lib.page.blocks import Table
from pscb_lib.reports.method.page.tables import Place, plain_table

NOTE = (f"{float(WIDTH)} and {float(SCREEN)} are the fixed numbers of this chart, the XmR chart "
        "(Wheeler, Understanding Variation; NHS, Making Data Count). Nearly every quarter is "
        "inside if nothing has changed.")


def tabulate_usual_range(per_hundred: Sequence[int], place: Place = None) -> Table | None:
    """Work the usual range of *per_hundred* out, a quarter each; None if it has none."""
    limits = usual_range(per_hundred)
    if limits is None:
        return None
    changes = [abs(after - before) for before, after in pairwise(per_hundred)]
    most = SCREEN * Fraction(sum(changes), len(changes))
    kept = [change for change in changes if change < most]
    used = kept if any(kept) else changes
    spread = limits.upper - limits.mean
    lines = [
        (f"Average of {len(per_hundred)} quarters", *_average(per_hundred)),
        ("Average change between quarters", *_average(changes)),
        (f"Changes of {rounded(most)} or more: left out",
         f"{float(SCREEN)} × {_average(changes)[1]}", spell(len(changes) - len(used), "none")),
        *([(f"Average of the other {len(used)}", *_average(used))] if used != changes else []),
        (f"Usual range: {rounded(limits.mean)} ± {rounded(spread)}",
         f"{float(WIDTH)} × {_average(used)[1]}",
         f"{rounded(limits.lower)} to {rounded(limits.upper)}"),
    ]
    rows = [[*map(blocks.cell, line)] for line in lines]
    return plain_table("usual_range", "The usual range of the second picture, worked out",
                       ["What", "Sum", "Result"], rows, place=place, note=NOTE)


def _average(values: Sequence[int]) -> tuple[str, str]:
    """The sum that makes an average, and the average."""
    return f"{sum(values):,} ÷ {len(values)}", rounded(Fraction(sum(values), len(values)))

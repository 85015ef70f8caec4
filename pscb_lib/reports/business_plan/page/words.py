"""How actions and their measures are written in tables."""

from __future__ import annotations

from collections.abc import Iterable

from pscb_lib.framework.english import listed
from pscb_lib.page.blocks import Cell, cell
from pscb_lib.reports.business_plan.known import Planned

NO_FIGURE = "not recorded"


def measure_cell(one: Planned) -> Cell:
    """The measure of an action: its figure at the start and now, and what is measured."""
    if one.measure is None:
        return cell("No measure")
    if one.baseline is None and one.now is None:
        return cell("Not measured", one.measure)
    return cell(f"{one.baseline or NO_FIGURE} → {one.now or NO_FIGURE}", one.measure)


def say_owners(planned: Iterable[Planned]) -> str:
    """The owners of several actions, each once."""
    return listed([*dict.fromkeys(one.action.owner for one in planned)])

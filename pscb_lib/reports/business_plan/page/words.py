"""How actions and their measures are written in tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pscb_lib.framework.audit_summary.checks import Found
from pscb_lib.framework.english import listed, small, spell
from pscb_lib.page.blocks import Cell, cell
from pscb_lib.page.tables.days import short_day
from pscb_lib.reports.business_plan.planned import Planned

NO_FIGURE = "not recorded"
FOUND = {Found.EMBEDDED: "in use", Found.PARTLY: "partly in use", Found.NOT: "not in use",
         Found.CANNOT_TELL: "cannot tell"}


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


def say_check(one: Planned) -> str | None:
    """When an action was last checked and what was found; None if nobody has looked."""
    check = one.check
    return f"check {short_day(check.checked_on)}: {FOUND[check.found]}" if check else None


def say_wanting(planned: Sequence[Planned]) -> str:
    """That checks found some of these not fully in practice, after a semicolon; or blank."""
    number = sum(one.is_found_wanting for one in planned)
    if not number:
        return ""
    which = "it" if len(planned) == 1 else f"{spell(number)} of them"
    return f"; {'a check' if number == 1 else 'checks'} found {which} not fully in practice"


def quoted(planned: Iterable[Planned]) -> str:
    """What several actions are, in quotation marks."""
    return listed([f"“{small(one.text)}”" for one in planned])

"""What the Board's register asks of an indicator's role, and what a part says that it lacks."""

from __future__ import annotations

from collections.abc import Container

from pscb_lib.board.context import Context
from pscb_lib.board.indicators import Role, read_indicators
from pscb_lib.framework.english import listed


def say_unheld(held: Container[Role], *needed: Role) -> str:
    """Say which of the roles *needed* no indicator has; empty if all are *held*.

    *held* are the roles of the register of the paper's year (``by_role``).
    """
    lacking = [f"'{role}'" for role in needed if role not in held]
    if not lacking:
        return ""
    one = len(lacking) == 1
    return (f"No indicator in the Board's register has the {'role' if one else 'roles'} "
            f"{listed(lacking)}; this part needs {'it' if one else 'them'}.")


def read_role(context: Context, role: Role) -> tuple[str, str]:
    """The register's last question on a role, and who leads on it; empty if it has none."""
    every = read_indicators(context.params / "indicators.csv")
    last = [(one.question, one.lead) for one in every if one.role is role]
    return last[-1] if last else ("", "")

"""What a part of a paper says where it needs an indicator that the Board's register has not."""

from __future__ import annotations

from collections.abc import Container

from pscb_lib.board.indicators import Role
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

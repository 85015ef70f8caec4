"""The page of all boards: the state of each, a link to its own page, and what failed."""

from __future__ import annotations

from urllib.parse import quote

from pscb_lib.page.rendering.cycle import NOT_MADE
from pscb_lib.page.rendering.html import block_style, environment


def render_boards(as_of: str, boards: list[dict]) -> str:
    """Return the page; *boards* are the entries of ``summary.json``."""
    rows = [{**board, "link": quote(board["page"] or ""), "says": _says(board)}
            for board in boards]
    return environment().get_template("boards.html.j2").render(
        as_of=as_of, rows=rows, style=block_style(),
        failed=[row for row in rows if row["failure"] or _failed(row)])


def _says(board: dict) -> str:
    if board["failure"]:
        return "Could not run"
    failed = len(_failed(board))
    made = sum(1 for line in board["sets"] if line["state"] not in NOT_MADE)
    awaited = sum(1 for line in board["sets"] if line["state"] == "awaited")
    said = [f"{failed} of {made} failed"] * bool(failed) + [f"{awaited} awaited"] * bool(awaited)
    return ", ".join(said) or "As it should be"


def _failed(board: dict) -> list[dict]:
    return [line for line in board["sets"] if line["state"] == "failed"]

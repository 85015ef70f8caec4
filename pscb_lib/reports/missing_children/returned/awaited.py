"""What a missing episode may still lack: the child's return, the interview and its outcome.

An episode covered by another episode's interview lacks none.
"""

from __future__ import annotations

from pscb_lib.board.context import Context
from pscb_lib.reading.rows import Awaited, Record, Records, awaits, find_awaited
from pscb_lib.returns.waiting import Waiting

TEAMS = {"home": "Children missing from home", "own_cla": "Children missing from care"}
PLACED = "Children placed here by"


def make_awaited(context: Context, records: Records) -> tuple[Awaited, ...]:
    """Return what may be lacking, given the interviews that cover other episodes."""
    covered = {episode for ids in records.column("covers_episode_ids")
               for episode in (ids or "").split()}

    @awaits("returned_at", "the child's return", {"returned_at": "", "rhi_completed_at": ""})
    def has_not_returned(row: Record) -> bool:
        """Who has not come back is the first thing the Board asks."""
        return row["returned_at"] is None

    @awaits("rhi_completed_at", "the return interview, or that it was not accepted",
            {"rhi_completed_at": ""})
    def has_no_interview(row: Record) -> bool:
        """The guidance of January 2014: an interview is offered when a child has returned."""
        was_declined = row["rhi_offered"] and row["rhi_accepted"] is False
        is_held = row["rhi_completed_at"] or row["episode_id"] in covered
        return _is_owed(row) and not (was_declined or is_held)

    @awaits("rhi_reason", "what the return interview found", {"rhi_reason": ""})
    def has_no_outcome(row: Record) -> bool:
        """The guidance of January 2014: the interview is to find out why the child left."""
        return row["rhi_completed_at"] is not None and None in (row["rhi_reason"],
                                                                row["rhi_change"])

    return find_awaited(locals())


def _is_owed(row: Record) -> bool:
    is_ours = row["from"] != "other_la_cla"
    return is_ours and row["returned_at"] is not None and row["rhi_needed"] is not False


def _team(context: Context, row: Record) -> str:
    return TEAMS.get(row["from"]) or f"{PLACED} {row['placing_la']}"


WAITING = Waiting(("episode_id",), _team, make_awaited)

"""What the record of an allegation may still lack: its threshold, its end, and what followed."""

from __future__ import annotations

from pscb_lib.board.context import Context
from pscb_lib.framework.periods import months_after
from pscb_lib.reading.rows import Awaited, Record, Records, awaits, find_awaited
from pscb_lib.reports.allegations.returned.record import EMPLOYER, MET
from pscb_lib.reports.allegations.returned.rules import OPEN_ENDED
from pscb_lib.reports.allegations.returned.sequence import is_open
from pscb_lib.returns.waiting import Waiting


def make_awaited(context: Context, records: Records) -> tuple[Awaited, ...]:
    """Return what may be lacking on the day of the report."""
    as_of = context.as_of

    @awaits("known_to_employer_on", "the day on which the employer knew",
            {"known_to_employer_on": ""})
    def has_no_clock(row: Record) -> bool:
        """Working Together 2013, chapter 2: an employer reports within one working day."""
        is_asked = row["referred_by"] == EMPLOYER and row["kind"].startswith("referred")
        return is_asked and row["known_to_employer_on"] is None

    @awaits("limb", "which part of the threshold was met", {"limb": ""})
    def has_no_limb(row: Record) -> bool:
        """Working Together: a case is managed because a part of the threshold is met."""
        return row["kind"] == MET and row["limb"] is None

    @awaits("closed_on", "the day on which the case was closed, or that it is still open",
            OPEN_ENDED)
    def is_not_closed(row: Record) -> bool:
        """KCSIE 2014, part four: most cases are closed in one month."""
        return is_open(row) and months_after(row["received_on"], 1) < as_of

    @awaits("outcome", "the outcome", {"outcome": ""})
    def has_no_outcome(row: Record) -> bool:
        """KCSIE 2014, part four: a case is closed with one of its outcomes."""
        return row["closed_on"] is not None and row["outcome"] is None

    @awaits("learning", "what was learnt, or that nothing was", {"learning": ""})
    def has_no_learning(row: Record) -> bool:
        """KCSIE 2014, part four: at the end the employer and the officer see what is to improve."""
        return row["closed_on"] is not None and row["learning"] is None

    @awaits("dbs_referred_on", "the referral to the Disclosure and Barring Service",
            {"dbs_duty": "yes", "dbs_referred_on": ""})
    def is_not_referred_on(row: Record) -> bool:
        """Safeguarding Vulnerable Groups Act 2006, s 35: the employer has a duty to refer."""
        return row["dbs_duty"] is True and row["dbs_referred_on"] is None

    return find_awaited(locals())


WAITING = Waiting(("case_id",), lambda context, row: "LADO", make_awaited)

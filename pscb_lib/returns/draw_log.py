"""The log of a draw: what it was made from and by, and what became of each case."""

from __future__ import annotations

import hmac
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pscb_lib.framework.sampling import Case, Draw, draw, frame_text
from pscb_lib.reading.rows import Record
from pscb_lib.returns.registers.case_draws import DRAWN, REPLACED, RESERVE

SOURCE = "pscb draw"


@dataclass(frozen=True)
class Method:
    """What is agreed before a draw: for which audit, by whom, how, and who audits."""

    audit_id: str
    agreed_on: date
    agreed_by: str
    method: str
    auditors: str
    experts: str | None = None


def digest_of(cases: Iterable[Case], key: bytes) -> str:
    """Return the HMAC-SHA256 of the list: nobody without the project's key can try lists."""
    return hmac.new(key, frame_text(cases).encode(), "sha256").hexdigest()


def log_rows(drawn: Draw, method: Method, on: date, digest: str, source: str = SOURCE
             ) -> Iterator[dict[str, object]]:
    """Yield a row for each case: those drawn, the reserves in their order, and those replaced."""
    whole = {**vars(method), "drawn_on": on, "seed": drawn.seed,
             "frame_n": sum(drawn.frame.values()), "one_agency_n": drawn.one_agency,
             "frame_digest": digest, "source": source}
    fates = [*((DRAWN, case, None, None) for case in drawn.drawn),
             *((RESERVE, case, None, None) for case in drawn.reserves),
             *((REPLACED, one.case, one.reason.value, one.by.case_ref) for one in drawn.replaced)]
    for fate, case, because, by in fates:
        yield whole | {"case_ref": case.case_ref, "stratum": case.stratum,
                       "stratum_n": drawn.frame[case.stratum], "fate": fate, "because": because,
                       "replaced_by": by}


def is_repeated(log: Sequence[Record], cases: Sequence[Case]) -> bool | None:
    """Whether the list still draws the cases of the log; None without a list or a log."""
    if not log or not cases:
        return None
    standing = {row["case_ref"] for row in log if row["fate"] == DRAWN}
    instead = {row["case_ref"]: row["replaced_by"] for row in log if row["fate"] == REPLACED}
    first = (standing - {*instead.values()}) | {*instead}
    spread = Counter(row["stratum"] for row in log if row["case_ref"] in first)
    try:
        again = draw(cases, log[0]["seed"], len(first), spread)
    except ValueError:
        return False
    return {one.case_ref for one in again.drawn} == first

"""What a page says of each themed review, in words: facts, as far as each set may have them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from pscb_lib.board.agencies import read_agencies, short_names
from pscb_lib.board.cleared_texts import for_others
from pscb_lib.board.context import Context
from pscb_lib.disclosure.paper import RESTRICTED, Fact
from pscb_lib.framework.audit_summary.actions import Action, SideState
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reading.rows import Checked, Record, records_of
from pscb_lib.reports.themed_reviews.returned_evidence import CHILDREN, PARENTS
from pscb_lib.returns.actions.record import make_actions

ALL, CLEARED, SUPPLIED = "reviews", "reviews cleared", "supplied"


@dataclass(frozen=True)
class Source:
    """One kind of evidence of a review: whether it was used, what was counted, what it told."""

    kind: str
    is_used: bool
    counted: str
    told: str


@dataclass(frozen=True)
class Recommended:
    """What a review recommended, and one action that came of it; ``late_since`` in ISO form."""

    text: str
    action: str
    agency: str
    owner: str
    state: str
    late_since: str
    outcome: str


@dataclass(frozen=True)
class Review:
    """One themed review; days are in ISO form, and blank until the event has happened.

    ``recommended`` was accepted and is on the register of actions, ``rejected`` was not accepted.
    """

    label: str
    question: str
    method: str
    method_agreed_on: str
    lead: str
    due_on: str
    received_on: str
    answer: str
    policy: str
    promised_on: str
    changed_on: str
    equality: str
    sources: tuple[Source, ...]
    recommended: tuple[Recommended, ...]
    rejected: tuple[str, ...]

    def source(self, kind: str) -> Source | None:
        """Its evidence of one kind, if it was used."""
        return next((one for one in self.sources if one.kind == kind and one.is_used), None)

    @property
    def has_come(self) -> bool:
        """Whether it was received."""
        return bool(self.received_on)

    @property
    def agencies(self) -> list[str]:
        """The agencies that have an action of it, each once."""
        return [*dict.fromkeys(one.agency for one in self.recommended)]

    @property
    def lacks_children(self) -> bool:
        """Whether it says what evidence it uses, and children and young people are not in it."""
        return bool(self.sources) and self.source(CHILDREN) is None

    @property
    def lacks_parents(self) -> bool:
        """The same of parents and carers."""
        return bool(self.sources) and self.source(PARENTS) is None

    def is_policy_late(self, on: date) -> bool:
        """Whether the policy had not changed by the day promised, which is over."""
        promised = self.promised_on
        return bool(promised) and promised < on.isoformat() and (
            not self.changed_on or self.changed_on > promised)


@dataclass(frozen=True)
class Known:
    """The reviews of the year, and which of the two returns were supplied."""

    on: date
    reviews: tuple[Review, ...]
    are_reviews_supplied: bool
    is_evidence_supplied: bool

    @property
    def received(self) -> list[Review]:
        """Those that have come."""
        return [one for one in self.reviews if one.has_come]

    @property
    def awaited(self) -> list[Review]:
        """Those that have not."""
        return [one for one in self.reviews if not one.has_come]


def of_the_year(reviews: Checked, year: ReportingPeriod) -> list[Record]:
    """Return the reviews asked for by the year's end and not received before it, by their theme.

    Two of one theme are told apart by the day on which they were asked for.
    """
    rows = [row for row in records_of(reviews.frame) if row["asked_on"] <= year.end and (
        row["received_on"] is None or row["received_on"] >= year.start)]
    themes = [row["theme"] for row in rows]
    return [row | {"label": row["theme"] if themes.count(row["theme"]) == 1
                   else f"{row['theme']}, {row['review_id']}"} for row in rows]


def list_facts(context: Context, reviews: Checked, evidence: Checked, acted: Checked
               ) -> list[Fact]:
    """Return what the page says of the reviews: the Board has what states no number of children."""
    actions, on = make_actions(acted.records), context.as_of
    known = [one.known_on(on) for one in actions if one.agreed_on <= on]
    short = short_names(read_agencies(context.params / "agencies.csv"), on)
    told = [_review(row, evidence, recommended(row["review_id"], known, short, on),
                    rejected(row["review_id"], known))
            for row in of_the_year(reviews, context.period)]
    supplied = {"reviews": bool(reviews.sources), "evidence": bool(evidence.sources)}
    return [Fact(ALL, [asdict(one) for one in told], (RESTRICTED,)),
            Fact(CLEARED, [asdict(one) for one in for_others(context, told)],
                 (RESTRICTED, "board")),
            Fact(SUPPLIED, supplied, (RESTRICTED, "board"))]


def read_known(context: Context, facts: Mapping[str, Any]) -> Known:
    """Return the reviews as far as these readers may have them."""
    told: Sequence[Mapping[str, Any]] = facts[ALL] or facts[CLEARED]
    reviews = [Review(**{**one, "sources": tuple(Source(**each) for each in one["sources"]),
                         "recommended": tuple(Recommended(**each) for each in one["recommended"]),
                         "rejected": tuple(one["rejected"])})
               for one in told]
    supplied = facts[SUPPLIED]
    return Known(context.as_of, tuple(reviews), supplied["reviews"], supplied["evidence"])


def recommended(review: str, actions: Sequence[Action], short: Mapping[str, str], on: date
                ) -> tuple[Recommended, ...]:
    """What a review recommended, as the register of actions has it on the day *on*."""
    return tuple(Recommended(
        said.text, one.text, short.get(one.agency, one.agency), one.owner, one.status.value,
        _day(one.last_due_on) if one.is_overdue(on) else "", one.outcome or "")
        for one in actions if (said := one.recommendation) and said.source == review
        and not one.is_aside)


def rejected(review: str, actions: Sequence[Action]) -> tuple[str, ...]:
    """What a review recommended and the register says was not accepted, with who and why."""
    return tuple(f"{said.text} (not accepted by {one.not_accepted_by}: {one.not_accepted_because})"
                 for one in actions if (said := one.recommendation) and said.source == review
                 and one.side is SideState.NOT_ACCEPTED)


def _review(row: Record, evidence: Checked, said: tuple[Recommended, ...],
            not_accepted: tuple[str, ...]) -> Review:
    sources = [Source(one["kind"], one["used"], one["describes"] or "", one["found"] or "")
               for one in records_of(evidence.frame) if one["review_id"] == row["review_id"]]
    days = {name: _day(row[name]) for name in ("method_agreed_on", "due_on", "received_on")}
    return Review(
        row["label"], row["question"], row["method"] or "", lead=row["lead_role"],
        answer=row["answer"] or "", policy=row["policy"] or "",
        promised_on=_day(row["policy_promised_on"]), changed_on=_day(row["policy_changed_on"]),
        equality=row["equality"] or "", sources=tuple(sources), recommended=said,
        rejected=not_accepted, **days)


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""

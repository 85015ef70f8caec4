"""The learning of a year: its points, who was told of them, and what was asked of staff since."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from pscb_lib.board.agencies import read_agencies, short_names
from pscb_lib.board.cleared_texts import for_readers
from pscb_lib.board.context import Context
from pscb_lib.board.programme import lead_of
from pscb_lib.reading.rows import Checked, Record
from pscb_lib.reports.learning import returned, returned_checks, returned_elsewhere
from pscb_lib.reports.learning.returned import Origin

RETURNS = returned.RETURN, returned_checks.RETURN, returned_elsewhere.RETURN
MOST = Fraction(2, 3)  # of staff: where fewer are reached, or use it, the agency is asked why
TRAINING, REVIEWS = 6, 21  # items of Appendix 1 whose leads answer for learning and for reviews


@dataclass(frozen=True)
class Cascade:
    """One audience that a point is owed to; ``sent_on`` is None until it is told."""

    agency: str
    role_group: str
    staff: int
    sent_on: date | None
    reached: int | None


@dataclass(frozen=True)
class Check:
    """How many staff of an agency were asked about a point, knew it and had used it."""

    agency: str
    asked: int
    knew: int
    used: int


@dataclass(frozen=True)
class Point:
    """A learning point: what is to be learnt, by whom, and what became of it."""

    point_id: str
    point: str
    origin: Origin
    agreed_on: date
    cascades: tuple[Cascade, ...]
    checks: tuple[Check, ...]

    @property
    def agencies(self) -> tuple[str, ...]:
        """The agencies that the point is owed to."""
        return tuple(dict.fromkeys(one.agency for one in self.cascades))

    @property
    def silent(self) -> tuple[str, ...]:
        """The agencies that told none of their staff, as far as the Board knows."""
        telling = {one.agency for one in self.cascades if one.sent_on}
        return tuple(agency for agency in self.agencies if agency not in telling)

    @property
    def told(self) -> tuple[Cascade, ...]:
        """The audiences in agencies that told some of their staff: of the others nothing is known.
        """
        return tuple(one for one in self.cascades if one.agency not in self.silent)

    @property
    def days(self) -> int | None:
        """Days from the agreement until the first staff were told; None if none was."""
        first = min((one.sent_on for one in self.cascades if one.sent_on), default=None)
        return None if first is None else (first - self.agreed_on).days

    @property
    def asked(self) -> int:
        """How many staff were asked about the point."""
        return sum(one.asked for one in self.checks)

    @property
    def used(self) -> int:
        """How many of the staff asked had used it."""
        return sum(one.used for one in self.checks)

    @property
    def is_seldom_used(self) -> bool:
        """Whether fewer than two thirds of the staff asked had used it."""
        return self.used < MOST * self.asked

    @property
    def seldom_users(self) -> tuple[str, ...]:
        """The agencies of whose staff asked fewer than two thirds had used it."""
        return tuple(one.agency for one in self.checks if one.used < MOST * one.asked)


@dataclass(frozen=True)
class Elsewhere:
    """A review of another area that the group chose to consider."""

    area: str
    review: str
    published_on: date
    considered_on: date | None
    applies: bool | None
    why: str | None
    action_ids: str | None


@dataclass(frozen=True)
class Known:
    """What is known of the year's learning, whether it was supplied, and who answers for it."""

    points: tuple[Point, ...]
    reviews: tuple[Elsewhere, ...]
    is_supplied: bool
    are_reviews_supplied: bool
    names: Mapping[str, str]
    training_lead: str
    review_lead: str

    @property
    def silent(self) -> tuple[str, ...]:
        """The agencies that told none of their staff of at least one point."""
        return tuple(dict.fromkeys(agency for one in self.points for agency in one.silent))

    @property
    def seldom_used(self) -> tuple[Point, ...]:
        """The points that fewer than two thirds of the staff asked had used."""
        return tuple(one for one in self.points if one.is_seldom_used)

    @property
    def seldom_reached(self) -> dict[str, tuple[int, int]]:
        """The agencies that reached fewer than two thirds of the staff whom they told: of how many.
        """
        sent = [one for point in self.points for one in point.cascades if one.sent_on]
        reach = {agency: (sum(one.reached or 0 for one in sent if one.agency == agency),
                          sum(one.staff for one in sent if one.agency == agency))
                 for agency in dict.fromkeys(one.agency for one in sent)}
        return {agency: (number, of) for agency, (number, of) in reach.items()
                if number < MOST * of}

    def short(self, agency: str) -> str:
        """The shortest name in use of an agency: CPFT."""
        return self.names.get(agency, agency)


def read_known(context: Context) -> Known:
    """Read the returns of the paper. The Board may read them: they are agencies' own work."""
    return known_from(context, *(one.read_for(context) for one in RETURNS))


def known_from(context: Context, sent: Checked, checked: Checked, elsewhere: Checked) -> Known:
    """Return what is known of the points agreed, and the reviews published, in the period.

    A text that states a number of children is in the restricted set alone until it is cleared.
    """
    points = [one for one in _points(sent.records, checked.records)
              if context.period.contains(one.agreed_on)]
    reviews = [Elsewhere(**{name: row[name] for name in Elsewhere.__dataclass_fields__})
               for row in elsewhere.records if context.period.contains(row["published_on"])]
    return Known(
        for_readers(context, points), for_readers(context, reviews), bool(sent.sources),
        bool(elsewhere.sources),
        short_names(read_agencies(context.params / "agencies.csv"), context.as_of),
        lead_of(context, TRAINING), lead_of(context, REVIEWS))


def _points(sent: Iterable[Record], checks: Iterable[Record]) -> list[Point]:
    rows: dict[str, list[Record]] = {}
    for row in sent:
        rows.setdefault(row["point_id"], []).append(row)
    asked: dict[str, list[Check]] = {}
    for row in checks:
        asked.setdefault(row["point_id"], []).append(
            Check(row["agency"], row["asked_n"], row["knew_n"], row["used_n"]))
    texts = Counter(those[0]["point"] for those in rows.values())
    return [Point(point, _label(point, those[0]["point"], texts), those[0]["arises_from"],
                  those[0]["agreed_on"], tuple(map(_cascade, those)), tuple(asked.get(point, ())))
            for point, those in sorted(rows.items(), key=lambda item: item[1][0]["agreed_on"])]


def _cascade(row: Record) -> Cascade:
    return Cascade(row["agency"], row["role_group"], row["staff_n"], row["sent_on"],
                   row["reached_n"])


def _label(point_id: str, text: str, texts: Mapping[str, int]) -> str:
    """What a point is called: its text, with its id where two have the same text."""
    return text if texts[text] == 1 else f"{text} ({point_id})"

"""Who pays: what each partner agreed, its share of all, and what is still to come."""

from __future__ import annotations

from collections.abc import Iterator

from pscb_lib.board.context import Context
from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.disclosure.summaries import ReturnSummary
from pscb_lib.framework.english import capital, count_of, listed
from pscb_lib.framework.pounds import say_pounds
from pscb_lib.page.blocks import (
    LEFT,
    RIGHT,
    Cell,
    Column,
    Data,
    Group,
    Prose,
    Question,
    Several,
    Table,
    cell,
    strong,
)
from pscb_lib.page.tables.counts import plain_value
from pscb_lib.page.tables.days import plain_day
from pscb_lib.page.words import about
from pscb_lib.page.words.shown import joined
from pscb_lib.reports.budget import places
from pscb_lib.reports.budget.known import Known, Partner
from pscb_lib.reports.budget.page.words import named

NOT_SUPPLIED = "What partners pay was not supplied."
PRINTED = places.AGREED, places.RECEIVED, places.UNPAID
KEPT = (*PRINTED, places.SHARE, places.RECEIVED_SHARE)


def ask_partners(shown: Shown, known: Known) -> Question | None:
    """Ask each partner that owes money by when it pays, and when others are invoiced. None if all
    paid.
    """
    require_shown(shown)
    if not known.owing and not known.uninvoiced:
        return None
    first = named(known.uninvoiced)
    those = (listed([one.partner for one in first]) if len(first) == len(known.uninvoiced)
             else count_of(len(known.uninvoiced), "partner"))
    return Question("partners_asked", joined(
        f"By when will {_owing(known)} pay what {'it' if len(known.owing) == 1 else 'they'} agreed?"
        if known.owing else None, f"On what day will {those} be invoiced?" if those else None),
        listed([*(one.partner for one in known.owing), *([known.lead] if those else [])]),
        place=RIGHT)


def _owing(known: Known) -> str:
    """The partners that owe money, with how much: the answer has since when."""
    first = named(known.owing)
    rest = len(known.owing) - len(first)
    return listed([*(f"{one.partner} ({say_pounds(one.unpaid)})" for one in first),
                   *([count_of(rest, "other")] if rest else [])])


def tabulate_partners(shown: Shown, known: Known) -> Table:
    """Tabulate the partners that owe money, the largest sum first, and all that have paid."""
    columns = [Column("Partner", width=2.4), *(Column(head, "end", 1.1) for head in PRINTED)]
    data = [[one.partner, *(plain_value(shown.get(places.PARTNERS, one.partner, column))
                            for column in KEPT),
             plain_day(one.invoiced_on), plain_day(one.received_on), one.in_kind]
            for one in _by_share(known)]
    return Table("partners", _caption(shown, known), columns, [Group(None, [*_rows(shown, known)])],
                 Data(["partner", *KEPT, "invoiced_on", "received_on", "in_kind"], data),
                 empty=NOT_SUPPLIED, place=LEFT)


def _rows(shown: Shown, known: Known) -> Iterator[list[Cell]]:
    first = named(known.owing)
    paid = [one for one in known.partners if not one.unpaid]
    for one in first:
        yield [cell(one.partner), *(cell(require_shown(shown).get(
            places.PARTNERS, one.partner, column).text) for column in PRINTED)]
    for those, words in ((known.owing[len(first):], "owing"),
                         (known.uninvoiced, "not invoiced"), (paid, "paid in full")):
        if those:
            who = those[0].partner if len(those) == 1 else capital(count_of(len(those), "partner"))
            yield [cell(f"{who}{',' if len(those) == 1 else ''} {words}"),
                   *(cell(say_pounds(sum(getattr(one, name) for one in those)))
                     for name in ("agreed", "received", "unpaid"))]
    if len(known.partners) > 1:
        yield [strong("All"), *(strong(shown.get(places.PARTNERS, TOTAL, column).text)
                                for column in PRINTED)]


def _caption(shown: Shown, known: Known) -> str:
    if not known.partners:
        return "What partners pay"
    came = shown.get(places.PARTNERS, TOTAL, places.RECEIVED_SHARE)
    return f"{came.text} of what was agreed has come"


def _by_share(known: Known) -> list[Partner]:
    return sorted(known.partners, key=lambda one: (-one.agreed, one.partner))


def say_shares(shown: Shown, known: Known) -> Prose | None:
    """Say who bears the largest share of what was agreed, and where every partner is."""
    require_shown(shown)
    if len(known.partners) <= 1:
        return None
    largest = _by_share(known)[0].partner
    share = shown.get(places.PARTNERS, largest, places.SHARE)
    return Prose(f"{largest} bears {share.text} of all that was agreed. The spreadsheet has every "
                 "partner, and what is given in kind.", place=RIGHT)


def show_received(context: Context, *returns: ReturnSummary) -> Several | Prose:
    """What was received, in one sentence unless a row was not used: the note is one page."""
    if all(one.is_all_used for one in returns):
        return about.say_received(context, *returns, place=RIGHT)
    return about.show_received(context, *returns, place=RIGHT)

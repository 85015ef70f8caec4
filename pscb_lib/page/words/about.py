"""About a report: its returns, what became of every row, and its last block.

A number of rows about children is in the restricted set only; the other sets say whether every
row was used (:mod:`pscb_lib.disclosure.summaries`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pscb_lib.board.context import Context
from pscb_lib.disclosure.paper import RESTRICTED
from pscb_lib.disclosure.summaries import ILLUSTRATIVE, ReturnSummary
from pscb_lib.framework.english import capital, count_of, listed, small, spell
from pscb_lib.page.blocks import (
    Callout,
    Column,
    Data,
    End,
    Group,
    List,
    Place,
    Prose,
    Several,
    Table,
    cell,
)
from pscb_lib.page.words.glossary import known_abbreviations
from pscb_lib.page.words.shown import joined

MOST_LISTED = 20
ALL_USED, NOT_ALL_USED = "Every row was used", "Not every row was used"
TITLE = "Returns read, and what became of every row"
Line = list[str | int]


def warn_of_rejected(context: Context, *returns: ReturnSummary) -> Callout | None:
    """Warn the reader if more rows were rejected than the Board's settings allow."""
    if not any(one.is_lacking for one in returns):
        return None
    allowed, rejected = context.settings.rejected_rows_allowed, _sum(returns, "rejected")
    said = ("More of the rows sent could not be used than are allowed." if rejected is None else
            f"{rejected:,} of the rows sent could not be used; {allowed:,} are allowed.")
    return Callout("Not to be relied on.", f"{said} Figures below may lack them.")


def say_provenance(*returns: ReturnSummary, whose: str = "child") -> Callout | None:
    """The note on rows used that say they are illustrative; None if none does.

    *whose* says whom a row is about.
    """
    invented = say_how_many(ILLUSTRATIVE, "rows", *returns)
    if not invented:
        return None
    return Callout("Illustrative figures.", f"{agreeing(invented, 'are', 'is')} invented, none "
                   f"from a real {whose}.")


def say_how_many(mark: str, noun: str, *returns: ReturnSummary) -> str:
    """How many of the rows used say that they are *mark*: "All 2 rows", "1 of 2 rows" or "".

    Without their number it is "All rows" or "Some rows"; so it is where rows of a return that does
    not ask where they are from were used besides.
    """
    sources = [source for one in returns for source in one.sources.items()]
    of_mark = [source for source in sources if source[0].startswith(mark)]
    if not of_mark:
        return ""
    is_all = len(of_mark) == len(sources)
    counts = [count for _, count in sources if count is not None]
    used = [one.rows["used"] for one in returns if one.rows]
    if len(counts) < len(sources) or (is_all and sum(used) > sum(counts)):
        return f"{'All' if is_all else 'Some'} {noun}"
    marked = sum(count or 0 for _, count in of_mark)
    if is_all:
        return f"The one {noun.removesuffix('s')}" if marked == 1 else f"All {marked:,} {noun}"
    return f"{marked:,} of {sum(counts):,} {noun}"


def agreeing(subject: str, many: str, one: str) -> str:
    """How many of :func:`say_how_many`, with the verb that agrees: The one row is."""
    return f"{subject} {one if subject.startswith(('The one ', '1 of ')) else many}"


def tabulate_sources(context: Context, *returns: ReturnSummary) -> Table:
    """Tabulate every return that was read: rows read = used + rejected + left out.

    The restricted set has a line for each file, the others a line for each kind of return.
    """
    if context.audience == "restricted":
        lines: list[Line] = [[*file] for one in returns for file in one.files]
        return _tabulate(context, ["Return", "Rows read", "Used", "Rejected", "Left out"], lines,
                         returns)
    read = [one for one in returns if one.is_read]
    if any(one.rows is None for one in read):
        return _tabulate(context, ["Return", "Rows"], [
            [one.name, ALL_USED if one.is_all_used else NOT_ALL_USED] for one in read], returns)
    return _tabulate(context, ["Return", "Rows read", "Used", "Rejected or left out"], [
        [one.name, one.rows["read"], one.rows["used"], one.rows["read"] - one.rows["used"]]
        for one in read if one.rows], returns)


def _tabulate(context: Context, headings: list[str], lines: list[Line],
              returns: tuple[ReturnSummary, ...]) -> Table:
    if len(lines) > 1 and all(isinstance(value, int) for line in lines for value in line[1:]):
        sums = [sum(int(line[place]) for line in lines) for place in range(1, len(headings))]
        lines = [*lines, ["All returns", *sums]]
    columns = [Column(headings[0], width=3), *(Column(name, "end") for name in headings[1:])]
    rows = [[cell(f"{value:,}" if isinstance(value, int) else value) for value in line]
            for line in lines]
    return Table("sources", TITLE, columns, [Group(None, rows)], Data(headings, lines),
                 note=joined(left_out(*returns), _say_review(context)) or None)


def left_out(*returns: ReturnSummary) -> str | None:
    """The reasons why rows were left out, with their numbers, as far as the reader has them."""
    reasons: Counter[str] = Counter()
    for one in returns:
        reasons.update(dict(one.reasons))
    said = [f"{count:,} {reason}" for reason, count in reasons.items()]
    return f"Left out: {'; '.join(said)}." if said else None


def list_rejected(context: Context, *returns: ReturnSummary) -> List:
    """List the rows that could not be used, at most twenty, and how many more there are.

    In the restricted set what was noted of all rows together follows. The other sets have no
    value, and a number only where no row is a child's.
    """
    noted = [f"{said}." for one in returns for said in one.noted]
    if not any(one.is_any_rejected for one in returns):
        return List(["Every row could be used.", *noted])
    if context.audience != "restricted":
        number = _sum(returns, "rejected")
        said = ("Not every row could be used." if number is None else
                f"{capital(count_of(number, 'row'))} could not be used.")
        return List([f"{said} The Q&E group's set lists what to correct."])
    rejected = [said for one in returns for said in one.rejected]
    more = len(rejected) - MOST_LISTED
    return List(rejected[:MOST_LISTED] + ([f"and {more} more."] if more > 0 else []) + noted,
                f"What is wrong in {count_of(len(rejected), 'row')}, and what to do")


def show_received(context: Context, *returns: ReturnSummary, place: Place | None = None
                  ) -> Several | Prose:
    """What was received: the rows of every file in the restricted set, else one sentence.

    Rows are listed where there is something to list: that all were used is in the table.
    """
    if context.audience == RESTRICTED:
        is_told = any(one.is_any_rejected or one.noted for one in returns)
        return Several([tabulate_sources(context, *returns),
                        list_rejected(context, *returns) if is_told else None])
    return say_received(context, *returns, place=place)


def say_received(context: Context, *returns: ReturnSummary, place: Place | None = None) -> Prose:
    """What was received, in one sentence."""
    read = [one for one in returns if one.is_read]
    names = listed([small(one.name) for one in read]) if read else "no return"
    return Prose(joined(f"Data received: {names}. {_say_used(read)}", _say_review(context)),
                 place=place)


def _say_review(context: Context) -> str:
    return context.settings.framework.say_review(context.as_of, context.settings.board)


def _say_used(read: Sequence[ReturnSummary]) -> str:
    """How many records were used, where the reader may know it."""
    if all(one.is_all_used for one in read):
        return "Every record was used."
    rows = [_sum(tuple(read), fate) for fate in ("used", "read", "rejected", "left_out")]
    if None in rows:
        return "Not every record was used; the Q&E group has the list."
    used, sent, rejected, left = (number or 0 for number in rows)
    without = [f"{spell(rejected)} that could not be read"] if rejected else []
    without += [f"{spell(left)} left out"] if left else []
    return (f"{used:,} of {sent:,} rows were used{_of_each(read)}. Not used: {listed(without)}; "
            "the Q&E group has the list.")


def _of_each(read: Sequence[ReturnSummary]) -> str:
    """Of the rows used, how many are of each return where several were read: commentary 12."""
    if len(read) < 2:
        return ""
    each = [f"{small(one.name.partition(',')[0])} {one.rows['used']:,}"
            for one in read if one.rows]
    return f" ({'; '.join(each)})"


def end_report(context: Context, report: str, ratings: dict[str, int] | None = None) -> End:
    """The last block of a report, which shows the runner that the notebook ran to its end."""
    return End(report, context.period.label, context.audience, ratings or {},
               known_abbreviations(context))


def _sum(returns: tuple[ReturnSummary, ...], fate: str) -> int | None:
    """The rows of all returns with a fate; None if one return has no numbers."""
    rows = [one.rows for one in returns]
    return None if None in rows else sum(one[fate] for one in rows if one)

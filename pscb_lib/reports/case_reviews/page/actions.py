"""The actions: how far those of each review came, what a check found, and who is asked."""

from __future__ import annotations

from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.english import capital, count_of, spell
from pscb_lib.page import charts
from pscb_lib.page.blocks import (
    LEFT,
    RIGHT,
    Chart,
    Column,
    Data,
    Group,
    Prose,
    Question,
    Table,
    cell,
    strong,
)
from pscb_lib.page.words.shown import joined
from pscb_lib.reports.case_reviews import places
from pscb_lib.reports.case_reviews.known import Known, Told
from pscb_lib.reports.case_reviews.page.words import is_known, owners_of, short_of

SHORT = {"Checked by somebody else": "Checked", "Found in practice": "In practice"}


def plot_steps(shown: Shown, known: Known) -> Chart | Prose | None:
    """Plot how far the actions of each review came, in falling steps; None if there are none."""
    reviews = [one for one in require_shown(shown).columns(places.STEPS) if one != TOTAL]
    if not reviews:
        return None
    series = {review: {SHORT.get(label, label): _count(shown.get(places.STEPS, label, review))
                       for label in shown.rows(places.STEPS)} for review in reviews}
    if any(one.hidden for each in series.values() for one in each.values()):
        return None
    return charts.plot_clusters(
        series, id="steps", headline=_headline(shown) or "How far actions came", place=LEFT,
        subtitle="Actions of completed reviews; each step is part of the one before",
        columns=("Step", *series))


def _headline(shown: Shown) -> str:
    last = (places.STEPS, places.EMBEDDED, TOTAL)
    if not shown.has(*last) or shown.get(*last).value is None:
        return ""
    number, whole = shown.get(*last).counts
    if whole == 1:
        return f"The one action is {'' if number else 'not '}found in practice"
    return f"{capital(spell(number, 'none'))} of {spell(whole)} actions in practice"


def _count(figure: ShownFigure) -> ShownFigure:
    """A step as the count that a column draws."""
    number = figure.count if figure.unit == "count" and figure.value is not None else (
        figure.numerator)
    return ShownFigure(number, None, None, "count", figure.state if number is None else "",
                       figure.hidden)


def plot_found(shown: Shown, known: Known) -> Chart | Prose | None:
    """Plot what the checks found, as one bar; None if nobody has looked."""
    if not require_shown(shown).has(*places.ALL_FOUND) or not shown.get(*places.ALL_FOUND).value:
        return None
    figures = {label: one for label in places.FINDINGS.values()
               if (one := shown.get(places.FOUND, label)).value}
    found, whole = shown.get(*places.IN_PRACTICE).count, shown.get(*places.ALL_FOUND).count
    return charts.plot_stack(
        figures, id="found", place=RIGHT, columns=("Found by the check", "Actions"),
        headline=_say_found(found, whole),
        subtitle="Checked actions, called complete at least six months ago")


def _say_found(found: int, whole: int) -> str:
    if whole == 1:
        return f"The one action checked is {'' if found else 'not '}in practice"
    return (f"{capital(spell(found, 'none'))} of {spell(whole)} checked "
            f"{'is' if found == 1 else 'are'} in practice")


def tabulate_unfound(shown: Shown, known: Known) -> Table | None:
    """Tabulate the actions not found in practice, or never checked, with owner and what next."""
    if not is_known(known) or shown.audience == "public":
        return None
    owed = [one for one in known.actions if _is_owed(one)]
    columns = [Column("Action, and its review", width=3.4), Column("Owner", width=2.2),
               Column("What the check found", width=2.4), Column("What next", width=2)]
    rows = [[strong(one.text, one.review), cell(one.owner, one.agency), cell(*_found(one)),
             cell(_next(one, known))] for one in owed]
    return Table("unfound", "Called complete, and not found in practice", columns,
                 [Group(None, rows)],
                 Data(["review", "action", "owner", "agency", "found", "method", "sample",
                       "next_check_on"],
                      [[one.review, one.text, one.owner, one.agency, one.found or "not checked",
                        one.method, one.sample, one.next_on or None] for one in owed]),
                 empty="Every action called complete at least six months ago was found in "
                       "practice.",
                 is_main=True)


def _is_owed(one: Told) -> bool:
    return one.unchecked or one.found in ("not", "partly", "cannot tell")


def _found(one: Told) -> tuple[str, str | None]:
    if not one.found:
        return "Nobody has looked", None
    words = {"not": "Not in practice", "partly": "Partly"}.get(one.found, "Cannot tell")
    of = f", {one.sample:,} looked at" if one.sample else ""
    return words, f"{one.checked_by}, {one.method}{of}, {short_of(one.checked_on)}"


def _next(one: Told, known: Known) -> str:
    if one.overdue:
        return f"Reopened, and late since {short_of(one.due_on)}"
    if not one.complete and one.found:
        return f"Reopened, due {short_of(one.due_on)}"
    if one.next_on:
        is_over = one.next_on < known.on.isoformat()
        return (f"Was due to be seen again by {short_of(one.next_on)}: that day has passed"
                if is_over else f"Look again by {short_of(one.next_on)}")
    return "Check it now" if not one.found else "Not recorded"


def ask_unfound(shown: Shown, known: Known) -> Question | None:
    """Ask the owners of what is not in practice, and who will check what nobody has checked."""
    if shown.audience == "public":
        return None
    failed = [one for one in known.actions if one.found in ("not", "partly")]
    bare = [one for one in known.actions if one.unchecked]
    if not failed and not bare:
        return None
    return Question("unfound_asked", joined(
        "What will make the actions that were not found in practice work?" if failed else None,
        f"Who, other than the owner, will check the {count_of(len(bare), 'action')} that nobody "
        "has looked at, and by when?" if bare else None), owners_of(failed or bare), place=RIGHT)


def tabulate_practice(shown: Shown, known: Known) -> Table | None:
    """Tabulate what staff now do differently: actions found in practice, and how that is known."""
    if not is_known(known) or shown.audience == "public":
        return None
    proven = [one for one in known.actions if one.found == "embedded"]
    columns = [Column("What staff now do", width=4.4), Column("Agency"),
               Column("How it is known", width=3.8)]
    rows = [[strong(one.text, one.review), cell(one.agency),
             cell(joined(capital(one.method), f"{one.sample:,} looked at" if one.sample else None,
                         between=", "),
                  f"{one.checked_by}, {short_of(one.checked_on)}", one.outcome or None)]
            for one in proven]
    return Table("practice", "What staff now do differently", columns, [Group(None, rows)],
                 Data(["review", "action", "agency", "method", "sample", "checked_on", "outcome"],
                      [[one.review, one.text, one.agency, one.method, one.sample, one.checked_on,
                        one.outcome or None] for one in proven]),
                 empty="No check has yet found an action in practice.")

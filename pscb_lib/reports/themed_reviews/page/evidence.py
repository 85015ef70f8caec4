"""The evidence of each review: the framework's kinds, and which of them a review did without."""

from __future__ import annotations

from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import capital, count_of, listed
from pscb_lib.page.blocks import (
    Cell,
    Column,
    Data,
    Group,
    Prose,
    Question,
    Table,
    cell,
    strong,
)
from pscb_lib.page.tables.counts import plain_value
from pscb_lib.page.words.shown import joined
from pscb_lib.reports.themed_reviews import places
from pscb_lib.reports.themed_reviews.known import Known, Review
from pscb_lib.reports.themed_reviews.page.words import day_of
from pscb_lib.reports.themed_reviews.returned_evidence import KINDS, USERS

NOT_SUPPLIED = "The evidence of the reviews was not supplied."
NOTE = ("The kinds are those of section 10 of the framework, with performance data, and with "
        "children told apart from parents.")


def tabulate_evidence(shown: Shown, known: Known) -> Table | Prose | None:
    """Tabulate which kinds of evidence each review used, and how many were read or asked."""
    told = [one for one in known.reviews if one.sources]
    if not known.is_evidence_supplied:
        return Prose(NOT_SUPPLIED) if known.reviews else None
    if not told:
        return None
    rows = [[cell(capital(kind)), *(_cell(shown, one, kind) for one in told)] for kind in KINDS]
    used = [require_shown(shown).get(places.KINDS_USED, one.label) for one in told]
    rows.append([strong("Kinds used"), *(strong("{} of {}".format(*one.counts)) for one in used)])
    data = [[capital(kind), *(_plain(shown, one, kind) for one in told)] for kind in KINDS]
    return Table("evidence", _headline(told), [
        Column("Kind of evidence", width=2), *(Column(one.label, width=2) for one in told)],
        [Group(None, rows)], Data(["Kind of evidence", *(one.label for one in told)], data),
        note=NOTE, is_main=True)


def _headline(told: list[Review]) -> str:
    without = [one.label for one in told if one.lacks_children]
    if len(without) > 1:
        return f"{capital(count_of(len(without), 'review'))} did without children's voice"
    return (f"Children's voice is missing from {without[0]}" if without
            else "Every review asked children and young people")


def _cell(shown: Shown, one: Review, kind: str) -> Cell:
    source = one.source(kind)
    if source is None:
        return cell("No")
    place = places.EVIDENCE, one.label, capital(kind)
    if not shown.has(*place):
        return cell("Yes")
    figure = shown.get(*place)
    return cell("Yes", figure.text if figure.hidden else f"{figure.text} {source.counted}")


def _plain(shown: Shown, one: Review, kind: str) -> int | float | str | None:
    place = places.EVIDENCE, one.label, capital(kind)
    if shown.has(*place):
        return plain_value(shown.get(*place))
    return "used" if one.source(kind) else "not used"


def tabulate_found(shown: Shown, known: Known) -> Table | None:
    """Tabulate what the evidence told, children and parents first, of the reviews that came."""
    require_shown(shown)
    came = [one for one in known.received if one.sources]
    if not came:
        return None
    kinds = sorted(KINDS, key=lambda kind: kind not in USERS)
    told = {one.label: [[capital(kind), _found(one, kind)] for kind in kinds] for one in came}
    groups = [Group(label if len(told) > 1 else None, [[cell(kind), cell(words)]
                                                       for kind, words in lines])
              for label, lines in told.items()]
    return Table("found", "What each kind of evidence told", [
        Column("Evidence", width=1.4), Column("What it told", width=4)], groups,
        Data(["review", "evidence", "found"], [[label, *line] for label, lines in told.items()
                                               for line in lines]))


def _found(one: Review, kind: str) -> str:
    source = one.source(kind)
    if source is None:
        return "Not asked" if kind in USERS else "Not used"
    return source.told or "Not recorded"


def ask_children(shown: Shown, known: Known) -> Question | None:
    """Ask how children will be heard in reviews to come, or why they were not in those that came.
    """
    require_shown(shown)
    silent = [one for one in known.reviews if one.lacks_children]
    if not silent:
        return None
    ahead = [f"{one.label}, due {day_of(one.due_on)}" for one in silent if not one.has_come]
    past = [one.label for one in silent if one.has_come]
    owners = listed([*dict.fromkeys(one.lead for one in silent)])
    return Question("children_asked", joined(
        f"How will children be heard in {listed(ahead)}?" if ahead else None,
        f"Why were children not asked in {listed(past)}?" if past else None), owners)



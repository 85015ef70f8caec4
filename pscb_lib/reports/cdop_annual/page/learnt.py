"""What was learnt and what became of it: each recommendation, and the difference made."""

from __future__ import annotations

from dataclasses import replace

from pscb_lib.board.context import Context
from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import count_of, spell, times
from pscb_lib.page.blocks import (
    Cell,
    Column,
    Data,
    Group,
    Plain,
    Question,
    Several,
    Table,
    cell,
    strong,
)
from pscb_lib.page.words.shown import paragraph, require_told, told
from pscb_lib.reports.cdop_annual.measures.learning import Recommendation
from pscb_lib.reports.cdop_annual.page.words import CHAIR, Made, is_undone, is_unproven, span_of
from pscb_lib.reports.cdop_annual.places import EVIDENCED, LEARNING, WORDINGS

STAGES = {
    "Not always carried out, and no date given": is_undone,
    "Carried out each time, not always shown to work": is_unproven,
    "Carried out and shown to work each time": lambda one: not one.undone and not one.unproven,
}
DATA_COLUMNS = ["recommendation", "theme", "owner", "times_made", "times_carried_out",
                "times_shown_to_work", "first_made", "last_made", "open_since"]
NOT_OPEN = "–"
RECORDS = "The records have no date for what is open, and no owner's area."


def say_learning(context: Context, shown: Shown, made: Made) -> Several | None:
    """Say of how many recommendations evidence is reported, and ask for it and for dates.

    The public set asks nobody, and says the numbers in its answer.
    """
    came = (made_said(shown), evidenced_said(shown)) if made else ()
    said = paragraph(*came, _as_told(shown))
    asked = [one for one in (_ask_for_dates(made), _ask_for_sight(shown)) if one]
    if said and asked and context.audience != "public":
        return Several([replace(said, place=(1, 2)),
                        *(replace(one, place=(2, 2)) for one in asked)])
    return Several([said]) if said else None


@told
def made_said(shown: Shown) -> str:
    """Say how many different recommendations were made, and how often."""
    made, wordings = require_shown(shown).get(LEARNING, TOTAL, TOTAL), shown.get(*WORDINGS)
    require_told(made, wordings)
    if not made.value:
        return f"Reviews completed in {span_of(shown)} made no recommendation."
    said = f"Reviews completed in {span_of(shown)} made"
    if made.count == wordings.count:
        return f"{said} {count_of(made.count, 'recommendation')}, each once." if (
            made.count > 1) else f"{said} one recommendation."
    if wordings.count == 1:
        return f"{said} one recommendation, {times(made.count)}."
    return (f"{said} {count_of(wordings.count, 'different recommendation')}, {times(made.count)} "
            "in all.")


@told
def evidenced_said(shown: Shown) -> str:
    """Say how often what was recommended is shown to work, and on whose word that rests."""
    evidenced, made = (require_shown(shown).get(LEARNING, TOTAL, name)
                       for name in (EVIDENCED, TOTAL))
    require_told(made)
    if not made.value:
        return ""
    if made.value == 1:
        return ("The one recommendation is shown to work: its owner reports evidence, and not what "
                "it is." if evidenced.value else
                "The one recommendation is not shown to work: its owner reports no evidence.")
    if not evidenced.value:
        return "No recommendation is shown to work: owners report no evidence."
    return (f"What was recommended is shown to work {times(evidenced.count)} out of "
            f"{spell(made.count)}, as owners report.")


@told
def _as_told(shown: Shown) -> str:
    """Say what the records lack."""
    made = shown.get(LEARNING, TOTAL, TOTAL)
    require_told(made)
    return RECORDS if made.value else ""


def _ask_for_dates(made: Made) -> Question | None:
    """Ask for the dates that the records lack, which the Board is to agree."""
    undone = sum(map(is_undone, made))
    if not undone:
        return None
    which, late = ("the one recommendation", "if it is") if undone == 1 else (
        f"each of the {spell(undone)} recommendations", "any that is")
    return Question("question-dates", f"Will the panel agree a date for {which} not always carried "
                    f"out, and report {late} missed?", CHAIR)


def _ask_for_sight(shown: Shown) -> Question | None:
    words = _unseen(shown)
    return Question("question-seen", words, CHAIR) if words else None


@told
def _unseen(shown: Shown) -> str:
    evidenced = shown.get(LEARNING, TOTAL, EVIDENCED)
    require_told(evidenced)
    if not evidenced.value:
        return ""
    return (f"Owners report evidence {times(evidenced.count)}: has the panel seen it, and will the "
            "next report say what it is?")


def tabulate_made(context: Context, made: Made) -> Table | None:
    """Tabulate each recommendation once: how often it was made, carried out and shown to work.

    The public set has none: they name agencies.
    """
    if context.audience == "public":
        return None
    columns = [Column("Recommendation, and who owns it", width=5.4), Column("Made", "end", 0.7),
               Column("Carried out", "end", 0.8), Column("Shown to work", "end", 0.8),
               Column("Open since", "end", 0.9)]
    groups = [Group(f"{label}: {len(alike):,}", [_line(one) for one in alike])
              for label, test in STAGES.items() if (alike := [one for one in made if test(one)])]
    data: list[list[Plain]] = [
        [one.text, one.theme, one.owner, one.made, one.done, one.evidenced, one.first_made,
         one.last_made, one.undone_since or None] for one in made]
    return Table("owed", "What came of each recommendation, and the difference made", columns,
                 [*groups, *_total(made)], Data(DATA_COLUMNS, data),
                 empty="No recommendation was made.", is_main=True)


def _line(one: Recommendation) -> list[Cell]:
    return [strong(one.text, one.owner), cell(f"{one.made:,}"), cell(f"{one.done:,}"),
            cell(f"{one.evidenced:,}"), cell(one.undone_since or NOT_OPEN)]


def _total(made: Made) -> list[Group]:
    if len(made) < 2:
        return []
    sums = [sum(getattr(one, name) for one in made) for name in ("made", "done", "evidenced")]
    return [Group(None, [[strong("All"),
                          *(cell(f"{one:,}") for one in sums),
                          cell(min(filter(None, (one.undone_since for one in made)),
                                   default=NOT_OPEN))]])]

"""What was learnt and what became of it: each recommendation owed, and the difference made."""

from __future__ import annotations

from collections.abc import Sequence

from pscb_lib.board.context import Context
from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import capital, count_of
from pscb_lib.page.blocks import Cell, Column, Data, Group, Plain, Prose, Table, cell, strong
from pscb_lib.page.tables.counts import plain_value
from pscb_lib.page.words.shown import require_told, say, say_count, told
from pscb_lib.reports.cdop_annual.measures.learning import Recommendation
from pscb_lib.reports.cdop_annual.page.words import Stages, span_of
from pscb_lib.reports.cdop_annual.places import EVIDENCED, LEARNING, NO_EVIDENCE, NOT_DONE

AT_MOST = 6
WORDS = {NOT_DONE: "Not carried out", NO_EVIDENCE: "Carried out, not shown to work"}
DATA_COLUMNS = ["stage", "recommendation", "theme", "owner", "times_made", "first_made"]


def say_learning(shown: Shown) -> Prose:
    """Say which reviews the recommendations come from, and how many are shown to have worked."""
    span = f"The recommendations are those of reviews completed in {span_of(shown)}."
    return Prose(" ".join(filter(None, [span, _evidenced(shown)])))


@told
def _evidenced(shown: Shown) -> str:
    evidenced, made = (require_shown(shown).get(LEARNING, TOTAL, name)
                       for name in (EVIDENCED, TOTAL))
    require_told(made)
    return (f"For {say(evidenced)} of {say_count(made, 'recommendation')} the owner has shown the "
            "panel evidence that something changed.")


def tabulate_owed(context: Context, stages: Stages) -> Table | None:
    """Tabulate the recommendations owed, oldest first: at most six at a stage outside Q&E's set.

    The public set has none: they name agencies. The spreadsheet has all.
    """
    if context.audience == "public":
        return None
    most = None if context.audience == "restricted" else AT_MOST
    owed = {words: stages.get(stage, ()) for stage, words in WORDS.items()}
    columns = [Column("Recommendation (theme, owner)", width=6), Column("Times made", "end", 0.9),
               Column("First made", "end", 0.9)]
    groups = [Group(words, [_line(one) for one in all_of_it[:most]])
              for words, all_of_it in owed.items() if all_of_it]
    data: list[list[Plain]] = [
        [words, one.text, one.theme, one.owner, one.number, one.first_made]
        for words, all_of_it in owed.items() for one in all_of_it]
    rest = sum(len(all_of_it[most:]) for all_of_it in owed.values()) if most else 0
    return Table("owed", "Recommendations not carried out, or not shown to work, oldest first",
                 columns, groups, Data(DATA_COLUMNS, data),
                 note=f"{capital(count_of(rest, 'more'))[:-1]} in the spreadsheet."
                 if rest > 1 else "One more in the spreadsheet." if rest else None,
                 empty="Every recommendation is carried out and shown to work.")


def _line(one: Recommendation) -> list[Cell]:
    return [strong(one.text, f"{one.theme} · {one.owner}"), cell(f"{one.number:,}"),
            cell(one.first_made)]


def tabulate_difference(shown: Shown, stages: Stages) -> Table | None:
    """Tabulate by theme what was learnt, who did what, and for how much of it there is evidence."""
    evidenced = stages.get(EVIDENCED)
    if evidenced is None:
        return None
    themes = [row for row in require_shown(shown).rows(LEARNING) if row != TOTAL]
    lines = [[strong(theme), _done([one for one in evidenced if one.theme == theme]),
              cell(_proven(shown, theme) or "Not shown: small numbers")] for theme in themes]
    columns = [Column("What was learnt about", width=1.8), Column("Who did what", width=4.2),
               Column("Recommendations shown to have worked", width=1.6)]
    data = [[theme, *(plain_value(shown.get(LEARNING, theme, name))
                      for name in (EVIDENCED, NO_EVIDENCE, NOT_DONE, TOTAL))] for theme in themes]
    return Table("difference", "The difference made by what the panel recommended", columns,
                 [Group(None, lines)], Data(
                     ["theme", "with_evidence", "not_shown_to_work", "not_carried_out", "made"],
                     data),
                 note="The return says that an owner has shown evidence, not what it is. The "
                      "panel is asked to report it.")


def _done(evidenced: Sequence[Recommendation]) -> Cell:
    """The wordings of a theme that are shown to have worked, each with its owner."""
    if not evidenced:
        return cell("Nothing yet with evidence")
    return tuple(line for one in evidenced for line in cell(one.text, one.owner))


@told
def _proven(shown: Shown, theme: str) -> str:
    proven, made = (shown.get(LEARNING, theme, name) for name in (EVIDENCED, TOTAL))
    require_told(made)
    return f"{say(proven)} of {say(made)}".capitalize()

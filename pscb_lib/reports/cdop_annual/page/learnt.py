"""What was learnt and what became of it: each recommendation, and the difference made."""

from __future__ import annotations

from pscb_lib.board.context import Context
from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import capital
from pscb_lib.page.blocks import Cell, Column, Data, Group, Plain, Prose, Table, cell, strong
from pscb_lib.page.words.shown import paragraph, require_told, say, say_count, told
from pscb_lib.reports.cdop_annual.measures.learning import Recommendation
from pscb_lib.reports.cdop_annual.page.words import Made
from pscb_lib.reports.cdop_annual.places import EVIDENCED, LEARNING

STAGES = {
    "Not carried out each time it was made": lambda one: one.undone,
    "Carried out each time, not always shown to work":
        lambda one: not one.undone and one.unproven,
    "Carried out and shown to work each time": lambda one: not one.undone and not one.unproven,
}
DATA_COLUMNS = ["recommendation", "theme", "owner", "times_made", "times_carried_out",
                "times_shown_to_work", "first_made", "last_made"]
NOTE = ("The return does not say what the evidence is, nor the owner's area: the panel is asked to "
        "report both.")


def say_learning(shown: Shown) -> Prose | None:
    """Say how many of the recommendations are shown to have worked."""
    return paragraph(_evidenced(shown))


@told
def _evidenced(shown: Shown) -> str:
    evidenced, made = (require_shown(shown).get(LEARNING, TOTAL, name)
                       for name in (EVIDENCED, TOTAL))
    require_told(made)
    if not made.value:
        return ""
    if made.value == 1:
        return f"The one recommendation is {'' if evidenced.value else 'not '}shown to have worked."
    if not evidenced.value:
        return "No recommendation is shown to have worked."
    return (f"{capital(say(evidenced))} of {say_count(made, 'recommendation')} "
            f"{'is' if evidenced.value == 1 else 'are'} shown to have worked: the owner gave the "
            "panel evidence that something changed.")


def tabulate_made(context: Context, made: Made) -> Table | None:
    """Tabulate each recommendation once: how often it was made, carried out and shown to work.

    The public set has none: they name agencies.
    """
    if context.audience == "public":
        return None
    columns = [Column("Recommendation, and who owns it", width=5.4), Column("Made", "end", 0.7),
               Column("Carried out", "end", 0.8), Column("Shown to work", "end", 0.8),
               Column("Last made", "end", 0.9)]
    groups = [Group(label, [_line(one) for one in alike])
              for label, test in STAGES.items() if (alike := [one for one in made if test(one)])]
    data: list[list[Plain]] = [
        [one.text, one.theme, one.owner, one.made, one.done, one.evidenced, one.first_made,
         one.last_made] for one in made]
    return Table("owed", "What came of each recommendation, and the difference made", columns,
                 [*groups, *_total(made)], Data(DATA_COLUMNS, data), note=NOTE if made else
                 None, empty="No recommendation was made.")


def _line(one: Recommendation) -> list[Cell]:
    return [strong(one.text, one.owner), cell(f"{one.made:,}"), cell(f"{one.done:,}"),
            cell(f"{one.evidenced:,}"), cell(one.last_made)]


def _total(made: Made) -> list[Group]:
    if len(made) < 2:
        return []
    sums = [sum(getattr(one, name) for one in made) for name in ("made", "done", "evidenced")]
    return [Group("All of them", [[strong("Each time they were made"),
                                   *(cell(f"{one:,}") for one in sums),
                                   cell(max(one.last_made for one in made))]])]

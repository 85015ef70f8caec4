"""What was learnt and what became of it: each recommendation, and the difference made."""

from __future__ import annotations

from pscb_lib.board.context import Context
from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import capital
from pscb_lib.page.blocks import Cell, Column, Data, Group, Plain, Prose, Table, cell, strong
from pscb_lib.page.words.shown import require_told, say, say_count, told
from pscb_lib.reports.cdop_annual.measures.learning import Recommendation
from pscb_lib.reports.cdop_annual.page.words import Made, span_of
from pscb_lib.reports.cdop_annual.places import EVIDENCED, LEARNING

STAGES = {
    "Not carried out each time it was made": lambda one: one.undone,
    "Carried out each time, not always shown to work":
        lambda one: not one.undone and one.unproven,
    "Carried out and shown to work each time": lambda one: not one.undone and not one.unproven,
}
DATA_COLUMNS = ["recommendation", "theme", "owner", "times_made", "times_carried_out",
                "times_shown_to_work", "first_made", "last_made"]
NOTE = ("The return says that an owner has shown evidence, not what it is, and names the owner's "
        "post, not its area. The panel is asked to report both.")


def say_learning(shown: Shown) -> Prose:
    """Say which reviews the recommendations come from, and how many are shown to have worked."""
    span = f"The recommendations are those of reviews completed in {span_of(shown)}."
    return Prose(" ".join(filter(None, [span, _evidenced(shown)])))


@told
def _evidenced(shown: Shown) -> str:
    evidenced, made = (require_shown(shown).get(LEARNING, TOTAL, name)
                       for name in (EVIDENCED, TOTAL))
    require_told(made)
    if not made.value:
        return ""
    return (f"{capital(say(evidenced))} of {say_count(made, 'recommendation')} "
            f"{'is' if evidenced.value == 1 else 'are'} shown to have worked: the owner gave the "
            "panel evidence that something changed.")


def tabulate_made(context: Context, shown: Shown, made: Made) -> Table | None:
    """Tabulate each recommendation once: how often it was made, carried out and shown to work.

    The public set has none: they name agencies.
    """
    if context.audience == "public":
        return None
    columns = [Column("Recommendation (theme, owner)", width=5.4), Column("Made", "end", 0.7),
               Column("Carried out", "end", 0.8), Column("Shown to work", "end", 0.8),
               Column("First and last made", "end", 1.1)]
    groups = [Group(label, [_line(one) for one in alike])
              for label, test in STAGES.items() if (alike := [one for one in made if test(one)])]
    data: list[list[Plain]] = [
        [one.text, one.theme, one.owner, one.made, one.done, one.evidenced, one.first_made,
         one.last_made] for one in made]
    return Table("owed", "What came of each recommendation, and the difference made", columns,
                 [*groups, *_total(shown, made)], Data(DATA_COLUMNS, data), note=NOTE if made else
                 None, empty="No recommendation was made.")


def _line(one: Recommendation) -> list[Cell]:
    years = [one.first_made] if one.first_made == one.last_made else [
        f"{one.first_made} to", one.last_made]
    return [strong(one.text, f"{one.theme} · {one.owner}"), cell(f"{one.made:,}"),
            cell(f"{one.done:,}"), cell(f"{one.evidenced:,}"),
            tuple(line for year in years for line in cell(year))]


def _total(shown: Shown, made: Made) -> list[Group]:
    if len(made) < 2:
        return []
    sums = [sum(getattr(one, name) for one in made) for name in ("made", "done", "evidenced")]
    return [Group("All of them", [[strong("Counted each time they were made"),
                                   *(cell(f"{one:,}") for one in sums), cell(span_of(shown))]])]

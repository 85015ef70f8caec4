"""The panel's recommendations on which something is owed, quoted for the Board to act on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pscb_lib.disclosure.showing import Shown
from pscb_lib.framework.english import capital, count_of, spell
from pscb_lib.page.blocks import Cell, Column, Data, Group, Plain, Table, cell, strong
from pscb_lib.page.words.readers import not_public
from pscb_lib.reports.cdop_annual.measures.learning import Recommendation

AT_MOST = 8
DATA_COLUMNS = ["stage", "theme", "recommendation", "owner", "number", "years_since_oldest_review"]


@not_public
def tabulate_owed(shown: Shown, owed: Mapping[str, Sequence[Recommendation]]) -> Table:
    """Tabulate at most eight recommendations at each stage, oldest first; the spreadsheet has all.
    """
    columns = [Column("Recommendation, theme and owner", width=6), Column("Number", "end", 0.8),
               Column("Oldest review", "end", 1.4)]
    groups = [Group(stage, [_line(one) for one in all_of_it[:AT_MOST]])
              for stage, all_of_it in owed.items() if all_of_it]
    data: list[list[Plain]] = [
            [stage, one.theme, one.text, one.owner, one.number, one.years]
            for stage, all_of_it in owed.items() for one in all_of_it]
    rest = sum(len(all_of_it[AT_MOST:]) for all_of_it in owed.values())
    return Table("owed", "Recommendations not done, or done with no evidence: oldest first",
                 columns, groups, Data(DATA_COLUMNS, data),
                 note=f"{capital(spell(rest))} more in the spreadsheet." if rest else None,
                 empty="Every recommendation is done and has evidence of an outcome.")


def _line(one: Recommendation) -> list[Cell]:
    age = f"{capital(count_of(one.years, 'year'))} ago" if one.years else "Within a year"
    return [strong(one.text, f"{one.theme} · {one.owner}"), cell(f"{one.number:,}"), cell(age)]

"""Excel's check of a form's cells: it never accepts what the return's own parser rejects.

A list is a range of cells, because Excel then ignores capitals; days are checked by a formula,
because Excel's own check of dates accepts a time of day.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reading.cells import Shape, shape_of
from pscb_lib.reading.cells.absent import ALLOWED
from pscb_lib.reading.cells.days import YEARS_AHEAD, YEARS_BACK
from pscb_lib.reading.rows import Field

MOST = 9_999_999
QUARTERS_BACK = 4  # the earlier quarters whose figures may be sent again
TEXT, DAY, TIME, PLAIN = "@", "dd/mm/yyyy", "dd/mm/yyyy hh:mm", "General"
MONEY = "0.00"
TITLE, MESSAGE = 32, 255  # letters that Excel shows
SAYS = {
    "text": "Text", "day": "A day, as dd/mm/yyyy", "time": "A day and a time, as dd/mm/yyyy hh:mm",
    "day or time": "A day, as dd/mm/yyyy, and the time hh:mm where it is known",
    "whole number": "A whole number", "number": "A number", "percentage": "A number from 0 to 100",
    "pounds": "An amount in pounds and pence",
    "yes or no": "Yes or no", "choice": "One of the allowed words", "period": "A period",
}
FORMATS = {"day": DAY, "time": TIME, "day or time": TIME, "whole number": PLAIN, "number": PLAIN,
           "percentage": PLAIN, "pounds": MONEY}


@dataclass(frozen=True)
class Allowed:
    """What one column accepts: its allowed words, its number format and its description.

    ``when`` says when a cell that may be blank is to be filled.
    """

    field: Field
    shape: Shape
    words: tuple[str, ...]
    when: str = ""

    @property
    def number_format(self) -> str:
        """The number format; ids and words are text, so that Excel makes no date of them."""
        return FORMATS.get(self.shape.kind, TEXT)

    @property
    def says(self) -> str:
        """What to write in the column."""
        said = SAYS[self.shape.kind]
        return f"{said}; where there is no figure: {ALLOWED}" if self.shape.words else said

    @property
    def help(self) -> str:
        """The help beside it: choose from the list, or the remedy for a wrong cell."""
        if self.words:
            return "Choose from the list"
        remedy = self.field.remedy
        return "" if remedy == Field.remedy else remedy[:1].upper() + remedy[1:]

    @property
    def may_be_blank(self) -> bool:
        """Whether the cell may be left blank."""
        return self.shape.may_be_blank or self.field.optional


def allowed_in(field: Field, period: ReportingPeriod, own: Collection[str] = (), when: str = ""
               ) -> Allowed:
    """Return what a column accepts in the form of a *period*, a choice only its *own* words."""
    shape = shape_of(field.parse)
    if shape.kind == "period":
        return Allowed(field, shape, _periods(period), when)
    narrowed = tuple(word for word in shape.choices if word in own)
    return Allowed(field, shape, narrowed or shape.choices, when)


def validation(allowed: Allowed, cell: str, words: str | None, period: ReportingPeriod
               ) -> dict[str, object]:
    """Return a column's check for xlsxwriter; *cell* is its first, *words* the list's range."""
    said = ". ".join(filter(None, (allowed.says, allowed.help)))
    texts = {"input_title": allowed.field.name[:TITLE], "input_message": said[:MESSAGE],
             "error_title": "Not accepted", "error_message": said[:MESSAGE]}
    if words:
        return {**texts, "validate": "list", "source": f"={words}"}
    formula = _formula(allowed.shape, cell, period)
    return {**texts, "validate": "custom", "value": f"={formula}"} if formula else {
        **texts, "validate": "any"}


def day_range(period: ReportingPeriod) -> tuple[date, date]:
    """Return the first and last day that a form accepts: a childhood back, some years ahead."""
    return (date(period.start.year - YEARS_BACK, 1, 1),
            date(period.end.year + YEARS_AHEAD, 12, 31))


def _formula(shape: Shape, cell: str, period: ReportingPeriod) -> str | None:
    first, last = (f"DATE({day.year},{day.month},{day.day})" for day in day_range(period))
    checks = {
        "day": f"{cell}=INT({cell}),{cell}>={first},{cell}<={last}",
        "time": f"{cell}>={first},{cell}<{last}+1",
        "day or time": f"{cell}>={first},{cell}<{last}+1",
        "whole number": f"{cell}=INT({cell}),{cell}>=0,{cell}<={MOST}",
        "number": f"{cell}>=0,{cell}<={MOST}",
        "percentage": f"{cell}>=0,{cell}<=100",
        "pounds": f"ROUND({cell},2)={cell},ABS({cell})<={MOST}",
    }
    if shape.kind not in checks:
        return None
    number = f"IF(ISNUMBER({cell}),AND({checks[shape.kind]}),FALSE)"
    words = ",".join(f'{cell}="{word}"' for word in shape.words)
    return f"OR({number},{words})" if words else number


def _periods(period: ReportingPeriod) -> tuple[str, ...]:
    """Return the periods that a figure may have: the form's own, its months, and those before."""
    months = period.split(1) if period.months == 3 else []
    before = [period.back(period.months * step) for step in range(1, QUARTERS_BACK + 1)]
    return tuple(one.label for one in (period, *months, *before))

"""The first sheet of a form: the return, when it is due, whom to ask, what each column takes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pscb_lib.framework.rag import Absence
from pscb_lib.reading.cells.absent import ABSENCES
from pscb_lib.returns.forms.counted import COUNTED
from pscb_lib.returns.forms.plan import Form
from pscb_lib.returns.forms.validation import Allowed

MEANS = {
    Absence.SUPPRESSED: "the figure is too small to be told",
    Absence.NOT_SUPPLIED: "the figure is not known, or was not sent to you",
    Absence.DOES_NOT_APPLY: "the figure has no meaning for you",
    Absence.NO_CASES: "there were no cases to count from",
    Absence.NOT_COLLECTED: "nobody collects the figure",
}
HEADINGS = ("Column", "Must be filled", "What to write", "Help")
WIDTHS = (26, 34, 64, 50)
Line = tuple[str, ...]
GUIDE = "Instructions"  # the name of the sheet
FROM = "From"  # the label of the agency, by which a form that comes back is recognised


def lines_of(form: Form, columns: Sequence[Allowed], sheet: str, words: str) -> Iterator[Line]:
    """Yield the lines between the title and the table of columns, each a label and a text."""
    yield "What", f"The return {form.kind.title} for {form.context.period.words}"
    if form.agency:
        yield FROM, form.agency
    yield "For", f"{form.context.settings.board}, {form.context.settings.group}"
    yield "By when", (f"Before {form.due_on.day} {form.due_on:%B %Y}, when the report made from it "
                      "is due" if form.due_on else f"By the day that {form.ask} names")
    yield "Whom to ask", form.ask
    if form.prefilled and form.prefilled.told:
        yield from form.prefilled.told
    elif form.agency and form.prefilled:
        yield from _where_in_rows(form, sheet)
    else:
        yield from _where_in_boxes(sheet) if form.prefilled else _where_below(sheet)
    yield "Lists", f"Cells with a list take one of its words; all are on the sheet {words}"
    if any(column.field.identifying for column in columns):
        yield "Keep it safe", ("It holds what can identify a child: send it only as the Board's "
                               "protocol on sharing information allows")
    yield "Never add", "Names, NHS numbers, addresses: a file with such a column is not taken"
    if any(column.shape.words for column in columns):
        yield "", ""
        yield "No figure", "Never leave a guess or a dash. In place of a number write"
        yield from _absences()


def table_of(columns: Sequence[Allowed]) -> Iterator[Line]:
    """Yield a line for each column of the return."""
    for column in columns:
        yield column.field.name, _must(column), column.says, column.help


def _must(column: Allowed) -> str:
    if not column.may_be_blank:
        return "yes"
    return f"if {column.when}" if column.when else "where it applies"


def _where_below(sheet: str) -> Iterator[Line]:
    yield "Where", (f"Write on the sheet {sheet}, below the example. The example row is marked in "
                    "its first column: it is left out, and may stay or go")
    yield "Nothing to report", "Choose yes under nil_return in one row, and write nothing else"


def _where_in_rows(form: Form, sheet: str) -> Iterator[Line]:
    yield "Where", (f"Write on the sheet {sheet}, into the open boxes of each row: one row is one "
                    "measure. What is shaded is locked. The example rows are marked in the first "
                    "column: they are no figures of yours, and are left out")
    yield "Earlier quarters", ("What you sent before stands in the locked columns. Where it is "
                               "wrong, send it again in an open row below, with its period")
    yield "What counts", f"The sheet {COUNTED} says it of each measure"
    yield "Nothing to report", "Write 0 where there were none: a blank is not a figure"
    yield "Keep it safe", "It has small numbers: send it to the Board alone"


def _where_in_boxes(sheet: str) -> Iterator[Line]:
    yield "Where", (f"Write on the sheet {sheet}, into the open boxes of each row. What is shaded "
                    "is locked; say in an e-mail where a figure is wrong, and leave the box empty")
    yield "Who reads it", ("The Q&E group alone, until an officer has cleared it: then fill "
                           "cleared_for, cleared_by and cleared_on, all three")
    yield "Keep it safe", ("The figures are those of the restricted set, small numbers among them: "
                           "send it to nobody else")


def _absences() -> Iterator[Line]:
    for absence, meaning in MEANS.items():
        words = [word for word, one in ABSENCES.items() if one is absence]
        yield "", f"{' or '.join(words)}: {meaning}"
    yield "", "0: there were none"

"""The example rows of a form: left out, counted and noted."""

from __future__ import annotations

from dataclasses import replace

from pscb_lib.reading.files import Table
from pscb_lib.reading.findings import Finding, Reaction
from pscb_lib.reading.rows.nouns import Checked

EXAMPLE = "the example row of the form"


def account_for_examples(checked: Checked, table: Table) -> Checked:
    """Count the example rows of *table* as left out, with a note for each."""
    if not table.examples:
        return checked
    count = len(table.examples)
    notes = [Finding(table.file, "is the example row of the form, and is left out",
                     "nothing: it may be kept or deleted", row, sheet=table.sheet or None,
                     reaction=Reaction.NOTED) for row in table.examples]
    source = checked.sources[0]
    source = replace(source, read=source.read + count, left_out=source.left_out + count)
    return replace(checked, findings=(*checked.findings, *notes), sources=(source,),
                   reasons={**checked.reasons, EXAMPLE: count})

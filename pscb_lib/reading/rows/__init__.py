"""Turn rows of text into a checked frame: parse the cells, check each row, then rows together.

Every row is counted: rows read = used + rejected + left out. Each distinct text of a column is
parsed once.
"""

from pscb_lib.reading.rows.awaited import Awaited, awaits, find_awaited
from pscb_lib.reading.rows.files import check_table, combine, read_checked, read_files
from pscb_lib.reading.rows.nouns import (
    Broken,
    Checked,
    Field,
    FileRule,
    Reason,
    Record,
    Records,
    Rule,
    Source,
    records_of,
)
from pscb_lib.reading.rows.rows import check_records, check_rows
from pscb_lib.reading.rows.rules import find_rules, rule
from pscb_lib.reading.rows.together import check_together, leave_out_rows, name_rows

__all__ = [
    "Awaited", "Broken", "Checked", "Field", "FileRule", "Reason", "Record", "Records", "Rule",
    "Source", "awaits", "check_records", "check_rows", "check_table", "check_together", "combine",
    "find_awaited", "find_rules", "leave_out_rows", "name_rows", "read_checked", "read_files",
    "records_of", "rule",
]

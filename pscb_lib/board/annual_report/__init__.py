"""What the Board decides about its annual report: what it must hold, and what is chosen for it."""

from pscb_lib.board.annual_report.choices import Choice, read_choices
from pscb_lib.board.annual_report.contents import Content, contents_for, contents_of
from pscb_lib.board.annual_report.priorities import priorities_of, unproven, why_unacknowledged

__all__ = ["Choice", "Content", "contents_for", "contents_of", "priorities_of", "read_choices",
           "unproven", "why_unacknowledged"]

"""Hand each agency its own workbook back, with what to correct marked and listed."""

from pscb_lib.returns.feedback.workbook import write_feedback

__all__ = ["write_feedback"]

"""Write for each agency a copy of its workbook, with the cells to correct marked and listed."""

from pscb_lib.returns.feedback.workbook import write_feedback

__all__ = ["write_feedback"]

"""Check all files that agencies send in one pass, before any report is made."""

from pscb_lib.returns.checking.files import CheckedFile, check_paths
from pscb_lib.returns.checking.order import exit_code, list_findings
from pscb_lib.returns.checking.runs import Run, find_runs, make_context, run_of

__all__ = ["CheckedFile", "Run", "check_paths", "exit_code", "find_runs", "list_findings",
           "make_context", "run_of"]

"""The place of every figure of the report: its tables, and the printed labels of their lines.

The rows of most tables are the short names of the Board's standards.
"""

from __future__ import annotations

from pscb_lib.disclosure.figures import TOTAL, Place

# Who returned (S11-1), and what does not apply (S11-8).
ASKED: Place = ("returns_asked", "Returns asked for", "")  # not printed
RETURNED: Place = ("returns", "Returned", "")
IN_TIME: Place = ("returns", "Returned by the due date", "")
SCRUTINISED: Place = ("scrutinised", "Returns scrutinised", "")
ANSWERS: Place = ("answers", "Answers to standards", "")  # not printed
NOT_APPLICABLE: Place = ("not_applicable", "Said not to apply", "")

# Grades by standard, this round and the last (S11-2); a column for each grade.
STANDARDS, BEFORE = "standards", "standards_before"
GRADED: Place = (STANDARDS, TOTAL, TOTAL)

# What Q&E changed (S11-3), and what fully met rests on (S11-4).
MODERATION, LOWERED, RAISED = "moderation", "Lowered", "Raised"
ALL_LOWERED: Place = (MODERATION, TOTAL, LOWERED)
ALL_RAISED: Place = (MODERATION, TOTAL, RAISED)
UNPROVEN: Place = ("evidence", "Fully met without evidence", "")
STALE: Place = ("evidence", "Fully met on stale evidence", "")
POLICY: Place = ("evidence", "Fully met on a policy alone", "")

# Agencies' grades beside practitioners' answers (S11-5).
PERCEPTION, AGENCIES, PRACTITIONERS = "perception", "Agencies", "Practitioners"
TOO_FEW = "fewer than ten answers"

# Movement of the same agencies (S11-6), and the last round's actions (S11-7).
MOVED = "moved"
BETTER, SAME, WORSE = MOVES = ("Better", "The same", "Worse")
SAME_NOW, SAME_BEFORE = "same_now", "same_before"  # by grade, of those graded in both rounds
IN_BOTH: Place = ("in_both", "Agencies scrutinised in both rounds", "")
AGREED: Place = ("actions", "Agreed", "")
COMPLETED: Place = ("actions", "Completed", "")
EVIDENCED: Place = ("actions", "Outcome evidenced", "")

# The voluntary sector, and the restricted log.
HOLD: Place = ("voluntary", "Hold the sector's standards", "")
ANSWERED: Place = ("voluntary", "Answered", "")
FAILED: Place = ("failures", "Failures known", "")
REMEDIED: Place = ("failures", "Remedied", "")

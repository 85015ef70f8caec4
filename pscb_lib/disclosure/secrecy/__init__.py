"""Statistical disclosure control for small counts: one system of equations over integers.

Pure rules about abstract cells. A caller says which counts there are and what sums, rounded
figures and percentages tell of them (:mod:`.system`, :mod:`.relations`); :mod:`.attack` says what
an outsider can work out, :mod:`.choose` what else must be hidden. scipy is imported when it is
first needed, not before.
"""

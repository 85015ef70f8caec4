"""Statistical disclosure control for small counts: one system of relations between integers.

These are rules about abstract cells, without tables or papers. :mod:`.system` has the cells and
:mod:`.relations` what sums, rounded figures and percentages reveal of them. :mod:`.attack` works
out each count's feasibility interval, :mod:`.choose` chooses the secondary suppression. The
solver, HiGHS, is imported only when it is needed.
"""

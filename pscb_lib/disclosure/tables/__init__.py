"""Mask any table of counts with totals, whoever made it, and others that share its totals.

:mod:`.grid` reads a file and finds its counts, :mod:`.sums` which of them add up, :mod:`.linked`
joins several files into one system, and :mod:`.masked` hides what must be hidden and says why.
"""

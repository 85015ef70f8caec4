"""Files to checked rows: cells, columns, rules and findings.

Here lives what any file is read with, returns and ``params/`` alike. Nothing here knows what a
report, a return or the Board's decisions are. Start with :mod:`~pscb_lib.reading.rows`.
"""

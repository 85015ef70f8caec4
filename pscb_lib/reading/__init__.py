"""Files to checked rows: cells, columns, rules and findings.

This wing reads every kind of file, returns and ``params/`` alike. Nothing here depends on a
report, a return or the Board's decisions. Start with :mod:`~pscb_lib.reading.rows`.
"""

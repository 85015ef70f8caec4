"""What agencies send: kinds of return, checks, forms, feedback, accepted returns, national files.

A return that a single report reads is in that report's folder; a return that several reports
read is in :mod:`~pscb_lib.returns.registers`. No figure of a report is made here. Start with
:mod:`~pscb_lib.returns.kinds`.
"""

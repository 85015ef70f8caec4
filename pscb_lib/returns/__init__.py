"""What agencies send: kinds of return, checks, forms, feedback, accepted returns, national files.

A return that one report alone reads lives with that report; those that several read are in
:mod:`~pscb_lib.returns.registers`. Nothing here makes a figure of a report. Start with
:mod:`~pscb_lib.returns.kinds`.
"""

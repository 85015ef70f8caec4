"""What a reader sees: blocks, charts, tables and sentences; HTML, PDF and spreadsheets.

Everything here takes shown figures (:class:`~pscb_lib.disclosure.showing.Shown`), never a bare
frame. What only one report says lives with that report. Start with
:mod:`~pscb_lib.page.blocks`.
"""

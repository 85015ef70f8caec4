"""The parts of a paper: blocks, charts, tables and sentences; HTML, PDF and spreadsheets.

Everything here takes shown figures (:class:`~pscb_lib.disclosure.showing.Shown`), never a bare
frame. Tables and sentences of a single report are in that report's folder. Start with
:mod:`~pscb_lib.page.blocks`.
"""

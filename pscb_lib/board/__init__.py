"""The Board's decisions, its year and its record.

Here live the readers of ``params/``: settings, indicators, agencies, meetings, the programme,
benchmarks and the ledger. Nothing here reads an agency's return or draws a page. Start with
:mod:`~pscb_lib.board.context`.
"""

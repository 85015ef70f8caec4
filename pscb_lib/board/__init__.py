"""The Board's decisions, its year and its record.

This wing reads ``params/``: settings, indicators, agencies, meetings, the programme, benchmarks
and the ledger. Nothing here reads an agency's return or makes a page. Start with
:mod:`~pscb_lib.board.context`.
"""

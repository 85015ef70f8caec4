"""One workbook of the Board's decisions: made from ``params/``, edited in Excel and taken back.

Start with :mod:`~pscb_lib.running.params_book.pages`, what the workbook holds, and
:mod:`~pscb_lib.running.params_book.taking`, how it comes back.
"""

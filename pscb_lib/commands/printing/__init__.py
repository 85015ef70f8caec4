"""What commands print: tables for a console, CSV and JSON for a program.

Commands import these modules within their functions, since they need what ``pscb --help`` does
not. Start with :mod:`~pscb_lib.commands.printing.columns`.
"""

"""Print the results of commands: tables for a console, CSV and JSON for a program.

Commands import these modules within their functions, because ``pscb --help`` does not need them.
Start with :mod:`~pscb_lib.commands.printing.columns`.
"""

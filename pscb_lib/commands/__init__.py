"""The command ``pscb``: one module a command, found by its place in this folder.

Here live options, messages and exit codes; what a command does lives in the wings below. Start
with :mod:`~pscb_lib.commands.cli`.
"""

"""The command ``pscb``: a command is a module of this folder, found by its place.

Here live options, messages and exit codes; what a command does lives in the wings below. A module
imports what is slow within its function, so that ``pscb --help`` stays quick. Start with
:mod:`~pscb_lib.commands.cli`.
"""

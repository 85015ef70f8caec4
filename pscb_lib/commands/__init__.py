"""The command ``pscb``: every module of this folder is a command.

This wing has options, messages and exit codes; the work is done in the wings below. A module
imports slow packages within its function, so that ``pscb --help`` stays quick. Start with
:mod:`~pscb_lib.commands.cli`.
"""

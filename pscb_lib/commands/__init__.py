"""The command ``pscb``: a module of this folder for each command, and what they share.

This wing has options, messages and exit codes; the work is done in the wings below. A module
imports slow packages within its function, so that ``pscb --help`` stays quick. Start with
:mod:`~pscb_lib.commands.cli`.
"""

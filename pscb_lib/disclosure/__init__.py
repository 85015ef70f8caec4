"""Figures, and what may be shown to whom.

Here live the frame of figures and how they are tied, the masking of small numbers
(:mod:`~pscb_lib.disclosure.secrecy`) and the attack on finished files
(:mod:`~pscb_lib.disclosure.outsider`). Nothing here knows a report or prints a page. Start with
:mod:`~pscb_lib.disclosure.showing`.
"""

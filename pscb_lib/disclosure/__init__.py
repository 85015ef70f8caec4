"""Figures, and what each audience may see of them.

This wing has the frame of figures and the ties between them, the suppression of small counts
(:mod:`~pscb_lib.disclosure.secrecy`) and the audit of finished files
(:mod:`~pscb_lib.disclosure.outsider`). Nothing here knows a report or makes a page. Start with
:mod:`~pscb_lib.disclosure.showing`.
"""

"""Scheduling: the audit programme, its frequencies and meetings, and when each item is due.

Start with :mod:`~pscb_lib.framework.scheduling.deadlines`; the state of each item is in
:mod:`~pscb_lib.framework.scheduling.planner`.
"""

"""Scheduling: the audit programme, its frequencies and meetings, and when each item is due.

Start with :mod:`~pscb_lib.framework.scheduling.deadlines`; how far an item has come is in
:mod:`~pscb_lib.framework.scheduling.planner`.
"""

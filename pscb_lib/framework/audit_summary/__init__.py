"""Audit summary: audits, their actions, Section 11 self-audits, and whether actions are SMART.

Start with :mod:`~pscb_lib.framework.audit_summary.actions`: an action ends only with evidence of
an outcome. The counts of each are in :mod:`~pscb_lib.framework.audit_summary.summary`.
"""

"""Audit summary: audits, their actions, Section 11 self-audits, and whether actions are SMART.

Start with :mod:`~pscb_lib.framework.audit_summary.actions`: an action is closed only with
evidence of an outcome. The counts are in :mod:`~pscb_lib.framework.audit_summary.summary`.
"""

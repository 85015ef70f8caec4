"""What the framework rules, and how it is reckoned.

Here live ratings (:mod:`~pscb_lib.framework.rag`), scheduling
(:mod:`~pscb_lib.framework.scheduling`), the audit summary
(:mod:`~pscb_lib.framework.audit_summary`), periods, working days and, beside them, the
:mod:`~pscb_lib.framework.statistics`. All but the statistics need the standard library alone.
Nothing here reads a file, knows a Board's own decisions or shows a page. Start with ``rag``.
"""

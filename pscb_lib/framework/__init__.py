"""The rules of the framework, and how each is calculated.

This wing holds ratings (:mod:`~pscb_lib.framework.rag`), scheduling
(:mod:`~pscb_lib.framework.scheduling`), the audit summary
(:mod:`~pscb_lib.framework.audit_summary`), periods, working days and, beside them, the
:mod:`~pscb_lib.framework.statistics`. All but the statistics need only the standard library.
Nothing here reads a file, uses the Board's own decisions or makes a page. Start with ``rag``.
"""

"""The audit programme (Appendix 1): what is due, overdue and next; audits, actions, Section 11."""

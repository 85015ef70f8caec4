"""Returns that several reports read: actions, audits and Section 11 answers."""

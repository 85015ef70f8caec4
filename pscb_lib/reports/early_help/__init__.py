"""Common assessments and early help (item 15), each half-year: who starts them, and what helps."""

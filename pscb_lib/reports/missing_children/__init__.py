"""Children missing from home and care (item 11), each half-year."""

"""Allegations against staff and volunteers (item 12), each half-year."""

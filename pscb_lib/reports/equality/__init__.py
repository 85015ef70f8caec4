"""Equality and involvement: who is over- or under-represented at each step, and who is heard."""

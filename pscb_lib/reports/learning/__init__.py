"""Learning and good practice: whether it reached those who need it, and whether they used it."""

"""The sample returns shipped with the suite, and what makes the invented ones."""

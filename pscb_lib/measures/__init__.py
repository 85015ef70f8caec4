"""From checked returns to figures: one module for each report."""

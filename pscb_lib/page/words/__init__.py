"""The sentences that are made from figures: one module for each report."""

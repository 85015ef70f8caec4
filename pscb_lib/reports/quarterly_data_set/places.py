"""The tables beside the one of the indicators. Rows are indicators, columns periods."""

REVISED = "revised"  # as known when the last paper was due, if changed since
COMMENTED = "commented"  # as known when a lead wrote about it
HALVES, OF_HALVES = "halves", "of_halves"  # not printed: another report prints a half-year
PARTS = "parts"  # not printed: the quarters of figures that cover a longer time

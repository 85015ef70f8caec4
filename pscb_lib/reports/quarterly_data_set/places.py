"""The tables beside the one of the indicators. Rows are indicators, columns periods."""

REVISED = "revised"  # as known when the last paper was due, if changed since
COMMENTED = "commented"  # as known when a lead wrote about it
LONGER, OF_LONGER = "longer", "of_longer"  # not printed: another report prints a longer period
PARTS = "parts"  # not printed: the quarters of figures that cover a longer time

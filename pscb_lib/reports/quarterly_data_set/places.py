"""The tables of figures beside that of the indicators. Rows are indicators, columns periods."""

REVISED = "revised"  # what a quarter was when the last paper was due, where it has changed since
COMMENTED = "commented"  # what a lead wrote about, as it was then
HALVES, OF_HALVES = "halves", "of_halves"  # stand in no paper: another report prints a half-year
PARTS = "parts"  # stand in no paper: the quarters of what is counted over a longer time

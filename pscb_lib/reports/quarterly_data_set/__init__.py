"""The quarterly data set (item 10): every indicator, exceptions first."""

"""The quarterly data set (item 10): 44 indicators, exceptions first."""

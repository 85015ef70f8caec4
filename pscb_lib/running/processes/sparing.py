"""Collect garbage seldom: the server imports this first, and what it forks is as sparing.

Each process makes one set or runs one kernel, and ends. Most of what it makes it needs to its end,
so that looking for garbage again and again costs time and frees little.
"""

import gc

gc.set_threshold(100_000, 20, 20)

"""Read many rows without Python's search for circles of objects.

Rows are objects by the million and make no circles, and each search walks all of them again: it
took a third of the check of a large return. What is no longer used is freed as ever.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Do without the search until the end of the block."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()

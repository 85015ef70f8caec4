"""Fixtures that many tests share."""

import pytest
from papers import published
from projects import board_maker, small_project
from sample import sample, sample_project
from synthetic import faulty, sound
from warm_batches import serve

from pscb_lib.running.processes.processes import FORKS

__all__ = ["board_maker", "faulty", "published", "sample", "sample_project", "small_project",
           "sound"]


@pytest.fixture(scope="session", autouse=True)
def served() -> None:
    """Start the tests' own warm server first: a test that warms up would start one without it."""
    if FORKS:
        serve()

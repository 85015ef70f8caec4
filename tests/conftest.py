"""Fixtures that many tests share."""

from papers import published
from projects import board_maker, small_project
from sample import sample, sample_project
from synthetic import faulty, sound

__all__ = ["board_maker", "faulty", "published", "sample", "sample_project", "small_project",
           "sound"]

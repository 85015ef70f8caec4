"""Fixtures that many tests share."""

from papers import published
from projects import small_project
from sample import sample, sample_project

__all__ = ["published", "sample", "sample_project", "small_project"]

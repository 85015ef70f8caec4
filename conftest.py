"""Where nbval finds what it must not compare, whichever folder pytest is started in."""

from pathlib import Path

import pytest


def pytest_configure(config: pytest.Config) -> None:
    """The sanitizer of the project, unless another is named."""
    if config.option.nbval_sanitize_with is None:
        config.option.nbval_sanitize_with = str(
            Path(__file__).parent / "tests" / "nbval_sanitize.cfg")

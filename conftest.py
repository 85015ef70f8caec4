"""Settings of pytest for notebooks and tests, whichever folder it is started in."""

from pathlib import Path

import pytest


def pytest_configure(config: pytest.Config) -> None:
    """Make nbval compare as the project configures, unless another sanitizer is named."""
    if config.option.nbval_sanitize_with is None:
        config.option.nbval_sanitize_with = str(
            Path(__file__).parent / "tests" / "nbval_sanitize.cfg")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark notebooks that are run but not compared as slow, unless one is named."""
    for item in items if not any(".ipynb" in name for name in config.args) else ():
        is_report = item.path.suffix == ".ipynb" and item.path.parent.name == "notebooks"
        if is_report and not any(cell.get("outputs") for cell in item.parent.nb.cells):
            item.add_marker(pytest.mark.slow)

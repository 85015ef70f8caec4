"""Settings of pytest for notebooks and tests, whichever folder it is started in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from xdist.scheduler import LoadFileScheduling

# What takes longest starts first, so that no worker waits for another at the end. All others
# follow in the order of their names.
FIRST = ("test_random_boards", "test_published_pages", "test_random_deaths", "test_unsaid_sums",
         "test_second_board", "test_general", "test_cluster", "test_masked_sentences",
         "test_faults_writes", "test_scheduling", "test_strange_files", "test_masked_kernels",
         "test_some_children", "test_private", "test_leaky")
APART = ("test_random_boards",)  # tests that share nothing: each goes to the worker that is free


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
    places = {name: place for place, name in enumerate(FIRST)}
    items.sort(key=lambda item: places.get(item.path.stem, len(FIRST)))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> LoadFileScheduling | None:
    """Give each worker a file at a time, in our order, but some tests one by one."""
    if config.getvalue("dist") != "loadfile":
        return None
    from xdist.scheduler import LoadFileScheduling

    class Scheduling(LoadFileScheduling):
        def _split_scope(self, nodeid: str) -> str:
            file = super()._split_scope(nodeid)
            return nodeid if Path(file).stem in APART else file

    config.option.loadscopereorder = False
    return Scheduling(config, log)

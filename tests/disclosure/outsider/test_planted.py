"""Every leak planted in a finished file is found, but for those that are listed as out of reach."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from pandas import DataFrame
from planted import OUT_OF_REACH, PLANTED, write_sets
from planted_word import PLANTED_IN_WORD

from pscb_lib.disclosure.outsider.finished import read_exact, read_finished
from pscb_lib.disclosure.outsider.found import Finished
from pscb_lib.disclosure.outsider.sets import own_leaks


@dataclass(frozen=True)
class Sets:
    """A public set without a leak, what is read in it, and the exact figures behind it."""

    public: Path
    found: Finished
    exact: DataFrame


@pytest.fixture(scope="module")
def sets(tmp_path_factory):
    """The sets in which each leak is planted."""
    folder = tmp_path_factory.mktemp("planted")
    write_sets(folder)
    public = folder / "public"
    return Sets(public, read_finished(public), read_exact(folder / "restricted"))


def found_with(sets, leak, folder):
    """What is found in a folder that has only the file that *leak* changes."""
    path, whole = folder / leak.file, sets.public / leak.file
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(leak.plant(whole.read_bytes() if whole.exists() else b""))
    try:
        found = read_finished(folder)
    except ValueError as fault:
        return [str(fault)]
    if found.figures is None:
        found.figures, found.front = sets.found.figures, sets.found.front
    return own_leaks(found, sets.exact)


def test_nothing_is_found_where_nothing_was_planted(sets):
    assert own_leaks(sets.found, sets.exact) == []


@pytest.mark.parametrize("leak", [pytest.param(leak, id=f"{leak.file}, {leak.way}")
                                  for leak in (*PLANTED, *PLANTED_IN_WORD, *OUT_OF_REACH)])
def test_a_planted_leak_is_found(sets, leak, tmp_path):
    assert bool(found_with(sets, leak, tmp_path)) == leak.is_caught


def test_at_least_ninety_of_a_hundred_are_found():
    assert len(PLANTED) >= 90
    assert len(PLANTED) / (len(PLANTED) + len(OUT_OF_REACH)) >= 0.9

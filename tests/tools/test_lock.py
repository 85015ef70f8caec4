"""The lock has every pinned package, each with its hashes, and says nothing of where it is from."""

from __future__ import annotations

import re
import tomllib

import pytest
from papers import ROOT

from tools.lock import Wheel, marker_of, needed, read_pins

LOCK = (ROOT / "lock.txt").read_text(encoding="utf-8")
ENTRY = re.compile(r"^(\S+)==(\S+)(?: ; (.+))? \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)",
                   re.MULTILINE)
NOT_LOCKED = {"appnope", "pytauargus"}  # macOS and the benchmarks
EVERY = [(python, system) for python in ("3.11", "3.12", "3.13") for system in ("linux", "win32")]


def test_the_lock_has_what_the_constraints_have_and_the_same_versions():
    pinned = {re.sub(r"[-_.]+", "-", name).lower(): version for name, version in (
        line.split("==") for line in read_pins(ROOT / "constraints.txt"))}
    locked = {name: version for name, version, *_ in ENTRY.findall(LOCK)}
    assert locked == {name: version for name, version in pinned.items() if name not in NOT_LOCKED}


def test_every_line_is_an_entry_with_hashes():
    rest = ENTRY.sub("", LOCK)
    assert [line for line in rest.splitlines() if not line.startswith("#")] == []
    assert "://" not in LOCK


def test_the_build_backend_is_locked():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert all(f"\n{one} \\" in LOCK for one in project["build-system"]["requires"])


@pytest.mark.parametrize(("places", "marker"), [
    (EVERY, ""),
    ([one for one in EVERY if one[1] == "win32"], 'sys_platform == "win32"'),
    (EVERY[2:4], 'python_version == "3.12"'),
    (EVERY[:4], 'python_version == "3.11" or python_version == "3.12"'),
    ([EVERY[0], EVERY[2]],
     'sys_platform == "linux" and (python_version == "3.11" or python_version == "3.12")')])
def test_a_package_of_some_places_has_their_marker(places, marker):
    assert marker_of(places) == marker


def test_what_is_needed_follows_extras_and_markers():
    wheels = {"a": Wheel("1", "", ("b[x]", 'c ; sys_platform == "win32"')),
              "b": Wheel("1", "", ('d ; extra == "x"', 'e ; extra == "y"')),
              "c": Wheel("1", "", ()), "d": Wheel("1", "", ()), "e": Wheel("1", "", ())}
    assert needed(("3.11", "linux"), wheels, ["A>=1"]) == {"a", "b", "d"}
    assert needed(("3.11", "win32"), wheels, ["A>=1"]) == {"a", "b", "c", "d"}

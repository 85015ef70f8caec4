"""The figures of the structure of a checkout, on a small package counted by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.structure import graphs, sizes
from tools.structure.__main__ import main
from tools.structure.imports import WINGS, graph_of, modules_of, tops
from tools.structure.reports import Cost, costs

SIX = "a = 1\nb = 2\nc = 3\nd = 4\ne = 5\nf = 6\n"


def write(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def package_of(root: Path, **modules: str) -> Path:
    return write(root, {f"pscb_lib/{name}.py": text for name, text in modules.items()})


def graph(root, **options):
    return graph_of(modules_of(root), **options)


@pytest.fixture
def package(tmp_path):
    """A chain of rooms a, b and c; x and y import each other, one of them in a function."""
    return package_of(
        tmp_path, a="from pscb_lib.b import one\nfrom pscb_lib import x\n", b="import pscb_lib.c\n",
        c="import json\n", x="from pscb_lib.y import two\n", alone="",
        y="from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from pscb_lib.a import three\n"
          "def late():\n    from pscb_lib.x import four\n")


def test_an_import_on_import_is_not_a_deferred_one(package):
    assert graph(package) == {"a": {"b", "x"}, "b": {"c"}, "c": set(), "x": {"y"}, "y": set(),
                              "alone": set()}
    assert graph(package, with_deferred=True)["y"] == {"a", "x"}


def test_a_circle_is_all_that_reach_each_other(package):
    assert graphs.circles(graph(package)) == []
    assert graphs.circles(graph(package, with_deferred=True)) == [("a", "x", "y")]


def test_floors_are_the_longest_chain_where_a_circle_is_one(package):
    assert graphs.floors(graph(package)) == 3
    assert graphs.floors(graph(package, with_deferred=True)) == 3  # the circle, b and c


def test_a_room_imports_or_is_imported(package):
    assert graphs.rooms(graph(package)) == {"a", "b", "c", "x", "y"}


def test_a_folder_is_one_room(tmp_path):
    write(tmp_path, {
        "pscb_lib/a/one.py": "from pscb_lib.a.two import x\nfrom pscb_lib.b.three import y\n",
        "pscb_lib/a/two.py": "", "pscb_lib/b/three.py": ""})
    assert tops(graph(tmp_path)) == {"a": {"b"}, "b": set()}


@pytest.mark.parametrize(("first", "second", "pairs"), [
    pytest.param(SIX, SIX, 1, id="six lines"),
    pytest.param(SIX + "g = 7\n", SIX + "\ng = 7\n", 1, id="a longer run is one, blanks or not"),
    pytest.param(SIX, SIX.replace("f", "h"), 0, id="five lines"),
    pytest.param(SIX + "g = 7\n" + SIX, SIX, 3, id="three places are three pairs"),
])
def test_the_same_lines_in_two_places_are_a_pair(tmp_path, first, second, pairs):
    package_of(tmp_path, one=first, two=second)
    assert sizes.duplicates(modules_of(tmp_path).values()) == pairs


def test_a_function_is_known_by_its_lines_annotation_and_docstring(tmp_path):
    package_of(tmp_path, one='def seen() -> int:\n    """It."""\n    return 1\n'
                        "class _Hidden:\n    def inner(self):\n        pass\n")
    found = [*sizes.functions_of(modules_of(tmp_path).values())]
    assert found == [sizes.Function(3, True, True, True), sizes.Function(2, False, False, False)]


def test_the_spread_is_the_median_and_what_nine_in_ten_do_not_exceed():
    assert sizes.median_and_p90(range(1, 21)) == (10.5, 18)


def test_a_report_has_its_folder_notebook_yamls_sample_and_tests(tmp_path):
    write(tmp_path, {
        "pscb_lib/reports/visits/__init__.py": "\n",
        "pscb_lib/reports/visits/measures.py": "\n\n",
        "pscb_lib/samples/calls.csv": "a\n1\n2\n",
        "notebooks/visits.ipynb": '{"metadata":\n {"pscb": {"returns": ["calls"]}}}',
        "params/q3/visits.yaml": "a: 1\n",
        "params/q3/visits--may.yaml": "a: 2\n",
        "params/q3/other.yaml": "a: 3\n",
        "tests/reports/visits/test_measures.py": "\n\n\n"})
    assert costs(tmp_path) == [Cost("visits", files=7, library=3, lines=10)]


def test_only_a_checkout_with_wings_has_imports_up(tmp_path, capsys):
    def imports_up(root):
        main(str(root))
        [line] = [line for line in capsys.readouterr().out.splitlines() if "Imports up" in line]
        return line.split()[-1]

    up = "def late():\n    import pscb_lib.running.one\n"
    wings = {f"pscb_lib/{wing}/one.py": up for wing in WINGS}
    assert imports_up(write(tmp_path / "wings", wings)) == "8"  # all below running
    assert imports_up(package_of(tmp_path / "none", one=up)) == "n/a"

"""Blocks with a place stand side by side."""

import pytest

from pscb_lib.page.rendering.layout import laid_out


def block(name, place=None):
    return {"kind": "prose", "name": name} | ({"place": place} if place else {})


def arranged(*found):
    return ["|".join("".join(inner["name"] for inner in column) for column in one["columns"])
            if one["kind"] == "columns" else one["name"] for one in laid_out(found)]


@pytest.mark.parametrize(("found", "expected"), [
    pytest.param([block("a"), block("b")], ["a", "b"], id="no columns"),
    pytest.param([block("a", (1, 2)), block("b", (1, 2)), block("c", (2, 2)), block("d")],
                 ["ab|c", "d"], id="a column stacks its blocks"),
    pytest.param([block("a", (1, 2)), block("b", (2, 2)), block("c", (1, 2)), block("d", (2, 2))],
                 ["a|b", "c|d"], id="back to the left begins a new row"),
    pytest.param([block("a", (2, 2))], ["|a"], id="an empty column keeps its room"),
    pytest.param([block("a", (1, 2)), block("b", (2, 2)), block("c", (1, 3))],
                 ["a|b", "c||"], id="another number of columns"),
])
def test_columns(found, expected):
    assert arranged(*found) == expected

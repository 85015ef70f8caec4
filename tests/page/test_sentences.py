"""A sentence is split into plain and strong text and links."""

import pytest

from pscb_lib.page.blocks import runs


def plain(words):
    return {"text": words, "strong": False}


@pytest.mark.parametrize(("words", "expected"), [
    ("All.", [plain("All.")]),
    ("**Red** now", [{"text": "Red", "strong": True}, plain(" now")]),
    ("See [](#trend).", [plain("See "), plain("") | {"link": "trend"}, plain(".")]),
    ("[the rows](#rows--a)", [plain("the rows") | {"link": "rows--a"}]),
    ("**See [it](#x)**", [{"text": "See ", "strong": True},
                          {"text": "it", "strong": True, "link": "x"}]),
    pytest.param("[c] is hidden", [plain("[c] is hidden")], id="brackets alone are text"),
    pytest.param("[x](https://example.org)", [plain("[x](https://example.org)")],
                 id="an address outside the paper is text"),
])
def test_runs(words, expected):
    assert runs(words) == expected

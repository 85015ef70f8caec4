"""Single values of settings.yaml are replaced, and every other byte of it stays."""

from __future__ import annotations

import pytest
import yaml
from papers import ROOT

from pscb_lib.board.settings_text import settings_in, with_values

TEXT = """\
# What the Board has set. Every value is text.
board: Northshire Board  # printed on every paper
green: "95"  # per cent
thresholds:  # of the framework
  amber: "90"  # at least this
sets: [restricted, board]  # made on every run
long:
  - one
  - two
# logo: logo.svg  # a picture
# accent: "#2b5c8a"  # a colour
# set_names:  # what the sets are called
#   restricted: Officers only
"""


def test_the_settings_of_a_text_with_what_is_not_set():
    found = {name: (one.value, one.meaning) for name, one in settings_in(TEXT).items()
             if not one.is_group}
    assert found == {
        "board": ("Northshire Board", "printed on every paper"), "green": ("95", "per cent"),
        "thresholds.amber": ("90", "at least this"),
        "sets": ("restricted, board", "made on every run"), "long": ("one, two", ""),
        "logo": ("", "a picture"), "accent": ("", "a colour"),
        "set_names.restricted": ("", "what the sets are called")}


@pytest.mark.parametrize(("values", "before", "after"), [
    pytest.param({"board": "Southshire Board"}, "board: Northshire Board  #",
                 "board: Southshire Board  #", id="plain"),
    pytest.param({"green": "96"}, 'green: "95"  #', 'green: "96"  #', id="in quotation marks"),
    pytest.param({"board": "A: B # C"}, "board: Northshire Board  #", 'board: "A: B # C"  #',
                 id="what YAML would read otherwise"),
    pytest.param({"sets": "board"}, "sets: [restricted, board]  #", "sets: [board]  #",
                 id="a list"),
    pytest.param({"logo": "b.png"}, "# logo: logo.svg  #", "logo: b.png  #", id="not set before"),
    pytest.param({"board": ""}, "board: Northshire", "# board: Northshire", id="cleared"),
    pytest.param({"thresholds.amber": ""}, 'thresholds:  # of the framework\n  amber',
                 '# thresholds:  # of the framework\n#   amber', id="the last of a group"),
    pytest.param({"set_names.restricted": "Staff"},
                 "# set_names:  # what the sets are called\n#   restricted: Officers only",
                 "set_names:  # what the sets are called\n  restricted: Staff",
                 id="the first of a group"),
])
def test_a_value_is_replaced_where_it_stands(values, before, after):
    assert with_values(TEXT, values) == TEXT.replace(before, after)


def test_a_value_that_is_set_and_cleared_leaves_what_was():
    there = with_values(TEXT, {"logo": "logo.svg", "set_names.restricted": "Officers only"})
    assert yaml.safe_load(there)["set_names"] == {"restricted": "Officers only"}
    assert with_values(there, {"logo": "", "set_names.restricted": ""}) == TEXT


def test_a_value_on_other_lines_is_refused_by_name():
    with pytest.raises(ValueError, match="^long$"):
        with_values(TEXT, {"long": "three"})


def test_the_shipped_settings_have_a_meaning_each_and_stay_as_they_are():
    text = (ROOT / "params" / "settings.yaml").read_text(encoding="utf-8")
    found = settings_in(text)
    assert [name for name, one in found.items() if not one.meaning] == []
    assert with_values(text, {name: one.value for name, one in found.items()
                              if one.value and not one.is_group}) == text

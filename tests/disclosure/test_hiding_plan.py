"""A disclosure plan is written sorted and read back the same; any other file is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from pscb_lib.disclosure.hiding_plan import Plan, read_plan, write_plan
from pscb_lib.reading.findings import InputError

PLACES = frozenset({("t", "North", ""), ("t", "Änderung", "Girls")})


def test_a_plan_is_read_as_it_was_written(tmp_path: Path) -> None:
    write_plan(Plan(PLACES, "ab12"), tmp_path / "plan.json")

    assert read_plan(tmp_path / "plan.json") == Plan(PLACES, "ab12")


def test_a_plan_is_the_same_bytes_whatever_the_order_of_its_places(tmp_path: Path) -> None:
    write_plan(Plan(PLACES, "ab12"), tmp_path / "plan.json")

    assert (tmp_path / "plan.json").read_bytes().decode("utf-8") == (
        '{"figures": "ab12", "hidden": [["t", "North", ""], ["t", "Änderung", "Girls"]]}\n')


@pytest.mark.parametrize(("text", "fault"), [
    pytest.param(None, "FileNotFoundError", id="no such file"),
    pytest.param("{", "JSONDecodeError", id="half a file"),
    pytest.param("{}", "KeyError", id="without its places"),
    pytest.param("[]", "TypeError", id="a list"),
    pytest.param('{"hidden": 3, "figures": ""}', "TypeError", id="places that are a number"),
])
def test_a_file_that_is_not_a_plan_is_refused(tmp_path: Path, text: str | None, fault: str) -> None:
    path = tmp_path / "plan.json"
    if text is not None:
        path.write_text(text, encoding="utf-8")

    with pytest.raises(InputError) as refused:
        read_plan(path)

    assert str(refused.value) == (f"plan.json, column plan: is not a disclosure plan ({fault}); "
                                  "leave the parameter plan to the runner")

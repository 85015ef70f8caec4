"""A cycle's file of all figures is what its sets say, one below the other, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from pscb_lib.page.words.front import DRAFT, RELEASED
from pscb_lib.running.cycle_figures import find_edited_figures, write_cycle_figures
from pscb_lib.running.publishing.key import Seal
from pscb_lib.running.publishing.manifest import write_manifest

HEAD = "table,value,marking\r\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of an audience with two sets; the second is still a draft."""
    folder = tmp_path / "outputs" / "1999-00-q3" / "public"
    write_set(folder / "deaths", f"a,1,{RELEASED}\r\n")
    write_set(folder / "missing", f"b,2,{DRAFT}\r\n")
    return folder


def write_set(folder: Path, lines: str) -> None:
    """Write a set with these figures."""
    (folder / "tables").mkdir(parents=True, exist_ok=True)
    (folder / "tables" / "all_figures.csv").write_bytes(("\ufeff" + HEAD + lines).encode())
    write_manifest(folder, {}, "public", [], Seal(b"0" * 32, "a set"))


def test_the_sets_stand_below_each_other_under_one_line_of_names(folder):
    write_set(folder / "missing", f"b,2,{RELEASED}\r\n")
    write_cycle_figures(folder)
    assert (folder / "figures.csv").read_bytes().decode("utf-8-sig") == (
        f"{HEAD}a,1,{RELEASED}\r\nb,2,{RELEASED}\r\n")


def test_a_draft_is_not_in_it(folder):
    write_cycle_figures(folder)
    assert "b,2" not in (folder / "figures.csv").read_text(encoding="utf-8")


def test_a_set_that_was_edited_is_not_in_it(folder):
    (folder / "deaths" / "tables" / "all_figures.csv").write_bytes(HEAD.encode())
    write_cycle_figures(folder)
    assert not (folder / "figures.csv").exists()


def test_an_edited_file_is_found(folder):
    write_cycle_figures(folder)
    assert find_edited_figures(folder.parents[1]) == []
    with (folder / "figures.csv").open("a", encoding="utf-8") as file:
        file.write("c,3,\n")
    assert find_edited_figures(folder.parents[1]) == [
        "1999-00-q3/public/figures.csv: was edited, or a set beside it was made since; "
        "pscb run writes it again"]

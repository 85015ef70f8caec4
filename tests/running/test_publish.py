"""A set replaces the last one as a whole, and an interrupted replacement is undone."""

from __future__ import annotations

import pytest

from pscb_lib.running.publishing.publish import keep_failed
from pscb_lib.running.publishing.replacing import PREVIOUS, replace_set, restore


@pytest.fixture
def folders(tmp_path):
    new, target = tmp_path / "new", tmp_path / "cycle" / "report"
    for folder, text in ((new, "new"), (target, "old")):
        folder.mkdir(parents=True)
        (folder / "page").write_text(text, encoding="utf-8")
    return new, target


def test_the_new_set_replaces_the_old_one(folders):
    new, target = folders
    replace_set(new, target)
    assert (target / "page").read_text(encoding="utf-8") == "new"
    assert [path.name for path in target.parent.iterdir()] == ["report"]


def test_after_a_crash_between_the_two_renames_the_old_set_is_restored(folders):
    _, target = folders
    target.rename(target.with_name(target.name + PREVIOUS))
    restore(target)
    assert (target / "page").read_text(encoding="utf-8") == "old"


def test_a_crash_before_the_old_set_was_removed_keeps_the_new_one(folders):
    new, target = folders
    target.rename(target.with_name(target.name + PREVIOUS))
    new.rename(target)
    restore(target)
    assert (target / "page").read_text(encoding="utf-8") == "new"
    assert [path.name for path in target.parent.iterdir()] == ["report"]


def test_if_the_new_set_cannot_be_renamed_the_old_one_is_restored(folders):
    new, target = folders
    with pytest.raises(OSError):
        replace_set(new.with_name("gone"), target)
    assert (target / "page").read_text(encoding="utf-8") == "old"
    assert [path.name for path in target.parent.iterdir()] == ["report"]


def test_a_failure_is_kept_even_if_its_folder_is_missing(tmp_path):
    kept = keep_failed(tmp_path / ".work" / "gone", tmp_path, "small", "it failed")
    assert [path.name for path in kept.iterdir()] == ["error.txt"]

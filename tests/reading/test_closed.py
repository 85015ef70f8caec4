"""A process that may not read the returns: by their path, or by another name of it."""

from __future__ import annotations

import os

import pandas
import pytest

from pscb_lib.reading import closed
from pscb_lib.reading.closed import Closed, close, reading
from pscb_lib.reading.findings import InputError

REFUSED = (": cannot be read here: this set is made from figures that are masked already; take "
           "what the page needs from open_paper")


@pytest.fixture
def returns(tmp_path, monkeypatch):
    """A folder of returns with one file, closed to this process until the test ends."""
    monkeypatch.setattr(closed, "_process", closed._Process())
    folder = tmp_path / "returns"
    folder.mkdir()
    (folder / "deaths.csv").write_text("death_id\nD1\n", encoding="utf-8")
    (tmp_path / "returns.csv").write_text("x\n1\n", encoding="utf-8")
    (tmp_path / "other").symlink_to(folder)
    close(Closed((folder,), open_to=("agency",)))
    return folder


@pytest.mark.parametrize("read", [
    pytest.param(lambda folder: (folder / "deaths.csv").read_text(), id="a path"),
    pytest.param(lambda folder: pandas.read_csv(folder / "deaths.csv"), id="pandas"),
    pytest.param(lambda folder: open(os.fsencode(folder / "deaths.csv")), id="bytes"),
    pytest.param(lambda folder: os.open(folder / "deaths.csv", os.O_RDONLY), id="a descriptor"),
    pytest.param(lambda folder: open(folder.parent / "other" / "deaths.csv"), id="by a link"),
    pytest.param(lambda folder: open(folder / ".." / "returns" / "deaths.csv"), id="round about"),
])
def test_a_closed_folder_is_not_read(returns, read):
    with pytest.raises(InputError) as refused:
        read(returns)

    assert str(refused.value) == f"deaths.csv{REFUSED}"


def test_a_file_beside_it_is_read(returns):
    assert (returns.parent / "returns.csv").read_text(encoding="utf-8") == "x\n1\n"


def test_a_return_of_agencies_work_is_read_with_leave(returns):
    with reading("Register of audits", "agency"):
        assert (returns / "deaths.csv").read_text(encoding="utf-8") == "death_id\nD1\n"
    with pytest.raises(InputError):
        (returns / "deaths.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize("describes", ["child", "counts"])
def test_a_return_about_children_is_read_with_no_leave(returns, describes):
    with pytest.raises(InputError) as refused, reading("Child deaths", describes):
        pass

    assert str(refused.value) == f"Child deaths{REFUSED}"


def test_without_a_closed_folder_every_return_is_read(monkeypatch):
    monkeypatch.setattr(closed, "_process", closed._Process())
    with reading("Child deaths", "child"):
        pass

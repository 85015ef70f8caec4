"""Rebases: dated decisions with a reason, as known on the report's day."""

from datetime import date

import pytest

from pscb_lib.board.rebases import read_rebases
from pscb_lib.framework.statistics.variation import Rebase
from pscb_lib.reading.findings import InputError

HEADER = "indicator,from,reason,decided_by,decided_on\n"


def write(folder, *rows):
    path = folder / "rebases.csv"
    path.write_text(HEADER + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return path


def test_a_rebase_counts_from_the_day_on_which_it_was_decided(tmp_path):
    path = write(tmp_path, "FD3,2014-04-01,New thresholds,Q&E Group Chair,2014-09-10")

    assert read_rebases(path, date(2014, 9, 9)) == {}
    assert read_rebases(path, date(2014, 9, 10)) == {
        "FD3": [Rebase(date(2014, 4, 1), "New thresholds")]}


def test_a_file_without_rebases_is_read(tmp_path):
    assert read_rebases(write(tmp_path), date(2015, 1, 31)) == {}


def test_a_rebase_decided_before_it_takes_effect_is_refused(tmp_path):
    path = write(tmp_path, "FD3,2014-04-01,New thresholds,Q&E Group Chair,2014-03-31")

    with pytest.raises(InputError) as refused:
        read_rebases(path, date(2015, 1, 31))

    assert str(refused.value) == (
        "rebases.csv, row 2, column from and decided_on, value '2014-04-01 and 2014-03-31': a "
        "rebase cannot be decided before the day it takes effect; correct one of the two dates")

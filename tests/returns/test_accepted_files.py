"""Which file of a return is read where none has been accepted."""

from __future__ import annotations

import pytest

from pscb_lib.reading.findings import InputError
from pscb_lib.returns.accepted import find_file


@pytest.mark.parametrize("name", ["deaths.csv", "deaths.xlsx"])
def test_a_return_is_read_in_the_format_in_which_it_lies_there(tmp_path, name):
    (tmp_path / name).touch()
    assert find_file(tmp_path, "deaths.csv") == tmp_path / name


def test_a_return_that_lies_there_in_two_formats_is_refused(tmp_path):
    for name in ("deaths.csv", "deaths.xlsx"):
        (tmp_path / name).touch()
    with pytest.raises(InputError) as refusal:
        find_file(tmp_path, "deaths.csv")
    assert str(refusal.value) == ("deaths.csv: deaths.xlsx lies beside it, and either may be the "
                                  "return; take one of the two out")

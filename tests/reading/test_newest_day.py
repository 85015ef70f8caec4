"""A file is as old as the newest day in it, however that is written."""

from __future__ import annotations

from datetime import date

import pytest
from sent import write_sheet

from pscb_lib.reading.newest_day import newest_day


@pytest.mark.parametrize(("cells", "expected"), [
    pytest.param([["a", "12/05/2014 18:00"], ["b", "13/05/2014"]], date(2014, 5, 13), id="days"),
    pytest.param([["2014-15 Q3", "7"]], date(2014, 12, 31), id="the end of a period"),
    pytest.param([["2013-14"], ["1/2/14"]], date(2014, 3, 31), id="a year, and a short year"),
    pytest.param([["02/05/2000", "20-Jan-15"]], date(2015, 1, 20), id="a day as Excel shows it"),
    pytest.param([["02/05/2000", "seen Jan-15"]], date(2015, 12, 31), id="a month by its name"),
    pytest.param([["02/05/2000", "seen in 2014"]], date(2014, 12, 31), id="a year in a sentence"),
    pytest.param([["none", "7", "a march of 30 people"]], None, id="none"),
])
@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_file_is_as_old_as_the_newest_day_in_it(tmp_path, cells, expected, form):
    path = tmp_path / f"return.{form}"
    if form == "csv":
        path.write_text("\n".join(",".join(line) for line in cells), encoding="utf-8")
    else:
        write_sheet(path, cells)
    assert newest_day(path, date(2016, 1, 1)) == expected

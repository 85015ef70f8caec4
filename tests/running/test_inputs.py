"""What of the Board's ledger is an input of a paper."""

from __future__ import annotations

import pytest

from pscb_lib.running.inputs import hash_known

HEAD = "on,event,by,report,period\n2015-01-30,received,Manager,one,2014-15 Q3\n"


@pytest.mark.parametrize(("line", "is_changed"), [
    pytest.param("2015-01-31,received,Manager,two,2014-15 Q3", True, id="of the paper's day"),
    pytest.param("2015-02-04,received,Manager,one,2014-15 Q3", False, id="a later receipt"),
    pytest.param("2015-02-11,scrutinised,Chair,one,2014-15 Q3", True, id="its later scrutiny"),
    pytest.param("2015-02-11,scrutinised,Chair,two,2014-15 Q3", False, id="another's scrutiny"),
])
def test_a_later_line_is_an_input_only_if_q_and_e_scrutinised_the_paper(
        tmp_path, line, is_changed):
    ledger = tmp_path / "ledger.csv"
    ledger.write_text(HEAD, encoding="utf-8")
    before = hash_known(ledger, "2015-01-31", "one")
    ledger.write_text(f"{HEAD}{line}\n", encoding="utf-8")

    assert (hash_known(ledger, "2015-01-31", "one") != before) is is_changed
    if line.startswith("2015-02"):
        of_all = tmp_path / "before.csv"
        of_all.write_text(HEAD, encoding="utf-8")
        assert hash_known(ledger, "2015-01-31") == hash_known(of_all, "2015-01-31")

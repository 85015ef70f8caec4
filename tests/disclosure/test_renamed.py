"""An earlier paper's figure and today's are one, though the earlier was called by its id."""

from __future__ import annotations

import pytest

from pscb_lib.disclosure.equations import LinkedCounts
from pscb_lib.disclosure.figures import count, frame
from pscb_lib.disclosure.renamed import as_named_now

Q2, Q3 = "2014-15 Q2", "2014-15 Q3"


def names(*papers):
    return [[*one["quantity"]] for one in as_named_now([frame(rows) for rows in papers])]


NOW = count("indicators", "FD3", 4, Q3, quantity=f"referrals, {Q3}")


@pytest.mark.parametrize(("earlier", "expected"), [
    pytest.param(count("indicators", "FD3", 4, Q2, quantity=f"FD3, {Q2}"), f"referrals, {Q2}",
                 id="another quarter of it"),
    pytest.param(count("of_half", "All", 4, "", quantity="FD3, 2014-15 H1"),
                 "referrals, 2014-15 H1", id="in another table"),
    pytest.param(count("parts", "FD3", 4, Q2, quantity=f"FD3, {Q2} alone"),
                 f"referrals, {Q2} alone", id="a part of it"),
    pytest.param(count("indicators", "FD1", 4, Q2, quantity=f"FD1, {Q2}"), f"FD1, {Q2}",
                 id="what has no role keeps its id"),
    pytest.param(count("deaths", "FD3", 4, Q2), None, id="what no other paper prints"),
])
def test_a_figure_has_the_name_of_its_role_in_earlier_papers_too(earlier, expected):
    assert names([NOW], [earlier]) == [[f"referrals, {Q3}"], [expected]]


def test_a_register_tells_the_name_where_no_table_does():
    earlier = count("of_half", "All", 4, "", quantity=f"FD3, {Q2}")
    (named,) = as_named_now([frame([earlier])], {"FD3": "referrals"})
    assert [*named["quantity"]] == [f"referrals, {Q2}"]


def test_papers_that_call_a_figure_by_id_and_by_role_are_protected_as_one_count():
    linked = LinkedCounts()
    before, now = as_named_now([frame([count("indicators", "FD3", 4, Q3, quantity=f"FD3, {Q3}")]),
                                frame([NOW])])
    linked.add("before", before)
    linked.add("now", now)
    assert linked.counts == {f"referrals, {Q3}: cases": 4}

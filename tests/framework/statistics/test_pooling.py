"""How many events a rate needs, by the rule of the Office for National Statistics."""

import pytest

from pscb_lib.framework.statistics.pooling import has_rate, is_unreliable


@pytest.mark.parametrize(("is_so", "last_without", "first_with"), [
    pytest.param(has_rate, 2, 3, id="no rate below three events"),
    pytest.param(lambda events: not is_unreliable(events), 19, 20, id="unreliable below twenty"),
])
def test_the_fewest_events_for_a_rate(is_so, last_without, first_with):
    assert not is_so(0)
    assert not is_so(last_without)
    assert is_so(first_with)

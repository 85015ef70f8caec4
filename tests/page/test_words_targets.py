"""Who set the targets and the times allowed, in words."""

from dataclasses import replace

import pytest
from invented import indicator

from pscb_lib.board.indicators import SetBy, Source
from pscb_lib.page.words.targets import say_set_by, say_sources

LAW, GUIDANCE = Source(SetBy.LAW, "Order 2003"), Source(SetBy.GUIDANCE, "Guide 2013")
LOCAL, MADE_UP = Source(SetBy.LOCAL, "Board of May 2014"), Source(SetBy.LOCAL, "illustrative")


def with_sources(*sources):
    """Indicators by the source of their target, or by that of their time and their target."""
    pairs = [one if isinstance(one, tuple) else (None, one) for one in sources]
    return [replace(indicator(), timescale_source=time, target_source=target)
            for time, target in pairs]


@pytest.mark.parametrize(("sources", "expected"), [
    pytest.param([], None, id="no target"),
    pytest.param([None], None, id="an indicator without a target"),
    pytest.param([LOCAL], "The target is set locally.", id="one"),
    pytest.param([MADE_UP], "The target is set locally. It is illustrative.", id="one made up"),
    pytest.param([MADE_UP] * 2, "Both targets are set locally. They are illustrative.", id="both"),
    pytest.param([LAW] * 3, "All three targets are set in law.", id="all alike"),
    pytest.param([LAW, LOCAL, LOCAL], "Of three targets, one is set in law and two locally.",
                 id="a board's own"),
    pytest.param([LAW, GUIDANCE, LOCAL, MADE_UP, MADE_UP],
                 "Of five targets, one is set in law, one in guidance and three locally. 2 of the "
                 "3 local ones are illustrative.", id="of every kind"),
    pytest.param([LAW, LAW, MADE_UP], "Of three targets, two are set in law and one locally. The "
                 "local one is illustrative.", id="one local"),
    pytest.param([LAW, MADE_UP, MADE_UP], "Of three targets, one is set in law and two locally. "
                 "The local ones are illustrative.", id="all local ones made up"),
    pytest.param([LOCAL] * 11 + [MADE_UP], "All 12 targets are set locally. 1 of the 12 local ones "
                 "is illustrative.", id="from 10 in figures"),
    pytest.param([(GUIDANCE, LOCAL), (LAW, LAW), (LOCAL, LOCAL)],
                 "Of three targets, one is set in law and two locally. The time allowed is set in "
                 "law for one and in guidance for one of these.",
                 id="a time in guidance with a local percentage"),
])
def test_who_set_the_targets(sources, expected):
    assert say_sources(with_sources(*sources)) == expected


@pytest.mark.parametrize(("source", "expected"), [
    pytest.param(LAW, "law", id="law"), pytest.param(GUIDANCE, "guidance", id="guidance"),
    pytest.param(MADE_UP, "local", id="local"), pytest.param(None, None, id="no target"),
])
def test_the_word_beside_a_target(source, expected):
    assert say_set_by(source) == expected

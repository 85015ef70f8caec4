"""What the meeting is asked to decide, and how a question joins one that was asked before."""

from __future__ import annotations

from datetime import date

import pytest
from invented import NEUTRAL, assessed, indicator

from pscb_lib.board.cleared_texts import LEFT_OUT
from pscb_lib.board.indicators import Unit
from pscb_lib.board.questions import Question
from pscb_lib.framework.rag import FRAMEWORK
from pscb_lib.page import asking
from pscb_lib.page.assessment import needs_attention
from pscb_lib.page.words.commentary import Answer, State
from pscb_lib.reports.quarterly_data_set.page import asked, closing, edge, first

ON, MEETING = date(2015, 1, 31), date(2015, 3, 3)
GIVEN = Answer(State.GIVEN, ("Answer: Two left.",), date(2015, 3, 31))
NONE = Answer(State.NONE, ("No answer received.",))
UNCLEARED = Answer(State.UNCLEARED, ("The answer awaits clearance.",))
WITHHELD = Answer(State.WITHHELD, ("The answer is not shown: small numbers.",))
RED = assessed(indicator(lead="Head of Visits", question="Who was not seen?"), (30, 60))
HAIR = assessed(indicator("90", id="V2", title="Reviews"), (780, 800), (684, 800))


def known(answer=NONE, *earlier, audience="board", meeting=MEETING):
    return asking.Known(audience, ON, meeting, {"V1": answer}, earlier)


def before(**changes):
    return Question(**{"id": "MA4", "raised_on": date(2014, 11, 12), "indicator": "V1",
                       "question": "When?", "owner": "Service Manager",
                       "due_on": date(2014, 12, 12), "answer": None, "action": None,
                       "outcome": None, **changes})


def asked_of(*earlier, answer=NONE):
    (block,) = asking.ask(RED, known(answer, *earlier))
    return block


def lines(table):
    return [[cell[0]["text"] for cell in row] for row in table.groups[0].rows]


def test_a_question_has_its_owner_and_the_answer():
    block = asked_of(answer=GIVEN)
    assert (block.id, block.words, block.owner, block.said, block.ledger) == (
        "ask-v1", "Who was not seen?", "Head of Visits", "Answer: Two left.", "")


def test_a_question_that_is_open_is_taken_up_and_not_asked_anew():
    block = asked_of(before(), answer=GIVEN)
    assert (block.words, block.owner, block.ledger) == ("When?", "Service Manager", "MA4")
    assert block.said == "Was due 12 December 2014. Answer: Two left."
    assert asked_of(before()).said == "Overdue since 12 December 2014. No answer received."
    assert asking.list_replies([RED], known(GIVEN, before())) == {"MA4": ["Two left."]}
    assert asking.list_replies([RED], known(NONE, before())) == {}
    assert asking.list_replies([RED], known(GIVEN, before(answer="In May."))) == {}


def test_of_an_action_it_is_asked_whether_it_has_worked():
    block = asked_of(before(answer="In May.", action="A weekly list."), answer=GIVEN)
    assert (block.words, block.owner, block.ledger) == (
        "Has this worked: “A weekly list”?", "Service Manager", "MA4")
    assert block.said == "Answer: Two left."


@pytest.mark.parametrize(("changes", "said"), [
    pytest.param({"answer": "In May."}, "No answer received.", id="no action"),
    pytest.param({"answer": "In May.", "action": "A list.", "outcome": "All seen."},
                 "No answer received.", id="an outcome"),
    pytest.param({"answer": "In May.", "action": LEFT_OUT}, "No answer received.",
                 id="an action that these readers may not have"),
    pytest.param({"due_on": date(2015, 2, 9)}, "Due 9 February 2015. No answer received.",
                 id="not due yet"),
])
def test_what_is_still_open_of_an_earlier_question_is_said(changes, said):
    assert asked_of(before(**changes)).said == said


def test_the_last_of_several_earlier_questions_counts():
    later = before(id="MA9", raised_on=date(2014, 12, 1))
    assert asked_of(later, before()).ledger == "MA9"
    assert asked_of(before(indicator="V7")).ledger == ""


def test_a_matter_arising_leads_to_the_question_that_takes_it_up():
    done = before(answer="In May.", outcome="All seen.")
    assert asking.taken_up([RED], known(NONE, before())) == {"MA4": "ask-v1"}
    assert asking.taken_up([RED], known(NONE, done)) == {}
    assert asking.taken_up([RED], known(NONE, before(), audience="public")) == {}


@pytest.mark.parametrize(("answer", "earlier", "said"), [
    pytest.param(GIVEN, (), "Action by 31 Mar 2015", id="after the meeting"),
    pytest.param(Answer(State.GIVEN, (), date(2015, 2, 27)), (), "Done by 27 Feb 2015?",
                 id="before the meeting"),
    pytest.param(Answer(State.GIVEN, ()), (), "No day for an action", id="no day"),
    pytest.param(NONE, (), "None", id="none"),
    pytest.param(NONE, (before(),), "None; MA4 open", id="none, and asked before"),
    pytest.param(UNCLEARED, (), "Awaits clearance", id="not cleared for these readers"),
    pytest.param(WITHHELD, (), "Not shown", id="not for these readers"),
])
def test_each_question_has_a_line_with_what_was_answered(answer, earlier, said):
    table = asked.tabulate_asked([RED], known(answer, *earlier))
    assert lines(table) == [["Visits in time", "1", "50.0%; 30 missed", "Head of Visits", said]]


@pytest.mark.parametrize(("answers", "said"), [
    pytest.param({"V1": GIVEN}, "judge one answer and require one more by a date.",
                 id="one of two"),
    pytest.param({}, "require two answers by a date.", id="none"),
    pytest.param({"V1": GIVEN, "V2": UNCLEARED}, "judge one answer and await one to be "
                 "cleared.", id="not cleared"),
    pytest.param({"V1": GIVEN, "V2": WITHHELD}, "judge one answer and note that one cannot be "
                 "shown.", id="not shown"),
])
def test_the_meeting_is_asked_for_what_is_open(answers, said):
    assert asked.say_asks([RED, HAIR], asking.Known("board", ON, MEETING, answers)) == said


def test_what_was_not_supplied_is_asked_for():
    awaited = assessed(indicator(), (58, 60), "not supplied")
    assert asked.say_asks([awaited], known()) == "get one figure."
    assert asked.say_asks([assessed(indicator(), (59, 60))], known()) == (
        "note that nothing needs its attention.")


def test_the_public_is_asked_nothing():
    assert asked.tabulate_asked([RED], known(audience="public")) is None
    assert asking.ask(RED, known(audience="public")) == []


def test_one_that_is_only_just_green_is_asked_about_next_to_the_first():
    later = assessed(indicator(id="V3", title="Plans"), (20, 60))
    order = [one.indicator.id for one in asked.list_asked([HAIR, RED, later])]
    assert order == ["V3", "V2", "V1"]
    said, question = edge.show_close([HAIR, RED], known())
    assert question.id == "ask-v2"  # right below it
    assert said.words == (  # 684 of 800 is 85.5%, of a target of 90% exactly 95%
        "**Only just Green:** [reviews](#indicators--reviews), 85.5%, down from 97.5% in Quarter "
        "2, 116 of 800 missed, the most late cases of any indicator.")


@pytest.mark.parametrize(("one", "is_named"), [
    pytest.param(HAIR, True, id="at the edge, and worse"),
    pytest.param(assessed(indicator("90"), (680, 800), (684, 800)), False, id="it got better"),
    pytest.param(assessed(indicator("90"), (790, 800), (694, 800)), False, id="not at the edge"),
    pytest.param(assessed(indicator("90"), (700, 800), (683, 800)), False, id="Amber"),
])
def test_a_green_is_by_a_hair_only_if_it_fell_to_the_edge(one, is_named):
    assert edge.is_by_a_hair(one) == is_named


def test_the_most_late_is_named_whatever_its_colour_where_all_are_known():
    amber = assessed(indicator("95", id="V2", title="Reviews"), (700, 800), (700, 800))
    assert [one.indicator.id for one in edge.list_close([RED, amber])] == ["V2"]
    said, _ = edge.show_close([RED, amber], known())
    assert said.words.startswith("**Amber, with most cases late:** [reviews]")
    hidden = assessed(indicator(id="V4"), (57, 60), audience="board")
    assert edge.list_close([RED, amber, hidden]) == []


def test_of_one_that_got_better_and_fell_back_the_fall_is_told_first():
    level = [(number, 100) for number in (90, 80, 91, 90, 81)]  # then a shift of seven
    held = assessed(indicator("80", id="a", title="Visits made"), *level, *[(88, 100)] * 7)
    back = assessed(indicator("80", id="b", title="Plans made"), *level, *[(89, 100)] * 6,
                    (88, 100))
    assert closing.say_better([held, back]).words == (
        "**Really better:** [visits made](#indicators--visits-made) (88.0%, Green, since Quarter "
        "1 2013/14). **Worse this quarter:** [plans made](#indicators--plans-made) (88.0%, down "
        "from 89.0% in Quarter 2, Green). Its average since Quarter 1 2013/14 is better than "
        "before.")


def test_nothing_better_is_said_only_where_nothing_is_hidden():
    steady = assessed(indicator(), *[(30, 60)] * 12)
    assert closing.say_better([steady]).words == "**Really better:** none."


def test_that_none_is_better_is_not_said_before_it_can_be_known():
    assert closing.say_better([RED]).words == (
        "**Really better:** not known yet. This is the first quarter of which figures are held.")
    assert closing.say_better([assessed(indicator(), (30, 60), (30, 60))]).words == (
        "**Really better:** not known yet. Too few quarters to tell a real change.")
    assert closing.say_better([assessed(indicator(), 3, (30, 60), audience="board")]) is None
    assert closing.say_better([assessed(indicator(), (57, 60), audience="board")]) is None


def test_who_did_not_send_what_and_when_it_last_was_sent(sample):
    assert closing.say_awaited(sample.assessed("board")).words == (
        "**Also not supplied:** National Probation Service, probation at child protection "
        "conferences (last supplied Quarter 2 2014/15).")
    twice = assessed(indicator(), (58, 60), "not supplied", "not supplied")
    assert closing.say_awaited([twice]) is None  # it is an exception, which says so
    assert closing.say_awaited([twice], at_most=0).words.startswith("**Not supplied:** ")
    assert closing.say_awaited([RED]).words == "**Not supplied:** every figure was supplied."


def test_what_was_sent_and_makes_no_figure_is_told_and_nobody_is_blamed():
    year = assessed(indicator(basis="rolling year", title="Second plans"), "year not full")
    rate = assessed(indicator(None, NEUTRAL, unit=Unit.RATE, title="Children in need"),
                    (1849, "no rate"))
    hidden = assessed(indicator(None, NEUTRAL, unit=Unit.RATE), (3, "no rate"), audience="board")

    assert closing.say_awaited([year, rate, hidden]).words == (
        "**Not supplied:** every figure was supplied. **Sent, with no figure yet:** second plans, "
        "year not full (it needs four quarters running, one held); children in need, 1,849, no "
        "rate (no population was known).")
    assert needs_attention([year, rate, hidden]) == []


def test_the_first_page_ends_with_what_is_asked(sample):
    now, then = sample.assessed("board"), sample.assessed("board", until=-1)
    found = first.show_first(now, then, known(), FRAMEWORK, 8).blocks
    table = next(block for block in found if getattr(block, "id", "") == "asked")

    assert [block.kind for block in found[:8]] == [
        "chart", "table", "question", "heading", "tally", "table", "prose", "question"]
    assert (found[3].text, found[3].level) == (
        "The 44 indicators: Green from 95% of target, Amber from 90%; 7 of 15 Greens missed it", 2)
    assert [row[0] for row in lines(table)][:3] == [
        "Return interviews within 72 hours", "Assessments in 45 working days",
        "Emergency attendances for self-harm"]
    assert lines(table)[-1] == [  # of which there is no question
        "Probation at child protection conferences", "–", "Not supplied",
        "National Probation Service", "To be sent"]


def test_the_numbers_in_the_table_are_those_that_the_paper_prints(published):
    from sentences import published_blocks

    from pscb_lib.page.rendering.numbering import number_blocks

    blocks = number_blocks(published_blocks(
        published.file("board", "quarterly_data_set", "report.ipynb")))
    numbers = {block["id"]: block["number"] for block in blocks if block["kind"] == "question"}
    table = next(block for block in blocks if block.get("id") == "asked")
    linked = {row[1][0]["link"]: int(row[1][0]["text"]) for row in table["groups"][0]["rows"]
              if "link" in row[1][0]}
    assert linked == numbers

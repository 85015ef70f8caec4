"""The strip of ratings, those that moved, and the Greens that never met their target."""

from dataclasses import replace

from invented import assessed, indicator

from pscb_lib.board.indicators import SetBy
from pscb_lib.board.indicators.sources import Source
from pscb_lib.framework.rag import FRAMEWORK
from pscb_lib.reports.quarterly_data_set.page import ratings as words

RED, AMBER, GREEN = (30, 60), (52, 60), (59, 60)
HIDDEN = (57, 60)  # three missed is a small number


def before_of(now):
    return [replace(one, points=one.points[:-1], quarters=one.quarters[:-1]) for one in now]


def lines(table):
    return {group.label: [[cell[0]["text"] for cell in row] for row in group.rows]
            for group in table.groups}


def test_the_strip_has_every_indicator_of_the_sample(sample):
    tally = words.tally(sample.assessed("restricted"))

    assert [(item["rating"], item["label"], item["count"]) for item in tally.items] == [
        ("red", "Red", "4"), ("amber", "Amber", "4"), ("green", "Green", "16"),
        ("not_applicable", "N/A, no target", "17"), ("not_supplied", "Not supplied", "2"),
        ("no_cases", "No cases", "1")]
    for audience in ("restricted", "board", "public"):
        counts = [int(item["count"]) for item in words.tally(sample.assessed(audience)).items]
        assert sum(counts) == len(sample.register)


def test_the_strip_accounts_for_every_indicator_also_where_some_are_hidden():
    one = indicator()
    now = [assessed(one, RED, sent, audience="board") for sent in ((57, 60), (58, 60), RED)]

    items = words.tally(now).items
    assert (items[-1]["label"], items[-1]["count"]) == ("Not shown", "2")


def test_the_strip_has_what_was_sent_and_makes_no_figure_yet():
    now = [assessed(indicator(), "year not full"), assessed(indicator(), (240, "no rate"))]

    items = words.tally(now).items
    assert [(one["rating"], one["label"], one["count"]) for one in items[-2:]] == [
        ("year_not_full", "Year not full", "1"), ("no_rate", "No rate", "1")]


def test_the_scale_says_what_is_green_and_what_amber():
    assert words.say_scale(FRAMEWORK) == "Green from 95% of target, Amber from 90%"


def test_the_ratings_of_the_sample_that_moved_are_named(sample):
    """Rated by hand from the sample's rows: nine moved."""
    table = words.tabulate_moved(sample.assessed("restricted"),
                                 sample.assessed("restricted", until=-1))
    assert table.caption == "Seven ratings changed colour since Quarter 2"
    assert lines(table) == {
        "Worse": [
                  ["First CAMHS appointment in 12 weeks", "Amber", "Red"],
                  ["Re-referrals within 12 months", "Green", "Amber"],
                  ["Referrals decided in one working day", "Green", "Amber"],
                  ["Core groups in 10 working days", "Green", "Amber"]],
        "Better": [
                   ["Initial conferences in 15 working days", "Amber", "Green"],
                   ["Missing children assessed for sexual exploitation", "Red", "Green"],
                   ["Social worker vacancies", "Red", "Green"]]}
    assert len(table.data.rows) == 9


def test_the_first_quarter_held_is_compared_with_none():
    first = assessed(indicator(), "not collected", RED)
    table = words.tabulate_moved([first], before_of([first]))

    assert (table.caption, table.groups) == ("Ratings that changed colour since Quarter 2", [])
    assert table.empty == ("This is the first quarter of which figures are held. There is none "
                           "before it to compare with.")
    second = assessed(indicator(), RED, RED)
    assert words.tabulate_moved([second], before_of([second])).empty == (
        "No rating changed colour since Quarter 2.")


def test_a_rating_that_is_hidden_in_either_quarter_is_not_named():
    sent = {"a": (AMBER, RED), "b": (HIDDEN, RED), "c": (RED, HIDDEN), "d": (RED, RED)}
    now = [assessed(indicator(id=id, title=f"CAF {id}"), *one, audience="board")
           for id, one in sent.items()]

    table = words.tabulate_moved(now, before_of(now))
    assert lines(table) == {"Worse": [["CAF a", "Amber", "Red"]]}
    assert table.caption == "Ratings that changed colour since Quarter 2"
    assert words.tabulate_moved(now[1:], before_of(now[1:])).groups == []


def test_greens_that_never_met_their_target_are_named_with_links_to_their_rows():
    missing = assessed(indicator(id="a", title="Visits made"), *[GREEN] * 3, *[(93, 95)] * 6)
    met = assessed(indicator("90", id="b", title="Reviews held"), *[GREEN] * 9)
    few = assessed(indicator("99", id="c", title="Plans made"), *[GREEN] * 3)
    only = assessed(indicator("99", id="d", title="CAF made"), *[(94, 99)] * 9)

    assert words.say_greens([missing, met, few]) is None
    assert words.say_greens([missing, met, few, only]).words == (
        "**Green, never on target in eight quarters or more:** "
        "[CAF made](#indicators--caf-made).")


def test_greens_that_missed_their_target_are_counted_beside_the_strip():
    short, met, red = (assessed(indicator("95"), sent) for sent in ((94, 100), (95, 100), RED))

    assert words.say_missed_greens([short, met, red]) == "1 of 2 Greens missed it"
    assert words.say_missed_greens([short, red]) == "the one Green missed it"
    assert words.say_missed_greens([met, red]) == ""


def test_a_green_of_which_the_law_allows_no_exception_is_named():
    law = replace(indicator("100", title="Visits made"), target_source=Source(SetBy.LAW, "an Act"))
    short, met = (assessed(law, (sent, 100)) for sent in (96, 100))

    assert words.say_greens([met]) is None
    assert words.say_greens([short, met]).words == (
        "**Green, yet not lawful:** visits made, four missed.")
    never = assessed(law, *[(96, 100)] * 9)
    assert words.say_greens([never]).words.endswith(
        "or more:** [visits made](#indicators--visits-made) (not lawful, four missed).")

"""What the papers say: blocks found by the id of their cell in the notebooks run once."""

from __future__ import annotations

from papers import SETS


def words(block: dict) -> str:
    return "".join(run["text"] for run in block["runs"])


def cells_of(block: dict, label: str) -> dict[str, list]:
    """The row of a table whose header cell starts with *label*, by column."""
    for group in block["groups"]:
        for row in group["rows"]:
            if row[0][0]["text"].startswith(label):
                return dict(zip((column["label"] for column in block["columns"]), row, strict=True))
    raise KeyError(label)


def test_the_answer_of_the_data_set_says_the_first_case_and_what_really_changed(published):
    counted, cases = words(published.block("restricted", "quarterly_data_set", "answer")).split(
        " were not supplied. ")
    assert counted == "Of 24 rated indicators, four are red and four amber; two"
    assert cases == (
        "Return interviews within 72 hours: 31 of 52 (59.6%), target 95%: Red; 21 missed. A real "
        "change for the worse: families in bed and breakfast over six weeks (Red). Also red: first "
        "health assessments in 20 working days and first CAMHS appointment in 12 weeks.")


def test_an_edge_is_printed_with_two_decimals(published):
    table = published.block("board", "quarterly_data_set", "indicators")
    row = cells_of(table, "Referrals decided in one working day")
    assert row["Rating"][0]["text"] == "Amber"
    assert [line["text"] for line in row["Actual"]] == ["94.96%", "640 of 674"]
    assert row["% of target"][0]["text"] == "94.96%"


def test_the_published_year_stands_there_as_published(published):
    table = published.block("board", "quarterly_data_set", "comparisons")
    row = cells_of(table, "Referrals")
    # No neighbours: the models that are held are of 2021 and 2025.
    assert [cell[0]["text"] for cell in list(row.values())[1:]] == ["565.8", "573.3", "445.7"]


def test_a_small_number_is_in_the_restricted_set_alone(published):
    restricted, *others = (published.block(audience, "quarterly_data_set", "indicators")
                           for audience in SETS)
    title = "Plans open two years or more"
    assert cells_of(restricted, title)["Actual"][0]["text"] == "1.6%"
    for table in others:
        assert title not in {row[0][0]["text"] for group in table["groups"]
                             for row in group["rows"]}
        assert "Not shown, because of small numbers: " in table["note"]
        assert "plans open two years or more" in table["note"]


def test_what_needs_attention_stands_in_every_set(published, sample):
    rows = {audience: len(published.block(audience, "quarterly_data_set", "exceptions")
                          ["groups"][0]["rows"]) for audience in SETS}
    # Four red, one twice not supplied, and two that really changed without a better way.
    assert rows == dict.fromkeys(SETS, 7 + len(sample.awaited))


def test_every_trend_has_words_and_a_gap_where_it_is_hidden(published):
    table = published.block("board", "quarterly_data_set", "indicators")
    chart = cells_of(table, "Families in bed and breakfast over six weeks")["Trend"][0]["chart"]
    assert chart["alt"].startswith(
        "Quarter 1 2012/13 to Quarter 3 2014/15: some numbers are not shown; target 0;")


def test_the_method_paper_hides_what_a_total_would_give_away(published):
    row = cells_of(published.block("board", "method", "masking"), "Area D")
    assert [cell[0]["text"] for cell in row.values()] == [
        "Area D", "7", "Not shown: small numbers", "Not shown: small numbers"]

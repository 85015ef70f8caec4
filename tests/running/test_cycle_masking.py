"""The cycle's disclosure plan, worked out from published sets that the tests write."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from papers import ROOT

from pscb_lib.board.settings import Settings, read_settings
from pscb_lib.disclosure import showing as disclosure
from pscb_lib.disclosure.figures import NOBODY, TOTAL, counts, frame
from pscb_lib.disclosure.mime import BLOCK
from pscb_lib.page.blocks import Figures
from pscb_lib.running.cycle_masking import MASKED, mask_cycle
from pscb_lib.running.issues import keep_issues, read_issues

FIRST, SECOND = {"North": 3, "South": 9, "East": 22}, {"North": 7, "South": 8, "East": 23}
NORTH, SOUTH, EAST = (("t", area, "Q1") for area in FIRST)


@pytest.fixture
def settings() -> Settings:
    """The settings as shipped."""
    return read_settings(ROOT / "params" / "settings.yaml")


def column(values: dict[str, int], name: str) -> list[dict]:
    """Return a column whose figures are the same in every paper that has them."""
    return [{**row, "quantity": f"{row['row']}, {name}"}
            for row in counts("t", values, column=name)]


def total(name: str, value: int) -> list[dict]:
    """Return one count, the sum of North and South, as another paper has it."""
    return [{**row, "quantity": f"{row['row']}, {name}", "part_of": ()}
            for row in counts("t", {"North": value}, column=name, total=False)]


def publish(outputs: Path, cycle: str, report: str, rows: list[dict], as_of: str = "2015-01-31",
            sets: tuple[str, ...] = ("restricted",), hidden: tuple = ()) -> None:
    """Write sets of a report as the runner does: a front block and the figures."""
    figures = frame(rows)
    for audience in sets:
        places = None if audience == "restricted" else hidden
        shown = disclosure.show(figures, audience, hidden=places)
        blocks = {"kind": "front", "as_of": as_of}, Figures(shown).as_json()
        cells = [{"cell_type": "markdown", "source": "# Title"},
                 *({"cell_type": "code", "outputs": [{"data": {BLOCK: block}}]}
                   for block in blocks)]
        folder = outputs / cycle / audience / report
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "report.ipynb").write_text(json.dumps({"cells": cells}), encoding="utf-8")


def correct(folder: Path, settings: Settings, hidden: tuple) -> Path:
    """Publish a paper, then its restricted set again with 30 for South; return the outputs."""
    corrected, place = column({**FIRST, "South": 30}, "Q1"), Path("q1", "restricted", "paper")
    publish(folder / "outputs", "q1", "paper", column(FIRST, "Q1"),
            sets=("restricted", "board"), hidden=hidden)
    publish(folder / "made", "q1", "paper", corrected)
    keep_issues(folder / "outputs" / place, folder / "made" / place, settings.profile)
    publish(folder / "outputs", "q1", "paper", corrected)
    return folder / "outputs"


def masked(*given: object, **named: object) -> dict:
    """Return the places that each set must hide."""
    return {place: plan.hidden for place, plan in mask_cycle(*given, **named).items()}


def hides(outputs: Path, cycle: str, made: list[str], settings: Settings) -> dict:
    """Return the places that each report's board set must hide."""
    plans = masked(outputs, cycle, made, ["board"], settings)
    return {report: hidden for (report, _), hidden in plans.items()}


def test_each_set_but_the_restricted_hides_figures_of_its_own(tmp_path, settings) -> None:
    rows = [*column(FIRST, "Q1"), {**counts("r", {"x": 3})[0], "readers": "restricted"}]
    publish(tmp_path, "q1", "areas", rows)

    assert masked(tmp_path, "q1", ["areas"], MASKED, settings) == {
        ("areas", "board"): {NORTH, SOUTH}, ("areas", "public"): {NORTH, SOUTH}}


def test_papers_made_together_protect_each_other(tmp_path, settings) -> None:
    publish(tmp_path, "q1", "areas", column(FIRST, "Q1"))
    publish(tmp_path, "q1", "south", total("Q1", 3) + counts("own", {"a": 30}, total=False))

    assert hides(tmp_path, "q1", ["areas", "south"], settings)["south"] == {NORTH}


@pytest.mark.slow
def test_the_order_in_which_papers_are_named_changes_nothing(tmp_path, published, settings):
    made = ["cdop_annual", "audit_programme", "missing_children", "quarterly_data_set"]
    for name in made:
        place = Path(settings.cycle, "restricted", name)
        shutil.copytree(published.folder / place, tmp_path / place)
    plans = [masked(tmp_path, settings.cycle, names, MASKED, settings)
             for names in (made, [made[0], made[1], made[3], made[2]])]
    assert plans[0] == plans[1]


def test_a_report_that_is_not_made_again_counts_as_published(tmp_path, settings) -> None:
    publish(tmp_path, "q1", "areas", column(FIRST, "Q1"))
    publish(tmp_path, "q1", "other", total("Q1", 3), sets=("restricted", "board", "public"))

    assert hides(tmp_path, "q1", ["areas"], settings) == {"areas": frozenset()}


def test_a_public_set_no_longer_declared_stays_known_to_the_board(tmp_path, settings) -> None:
    publish(tmp_path, "q1", "areas", column(FIRST, "Q1"))
    publish(tmp_path, "q1", "areas", column(FIRST, "Q1"), sets=("public",), hidden=(NORTH, EAST))

    plans = masked(tmp_path, "q1", ["areas"], MASKED, settings, {("areas", "public")})
    assert plans == {
        ("areas", "board"): {NORTH, EAST}}  # by itself it would hide South, which is out


@pytest.mark.parametrize("made", [["areas"], ["areas", "withdrawn"]])
def test_a_public_set_no_longer_declared_stays_known_to_all(tmp_path, settings, made) -> None:
    publish(tmp_path, "q1", "areas", column(FIRST, "Q1"))
    publish(tmp_path, "q1", "withdrawn", total("Q1", 3), sets=("restricted", "public"))

    plans = masked(tmp_path, "q1", made, MASKED, settings, {("withdrawn", "public")})
    assert ("withdrawn", "public") not in plans
    assert {*plans.values()} == {frozenset()}  # its three is out already


def test_earlier_papers_are_counted_by_their_key(tmp_path, settings) -> None:
    revealing(tmp_path, 0)
    (tmp_path / "2014-q1").rename(tmp_path / "before")
    for audience in ("restricted", "board", "public"):
        (tmp_path / "before" / audience / "areas").rename(
            tmp_path / "before" / audience / "areas--april")
    publish(tmp_path, "between", "areas--may", column(SECOND, "B"), "2014-08-31",
            ("restricted", "board", "public"))

    found = hides(tmp_path, "2014-q2", ["areas"], replace(settings, earlier_releases=1))
    assert found == {"areas": {("more", "South, Q1", "")}}


def revealing(outputs: Path, earlier: int) -> None:
    """Publish a paper that hides two counts, later ones, and one that would reveal the two."""
    publish(outputs, "2014-q1", "areas", column(FIRST, "Q1"), "2014-07-31",
            ("restricted", "board", "public"), (NORTH, SOUTH))
    for number in range(earlier):
        publish(outputs, f"2014-between-{number}", "areas", column(SECOND, f"B{number}"),
                f"2014-08-0{number + 1}", ("restricted", "board", "public"))
    tells = counts("more", {"South, Q1": 9}, total=False)
    publish(outputs, "2014-q2", "areas", [{**row, "quantity": "South, Q1"} for row in tells],
            "2014-10-31")


@pytest.mark.parametrize(("between", "most", "is_hidden"), [
    pytest.param(0, 1, True, id="the last earlier one is protected"),
    pytest.param(1, 1, False, id="the last but one is not, where the setting says one"),
    pytest.param(1, 2, True, id="the last but one is, where the setting says two"),
    pytest.param(0, 0, False, id="none is, where the setting says none"),
])
def test_as_many_earlier_papers_are_protected_as_the_setting_says(
    tmp_path, settings, between, most, is_hidden
) -> None:
    revealing(tmp_path, between)
    found = hides(tmp_path, "2014-q2", ["areas"], replace(settings, earlier_releases=most))

    assert found == {"areas": {("more", "South, Q1", "")} if is_hidden else frozenset()}


def test_a_paper_of_a_later_day_is_counted_as_known_too(tmp_path, settings) -> None:
    revealing(tmp_path, 0)
    publish(tmp_path, "2014-q1", "areas", column(FIRST, "Q1"), "2014-12-31",
            ("restricted", "board", "public"), (NORTH, SOUTH))

    assert hides(tmp_path, "2014-q2", ["areas"], settings) == {
        "areas": {("more", "South, Q1", "")}}


def test_other_reports_of_the_cycle_always_count_as_known(tmp_path, settings) -> None:
    publish(tmp_path, "q1", "areas", column(FIRST, "Q1"))
    shows = [{**row, "quantity": "South, Q1"}
             for row in counts("more", {"South, Q1": 9}, total=False)]
    publish(tmp_path, "q1", "other", shows, "2015-02-28", ("restricted", "board"))

    found = hides(tmp_path, "q1", ["areas"], replace(settings, earlier_releases=0))
    assert found == {"areas": {NORTH, ("t", "East", "Q1")}}  # 34 less 22 less 9 would be three


def test_a_restricted_set_with_other_figures_is_not_used(tmp_path, settings) -> None:
    revealing(tmp_path, 0)
    publish(tmp_path, "2014-q1", "areas", column({**FIRST, "South": 12}, "Q1"), "2014-06-30",
            ("restricted",))

    assert hides(tmp_path, "2014-q2", ["areas"], settings) == {"areas": frozenset()}


def test_without_its_restricted_set_a_hidden_figure_is_unknown(tmp_path, settings) -> None:
    revealing(tmp_path, 0)
    (tmp_path / "2014-q1" / "restricted" / "areas" / "report.ipynb").unlink()

    assert hides(tmp_path, "2014-q2", ["areas"], settings) == {"areas": frozenset()}


def test_the_public_set_hides_all_that_the_board_set_hides(tmp_path, settings) -> None:
    work = counts("work", {"Late": 2, "In time": 8, "Not owed": 9}, describes="agency")
    publish(tmp_path, "q1", "areas", [*column(FIRST, "Q1"), *work])
    plans = masked(tmp_path, "q1", ["areas"], MASKED, settings)

    board, public = plans["areas", "board"], plans["areas", "public"]
    assert board == {NORTH, SOUTH}
    assert public == {NORTH, SOUTH, ("work", "Late", ""), ("work", "In time", "")}


def test_a_report_without_a_restricted_set_has_no_plan(tmp_path, settings) -> None:
    publish(tmp_path, "q1", "areas", column(FIRST, "Q1"))

    assert {report for report, _ in masked(
        tmp_path, "q1", ["areas", "other"], MASKED, settings)} == {
        "areas"}


def test_what_an_earlier_issue_of_the_set_showed_stays_known(tmp_path, settings):
    """South is cheaper to hide than East, but South is out, and North would follow from it."""
    publish(tmp_path, "q1", "paper", column(FIRST, "Q1"), sets=("restricted", "board"),
            hidden=(NORTH, EAST))

    assert hides(tmp_path, "q1", ["paper"], settings) == {"paper": {NORTH, EAST}}


def test_a_correction_does_not_tell_what_the_first_issue_hid(tmp_path, settings):
    """East is out as 22: beside 30 for South and 55 for all, it would leave three for North."""
    outputs = correct(tmp_path, settings, hidden=(NORTH, SOUTH))

    assert hides(outputs, "q1", ["paper"], settings) == {"paper": {NORTH, SOUTH}}


def test_an_issue_stays_known_when_the_folder_of_its_set_was_deleted(tmp_path, settings):
    """As above, with the board's set gone from the disk: its readers have it still."""
    outputs = correct(tmp_path, settings, hidden=(NORTH, SOUTH))
    shutil.rmtree(outputs / "q1" / "board" / "paper")

    assert hides(outputs, "q1", ["paper"], settings) == {"paper": {NORTH, SOUTH}}


def test_an_issue_of_a_deleted_set_stays_known_beside_the_public_set(tmp_path, settings):
    outputs = correct(tmp_path, settings, hidden=(NORTH, SOUTH))
    publish(outputs, "q1", "paper", column({**FIRST, "South": 30}, "Q1"), sets=("public",),
            hidden=(NORTH, SOUTH, EAST))
    shutil.rmtree(outputs / "q1" / "board" / "paper")

    assert hides(outputs, "q1", ["paper"], settings) == {"paper": {NORTH, SOUTH}}


def test_what_an_issue_hid_whose_numbers_are_lost_stays_hidden(tmp_path, settings):
    """North and South made 12 together: beside a South of 30 that is shown, North would follow."""
    publish(tmp_path, "q1", "paper", column(FIRST, "Q1"), sets=("board",), hidden=(NORTH, SOUTH))
    publish(tmp_path, "q1", "paper", column({**FIRST, "South": 30}, "Q1"))

    assert hides(tmp_path, "q1", ["paper"], settings)["paper"] >= {NORTH, SOUTH}


def test_a_restricted_set_made_again_leaves_its_published_set_in_the_system(tmp_path, settings):
    """The next cycle's paper has East: with it North would follow from the set that is out."""
    outputs = correct(tmp_path, settings, hidden=(NORTH, EAST))
    publish(outputs, "q2", "later", column({"East": 22, "West": 40}, "Q1")[:2], "2015-04-30")

    assert hides(outputs, "q2", ["later"], settings)["later"] >= {EAST}


def test_a_correction_that_rounds_to_what_is_out_is_not_what_is_out(tmp_path, settings):
    """North is out as 0. It is one now, which another profile would round to 0: it is not known."""
    first, now = {"North": 0, "South": 4, "East": 5}, {"North": 1, "South": 3, "East": 5}
    place = Path("q1", "restricted", "paper")
    publish(tmp_path / "out", "q1", "paper", column(first, "Q1"), sets=("restricted", "board"),
            hidden=(SOUTH, EAST, ("t", TOTAL, "Q1")))
    publish(tmp_path / "made", "q1", "paper", column(now, "Q1"))
    keep_issues(tmp_path / "out" / place, tmp_path / "made" / place, settings.profile)
    publish(tmp_path / "out", "q1", "paper", column(now, "Q1"))

    assert NORTH in hides(tmp_path / "out", "q1", ["paper"], settings)["paper"]


def test_a_correction_that_rounds_to_what_is_out_is_hidden_where_the_issue_is_lost(
        tmp_path, settings):
    publish(tmp_path, "q1", "paper", column({"North": 0, "South": 4, "East": 5}, "Q1"),
            sets=("board",), hidden=(SOUTH, EAST, ("t", TOTAL, "Q1")))
    publish(tmp_path, "q1", "paper", column({"North": 1, "South": 3, "East": 5}, "Q1"))

    assert NORTH in hides(tmp_path, "q1", ["paper"], settings)["paper"]


def test_an_issue_that_hides_the_same_is_not_kept(tmp_path, settings):
    publish(tmp_path, "q1", "paper", column(FIRST, "Q1"), sets=("restricted", "board"),
            hidden=(NORTH, SOUTH))
    folder = tmp_path / "q1" / "board" / "paper"
    keep_issues(folder, folder, settings.profile)

    assert read_issues(tmp_path / "q1", "board", "paper") == []


def test_a_paper_with_a_public_set_alone_is_known_to_the_board(tmp_path, settings):
    """It prints 25 for North and East: beside the 22 that the Board's set shows, North is three."""
    parts = [{**row, "readers": NOBODY, "part_of": (("sum", "Both", ""),)}
             for row in column(FIRST, "Q1") if row["row"] in ("North", "East")]
    publish(tmp_path, "q1", "areas", column(FIRST, "Q1"))
    publish(tmp_path, "q1", "both", [*counts("sum", {"Both": 25}, total=False), *parts],
            sets=("restricted", "public"))

    assert hides(tmp_path, "q1", ["areas"], settings)["areas"] >= {NORTH, EAST}


def test_a_public_set_made_in_the_same_run_is_known_to_the_board(tmp_path, settings):
    """As above, before that set is published: the Board's set must not show East."""
    parts = [{**row, "readers": NOBODY, "part_of": (("sum", "Both", ""),)}
             for row in column(FIRST, "Q1") if row["row"] in ("North", "East")]
    publish(tmp_path, "q1", "areas", column(FIRST, "Q1"))
    publish(tmp_path, "q1", "both", [*counts("sum", {"Both": 25}, total=False), *parts])

    plans = masked(tmp_path, "q1", ["areas", "both"], MASKED, settings,
                       {("both", "board"), ("areas", "public")})
    assert {*plans} == {("areas", "board"), ("both", "public")}
    shown = {NORTH, EAST} - plans["areas", "board"]
    assert not shown or ("sum", "Both", "") in plans["both", "public"]

"""The framework that a board works by: that of May 2014 to the letter, or a successor as data."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from papers import ROOT

from pscb_lib.board.frameworks import framework_ids, parse_framework, read_framework
from pscb_lib.board.settings import read_settings
from pscb_lib.board.standards import read_standards
from pscb_lib.framework.edition import MAY_2014
from pscb_lib.reading.findings import InputError

TEXT = ROOT.parent / "shared" / "reference" / "framework.txt"
OWN = "Peterborough Safeguarding Children Board"
SUCCESSOR = """title: Arrangements of 2023
in_force_from: "2023-12-15"
yearly_report: yearly report
yearly_report_law: a law
thresholds: {green: "90", amber: "80"}
left_to_the_board: [standards, review_by]
"""


def test_the_default_is_the_framework_of_may_2014_to_the_letter():
    chosen = read_settings(ROOT / "params" / "settings.yaml").framework
    assert chosen is MAY_2014 and chosen.left_to_the_board == ()
    if not TEXT.is_file():
        pytest.skip("the framework is not in ../shared/reference beside this project")
    words = " ".join(TEXT.read_text(encoding="utf-8").split())
    assert chosen.thresholds is not None and chosen.review_by is not None
    for quoted in (f"Next Review date: {chosen.review_by:%B %Y}",
                   f"at least {100 * chosen.thresholds.green}% of target achieved) GREEN",
                   f"at least {100 * chosen.thresholds.amber}% of target achieved) AMBER",
                   "comply with the following nine standard areas"):
        assert quoted in words
    standards = read_standards(ROOT / "params" / "section11_standards.csv")
    assert len(standards) == chosen.standards == 9
    assert [one.text for one in standards if one.text not in words] == []


@pytest.mark.parametrize(("on", "board", "said"), [
    pytest.param(date(2015, 5, 31), OWN, "", id="by its review date"),
    pytest.param(date(2015, 6, 1), "Bedford Safeguarding Children Board", "",
                 id="another board that works by it"),
    pytest.param(date(2015, 6, 1), OWN, "The Performance Management Framework (May 2014) was to be "
                 "reviewed by May 2015; this paper still follows it.", id="after it"),
])
def test_a_paper_of_its_own_board_after_the_review_date_says_so(on, board, said):
    assert MAY_2014.say_review(on, board) == said


def test_the_partners_of_2019_publish_a_yearly_report_and_decide_the_rest_themselves():
    chosen = parse_framework("partnership-2019")
    assert (chosen.in_force_from, chosen.yearly_report) == (date(2019, 9, 29), "yearly report")
    assert "16G(7)" in chosen.yearly_report_law
    assert (chosen.thresholds, chosen.standards, chosen.review_by) == (None, None, None)
    assert chosen.say_review(date(2030, 1, 1), OWN) == ""


@pytest.mark.parametrize(("day", "id"), [
    pytest.param(date(2019, 9, 28), "partnership-2019", id="before either: the first there is"),
    pytest.param(date(2023, 12, 14), "partnership-2019", id="the last day before"),
    pytest.param(date(2023, 12, 15), "partnership-2023", id="the first day of Working Together "
                 "2023"),
])
def test_a_paper_is_of_the_edition_in_force_on_the_last_day_of_its_period(day, id):
    found = parse_framework("partnership-2023").on(day)
    assert (found.id, found.yearly_report) == (id, "yearly report")


@pytest.mark.parametrize(("framework", "notified", "last"), [
    pytest.param("pscb-2014", date(2014, 1, 31), date(2014, 2, 28), id="a month, in 2014"),
    pytest.param("partnership-2023", date(2024, 1, 2), date(2024, 1, 23),
                 id="a rapid review, 15 working days"),
    pytest.param("partnership-2023", date(2024, 3, 21), date(2024, 4, 15),
                 id="Good Friday and Easter Monday are none of them"),
])
def test_a_notified_case_is_decided_in_the_time_of_the_framework(framework, notified, last):
    chosen = parse_framework(framework).on(notified)
    assert chosen.decide_within.last_day(notified) == last


def test_another_framework_is_added_by_data_alone(tmp_path: Path):
    folder = tmp_path / "partnership-2023"
    folder.mkdir()
    (folder / "framework.yaml").write_text(SUCCESSOR, encoding="utf-8")
    assert framework_ids(tmp_path) == ("pscb-2014", "partnership-2023")
    found = read_framework(folder)
    assert found.thresholds is not None and found.thresholds.amber == Fraction(4, 5)


@pytest.mark.parametrize(("text", "message"), [
    pytest.param(SUCCESSOR + "colour: red\n", "there is no field colour", id="an unknown field"),
    pytest.param(SUCCESSOR.replace("standards, ", ""), "the field standards is neither given nor "
                 "in left_to_the_board", id="a field that is not decided"),
])
def test_a_framework_that_is_not_whole_is_refused(tmp_path: Path, text, message):
    folder = tmp_path / "partnership-2023"
    folder.mkdir()
    (folder / "framework.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as refusal:
        read_framework(folder)
    assert str(refusal.value) == f"partnership-2023/framework.yaml: {message}; correct it"


def test_a_framework_that_is_not_held_is_refused_with_those_that_are():
    with pytest.raises(ValueError, match="is not one of pscb-2014, partnership-2019, "
                       "partnership-2023 .nearest: partnership-2019."):
        parse_framework("partnership-2091")

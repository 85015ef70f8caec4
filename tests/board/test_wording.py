"""A page has the words of the board's own framework, of the last day of its period."""

from __future__ import annotations

import csv
import re
from dataclasses import replace
from datetime import date

import pytest
from audit_returns import sample_context
from papers import ROOT

from pscb_lib.board.frameworks import FOLDER, parse_framework
from pscb_lib.board.wording import call_by, in_own_words, named
from pscb_lib.reading import cells
from pscb_lib.reading.rows import Field

PARTNERSHIP = (("Q&E", "QA"), *parse_framework("partnership-2023").words)
LATE_2023, EARLY_2023 = date(2023, 12, 31), date(2023, 6, 30)
WRITTEN = (".py", ".ipynb", ".csv", ".yaml", ".md")
FILES = [path for folder in ("pscb_lib", "notebooks") for path in (ROOT / folder).rglob("*")
         if path.suffix in WRITTEN and FOLDER not in path.parents]


@pytest.mark.parametrize(("said", "printed"), [
    ("The Board is asked to", "The Partnership is asked to"),
    ("the Boards' chairs", "the Partnerships' chairs"),
    ("the Integrated Care Board", "the Integrated Care Board"),
    ("the Health and Wellbeing Board", "the Health and Wellbeing Board"),
    ("Serious case reviews", "Local child safeguarding practice reviews"),
    ("of a common assessment", "of an early help assessment"),
    ("LADO-0001", "LADO-0001"),
    ("LADO", "Designated officer"), ("the LADO's", "the designated officer's"),
    ("Absent (police)", "No apparent risk (police)"),
    ("Q&amp;E has the list", "QA has the list"),
    ("as section 7 rules", "by the Partnership's own thresholds"),
    ("late; at least one decision took more than a month",
     "late; at least one decision took more than 15 working days"),
    ("a CAF was begun", "an early help assessment was begun"),
    ("A CAF Team Manager", "An Early help team manager"),
    ("an LADO or a LADO", "a designated officer or a designated officer"),
    ("an SCR group", "a case review group"), ("a SCR", "an LCSPR"), ("an SCR", "an LCSPR"),
    ("an LSCB", "a partnership"), ("an annual report", "a yearly report"),
    ("Appendix 1, item 3: Budget", "The programme, item 3: Budget"),
])
def test_a_partnership_prints_its_own_words(said, printed):
    assert named(said, PARTNERSHIP) == printed
    assert named(printed, PARTNERSHIP) == printed


@pytest.mark.parametrize("said", [
    "Trust Board", "put to the Trust Board in May", "The Parole Board", "the Trust Boards' chairs",
    "Community Safety Partnership Board", "Appendix 1 of the trust's own report",
])
def test_the_names_and_papers_of_others_stay(said):
    assert named(said, PARTNERSHIP) == said


def test_an_agency_of_the_register_keeps_its_name(tmp_path):
    (tmp_path / "params").mkdir()
    (tmp_path / "params" / "agencies.csv").write_text(
        "name,alias,valid_from,valid_to,section11\nEarly help,CAF Team,,,other\n"
        "Cafcass,Cafcass,,,other\n", "utf-8")
    usual = sample_context()
    own = replace(usual, root=tmp_path, settings=replace(
        usual.settings, framework=parse_framework("partnership-2023")))
    call_by(usual.words)  # the words of the process are the sample's again
    assert named("CAF Team: 3 of 4 CAFs", own.words) == "CAF Team: 3 of 4 early help assessments"
    assert own.wording["CAF Team"] == "CAF Team" and "Cafcass" not in own.wording


def test_the_framework_of_may_2014_changes_no_word():
    assert parse_framework("pscb-2014").words == ()
    assert named("The Board and Q&E", ()) == "The Board and Q&E"


@pytest.mark.parametrize(("day", "printed"), [
    (EARLY_2023, "Working Together 2018"), (LATE_2023, "Working Together 2023")])
def test_guidance_is_that_in_force_at_the_end_of_the_period(day, printed):
    words = parse_framework("partnership-2023").on(day).words
    assert named("Working Together 2013, chapter 1", words) == printed


@pytest.mark.parametrize("cell", ["serious case review", "Local child safeguarding practice review"
                                  ])
def test_a_return_takes_the_words_of_its_time_and_those_of_2014(cell):
    parse = cells.one_of("serious case review", "not reviewed")
    own = in_own_words(Field("kind", parse, "ask the Board"), PARTNERSHIP)
    assert cells.shape_of(own.parse).choices == (
        "local child safeguarding practice review", "not reviewed")
    assert own.remedy == "ask the Partnership"
    assert cells.value_of(own.parse(cell)) == "serious case review"


def test_every_word_that_is_replaced_is_said_somewhere():
    said = re.sub(r'"\s+f?"', "", "\n".join(" ".join(path.read_text("utf-8").split())
                                             for path in FILES))
    words = {row["word"] for path in FOLDER.glob("*/words.csv")
             for row in csv.DictReader(path.open(encoding="utf-8"))
             if row["word"] != row["instead"]}
    assert sorted(word for word in words if re.sub("^an? ", "", word) not in said) == []

"""Today's partnership: a project of ``pscb init --framework partnership-2023``, and its papers.

The partnership is invented, and so are its returns of 2023-24: the sample, nine years later, with
its agencies. The published figures that it is compared with are those of its authority.
"""

from __future__ import annotations

import csv
import html
import re
import shutil
from pathlib import Path

import pytest
from papers import ROOT, pscb
from second_board import read_texts

from pscb_lib.board.meetings import read_meetings
from pscb_lib.board.programme import read_programme
from pscb_lib.board.settings import read_settings
from pscb_lib.framework.scheduling.meetings import Group
from pscb_lib.framework.spellings import parse_year
from pscb_lib.returns.kinds import find_returns
from pscb_lib.running.preflight import check_params
from pscb_lib.running.sampling import make_sample

NAME, YEAR = "Northshire Safeguarding Children Partnership", "2023-24"
THIRD, LAST = "2023-24-q3", "2023-24-q4"
ANSWERS = ("--framework", "partnership-2023", "--board", NAME, "--area", "Luton",
           "--first-year", YEAR)
OF_2014 = re.compile(
    r"\bBoards?\b|LSCB|PSCB|\bSCRs?\b|[Ss]erious [Cc]ase|\bLADOs?\b(?!-\d)|CDOP(?!-\d)|"
    r"Child Death Overview|Q&(?:amp;)?E\b|[Cc]ommon [Aa]ssessment|\bCAF\b|\bCCG\b|"
    r"[Cc]linical commissioning|Appendix 1\b|[Ss]ection \d+ of the [Ff]ramework|the Framework\b|"
    r"Working Together 201\d|"
    r"Independent Chair|Absent \(police\)|[Rr]ehabilitation [Cc]ompany|area team")
PRODUCT = re.compile(r"PRODID:.*")
READ = (".html", ".xlsx", ".docx", ".ics", ".pdf")


@pytest.fixture(scope="module")
def partnership(tmp_path_factory):
    """The project of the partnership; its published figures may be of a later edition."""
    folder = tmp_path_factory.mktemp("partnership") / "northshire"
    made = pscb("init", folder, *ANSWERS)
    assert made.returncode == 0, made.stderr
    settings = folder / "params" / "settings.yaml"
    settings.write_text(settings.read_text("utf-8").replace(
        "later_editions: no", "later_editions: yes"), "utf-8")
    return folder


def words_of_2014(folder: Path) -> list[tuple[str, str]]:
    """Each word of 2014 in what people read of a folder, with what stands around it."""
    return [(name, text[max(0, found.start() - 60):found.end() + 60])
            for name, text in read_texts(folder)
            if name.split(" ")[0].endswith(READ) and "styles.xml" not in name
            for found in OF_2014.finditer(PRODUCT.sub("", text))]


def test_a_partnership_begins_with_its_own_settings_programme_agencies_and_meetings(partnership):
    check_params(partnership)
    params = partnership / "params"
    settings = read_settings(params / "settings.yaml")
    assert (settings.framework.id, settings.group_short) == ("partnership-2023", "QA")
    programme = read_programme(params / "audit_programme.csv").for_year(parse_year(YEAR))
    assert 9 not in {one.item for one in programme.audits}  # child deaths
    assert programme.item(12).lead == "Designated officer"
    agencies = {row["alias"]: row["valid_to"] for row in csv.DictReader(
        (params / "agencies.csv").open(encoding="utf-8"))}
    assert agencies["Integrated care board"] == ""
    assert agencies["Clinical commissioning group"] == "2022-06-30"
    taking = {one.on.month for one in read_meetings(params / "meetings.csv")
              if one.group is Group.SCRUTINY}
    assert taking == {2, 5, 7, 9, 11}
    for name in ("indicators.csv", "audit_programme.csv", "meetings.csv"):
        rows = csv.DictReader((params / name).open(encoding="utf-8"))
        assert [cell for row in rows for column, cell in row.items()
                if column != "role" and OF_2014.search(cell)] == []


@pytest.mark.parametrize("name", sorted(
    {*find_returns()} - {"deaths", "business_plan"}))  # a chair's form has the plan's own words
def test_a_form_of_a_partnership_has_no_word_of_2014(partnership, tmp_path, name):
    done = pscb("template", name, "--out", tmp_path / "form.xlsx", "--returns",
                ROOT / "pscb_lib" / "samples", cwd=partnership)
    assert done.returncode == 0, done.stdout + done.stderr
    assert words_of_2014(tmp_path) == []


def test_letters_and_the_plan_of_a_partnership_have_no_word_of_2014(partnership, tmp_path):
    for words in (("template", "data_set", "--all-agencies", "--period", "2023-24 Q1", "--out",
                   tmp_path / "forms"),
                  ("plan", "--year", YEAR, "--ics", tmp_path / "plan.ics", "--html",
                   tmp_path / "plan.html")):
        done = pscb(*words, cwd=partnership)
        assert done.returncode == 0, done.stdout + done.stderr
    assert len([*(tmp_path / "forms").iterdir()]) > 10
    assert words_of_2014(tmp_path) == []


def test_the_office_of_a_partnership_sends_its_registers_by_its_own_name(partnership, tmp_path):
    done = pscb("template", "audits", "--agency", "Partnership's office", "--out",
                tmp_path / "office", cwd=partnership)
    assert done.returncode == 0, done.stdout + done.stderr
    assert words_of_2014(tmp_path) == []
    assert [path.suffix for path in (tmp_path / "office").iterdir()] != []


@pytest.mark.slow
def test_no_paper_of_a_partnership_has_a_word_of_2014(partnership):
    done = pscb("run", "--with-sample", "--format", "html,pdf,tables,word", cwd=partnership)
    assert done.returncode in (0, 3), done.stdout + done.stderr
    outputs = partnership / "sample" / "outputs"
    reports = {path.parent.name for path in (outputs / THIRD / "board").glob("*/report.html")}
    assert {"quarterly_data_set", "missing_children", "case_reviews"} <= reports
    assert "cdop_annual" not in reports
    assert words_of_2014(outputs) == []
    page = (outputs / THIRD / "board" / "case_reviews" / "report.html").read_text("utf-8")
    assert "Local child safeguarding practice reviews" in page
    assert "15 working days" in page


CHOICES = """period: "2023-24"
as_of: "2024-06-30"
returns_folder: "returns"
blocks: |
  weak | quarterly_data_set | 2023-24 Q4 | lead | Children at particular risk | data
  changed | audit_programme | 2023-24 Q4 | lead
  services | early_help | 2023-24 H2 | lead | Early help and the front door | data
  missing | missing_children | 2023-24 H2 | lead | Children at particular risk | data
  reviews | case_reviews | 2023-24 H2 | lead | Children who need protection | audit
  reviews | learning | 2023-24 | lead | A safe workforce | survey
  members | membership | 2023-24 | lead
"""
PAPERS = ("quarterly_data_set", "missing_children", "case_reviews", "learning", "audit_programme",
          "early_help", "membership")
SCRUTINY = "Partners challenged each other; what changed for children is not yet known."
TEXTS = {
    "": SCRUTINY, ".young-people": "You told us that you want one adult who stays.",
    ".no-impact": "We know what was done and not yet what it changed; we look again at Christmas.",
    ".partners": "The council led on early help.\n\nThe police led on exploitation.\n\n"
                 "The integrated care board led on babies.",
}


def run(folder: Path, *words: object, codes=(0,)) -> str:
    done = pscb(*words, cwd=folder)
    assert done.returncode in codes, done.stdout + done.stderr
    return done.stdout


def read_page(folder: Path, report: str) -> str:
    """What a page says, without its tags and pictures."""
    page = (folder / "board" / report / "report.html").read_text("utf-8")
    page = re.sub(r"(?s)<(style|script|svg).*?</\1>", " ", page)
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page)))


@pytest.mark.slow
def test_a_partnership_has_its_year_from_init_to_its_yearly_report(tmp_path):
    folder = tmp_path / "northshire"
    run(tmp_path, "init", folder, *ANSWERS)
    settings = folder / "params" / "settings.yaml"
    settings.write_text(settings.read_text("utf-8").replace(
        "later_editions: no", "later_editions: yes"), "utf-8")
    shutil.copytree(make_sample(folder) / "returns", folder / "returns", dirs_exist_ok=True)
    shutil.rmtree(folder / "sample")
    assert {row["source"] for row in csv.DictReader((folder / "returns" / "reviews.csv").open(
        encoding="utf-8"))} == {"illustrative"}

    run(folder, "new-cycle", LAST)
    run(folder, "run", *PAPERS, "--cycle", LAST, "--format", "html", codes=(0, 3))
    quarter = read_page(folder / "outputs" / LAST, "quarterly_data_set")
    assert re.search(r"Referrals to children's social care Year 2022-23 Released on 2024-10-31 "
                     r"Luton 532.9 England 538.8", quarter)
    reviews = read_page(folder / "outputs" / LAST, "case_reviews")
    assert "at least one decision took more than 15 working days" in reviews

    statements = folder / "params" / YEAR / "statements"
    statements.mkdir(parents=True)
    (folder / "params" / YEAR / "annual_report.yaml").write_text(CHOICES, "utf-8")
    said = run(folder, "year-end", "--year", YEAR, codes=(3,))
    assert said.startswith(
        "The yearly report of 2023-24 is to be published by 30 September 2024.\n")
    for awaited in ("the statement of the independent scrutineer",
                    "the part “What each partner did and gave”",
                    "Costs and contributions: choose a block for the part money"):
        assert awaited in said
    for name, text in TEXTS.items():
        (statements / f"annual_report{name}.md").write_text(text, "utf-8")
    run(folder, "run", "annual_report", "--cycle", YEAR, "--format", "html,pdf", codes=(0, 3))
    report = read_page(folder / "outputs" / YEAR, "annual_report")
    for words in ("Yearly report", SCRUTINY, "What each partner did and gave",
                  "The integrated care board led on babies.", "Section 16G of the Children Act",
                  "QA, 10 July 2024, then Partnership, 30 July 2024"):
        assert words in report
    assert words_of_2014(folder / "outputs") == []


@pytest.mark.slow
def test_a_paper_of_a_partnership_has_the_newest_published_year_of_its_day(tmp_path):
    folder = tmp_path / "northshire"
    run(tmp_path, "init", folder, *ANSWERS)
    sample = make_sample(folder)
    place = sample / "params" / THIRD / "quarterly_data_set.yaml"
    for released, as_of, year, england, peterborough in (
            ("before", "2024-10-30", "2022-23", 538.8, 18.6),
            ("on", "2024-10-31", "2023-24", 518.3, 19.2)):
        place.write_text(re.sub(r'as_of: "[^"]*"', f'as_of: "{as_of}"', place.read_text("utf-8")),
                         "utf-8")
        text = (sample / "params" / "settings.yaml").read_text("utf-8")
        (sample / "params" / "settings.yaml").write_text(text.replace(
            "later_editions: 'no'", "later_editions: 'yes'"), "utf-8")
        run(sample, "run", "quarterly_data_set", "--audience", "board", "--format", "html",
            "--out", released, codes=(0, 3))
        page = read_page(sample / released / THIRD, "quarterly_data_set")
        assert re.search(rf"Referrals to children's social care Year {year} .{{0,40}} England "
                         rf"{england}", page)
        assert re.search(rf"Re-referrals within 12 months Year {year} .{{0,300}} Peterborough "
                         rf"{peterborough}", page)

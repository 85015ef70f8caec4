"""Today's partnership: a project of ``pscb init --framework partnership-2023``, and its papers.

The partnership is invented, and so are its returns of 2023-24: the sample, nine years later, with
its agencies. The published figures that it is compared with are those of its authority.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
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

NAME, YEAR, LAST = "Northshire Safeguarding Children Partnership", "2023-24", "2023-24-q3"
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


@pytest.mark.parametrize("name", sorted({*find_returns()} - {"deaths"}))
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


def england_of(year: str, column: str) -> str:
    """A figure of England as the department's table C1 has it, read without the suite."""
    with zipfile.ZipFile(ROOT / "pscb_lib" / "published" / "children_in_need.zip") as packed:
        for name in packed.namelist():
            rows = [*csv.DictReader(io.StringIO(packed.read(name).decode("utf-8-sig")))]
            for row in rows:
                if row.get("time_period", "") == year and "National" in row.values() and (
                        column in row):
                    return row[column]
    raise KeyError(column)


@pytest.mark.slow
def test_no_paper_of_a_partnership_has_a_word_of_2014(partnership):
    done = pscb("run", "--with-sample", "--format", "html,pdf,tables,word", cwd=partnership)
    assert done.returncode in (0, 3), done.stdout + done.stderr
    outputs = partnership / "sample" / "outputs"
    reports = {path.parent.name for path in (outputs / LAST / "board").glob("*/report.html")}
    assert {"quarterly_data_set", "missing_children", "case_reviews"} <= reports
    assert "cdop_annual" not in reports
    assert words_of_2014(outputs) == []
    page = (outputs / LAST / "board" / "case_reviews" / "report.html").read_text("utf-8")
    assert "Local child safeguarding practice reviews" in page
    assert "15 working days" in page

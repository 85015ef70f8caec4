"""The documents are true: two commands, every report, every link, every block, one screen."""

from __future__ import annotations

import re
import shlex
import shutil
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

import pytest
from click.testing import CliRunner
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from papers import ALL_REPORTS, CYCLE, ROOT, cold
from projects import write_notebook
from warm_batches import one_set

from pscb_lib import __version__
from pscb_lib.board.notebooks import title_of
from pscb_lib.commands.cli import main
from pscb_lib.running.cleaning import clean_notebook
from tools import reference

README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCUMENTS = [*(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")),
             *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"^```(.*)\n((?s:.*?))^```$", re.MULTILINE)
KINDS = ("python", "sh", "text", "ini", "xml")


def test_the_readme_has_the_two_commands_as_they_are():
    assert "\npython -m pip install -c constraints.txt -e . && pscb run\n" in README
    assert '\npython -m pip install -c constraints.txt -e ".[test]" && pytest\n' in README


def test_the_readme_fits_one_screen():
    assert len(README.splitlines()) <= 60


@pytest.mark.parametrize("report", sorted(ALL_REPORTS))
def test_the_readme_lists_every_report(report):
    assert re.search(rf"^\|[^|]*`{report}`", README, re.MULTILINE)


@pytest.mark.parametrize("report", sorted(ALL_REPORTS))
def test_the_pages_of_every_paper_are_to_be_seen(report):
    title = title_of(ROOT / "notebooks" / f"{report}.ipynb")
    picture = f"![All pages of the Board's set: {title}](papers/{report}.png)"
    assert f"## {title}\n\n{picture}\n" in (ROOT / "docs" / "papers.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_leads_to_a_file_or_heading_that_exists(document):
    text = document.read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!http)([^)#]*)(?:#[^)]*)?\)", text):
        assert not target or (document.parent / target).exists(), target
    for file, heading in re.findall(r"\]\((?!http)([^)#]*)#([^)]+)\)", text):
        headings = re.findall(r"^#+ (.+)$", (document.parent / (file or document.name)).read_text(
            encoding="utf-8"), re.MULTILINE)
        assert heading in {re.sub(r"[^a-z0-9 -]", "", one.lower()).replace(" ", "-")
                           for one in headings}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_block_names_its_language_and_is_run_or_says_why_not(document, sample_project):
    shutil.copytree(ROOT / "notebooks", sample_project / "notebooks")
    names: dict[str, object] = {}
    for info, block in BLOCK.findall(document.read_text(encoding="utf-8")):
        kind, *why_not = info.split(" no-run: ")
        assert kind in KINDS, f"{info or 'no language'}: {block}"
        if kind == "python" and not why_not:
            exec(compile(block, document.name, "exec"), names)
        for line in block.splitlines() if kind == "sh" and not why_not else ():
            program, *arguments = shlex.split(line, comments=True)
            done = CliRunner().invoke(main, arguments)
            assert (program, done.exit_code) == ("pscb", 0), f"{line}\n{done.output}"


def test_the_reference_is_made_from_the_docstrings():
    assert reference.PAGE.read_text(encoding="utf-8") == reference.build(), (
        "docs/reference.md is not what the docstrings say: run python -m tools.reference")


def test_the_tutorial_is_committed_clean(tmp_path):
    copy = shutil.copy(ROOT / "docs" / "tutorial.ipynb", tmp_path)
    assert not clean_notebook(Path(copy))


def test_the_changelog_speaks_of_this_version():
    assert f"## {__version__}\n" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def needed(package: str, extra: str = "") -> set[str]:
    """Every installed package that *package* needs, and those that each of them needs."""
    found, waiting = set(), [(package, extra)]
    while waiting:
        name, extra = waiting.pop()
        try:
            wanted = [Requirement(line) for line in requires(name) or ()]
        except PackageNotFoundError:  # for another platform or an extra that nobody asked for
            continue
        found.add(canonicalize_name(name))
        for one in wanted:
            applies = one.marker is None or one.marker.evaluate({"extra": extra})
            if applies and canonicalize_name(one.name) not in found:
                waiting += [(one.name, each) for each in one.extras or {""}]
    return found - {canonicalize_name(package)}


def test_every_installed_package_that_the_project_needs_is_pinned():
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pinned = {canonicalize_name(line.split("==")[0]) for line in lines if "==" in line}
    assert {"pandas", "numpy", "pytest", "nbclient"} <= needed("pscb-reports", "test")
    assert needed("pscb-reports", "test") - pinned == set()
    assert "setuptools" in pinned


COMPLAINTS = """complaint_id,received_on,answered_on,source
C-1,06/10/2014,10/10/2014,illustrative
C-2,07/10/2014,,illustrative
C-3,08/10/2014,01/10/2014,illustrative
"""
CELLS = ("""from pscb_lib.reports.complaints import measures, page, returned
from pscb_lib.returns.opening import open_paper
paper = open_paper(context, measures.measure, returned.RETURN)""",
         "page.tabulate(paper.shown)", "about.list_rejected(context, *paper.returns)")


@pytest.mark.slow
def test_the_recipe_for_a_new_report_makes_one_and_edits_no_code(small_project, tmp_path):
    shutil.copytree(ROOT / "pscb_lib", tmp_path / "pscb_lib")
    [block] = re.findall(r"^```python no-run: tests/test_docs.py makes .*\n((?s:.*?))^```$",
                         (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.MULTILINE)
    files = dict(zip(*[iter(re.split(r"^# (pscb_lib/\S+)$", block, flags=re.MULTILINE)[1:])] * 2,
                     strict=True))
    for name, code in {"pscb_lib/reports/complaints/__init__.py": "", **files}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(code, encoding="utf-8")
    notebook = small_project / "notebooks" / "complaints.ipynb"
    write_notebook(notebook, *CELLS, end='about.end_report(context, "complaints")',
                   returns=("complaints",))
    notebook.write_text(notebook.read_text(encoding="utf-8").replace(
        "# Small report", "# Complaints and compliments"), encoding="utf-8")
    shutil.copy(small_project / "params" / CYCLE / "small.yaml",
                small_project / "params" / CYCLE / "complaints.yaml")
    (small_project / "returns" / "complaints.csv").write_text(COMPLAINTS, encoding="utf-8")

    one_set(small_project)
    done = cold("run", "complaints", "--audience", "restricted", cwd=small_project,
                PYTHONPATH=str(tmp_path))

    assert done.returncode == 0, done.stderr
    page = (small_project / "outputs" / CYCLE / "restricted" / "complaints" / "report.html"
            ).read_text(encoding="utf-8")
    assert "<h1>Complaints and compliments</h1>" in page
    assert "Complaints in the quarter" in page and "1 of 2" in page
    assert ("complaints.csv, row 4, column received_on and answered_on, value &#39;08/10/2014 and "
            "01/10/2014&#39;: the answer is before the complaint; correct one of the two") in page

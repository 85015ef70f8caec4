"""The documents are true: two commands, every report, every link, one screen."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from papers import REPORTS

from pscb_lib import __version__

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCUMENTS = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")]


def test_the_readme_has_the_two_commands_as_they_are():
    assert "\npython -m pip install -c constraints.txt -e . && pscb run\n" in README
    assert '\npython -m pip install -c constraints.txt -e ".[test]" && pytest\n' in README


def test_the_readme_fits_one_screen():
    assert len(README.splitlines()) <= 60


@pytest.mark.parametrize("report", REPORTS)
def test_the_readme_lists_every_report(report):
    assert f"| `{report}` |" in README


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_leads_to_a_file_or_heading_that_exists(document):
    text = document.read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!http)([^)#]*)(?:#[^)]*)?\)", text):
        assert not target or (ROOT / target).exists(), target
    for file, heading in re.findall(r"\]\(([^)#]*)#([^)]+)\)", text):
        headings = re.findall(r"^#+ (.+)$", (ROOT / (file or document.name)).read_text(
            encoding="utf-8"), re.MULTILINE)
        assert heading in {re.sub(r"[^a-z0-9 -]", "", one.lower()).replace(" ", "-")
                           for one in headings}


def test_the_changelog_speaks_of_this_version():
    assert f"## {__version__}\n" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_every_dependency_is_pinned():
    pinned = {re.split("==", line)[0].lower().replace("_", "-")
              for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
              if "==" in line}
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    wanted = {name.lower().replace("_", "-") for name in re.findall(r'^\s+"([\w-]+)[><=]', project,
                                                                    re.MULTILINE)}
    assert wanted - pinned == set()
    assert "setuptools" in pinned

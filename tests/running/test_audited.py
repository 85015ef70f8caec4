"""What was audited without a leak is not read again, and nobody can have it passed unread."""

from __future__ import annotations

import json
import shutil

import pytest
from papers import pscb
from planted import write_sets
from projects import SECRET, make_project

from pscb_lib.disclosure.outsider import finished_html
from pscb_lib.disclosure.outsider.sets import TOGETHER, audit_outputs
from pscb_lib.disclosure.secrecy.profiles import PROFILES
from pscb_lib.running.audited import NAME, read_audited, write_audited
from pscb_lib.running.publishing.key import KEY

CYCLE = "2014-15-q3"
SET = f"{CYCLE}/public/small"
TOLD = "<p>Neglect: 3</p></body>"


@pytest.fixture
def project(tmp_path):
    """A project with a key and one public set, which was audited."""
    root = make_project(tmp_path / "project", "small")
    (root / KEY).write_text(SECRET, encoding="ascii")
    write_sets(tmp_path / "made")
    for audience in ("public", "restricted"):
        shutil.copytree(tmp_path / "made" / audience,
                        root / "outputs" / CYCLE / audience / "small")
    assert pscb("audit", "outputs", cwd=root).returncode == 0
    return root


def known(root, profile="dfe", names=(), is_all=False):
    """Whether each set, and all together, need not be read again."""
    memory = read_audited(root, root / "outputs", PROFILES[profile], names, is_all)
    seen = {}

    class Watched:
        def is_known(self, what, files):
            seen[what] = memory.is_known(what, files)
            return seen[what]

        keep = staticmethod(memory.keep)

    audit_outputs(root / "outputs", PROFILES[profile], names, Watched())
    return seen.get(TOGETHER), seen.get(SET)


def plant(root):
    page = root / "outputs" / SET / "report.html"
    page.write_text(page.read_text("utf-8").replace("</body>", TOLD), encoding="utf-8")


def test_what_has_not_changed_is_not_read_again(project, monkeypatch):
    assert known(project) == (True, None)
    read = []
    monkeypatch.setattr(finished_html, "read_html", lambda *of: read.append(of))
    memory = read_audited(project, project / "outputs", PROFILES["dfe"], (), False)
    found = audit_outputs(project / "outputs", PROFILES["dfe"], (), memory)
    assert (found.sets, found.leaks, read) == ([SET], [], [])


def test_the_same_is_said_of_it_again(project):
    first, again = (pscb("audit", "outputs", *more, cwd=project) for more in (("--all",), ()))
    assert again == first
    assert again.stdout.endswith("1 sets read; 0 leaks, 0 warnings\n")


def test_a_set_that_changed_is_read_again_and_its_leak_is_found_each_time(project):
    plant(project)
    for _ in range(2):
        done = pscb("audit", "outputs", cwd=project)
        assert done.returncode == 1
        assert "Neglect" in done.stdout


@pytest.mark.parametrize("change", ["restricted", "profile", "names", "all"])
def test_it_is_read_again_when_it_is_judged_by_something_else(project, change):
    exact = project / "outputs" / CYCLE / "restricted" / "small" / "report.ipynb"
    if change == "restricted":
        exact.write_text(json.dumps(json.loads(exact.read_text("utf-8"))), encoding="utf-8")
    assert known(project, profile="nhs" if change == "profile" else "dfe",
                 names=["Some name"] if change == "names" else (),
                 is_all=change == "all") == (False, False)


@pytest.mark.parametrize("key", ["another", "none"])
def test_a_memory_made_under_another_key_passes_nothing(project, key):
    plant(project)
    made_up = read_audited(project, project / "outputs", PROFILES["dfe"], (), True)
    made_up.key = b"0" * 32
    files = [*sorted(one for one in (project / "outputs" / SET).rglob("*") if one.is_file()),
             project / "outputs" / CYCLE / "restricted" / "small" / "report.ipynb"]
    assert not made_up.is_known(SET, files)
    made_up.keep(SET, files)
    write_audited(project, made_up)
    if key == "none":
        (project / KEY).unlink()
    assert pscb("audit", "outputs", cwd=project).returncode == 1


def test_what_changes_while_it_is_audited_is_not_remembered(project):
    memory = read_audited(project, project / "outputs", PROFILES["dfe"], (), True)
    files = [project / "outputs" / SET / "report.html"]
    memory.is_known(SET, files)
    plant(project)
    memory.keep(SET, files)
    assert memory.now == set()


def test_without_a_key_nothing_is_remembered(project):
    (project / NAME).unlink()
    (project / KEY).unlink()
    assert pscb("audit", "outputs", cwd=project).returncode == 0
    assert not (project / NAME).exists()


def test_who_has_no_key_cannot_test_a_file_against_it(project):
    """The same sets under two keys have no line in common, so none is a plain digest."""
    lines = (project / NAME).read_text("ascii").split()
    (project / KEY).write_text("0f" * 32 + "\n", encoding="ascii")
    assert pscb("audit", "outputs", cwd=project).returncode == 0
    assert lines and not {*lines} & {*(project / NAME).read_text("ascii").split()}

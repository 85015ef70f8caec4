"""The manifest and the notebook say what a set was made from, and nothing about the machine."""

from __future__ import annotations

import hashlib
import json
import shutil

import pytest
from papers import ROOT, pscb
from projects import write_notebook

from pscb_lib.running.inputs import digest_of_code
from pscb_lib.running.publishing.key import mark_of, seal_of

PARAMETERS = {"period": "2014-15 Q3", "as_of": "2015-01-31", "returns_folder": "returns"}
LOG = ROOT / "pscb_lib" / "samples" / "programme_log.csv"


@pytest.fixture
def project(small_project):
    """A project whose report reads the audit planner."""
    write_notebook(small_project / "notebooks" / "small.ipynb", returns=("programme_log",))
    shutil.copy(LOG, small_project / "returns" / "programme_log.csv")
    return small_project


def run(project, *arguments, audience="board"):
    """Make one set; return its manifest, its notebook as text, and all its bytes."""
    done = pscb("run", "--project", project, "--audience", audience, *arguments)
    assert done.returncode == 0, done.stderr
    folder = project / "outputs" / "2014-15-q3" / audience / "small"
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    contents = {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return manifest, contents["report.ipynb"].decode("utf-8"), contents


@pytest.mark.parametrize("audience", [
    pytest.param("restricted", id="by name, with its hash and rows, for Q&E"),
    pytest.param("board", id="sealed, for the Board: a row not used may be one child"),
])
def test_it_has_each_return(project, audience):
    log = project / "returns" / "programme_log.csv"
    rows = len(LOG.read_text(encoding="utf-8").splitlines()) - 1
    with log.open("a", encoding="utf-8", newline="\n") as file:
        file.write("99,2013-14,,,,,,,,illustrative\n")
    manifest, _, _ = run(project, audience=audience)
    sha = hashlib.sha256(log.read_bytes()).hexdigest()
    parameters = {**PARAMETERS, "audience": audience}
    seal = seal_of(project, "small", "", parameters)
    assert manifest["parameters"] == parameters
    assert manifest["returns"] == {
        "restricted": {"programme_log.csv": {
            "sha256": sha, "read": rows + 1, "used": rows, "rejected": 1, "left_out": 0}},
        "board": {"1": {"hmac": seal.of("return", mark_of(seal.key, sha))}}}[audience]
    assert manifest["params_hmac"]["settings.yaml"] == seal.of(
        "params/settings.yaml",
        hashlib.sha256((project / "params/settings.yaml").read_bytes()).hexdigest())


def test_a_folder_in_the_project_is_named_from_the_project(project):
    (project / "returns").rename(project / "January returns")
    manifest, notebook, _ = run(project, "--returns", project / "January returns")
    assert manifest["parameters"]["returns_folder"] == "January returns"
    assert 'returns_folder = \\"January returns\\"' in notebook


def test_a_folder_elsewhere_gives_only_its_name_and_the_same_bytes(project, tmp_path):
    sets = []
    for machine in ("one", "another"):
        folder = tmp_path / machine / "January"
        folder.mkdir(parents=True)
        shutil.copy(LOG, folder / "programme_log.csv")
        manifest, notebook, contents = run(project, "--returns", folder)
        assert manifest["parameters"]["returns_folder"] == "January"
        assert 'returns_folder = \\"January\\"' in notebook
        assert str(tmp_path) not in notebook
        sets.append(contents)
    assert sets[0] == sets[1]


def test_byte_code_does_not_change_the_digest_of_the_code(tmp_path):
    (tmp_path / "published").mkdir()
    (tmp_path / "published" / "figures.csv").write_text("1\n", encoding="utf-8")
    before = digest_of_code(tmp_path)
    (tmp_path / "published" / "__pycache__").mkdir()
    (tmp_path / "published" / "__pycache__" / "x.pyc").write_bytes(b"1")
    assert digest_of_code(tmp_path) == before
    (tmp_path / "published" / "figures.csv").write_text("2\n", encoding="utf-8")
    assert digest_of_code(tmp_path) != before

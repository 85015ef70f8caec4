"""A wheel, installed in an environment of its own, makes a board and its papers with no checkout.
"""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest
from papers import ALL_REPORTS, CARRIED, ROOT


def call(*words, cwd):
    """Run a program without what leads to the checkout. Returns what it printed."""
    given = {name: text for name, text in os.environ.items()
             if name not in ("PYTHONPATH", "PSCB_PROJECT")}
    done = subprocess.run([*map(str, words)], cwd=cwd, env=given, text=True, capture_output=True,
                          timeout=1200)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def build(folder: Path) -> Path:
    """Build the wheel from a clean copy of what git has, so that nothing is left in the checkout.
    """
    source = folder / "source"
    source.mkdir()
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True,
                           text=True).stdout.split("\0")
    for name in filter(None, names):
        if (ROOT / name).is_file():
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            (source / name).write_bytes((ROOT / name).read_bytes())
    call(sys.executable, "-m", "pip", "wheel", ".", "--no-deps", "-q", "-w", folder / "out",
         cwd=source)
    return next((folder / "out").glob("*.whl"))


def install(wheel: Path, folder: Path) -> Path:
    """Install the wheel in a new environment that borrows our packages. Returns its Python."""
    venv.create(folder, with_pip=True)
    python = folder / ("Scripts" if os.name == "nt" else "bin") / Path(sys.executable).name
    call(python, "-m", "pip", "install", "--no-deps", "--no-index", "-q", wheel, cwd=folder)
    own = Path(call(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))",
                    cwd=folder).strip())
    # A line of a .pth file is put on the path, and the .pth files there, ours too, are not read.
    (own / "borrowed.pth").write_text(f"{sysconfig.get_path('purelib')}\n", encoding="utf-8")
    return python


@pytest.mark.slow
def test_an_installed_suite_makes_a_board_and_its_papers_on_the_sample(tmp_path):
    python = install(build(tmp_path), tmp_path / "environment")
    pscb = (python, "-m", "pscb_lib")
    home = call(python, "-c", "import pscb_lib; print(pscb_lib.__file__)", cwd=tmp_path)
    assert Path(home.strip()).is_relative_to(tmp_path / "environment")
    call(*pscb, "init", "north", "--board", "Luton Safeguarding Children Board", "--area", "Luton",
         "--first-year", "2015-16", cwd=tmp_path)
    call(*pscb, "run", "--with-sample", "--format", "html", cwd=tmp_path / "north")
    made = sorted((tmp_path / "north" / "sample" / "outputs").rglob("report.html"))
    assert {page.parent.name for page in made} == ALL_REPORTS - CARRIED

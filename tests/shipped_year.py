"""Make the shipped year and attack its papers: ``python tests/shipped_year.py``.

All papers of the year are made in three sets by ``pscb batch --year``, verified by ``pscb verify``
and audited by ``pscb audit``. Then the attacker (:mod:`attacker`) tries to work out the hidden
counts, as a Board member with all board and public sets and as a reader of the public sets. Prints
what was made and found. Exit code 1 if a set is not as it was made, if the audit finds a leak, or
if a count is told or is left fewer than three values.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parent / "support")]

from papers import ROOT  # noqa: E402
from random_boards import Seen, attack_papers  # noqa: E402

YEAR, AREA = "2014-15", "Peterborough"
COPIED = ("params", "notebooks", "pscb_lib/samples")


def make_year(folder: Path, options: Sequence[str] = (), environment: Mapping[str, str] = {}
              ) -> Path:
    """Make the papers of the shipped year in all their sets; return the project."""
    for part in COPIED:
        shutil.copytree(ROOT / part, folder / part)
    settings = folder / "params" / "settings.yaml"
    settings.write_text(settings.read_text(encoding="utf-8").replace(
        "[restricted, board]", "[restricted, board, public]"), encoding="utf-8")
    _run(folder, "batch", "--year", YEAR, *options, environment=environment)
    return folder


def _run(project: Path, *arguments: str, environment: Mapping[str, str] = {}) -> int:
    done = subprocess.run([sys.executable, "-m", "pscb_lib", *arguments], cwd=project, text=True,
                          env={"PYTHONPATH": str(ROOT), "PATH": "", **environment},
                          capture_output=True, check=False)
    said = [line for line in (done.stdout + done.stderr).splitlines()
            if not line.startswith("WARNING")]
    print("\n".join([f"pscb {' '.join(arguments)}: exit code {done.returncode}", *said[-6:]]),
          flush=True)
    return done.returncode


def main() -> None:
    """Make, verify, audit and attack the year."""
    with tempfile.TemporaryDirectory() as folder:
        project = make_year(Path(sys.argv[1]) if sys.argv[1:] else Path(folder).resolve())
        codes = [_run(project, "verify", "outputs"), _run(project, "audit", "outputs", "--all")]
        seen = Seen(0, [], [])
        attack_papers(seen, [project / "outputs"], project / "params", AREA)
    print(json.dumps({name: each for name, each in asdict(seen).items() if each or name in (
        "secrets", "exact", "narrow")}, indent=1))
    sys.exit(any(codes) or bool(seen.exact or seen.narrow))


if __name__ == "__main__":
    main()

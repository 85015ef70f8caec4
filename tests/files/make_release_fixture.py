"""Make ``release_<version>.zip``: a board's project as this release leaves it, with its history.

Run it in a checkout of the release that is to be kept, where its ``pscb`` is installed::

    python make_release_fixture.py FOLDER

A Board has published the second and the third quarter of 2014-15 from returns that were
accepted, one of them sent again with a correction, and has kept its ledger. Everything but the
senders' own files is made by the commands. Same release, same bytes.
"""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

from pscb_lib import __version__

ROOT = Path.cwd()
SAMPLES = ROOT / "pscb_lib" / "samples"
POLICE, HOUSING = "cambridgeshire-constabulary.csv", "peterborough-city-council-housing.csv"
LOCK = "lock"  # how the name of a file ends that is of use only while a command is at work
OLD_DAY = (2015, 3, 3, 0, 0, 0)  # of every file in the zip

ACCEPTED = (  # each return as it was sent, by whom, on which day, and what it is about
    ("police-q2.csv", "Police", "2014-10-20", "2014-15 Q2"),
    ("housing-q2.csv", "Housing", "2014-10-20", "2014-15 Q2"),
    ("missing-2014-15-h1.csv", "Children's social care", "2014-10-24", "2014-15 H1"),
    ("police-q3.csv", "Police", "2015-01-20", "2014-15 Q3"),
    ("housing-q3.csv", "Housing", "2015-01-20", "2014-15 Q3"),
    ("police-q3-again.csv", "Police", "2015-01-28", "2014-15 Q3"),
    ("deaths.csv", "Children's social care", "2015-01-31", ""),
    ("missing-2014-15-h2.csv", "Children's social care", "2015-04-20", "2014-15 H2"),
)
FORMATS = "html,tables"
SETS = "restricted,board,public"
POST, CHAIR = "Business Manager", "Q&E Group Chair"
Q2 = ("quarterly_data_set", "--period", "2014-15 Q2", "--cycle", "2014-15-q2")
Q3 = ("quarterly_data_set", "--period", "2014-15 Q3")
MISSING = ("missing_children", "--period", "2014-15 H1")
COMMANDS = (
    ("new-cycle", "2014-15-q2"),
    ("run", "quarterly_data_set", "audit_programme", "--cycle", "2014-15-q2",
     "--audience", SETS, "--format", FORMATS),
    ("receive", *Q2, "--by", POST, "--on", "2014-11-05"),
    ("scrutinise", *Q2, "--by", CHAIR, "--on", "2014-11-12", "--tabled"),
    ("present", *Q2, "--by", POST, "--on", "2014-12-02", "--tabled"),
    ("ask", "Why did children go missing more often?", "--report", "quarterly_data_set",
     "--indicator", "MS1", "--owner", "Missing Children Co-ordinator", "--due", "2015-01-16",
     "--on", "2014-11-12"),
    ("answer", "MA7", "Repeat episodes from two homes.", "--by", "Missing Children Co-ordinator",
     "--on", "2015-01-14", "--action", "Both homes have a plan with the police."),
    ("run", "quarterly_data_set", "missing_children", "cdop_annual", "audit_programme",
     "--audience", SETS, "--format", FORMATS),
    ("run", "audit_programme", "--audience", "board", "--format", "html,pdf,tables"),
    ("receive", *Q3, "--by", POST, "--on", "2015-02-04"),
    ("receive", *MISSING, "--by", POST, "--on", "2015-02-04"),
    ("receive", "12", "--period", "2014-15 H1", "--by", POST, "--on", "2015-02-04"),
    ("scrutinise", *Q3, "--by", CHAIR, "--on", "2015-02-11", "--tabled"),
    ("scrutinise", *MISSING, "--by", CHAIR, "--on", "2015-02-11", "--for-information"),
    ("ask", "Who is not offered an interview?", "--report", "missing_children", "--owner",
     "Missing Children Co-ordinator", "--due", "2015-04-30", "--on", "2015-02-11"),
    ("present", *Q3, "--by", POST, "--on", "2015-03-03", "--tabled"),
    ("ask", "--request-audit", "Visits to children on plans", "--agency", "Housing", "--by",
     "PSCB", "--due", "2015-09-02", "--on", "2015-03-03"),
    ("verify", "outputs"),
    ("audit", "outputs"),
    ("history",),
)


def main(folder: Path) -> None:
    """Make the project in a folder of its own, then the zip of it in *folder*."""
    with tempfile.TemporaryDirectory() as place:
        project, sent = Path(place) / "project", Path(place) / "sent"
        copy_project(project)
        write_sent(sent)
        for file, sender, day, period in ACCEPTED:
            pscb(project, "accept", str(sent / file), "--from", sender, "--on", day,
                 *(("--period", period) if period else ()))
        for words in COMMANDS:
            pscb(project, *words)
        shutil.rmtree(project / "notebooks")
        pack(project, folder / f"release_{__version__}.zip")


def copy_project(project: Path) -> None:
    """The decisions, the notebooks, and the sample's returns that are not accepted below."""
    for name in ("params", "notebooks"):
        shutil.copytree(ROOT / name, project / name)
    for path in sorted((project / "params" / "2014-15-q3").iterdir()):
        text = path.read_text(encoding="utf-8").replace("pscb_lib/samples", "returns")
        path.write_text(text, encoding="utf-8", newline="\n")
    returns = project / "returns"
    for path in [*SAMPLES.glob("*.csv"), *SAMPLES.glob("commentary/*.csv"),
                 *SAMPLES.glob("data_set/*.csv"), *SAMPLES.glob("missing_episodes/2013-*.csv")]:
        if path.name not in (POLICE, HOUSING, "deaths.csv"):
            place = returns / path.relative_to(SAMPLES)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, place)


def write_sent(sent: Path) -> None:
    """What the agencies sent: the sample's files, the data set's cut by the day it was sent."""
    sent.mkdir()
    shutil.copyfile(SAMPLES / "deaths.csv", sent / "deaths.csv")
    for half in ("2014-15-h1.csv", "2014-15-h2.csv"):
        shutil.copyfile(SAMPLES / "missing_episodes" / half, sent / f"missing-{half}")
    for name, file in (("police", POLICE), ("housing", HOUSING)):
        write_rows(sent / f"{name}-q2.csv", file, "2012-01-01", "2014-10-20")
        write_rows(sent / f"{name}-q3.csv", file, "2015-01-01", "2015-01-20")
    write_rows(sent / "police-q3-again.csv", POLICE, "2015-01-01", "2015-01-20",
               corrected={"424": "431", "2015-01-20": "2015-01-28"})


def write_rows(path: Path, file: str, first: str, last: str, corrected: Mapping = {}) -> None:
    """The rows of a sample that were sent between two days, some of their cells corrected."""
    with (SAMPLES / "data_set" / file).open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    written = io.StringIO(newline="")
    writer = csv.DictWriter(written, rows[0], lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: corrected.get(cell, cell) for name, cell in row.items()}
                     for row in rows if first <= row["submitted_on"] <= last)
    path.write_text(written.getvalue(), encoding="utf-8", newline="\n")


def pscb(project: Path, *words: str) -> None:
    """Run the command in the project; it ends the script where it fails."""
    print("pscb", *words, flush=True)
    subprocess.run([sys.executable, "-m", "pscb_lib", *words], cwd=project, check=True)


def pack(project: Path, target: Path) -> None:
    """Every file of the project in the order of its name, all of one day."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for path in sorted(path for path in project.rglob("*") if path.is_file()):
            if not path.name.endswith(LOCK):
                one = zipfile.ZipInfo(path.relative_to(project).as_posix(), OLD_DAY)
                one.compress_type, one.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
                packed.writestr(one, path.read_bytes())
    print(target.name, f"{target.stat().st_size:,} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""Write ``docs/licences.md``: the licence of every package of ``lock.txt``, as it says itself.

    python -m tools.licences

Only what is installed tells its licence. A line of a package that is not, because it is for
another system or Python, stays as it was written.
"""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "licences.md"
LOCKED = re.compile(r"^(\S+)==", re.MULTILINE)
LINE = re.compile(r"^\| (\S+) \| (.+) \|$", re.MULTILINE)
LONGEST = 60  # letters; a longer text is the licence itself
UNKNOWN = "see its project"
IN_ITS_FILE = {"axe-playwright-python": "MIT"}  # its metadata names the file alone
HEAD = """\
# Licences

The packages that the suite is built, run and tested with, each under its own licence, as the
package itself says. `python -m tools.licences` makes this table from what is installed. The font
Source Sans is in `pscb_lib/fonts`, under the SIL Open Font License 1.1 (`OFL.txt` beside it).

| package | licence |
|---|---|
"""


def locked() -> list[str]:
    """Return the names of all packages in the lock."""
    return LOCKED.findall((ROOT / "lock.txt").read_text(encoding="utf-8"))


def licence_of(package: str) -> str | None:
    """Return the licence that an installed package says; None if it is not installed."""
    try:
        said = metadata(package)
    except PackageNotFoundError:
        return None
    classifiers = [one.rpartition(" :: ")[2] for one in said.get_all("Classifier") or ()
                   if one.startswith("License :: ") and one != "License :: OSI Approved"]
    first = (said.get("License") or "").strip()
    plain = first if first and "\n" not in first and len(first) <= LONGEST else ""
    return (said.get("License-Expression") or ", ".join(classifiers) or plain
            or IN_ITS_FILE.get(package, UNKNOWN))


def build() -> str:
    """Return the page, with the lines that it has of packages that are not installed here."""
    before = dict(LINE.findall(PAGE.read_text(encoding="utf-8"))) if PAGE.exists() else {}
    rows = {name: licence_of(name) or before.get(name, UNKNOWN) for name in locked()}
    return HEAD + "".join(f"| {name} | {licence} |\n" for name, licence in rows.items())


if __name__ == "__main__":
    PAGE.write_text(build(), encoding="utf-8", newline="\n")

"""Open a workbook in LibreOffice, if it is installed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest

SOFFICE = shutil.which("soffice")
needs_libreoffice = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")


def opened(path: Path, folder: Path) -> openpyxl.Workbook:
    """Return the workbook as saved again by LibreOffice, which saves none that it cannot read."""
    profile = (folder / "profile").resolve().as_uri()
    subprocess.run(
        [SOFFICE, "--headless", f"-env:UserInstallation={profile}", "--convert-to", "xlsx",
         "--outdir", str(folder / "saved"), str(path)],
        check=True, capture_output=True, timeout=300)
    return openpyxl.load_workbook(folder / "saved" / path.name)

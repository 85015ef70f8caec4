"""Build the package with the reports' notebooks in it, which lie beside it in a checkout."""

from __future__ import annotations

from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

NOTEBOOKS = Path(__file__).parent / "notebooks"


class WithNotebooks(build_py):
    """Copy ``notebooks/`` into the built package; an editable install finds it where it is."""

    def run(self) -> None:
        """Build as usual, then copy each notebook to ``pscb_lib/notebooks/``."""
        super().run()
        if not self.editable_mode:
            target = Path(self.build_lib, "pscb_lib", "notebooks")
            target.mkdir(parents=True, exist_ok=True)
            for notebook in sorted(NOTEBOOKS.glob("*.ipynb")):
                self.copy_file(str(notebook), str(target / notebook.name))


setup(cmdclass={"build_py": WithNotebooks})

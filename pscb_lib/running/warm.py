"""Import all that kernels and workers need, once: the server that forks them imports this.

What each of them would make anew is made too: styles and fonts of the papers, the check of
notebooks, the digest of the code. Nothing here starts a thread, because only a process without
threads may be forked.
"""

import gc
from contextlib import suppress
from importlib import import_module
from pkgutil import iter_modules

import highspy
import ipykernel.debugger
import ipykernel.ipkernel
import ipykernel.kernelapp
import nbformat.validator
import openpyxl
import papermill
import scipy.special

import pscb_lib.page.charts.plotted
import pscb_lib.page.rendering.html
import pscb_lib.page.rendering.pdf
import pscb_lib.page.rendering.spreadsheets
import pscb_lib.page.rendering.typesetting
import pscb_lib.page.rendering.word.document
import pscb_lib.returns.kinds
import pscb_lib.running.cycle_masking
import pscb_lib.running.inputs
import pscb_lib.running.sets

reports = import_module("pscb_lib.reports")
for report in iter_modules(reports.__path__, "pscb_lib.reports."):
    with suppress(Exception):  # a fault here must fail the set that needs it, not the server
        import_module(f"{report.name}.page")
with suppress(Exception):
    pscb_lib.returns.kinds.find_returns()
    pscb_lib.running.inputs.describe_code()
    pscb_lib.page.rendering.html.page_style()
    for template in ("paper.html.j2", "blocks.html.j2"):
        pscb_lib.page.rendering.html.environment().get_template(template)
    pscb_lib.page.rendering.typesetting.compiler()
    pscb_lib.page.rendering.word.base.empty_document()
    for minor in (4, 5):  # versions of the format; papermill writes 5
        nbformat.validator.get_validator(4, minor)
gc.collect()
gc.freeze()  # children then need not copy the shared memory to collect garbage

__all__ = ["highspy", "ipykernel", "nbformat", "openpyxl", "papermill", "pscb_lib", "scipy"]

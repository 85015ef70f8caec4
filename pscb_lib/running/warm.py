"""Import all that kernels and workers need, once: the server that forks them imports this.

Styles and fonts of the papers are read too. Nothing here starts a thread, because only a process
without threads may be forked.
"""

import gc
from contextlib import suppress

import ipykernel.debugger
import ipykernel.ipkernel
import ipykernel.kernelapp
import nbformat
import papermill
import seaborn

import pscb_lib.page.charts
import pscb_lib.page.rendering.html
import pscb_lib.page.rendering.pdf
import pscb_lib.page.rendering.spreadsheets
import pscb_lib.page.rendering.word.document
import pscb_lib.page.tables
import pscb_lib.page.words
import pscb_lib.returns.kinds
import pscb_lib.running.sets

with suppress(Exception):  # a fault here must fail the set that needs it, not the server
    pscb_lib.returns.kinds.find_returns()
    pscb_lib.page.rendering.html.page_style()
    for template in ("paper.html.j2", "blocks.html.j2"):
        pscb_lib.page.rendering.html.environment().get_template(template)
    pscb_lib.page.rendering.pdf.compiler()
    pscb_lib.page.rendering.word.base.empty_document()
gc.collect()
gc.freeze()  # children then need not copy the shared memory to collect garbage

__all__ = ["ipykernel", "nbformat", "papermill", "pscb_lib", "seaborn"]

"""All that a kernel and a worker import, paid once: the server that forks them imports this.

What all papers share, styles and fonts, is read too. A process may be forked only from one
that has no threads: nothing here starts any.
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
import pscb_lib.page.tables
import pscb_lib.page.words
import pscb_lib.returns.kinds
import pscb_lib.running.sets

with suppress(Exception):  # what cannot be read fails the set that needs it, not the server
    pscb_lib.returns.kinds.find_returns()
    pscb_lib.page.rendering.html.page_style()
    for template in ("paper.html.j2", "blocks.html.j2"):
        pscb_lib.page.rendering.html.environment().get_template(template)
    pscb_lib.page.rendering.pdf.compiler()
gc.collect()
gc.freeze()  # no child looks for garbage among what all share

__all__ = ["ipykernel", "nbformat", "papermill", "pscb_lib", "seaborn"]

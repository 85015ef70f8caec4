"""The exporters behind ``jupyter nbconvert --to pscb_html``, ``pscb_pdf`` and ``pscb_docx``."""

from __future__ import annotations

from typing import Any

from nbconvert.exporters import Exporter
from nbformat import NotebookNode

from pscb_lib.page.rendering.html import render_page
from pscb_lib.page.rendering.paper import read_paper


class PaperHTMLExporter(Exporter):
    """An executed notebook as one self-contained, accessible page."""

    export_from_notebook = "Board paper (HTML)"
    output_mimetype = "text/html"

    def _file_extension_default(self) -> str:
        return ".html"

    def from_notebook_node(
        self, nb: NotebookNode, resources: Any = None, **kwargs: Any
    ) -> tuple[Any, Any]:
        """Return the page and nbconvert's resources."""
        notebook, resources = super().from_notebook_node(nb, resources, **kwargs)
        return render_page(read_paper(notebook)), resources


class PaperPDFExporter(Exporter):
    """An executed notebook as a tagged PDF of the same blocks."""

    export_from_notebook = "Board paper (PDF)"
    output_mimetype = "application/pdf"

    def _file_extension_default(self) -> str:
        return ".pdf"

    def from_notebook_node(
        self, nb: NotebookNode, resources: Any = None, **kwargs: Any
    ) -> tuple[Any, Any]:
        """Return the PDF and nbconvert's resources."""
        from pscb_lib.page.rendering.pdf import render_pdf

        notebook, resources = super().from_notebook_node(nb, resources, **kwargs)
        return render_pdf(read_paper(notebook)), resources


class PaperWordExporter(Exporter):
    """An executed notebook as a Word document of the same blocks."""

    export_from_notebook = "Board paper (Word)"
    output_mimetype = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

    def _file_extension_default(self) -> str:
        return ".docx"

    def from_notebook_node(
        self, nb: NotebookNode, resources: Any = None, **kwargs: Any
    ) -> tuple[Any, Any]:
        """Return the document and nbconvert's resources."""
        from pscb_lib.page.rendering.word.document import render_word

        notebook, resources = super().from_notebook_node(nb, resources, **kwargs)
        return render_word(read_paper(notebook)), resources

"""A paper as a Word document, from the same blocks as its page and its PDF.

Start with :mod:`~pscb_lib.page.rendering.word.document`. What a document consists of is declared
in :mod:`pscb_lib.disclosure.written.word`.
"""

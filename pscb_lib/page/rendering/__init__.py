"""Turn an executed notebook into an accessible page, a tagged PDF and spreadsheets.

A notebook's blocks and Markdown are read once into a ``Paper`` (``paper``);
``html``, ``pdf`` and ``spreadsheets`` each print that paper, and ``exporters``
does the same for ``jupyter nbconvert``. Nothing here depends on indicators: a
block is the JSON in a notebook's outputs.
"""

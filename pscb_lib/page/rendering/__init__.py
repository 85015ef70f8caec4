"""From an executed notebook to an accessible page, a tagged PDF and spreadsheets.

A notebook's blocks and Markdown are read once into a ``Paper`` (``paper``);
``html``, ``pdf`` and ``spreadsheets`` each print that same paper, and
``exporters`` lets ``jupyter nbconvert`` do so too. Nothing here knows what an
indicator is: a block is the JSON that travels in a notebook's outputs.
"""

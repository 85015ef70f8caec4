"""What the notebook and the manifest of a set consist of, as the structure of their JSON.

A dict has the keys that there may be, a list the structure of its items. ``PLAIN`` is a text, a
number or nothing, ``FIGURES`` a column of the frame of figures, ``ANY`` as a key is any name.
"""

from __future__ import annotations

from pscb_lib.disclosure.mime import BLOCK

PLAIN = None
ANY = "*"
CHART = {"svg": PLAIN, "alt": PLAIN}
RUN = {"text": PLAIN, "strong": PLAIN, "code": PLAIN, "link": PLAIN}
LINE = {"text": PLAIN, "tone": PLAIN, "rating": PLAIN, "chart": CHART, "ask": PLAIN,
        "link": PLAIN}
PLACED = {"kind": PLAIN, "place": [PLAIN]}
DATA = {"columns": [PLAIN], "rows": [[PLAIN]]}
ABOUT = {**PLACED, "id": PLAIN, "caption": PLAIN, "note": PLAIN, "data": DATA}
# A cell of the frame may have places, or a relation: its terms are places with their factors.
FRAME = {"columns": [PLAIN], "rows": [[[[[[PLAIN]]]]]]}

BLOCKS: dict[str, object] = {
    "front": {**dict.fromkeys(("kind", "report", "board", "group", "period", "period_words",
                               "as_of", "audience", "marking", "group_short", "reference",
                               "has_cover")),
              "wording": {ANY: PLAIN},
              "facts": [[PLAIN]], "foot": [[PLAIN]],
              "look": dict.fromkeys(("accent", "svg", "png", "word"))},
    "lead": {**PLACED, "runs": [RUN]},
    "prose": {**PLACED, "runs": [RUN]},
    "heading": {**PLACED, "text": PLAIN, "level": PLAIN},
    "question": {**PLACED, **dict.fromkeys(("id", "owner", "said", "ledger")), "runs": [RUN]},
    "callout": {**PLACED, "title": PLAIN, "runs": [RUN]},
    "list": {**PLACED, "items": [[RUN]], "summary": PLAIN},
    "tally": {**PLACED, "note": PLAIN,
              "items": [dict.fromkeys(("rating", "label", "count", "change"))]},
    "table": {**ABOUT, "empty": PLAIN, "is_main": PLAIN,
              "columns": [dict.fromkeys(("label", "align", "width"))],
              "groups": [{"label": PLAIN, "rows": [[[LINE]]]}]},
    "chart": {**ABOUT, **CHART, "subtitle": PLAIN},
    "sheet": ABOUT,
    "figures": {"kind": PLAIN, "audience": PLAIN, **FRAME},
    "end": {"kind": PLAIN, "report": PLAIN, "period": PLAIN, "audience": PLAIN,
            "ratings": {ANY: PLAIN}, "abbreviations": {ANY: PLAIN}},
}
# The restricted set keeps what the others may be handed.
KEPT = {"figures": {"kind": PLAIN, "audience": PLAIN, **FRAME, "returns": ANY, "facts": ANY}}
OUTPUT = {
    "output_type": PLAIN, "execution_count": PLAIN, "metadata": {},
    "data": {BLOCK: {ANY: ANY}, "text/html": [PLAIN], "text/plain": [PLAIN]},
}
CELLS = {
    "code": {**dict.fromkeys(("cell_type", "id", "execution_count")), "source": [PLAIN],
             "metadata": {"tags": [PLAIN]}, "outputs": [OUTPUT]},
    "markdown": {**dict.fromkeys(("cell_type", "id")), "source": [PLAIN],
                 "metadata": {"tags": [PLAIN]}},
}
NOTEBOOK = {
    "nbformat": PLAIN, "nbformat_minor": PLAIN, "cells": [{ANY: ANY}],
    "metadata": {
        "kernelspec": dict.fromkeys(("name", "display_name", "language")),
        "language_info": {"name": PLAIN},
        "pscb": {"audiences": [PLAIN], "quotes": [PLAIN], "returns": [PLAIN],
                 "statement_by": [PLAIN],
                 "checked": PLAIN},
    },
}
MANIFEST = {
    **dict.fromkeys(("report", "key", "returns_hmac", "masked_with_hmac", "sealed_with", "manifest",
                     "draft", "returns_sha256", "masked_with")),  # the last two until release 0.1.0
    "pack": PLAIN, "papers": {ANY: PLAIN},  # of the pack of a meeting
    "sets": {ANY: PLAIN},  # of a paper that carries blocks of others
    "formats": [PLAIN], "parameters": {ANY: PLAIN}, "code": {ANY: PLAIN},
    "params_hmac": {ANY: PLAIN}, "params": {ANY: PLAIN},  # the second until release 0.1.0
    "versions": {ANY: PLAIN}, "outputs": {ANY: PLAIN}, "returns": {ANY: {ANY: PLAIN}},
}

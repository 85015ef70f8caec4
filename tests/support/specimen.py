"""A notebook that shows every kind of block, hostile text among them."""

from __future__ import annotations

from typing import Any

import nbformat
from nbformat import NotebookNode, v4

from pscb_lib.disclosure.mime import BLOCK
from pscb_lib.page.style import BAND, INK, LINE, RATINGS

HOSTILE = '<script>alert("x")</script> & =HYPERLINK("http://example.org")'
LONG = "Unaccompaniedasylumseekingchildrensplacementbreakdownnotification"


def spark(alt: str = "Eleven quarters, last 59.6") -> dict[str, Any]:
    """A line of a cell with a small chart in it."""
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="96pt" height="22pt" viewBox="0 0 96 22">'
        f'<defs><clipPath id="clip"><rect width="96" height="22"/></clipPath></defs>'
        f'<rect y="5" width="70" height="10" fill="{BAND}" clip-path="url(#clip)"/>'
        f'<path d="M2 9 12 11 22 8 32 10 42 9 52 12 62 9 70 17" fill="none" stroke="{LINE}" '
        'stroke-width="1.3"/>'
        f'<circle cx="70" cy="17" r="2" fill="{INK}"/>'
        f'<text x="75" y="20" font-size="9" font-family="Source Sans Pro" fill="{INK}">59.6</text>'
        "</svg>"
    )
    return {"chart": {"svg": svg, "alt": alt}}


def bars(values: list[int]) -> str:
    """A bar chart as SVG, in the shape a plotting library leaves it."""
    drawn = "".join(
        f'<g id="bar_{at}"><rect x="{at * 90 + 6}" y="{160 - value}" width="60" height="{value}" '
        f'fill="{LINE}"/><text x="{at * 90 + 36}" y="{154 - value}" font-size="13" '
        f'text-anchor="middle" font-family="Source Sans Pro" fill="{INK}">{value}</text></g>'
        for at, value in enumerate(values)
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" '
        f'width="480pt" height="125pt" viewBox="0 0 640 166"><metadata/>'
        f'<style type="text/css">*{{stroke-linejoin: round}}</style>{drawn}</svg>'
    )


def words(text: str, *muted: str, tone: str = "plain") -> list[dict[str, Any]]:
    """A cell of text with muted lines below it."""
    return [{"text": text, "tone": tone}, *({"text": line, "tone": "muted"} for line in muted)]


def rated(name: str) -> list[dict[str, Any]]:
    """A cell with a rating."""
    return [{"rating": name, "text": RATINGS[name].word}]


FRONT = {
    "kind": "front",
    "report": "quarterly_data_set",
    "board": "Peterborough Safeguarding Children Board",
    "group": "Quality and Effectiveness sub-group",
    "period": "2014-15 Q3",
    "period_words": "Quarter 3 2014/15 (October to December 2014)",
    "as_of": "2015-01-31",
    "audience": "board",
    "marking": "Board members only: not for publication",
    "facts": [
        ["For", "The Board is asked to agree what to do about the three red indicators."],
        ["Presented by", "Chair of the Quality and Effectiveness sub-group"],
        ["Route", "Q&E scrutiny 11 February 2015, then Board 3 March 2015"],
        ["Equality", "Figures by sex and ethnicity are in the workbook beside this paper."],
    ],
}
LEAD = {
    "kind": "lead",
    "runs": [
        {
            "text": "Three indicators need the Board’s attention and one agency did not send "
            "its return.",
            "strong": True,
        },
        {
            "text": " Return interviews after missing episodes fell to 60% on time, outside "
            "their usual range. Everything else moved within it."
        },
    ],
}
TALLY = {
    "kind": "tally",
    "items": [
        {"rating": "green", "label": "Green", "count": "17", "change": "+1 since Quarter 2"},
        {"rating": "amber", "label": "Amber", "count": "4", "change": "−1 since Quarter 2"},
        {"rating": "red", "label": "Red", "count": "3", "change": "+1 since Quarter 2"},
        {"rating": "not_applicable", "label": "N/A", "count": "14", "change": "no change"},
        {"rating": "not_supplied", "label": "Not supplied", "count": "2", "change": "no change"},
    ],
    "note": "Rated against target as section 7 rules: at least 95% of target green, at least "
    "90% amber, less red. N/A has no target.",
}
CALLOUT = {
    "kind": "callout",
    "title": "Illustrative figures.",
    "runs": [
        {
            "text": "Referrals are published (Department for Education, table C6). "
            "Other figures on this page are invented to show the paper."
        }
    ],
}
EXCEPTION_ROWS = [
    [
        words(
            "Return interviews within 72 hours of return",
            "Missing · Missing co-ordinator",
            tone="strong",
        ),
        rated("red"),
        words("59.6%", "target 95%", "31 of 52", tone="strong"),
        [spark()],
        [
            {"text": "Below the target and below its own limits: a real change.", "tone": "plain"},
            {"ask": "21 children were not seen in time. Which homes and which days are these?"},
        ],
    ],
    [
        words("Re-referrals within 12 months", "Front door · First response", tone="strong"),
        rated("amber"),
        words("22.0%", "target 20% or less", "136 of 618", tone="strong"),
        [spark()],
        [
            {"text": "Within usual variation. Six fewer would be green.", "tone": "plain"},
            {"ask": "What do the re-referred families have in common?"},
        ],
    ],
    [
        words("Persistent absence of children on a plan", "Schools · Education", tone="strong"),
        rated("not_supplied"),
        words("Not supplied", "target 10% or less", tone="strong"),
        [spark()],
        [
            {"text": "No return for a second quarter running.", "tone": "plain"},
            {"ask": "When will the return be made, and by whom?"},
        ],
    ],
]
EXCEPTIONS = {
    "kind": "table",
    "id": "exceptions",
    "caption": "In the order of what deserves the Board’s time: harm, real change, distance",
    "columns": [
        {"label": "Indicator", "align": "start", "width": 2.4},
        {"label": "Rating", "align": "start", "width": 1.3},
        {"label": "Actual, target", "align": "end", "width": 1.4},
        {"label": "Eleven quarters", "align": "start", "width": 1.8},
        {"label": "What the figures say, and the question", "align": "start", "width": 3.6},
    ],
    "groups": [{"label": None, "rows": EXCEPTION_ROWS}],
    "note": "Band: the range of usual variation. Dashes: target. Dot: this quarter.",
    "data": {
        "columns": ["indicator", "actual", "target"],
        "rows": [["Return interviews", 59.6, 95], [HOSTILE, None, -3], ["=1+1", 22.0, 20]],
    },
    "empty": "Nothing needs attention.",
}
ALL_RATINGS = {
    "kind": "table",
    "id": "all_ratings",
    "caption": "All indicators, by the Board’s priorities",
    "columns": [
        {"label": "Indicator", "align": "start", "width": 3.0},
        {"label": "Rating", "align": "start", "width": 1.6},
        {"label": "Actual", "align": "end", "width": 1.0},
        {"label": "Target", "align": "end", "width": 1.0},
        {"label": "Since Quarter 2", "align": "start", "width": 1.3},
        {"label": "Eleven quarters", "align": "start", "width": 1.6},
    ],
    "groups": [
        {
            "label": group,
            "rows": [
                [
                    words(f"Indicator {RATINGS[name].word.lower()} and what it counts"),
                    rated(name),
                    words("1,234"),
                    words("≤ 95.0%"),
                    words("▲ more"),
                    [spark()],
                ]
                for name in names
            ],
        }
        for group, names in (
            ("Front door", list(RATINGS)[:4]),
            ("Protection", list(RATINGS)[4:]),
            ("A priority without indicators", []),
        )
    ],
    "note": None,
    "data": {"columns": ["rating"], "rows": [[name] for name in RATINGS]},
    "empty": "None.",
}
WIDE = {
    "kind": "table",
    "id": "wide",
    "caption": "Referrals by month and source",
    "columns": [{"label": "Source", "align": "start", "width": 2.2}]
    + [
        {"label": month, "align": "end", "width": 1.0}
        for month in "April May June July August September October November December January "
        "February March".split()
    ],
    "groups": [
        {
            "label": None,
            "rows": [
                [words(source), *(words(f"{1000 + 17 * at:,}") for at in range(12))]
                for source in ("Police", "Schools", "Health visitors", LONG)
            ],
        }
    ],
    "note": "Twelve months to March 2015.",
    "data": {"columns": ["source", "april"], "rows": [["Police", 1000]]},
    "empty": "None.",
}
EMPTY = {
    "kind": "table",
    "id": "not_supplied_lines",
    "caption": "Lines not supplied",
    "columns": [{"label": "Agency", "align": "start", "width": 1.0}],
    "groups": [{"label": None, "rows": []}],
    "note": None,
    "data": {"columns": ["agency"], "rows": []},
    "empty": "Every agency supplied every line.",
}
HOSTILE_TABLE = {
    "kind": "table",
    "id": "hostile",
    "caption": HOSTILE,
    "columns": [
        {"label": HOSTILE, "align": "start", "width": 1.0},
        {"label": LONG, "align": "end", "width": 1.0},
    ],
    "groups": [{"label": HOSTILE, "rows": [[words(HOSTILE), words(LONG, HOSTILE)]]}],
    "note": HOSTILE,
    "data": {"columns": [HOSTILE, "@x"], "rows": [["+1", "-1"], ["\tx", -1]]},
    "empty": "None.",
}
CHART = {
    "kind": "chart",
    "id": "by_weekday",
    "caption": "Missing episodes by day of the week",
    "svg": bars([41, 38, 44, 52, 97, 120, 66]),
    "alt": "Bar chart of missing episodes by weekday: Saturday is highest with 120.",
    "data": {
        "columns": ["weekday", "episodes"],
        "rows": [["Monday", 41], ["Tuesday", 38], ["Saturday", 1120], ["Not recorded", None]],
    },
    "note": "The day on which the child was reported missing.",
}
END = {"kind": "end", "report": "quarterly_data_set", "period": "2014-15 Q3", "audience": "board"}

MARKDOWN = f"""## About this report

Figures are those the agencies returned; **none** is estimated. The rules are in `params/`,
and the framework is at [the Board's site](https://www.example.org/framework).

{HOSTILE}

- one paper, **two** audiences
- {LONG}

### Method

1. Read the returns.
2. Rate them.
"""


def shown(cell_id: str, *blocks: dict[str, Any]) -> NotebookNode:
    """A code cell that displays *blocks*."""
    outputs = [
        v4.new_output("display_data", data={BLOCK: block, "text/plain": ""}) for block in blocks
    ]
    return v4.new_code_cell(id=cell_id, outputs=outputs)


def said(cell_id: str, source: str) -> NotebookNode:
    """A Markdown cell."""
    return v4.new_markdown_cell(source, id=cell_id)


def notebook_of(*cells: NotebookNode, checked: bool = True) -> NotebookNode:
    """A notebook of *cells* as it comes back from a run."""
    return v4.new_notebook(cells=list(cells), metadata={"pscb": {"checked": checked}})


def specimen() -> NotebookNode:
    """Every kind of block once, as a quarterly data set would show them."""
    return notebook_of(
        said("title", "# Quarterly data set"),
        shown("front", FRONT),
        shown("answer", LEAD, TALLY, CALLOUT),
        said("attention", "## What needs attention, and what to ask"),
        shown("exceptions-table", EXCEPTIONS),
        said("weekdays", "## When children go missing"),
        shown("weekday-chart", CHART),
        said("all", "## All indicators"),
        shown("all-ratings-table", ALL_RATINGS, WIDE, EMPTY),
        said("about", MARKDOWN),
        shown("hostile-table", HOSTILE_TABLE),
        shown("end", END),
    )


def specimen_text() -> str:
    """The specimen as the file a notebook lies in."""
    return nbformat.writes(specimen())

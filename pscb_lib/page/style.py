"""The suite's only colours, fonts and sizes.

Section 7 of the framework rates performance green, amber, red or N/A. Each
rating also has a word and a shape, so that it can be read in black and white,
by a colour-blind reader and with a screen reader. A test refuses a colour
written anywhere else.
"""

from __future__ import annotations

from dataclasses import dataclass

FONT = "Source Sans Pro"
REGULAR = 400
SEMIBOLD = 600

# Pixels on screen; the PDF scales all alike.
TITLE = 34
HEADING = 22
FIGURE = 17
BODY = 16
SMALL = 13

INK = "#1b2733"
GREY = "#55626e"
HAIRLINE = "#d6dce1"
PALE = "#eef2f5"
PAPER = "#ffffff"
LINE = "#2b5c8a"
MID = "#8fa8c4"
SOFT = "#b8c6d4"
BAND = "#dfe8f0"

GREEN = "#0b6e4f"
AMBER = "#f2b134"
RED = "#b3202c"

PROSE_REM = 40
PAGE_REM = 58
PHONE_REM = 42
TABLET_REM = 64
MOST_COLUMNS_UPRIGHT = 8
MOST_COLUMNS_SLIM = 4  # of a table that stays a table on a phone
MOST_CHARACTERS_SLIM = 38
MOST_ROWS_OPEN = 15  # on a screen, where longer tables are folded
LEAST_TEXT = 9  # pixels, on the smallest screen
SCROLLED_PX = 600  # of a screen on which a figure of the whole width does not fit


@dataclass(frozen=True)
class RatingStyle:
    """The style of one rating, or of one reason for having none."""

    word: str
    shape: str
    fill: str
    ink: str
    edge: str


RATINGS = {
    "green": RatingStyle("Green", "circle", GREEN, PAPER, GREEN),
    "amber": RatingStyle("Amber", "triangle", AMBER, INK, AMBER),
    "red": RatingStyle("Red", "square", RED, PAPER, RED),
    "not_applicable": RatingStyle("N/A", "dash", PALE, INK, HAIRLINE),
    "not_supplied": RatingStyle("Not supplied", "ring", PAPER, INK, GREY),
    "no_cases": RatingStyle("No cases", "dash", PALE, INK, HAIRLINE),
    "suppressed": RatingStyle("Not shown", "frame", PAPER, INK, GREY),
    "not_collected": RatingStyle("Not collected", "dash", PAPER, INK, HAIRLINE),
    "does_not_apply": RatingStyle("Does not apply", "dash", PAPER, INK, HAIRLINE),
    "year_not_full": RatingStyle("Year not full", "dash", PAPER, INK, HAIRLINE),
    "no_rate": RatingStyle("No rate", "dash", PAPER, INK, HAIRLINE),
}

# Bodies of a 10 by 10 SVG: the font has neither a filled nor an open circle.
SHAPES = {
    "circle": '<circle cx="5" cy="5" r="4.5"/>',
    "triangle": '<path d="M5 .8 9.8 9.2H.2z"/>',
    "square": '<rect x=".8" y=".8" width="8.4" height="8.4"/>',
    "dash": '<rect x="1" y="4.2" width="8" height="1.6"/>',
    "ring": '<path d="M5 .5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9zm0 1.5'
    'a3 3 0 1 1 0 6a3 3 0 1 1 0-6z"/>',
    "frame": '<path fill-rule="evenodd" d="M.8.8h8.4v8.4H.8zM2.3 2.3v5.4h5.4V2.3z"/>',
}


def shape_svg(name: str, colour: str = "currentColor") -> str:
    """Return the shape called *name* as a small SVG picture in one colour."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" fill="{colour}">'
        f"{SHAPES[name]}</svg>"
    )

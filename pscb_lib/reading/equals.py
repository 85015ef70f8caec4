"""Characters that the papers' font lacks, and their equals in it.

Word writes bullets, arrows and ticks of its Symbol and Wingdings fonts in the private area of
Unicode, U+F020 to U+F0FF, where nothing but that font gives them a meaning: U+F0B7 is a bullet.
"""

from __future__ import annotations

ALIKE = {
    "•": "\uf0b7\uf0a7\uf06c\uf06e\uf076\uf0d8\uf09f●○◦‣⁃▪▫►▸➢❖♦◘∘⚫⚪",
    "→": "\uf0e0\uf0e8⇒➔➜➡➝➞⟶⇨➙⟹",
    "←": "\uf0df\uf0e7⇐⬅⟵⇦",
    "↑": "\uf0e1\uf0e9⇑⬆⇧",
    "↓": "\uf0e2\uf0ea⇓⬇⇩",
    "-": "\u2010\u2011\uf02d",
    "–": "\uf0be",
    "✓": "\uf0fc✔✅",
    "×": "\uf0fb✗✘✕✖❌",
    "☐": "\uf0a8\uf06f□❑❐",
    "☑": "\uf0fe",
    "*": "★☆⭐\u2217",
    "≥": "⩾≧",
    "≤": "⩽≦",
    "'": "\u201b\ua78c",
    '"': "\u201f",
    "~": "\u223c",
    "!": "❗❕",
    "?": "❓❔",
}
# A number in a circle or in brackets is a note's, and no digit of the number before it.
APART = {chr(first + step): f"({step + 1})" for first in (0x2460, 0x2474) for step in range(20)}
EQUALS = {one: equal for equal, others in ALIKE.items() for one in others} | APART

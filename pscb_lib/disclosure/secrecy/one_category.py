"""Group disclosure: a line with all its cases in one category discloses it of everyone.

If all seven reviewed deaths of a ward are modifiable, no count is small, and yet the finding on
each child is disclosed. Such a line is flagged: a person combines categories or drops the split.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def lines_in_one_category(lines: Mapping[str, Mapping[str, object]],
                          hidden: Iterable[str] = ()) -> dict[str, str]:
    """The lines with all their cases in one of two or more categories, and that category.

    *lines* are counts by line and category. A line named in *hidden* prints neither total nor
    parts, so it discloses nothing.
    """
    hidden = set(hidden)
    full = {line: [name for name, count in parts.items() if count]
            for line, parts in lines.items() if line not in hidden and len(parts) > 1}
    return {line: names[0] for line, names in full.items() if len(names) == 1}

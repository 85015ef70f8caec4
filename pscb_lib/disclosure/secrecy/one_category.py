"""Group disclosure: a line whose total falls wholly into one category tells of everyone in it.

Seven reviewed deaths of one ward, seven modifiable: no count is small, and yet each family's
case is told. Such a line is flagged for a person to combine categories or drop the split.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def lines_in_one_category(lines: Mapping[str, Mapping[str, object]],
                          hidden: Iterable[str] = ()) -> dict[str, str]:
    """The lines, with their category, that hold all their cases in one of two or more.

    *lines* are counts by line and category; a line named in *hidden* prints no total and no
    parts, hence tells nothing.
    """
    hidden = set(hidden)
    full = {line: [name for name, count in parts.items() if count]
            for line, parts in lines.items() if line not in hidden and len(parts) > 1}
    return {line: names[0] for line, names in full.items() if len(names) == 1}

"""What the sub-group that scrutinises papers is called, in short, on this Board's pages.

The framework says Q&E. So do the code, the notebooks and the Board's own files, where it is a word
of their columns. What is printed has the setting ``group_short`` in its place. A process works for
one board at a time: its context tells which (:func:`call_group`).
"""

from __future__ import annotations

from html import escape
from typing import Any, TypeVar

Content = TypeVar("Content")
FRAMEWORKS = "Q&E"
_called = [FRAMEWORKS]


def call_group(short: str) -> None:
    """From here on, *short* is printed where the framework says Q&E."""
    _called[0] = short


def named(content: Content, short: str = "") -> Content:
    """Plain data or a text with *short*, or else the Board's own name, in place of Q&E."""
    name = short or _called[0]
    if name == FRAMEWORKS:
        return content
    found: Content = _named(content, name)
    return found


def _named(content: Any, name: str) -> Any:
    if isinstance(content, str):
        return content.replace(FRAMEWORKS, name).replace(escape(FRAMEWORKS), escape(name))
    if isinstance(content, dict):
        return {key: _named(value, name) for key, value in content.items()}
    if isinstance(content, list | tuple):
        return type(content)(_named(value, name) for value in content)
    return content

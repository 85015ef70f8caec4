"""Group names that links connect."""

from __future__ import annotations

from collections.abc import Collection, Iterable


def grouped(names: Iterable[str], links: Iterable[Collection[str]]) -> list[tuple[str, ...]]:
    """The groups of *names* that *links* connect, in the order of the names."""
    leader = {name: name for name in names}

    def lead(name: str) -> str:
        while leader[name] != name:
            leader[name] = name = leader[leader[name]]
        return name

    for link in links:
        first, *others = link or [""]
        for other in others:
            leader[lead(other)] = lead(first)
    groups: dict[str, list[str]] = {}
    for name in leader:
        groups.setdefault(lead(name), []).append(name)
    return [tuple(group) for group in groups.values()]

"""Circles, longest chain and nodes of a graph of imports."""

from __future__ import annotations

from graphlib import TopologicalSorter

from tools.structure.imports import Graph


def circles(graph: Graph) -> list[tuple[str, ...]]:
    """Return the groups of two or more names that all reach each other."""
    reached = {name: _reached(name, graph) for name in graph}
    groups = {tuple(sorted(other for other in found if name in reached[other]))
              for name, found in reached.items()}
    return sorted(group for group in groups if len(group) > 1)


def floors(graph: Graph) -> int:
    """Return the length of the longest chain of imports; a circle counts as one."""
    one_of = {name: group[0] for group in circles(graph) for name in group}
    chains: dict[str, set[str]] = {}
    for name, others in graph.items():
        own = one_of.get(name, name)
        chains.setdefault(own, set()).update(one_of.get(other, other) for other in others)
    above = {name: others - {name} for name, others in chains.items()}
    height: dict[str, int] = {}
    for name in TopologicalSorter(above).static_order():
        height[name] = 1 + max((height[other] for other in above.get(name, ())), default=0)
    return max(height.values(), default=0)


def rooms(graph: Graph) -> set[str]:
    """Return the names that import another or are imported."""
    return {name for name, others in graph.items() if others}.union(*graph.values())


def _reached(start: str, graph: Graph) -> set[str]:
    found: set[str] = set()
    ahead = [start]
    while ahead:
        new = graph.get(ahead.pop(), set()) - found
        found |= new
        ahead += new
    return found

"""Lengths of modules and functions, annotations, docstrings and duplicate lines."""

from __future__ import annotations

import ast
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from statistics import median

from tools.structure.imports import parsed

RUN = 6


@dataclass(frozen=True)
class Function:
    """A function or method, including nested ones."""

    lines: int
    is_annotated: bool
    is_public: bool
    has_docstring: bool


def lines_of(path: Path) -> int:
    """Return the number of lines of a file."""
    return len(path.read_text(encoding="utf-8").splitlines())


def lines_by_top(modules: Mapping[str, Path]) -> Counter[str]:
    """Return the lines below each name at the top of the package."""
    counts: Counter[str] = Counter()
    for name, path in modules.items():
        counts[name.partition(".")[0]] += lines_of(path)
    return counts


def functions_of(paths: Iterable[Path]) -> Iterator[Function]:
    """Yield every function; it is public if its name and its class's or module's names are."""
    for path in paths:
        yield from _functions(parsed(path), is_public=True)


def _functions(tree: ast.AST, is_public: bool) -> Iterator[Function]:
    for node in ast.iter_child_nodes(tree):
        is_own = is_public and not getattr(node, "name", "").startswith("_")
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield Function(node.end_lineno - node.lineno + 1, node.returns is not None, is_own,
                           ast.get_docstring(node) is not None)
            is_own = False
        yield from _functions(node, is_own)


def median_and_p90(numbers: Iterable[int]) -> tuple[float, int]:
    """Return the median and the 90th percentile."""
    ranked = sorted(numbers)
    return median(ranked), ranked[-(-9 * len(ranked) // 10) - 1]


def share(flags: Sequence[bool]) -> str:
    """Return as text how many of the values are true."""
    return f"{sum(flags) / len(flags):.1%} of {len(flags):,}"


def duplicates(paths: Iterable[Path], run: int = RUN) -> int:
    """Count pairs of places that begin the same run of lines; blank lines do not count."""
    windows = defaultdict(list)
    for path in paths:
        lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines()]
        lines = [line for line in lines if line]
        for place in range(len(lines) - run + 1):
            before = lines[place - 1] if place else None
            windows[tuple(lines[place:place + run])].append((path, place, before))
    return sum(one[2] is None or one[2] != other[2] for places in windows.values()
               for one, other in combinations(places, 2))

"""Print the structure of a checkout: ``python -m tools.structure [FOLDER]``, by default this one.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from tools.structure import graphs, sizes
from tools.structure.imports import (
    PACKAGE,
    WINGS,
    Graph,
    graph_of,
    is_upwards,
    modules_of,
    tops,
)
from tools.structure.reports import costs

HERE = Path(__file__).parents[2]
NOT_KNOWN = "n/a"

Row = tuple[str, object]


def measure(root: Path) -> Iterator[Row]:
    """Yield the name and value of each figure of the checkout *root*."""
    modules = modules_of(root)
    yield "Names at the top", sum(1 for _ in _names(root / PACKAGE))
    yield from _imports(graph_of(modules), graph_of(modules, with_deferred=True))
    yield from _lengths([*modules.values()])
    yield from _lines(root, modules)


def _names(package: Path) -> Iterator[str]:
    for path in package.iterdir():
        if path.suffix == ".py" and path.stem != "__init__":
            yield path.stem
        elif path.is_dir() and next(path.rglob("*.py"), None):
            yield path.name


def _imports(graph: Graph, whole: Graph) -> Iterator[Row]:
    top = tops(whole)
    yield "Rooms", len(graphs.rooms(top))
    yield "Floors", graphs.floors(top)
    up = [(own, other) for own, others in top.items() for other in others
          if is_upwards(own, other)]
    yield "Imports up", len(up) if {*WINGS} <= {*top} else NOT_KNOWN
    yield "Circles, on import", _said(graphs.circles(graph))
    yield "Circles, with imports in functions and for types", _said(graphs.circles(whole))


def _lengths(paths: list[Path]) -> Iterator[Row]:
    functions = [*sizes.functions_of(paths)]
    yield "Modules", len(paths)
    yield "Lines of a module", _spread(map(sizes.lines_of, paths))
    yield "Lines of a function", _spread(one.lines for one in functions)
    yield "Functions with a return annotation", sizes.share([one.is_annotated for one in functions])
    yield "Public functions with a docstring", sizes.share(
        [one.has_docstring for one in functions if one.is_public])
    yield f"Pairs of the same {sizes.RUN} lines or more", sizes.duplicates(paths)


def _lines(root: Path, modules: dict[str, Path]) -> Iterator[Row]:
    counts = sizes.lines_by_top(modules)
    yield "Lines in all", f"{counts.total():,}"
    if {*WINGS} <= {*counts}:
        yield from ((f"Lines of {wing}", f"{counts[wing]:,}") for wing in WINGS)
    for cost in costs(root):
        yield (f"Report {cost.report}", f"{cost.files} files; {cost.library:,} lines of library, "
               f"{cost.lines:,} with notebook, YAML and tests")


def _spread(numbers) -> str:
    return "median {:g}, nine in ten at most {:g}".format(*sizes.median_and_p90(numbers))


def _said(circles: list[tuple[str, ...]]) -> str:
    return "; ".join([f"{len(circles)}", *map(", ".join, circles)])


def main(folder: str = str(HERE)) -> None:
    """Print the figures as a table."""
    rows = [*measure(Path(folder))]
    width = max(len(name) for name, _ in rows)
    for name, figure in rows:
        print(f"{name:<{width}}  {figure}")


if __name__ == "__main__":
    main(*sys.argv[1:])

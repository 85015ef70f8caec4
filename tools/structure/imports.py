"""The imports of each module of the package, read from its source."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

PACKAGE = "pscb_lib"
WINGS = ("framework", "reading", "writing", "disclosure", "board", "page", "returns", "reports",
         "running", "commands")
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)

Graph = Mapping[str, set[str]]


@cache
def parsed(path: Path) -> ast.Module:
    """Return the syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"))


def at_import(tree: ast.AST) -> Iterator[ast.AST]:
    """Yield the nodes that run on import: none in functions or for type checkers only."""
    for node in ast.iter_child_nodes(tree):
        if not isinstance(node, FUNCTIONS) and not _is_for_types(node):
            yield node
            yield from at_import(node)


def imported(nodes: Iterable[ast.AST]) -> Iterator[tuple[int, str]]:
    """Yield the line and the full name of every import."""
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def ours(nodes: Iterable[ast.AST]) -> Iterator[tuple[int, list[str]]]:
    """Yield the line and the path below the package of every import of this package."""
    for line, name in imported(nodes):
        if name.startswith(f"{PACKAGE}."):
            yield line, name.split(".")[1:]


def is_upwards(own: str, other: str) -> bool:
    """Whether wing *own* may not import *other*: a higher wing, or not a wing."""
    if own not in WINGS or other == "__version__":
        return False
    return other not in WINGS or WINGS.index(other) > WINGS.index(own)


def modules_of(root: Path) -> dict[str, Path]:
    """Return every module of the package in the checkout *root*, by its name below the package."""
    package = root / PACKAGE
    return {".".join(path.relative_to(package).with_suffix("").parts).removesuffix(".__init__"):
            path for path in sorted(package.rglob("*.py"))}


def graph_of(modules: Mapping[str, Path], *, with_deferred: bool = False) -> Graph:
    """Return each module's imports; *with_deferred* also those in functions and for types."""
    edges = {}
    for name, path in modules.items():
        tree = parsed(path)
        nodes = ast.walk(tree) if with_deferred else at_import(tree)
        found = {_module_of(parts, modules) for _, parts in ours(nodes)}
        edges[name] = found - {name, ""}
    return edges


def tops(graph: Graph) -> Graph:
    """Return the same graph between the names at the top of the package."""
    edges: dict[str, set[str]] = {}
    for name, others in graph.items():
        top = name.partition(".")[0]
        edges.setdefault(top, set()).update(other.partition(".")[0] for other in others)
    return {top: others - {top} for top, others in edges.items()}


def _module_of(parts: list[str], modules: Mapping[str, Path]) -> str:
    """Return the module that an import names, with or without the name taken from it."""
    while parts and ".".join(parts) not in modules:
        parts = parts[:-1]
    return ".".join(parts)


def _is_for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING")

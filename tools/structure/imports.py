"""What each module of the package imports, as written in its source."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

PACKAGE = "pscb_lib"
WINGS = ("framework", "reading", "disclosure", "board", "page", "returns", "reports", "running",
         "commands")
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)

Graph = Mapping[str, set[str]]


def parsed(path: Path) -> ast.Module:
    """The syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"))


def at_import(tree: ast.AST) -> Iterator[ast.AST]:
    """The nodes that run on import: none in a function, none that are for type checkers alone."""
    for node in ast.iter_child_nodes(tree):
        if not isinstance(node, FUNCTIONS) and not _is_for_types(node):
            yield node
            yield from at_import(node)


def imported(nodes: Iterable[ast.AST]) -> Iterator[tuple[int, str]]:
    """The line and the full name of every import."""
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def ours(nodes: Iterable[ast.AST]) -> Iterator[tuple[int, list[str]]]:
    """The line and the parts below the package of every import of it."""
    for line, name in imported(nodes):
        if name.startswith(f"{PACKAGE}."):
            yield line, name.split(".")[1:]


def is_upwards(own: str, other: str) -> bool:
    """Whether wing *own* may not import *other*: a wing above it, or no wing at all."""
    if own not in WINGS or other == "__version__":
        return False
    return other not in WINGS or WINGS.index(other) > WINGS.index(own)


def modules_of(root: Path) -> dict[str, Path]:
    """Every module of the package in the checkout *root*, by its name below the package."""
    package = root / PACKAGE
    return {".".join(path.relative_to(package).with_suffix("").parts).removesuffix(".__init__"):
            path for path in sorted(package.rglob("*.py"))}


def graph_of(modules: Mapping[str, Path], *, with_deferred: bool = False) -> Graph:
    """The modules that each module imports; *with_deferred* also in functions and for types."""
    edges = {}
    for name, path in modules.items():
        tree = parsed(path)
        nodes = ast.walk(tree) if with_deferred else at_import(tree)
        found = {_module_of(parts, modules) for _, parts in ours(nodes)}
        edges[name] = found - {name, ""}
    return edges


def tops(graph: Graph) -> Graph:
    """The same between the names at the top of the package."""
    edges: dict[str, set[str]] = {}
    for name, others in graph.items():
        top = name.partition(".")[0]
        edges.setdefault(top, set()).update(other.partition(".")[0] for other in others)
    return {top: others - {top} for top, others in edges.items()}


def _module_of(parts: list[str], modules: Mapping[str, Path]) -> str:
    """The module an import names: all its parts, or those before the name taken from it."""
    while parts and ".".join(parts) not in modules:
        parts = parts[:-1]
    return ".".join(parts)


def _is_for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING")

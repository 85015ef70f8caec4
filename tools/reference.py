"""Write ``docs/reference.md`` from the docstrings of what ``pscb_lib`` exports and its commands.

Run ``python -m tools.reference`` after a change; a test rebuilds the page and compares.
"""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import click

import pscb_lib
from pscb_lib.commands.cli import main

PAGE = Path(__file__).parents[1] / "docs" / "reference.md"
ROLE = re.compile(r":\w+:`~?(?:[\w.]+\.)?(\w+)`")
DEF = "def "
LONGEST = 500  # characters of a command's help, of which its first sentence is shown
Function = ast.FunctionDef | ast.AsyncFunctionDef


def build() -> str:
    """Return the whole page."""
    return "\n".join([
        "# Reference", "",
        "What `import pscb_lib` gives and what each command does, made from their docstrings by",
        "`python -m tools.reference`. Start with [the tutorial](tutorial.ipynb).", "",
        *(line for home, names in pscb_lib.HOMES.items() for line in _section(home, names)),
        "## The commands", "", "`pscb COMMAND --help` has the options, and examples.", "",
        *_commands()]) + "\n"


def _section(home: str, names: tuple[str, ...]) -> Iterator[str]:
    module = import_module(f"pscb_lib.{home}")
    yield from (f"## {_first_line(module)}", "", f"In `pscb_lib.{home}`.", "")
    nodes = {node.name: node for node in ast.parse(inspect.getsource(module)).body
             if isinstance(node, Function | ast.ClassDef)}
    for name in names:
        yield from (f"### {name}", "")
        yield from _entry(module, nodes[name])


def _entry(module: ModuleType, node: Function | ast.ClassDef) -> Iterator[str]:
    if not isinstance(node, ast.ClassDef):
        yield from (f"    {line}" for line in _signature(module, node))
        yield ""
    yield from (_plain(ast.get_docstring(node) or ""), "")
    if isinstance(node, ast.ClassDef) and (members := [*_members(node)]):
        yield from (*members, "")


def _signature(module: ModuleType, node: Function) -> list[str]:
    """Return the lines of a function's head as in its module, without *def* and the colon."""
    first, *more = inspect.getsource(module).splitlines()[node.lineno - 1:node.body[0].lineno - 1]
    is_aligned = not first.endswith("(")  # with the bracket, which moves to the left with its line
    lines = [first.removeprefix(DEF), *(line[len(DEF) * is_aligned:] for line in more)]
    return "\n".join(lines).removesuffix(":").splitlines()


def _members(node: ast.ClassDef) -> Iterator[str]:
    """Return the values of an enumeration, or a dataclass's fields, properties and methods."""
    for member in node.body:
        if isinstance(member, ast.Assign | ast.AnnAssign):
            yield f"- `{ast.unparse(member)}`"
        elif isinstance(member, Function) and not member.name.startswith("_"):
            says = _plain(ast.get_docstring(member) or "").splitlines()[0]
            yield f"- `{_called(member)}`: {says}"


def _called(member: Function) -> str:
    if any("property" in ast.unparse(decorator) for decorator in member.decorator_list):
        return member.name
    names = [one.arg for one in member.args.args[1:]]
    return f"{member.name}({', '.join(names)})"


def _commands() -> Iterator[str]:
    context = click.Context(main)
    yield from ("| command | what it does |", "|---|---|")
    for name in main.list_commands(context):
        command = main.get_command(context, name)
        if command:
            yield f"| `pscb {name}` | {command.get_short_help_str(LONGEST)} |"


def _first_line(module: ModuleType) -> str:
    return _plain(inspect.getdoc(module) or "").splitlines()[0].rstrip(".:")


def _plain(docstring: str) -> str:
    """Return a docstring as Markdown: a reference to code becomes its name."""
    return ROLE.sub(r"`\1`", docstring)


if __name__ == "__main__":
    PAGE.write_text(build(), encoding="utf-8", newline="\n")

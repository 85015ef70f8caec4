"""What a kind of return is, and the kinds there are: every ``RETURN`` of a report or a register."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from types import ModuleType

from pscb_lib.board.context import Context
from pscb_lib.reading.rows import (
    Checked,
    Field,
    FileRule,
    Reason,
    Record,
    Rule,
    Source,
    read_checked,
)


def takes_all(context: Context) -> Reason:
    """Every sound row belongs to the report."""
    def leave_out(record: Record) -> None:
        return None

    return leave_out


@dataclass(frozen=True)
class Return:
    """One kind of return.

    ``fields``, ``rules``, ``file_rules`` and ``leave_out`` are made for a context, since
    registers and the day of the report have a say in them. ``folder_or_file`` is where
    the returns folder keeps it: a file's name, or a folder's where ``is_folder``. ``example`` is
    one sound row, as a clerk writes it. A return sent again replaces the rows with the same
    ``key``, or the whole file where there is none. ``refuse`` raises InputError where a file as
    a whole is not for this run; ``together`` are the rules across all files of the kind.
    """

    name: str
    title: str
    fields: Callable[[Context], tuple[Field, ...]]
    rules: Callable[[Context], tuple[Rule, ...]]
    file_rules: Callable[[Context], tuple[FileRule, ...]]
    folder_or_file: str
    example: Mapping[str, str]
    leave_out: Callable[[Context], Reason] = takes_all
    is_folder: bool = False
    key: tuple[str, ...] = ()
    refuse: Callable[[Checked, Context], None] = lambda checked, context: None
    together: Callable[[Context, Sequence[Source]], tuple[FileRule, ...]] = (
        lambda context, sources: ())

    def read(self, path: Path, context: Context) -> Checked:
        """Read and check one file of this kind; InputError where it cannot be used."""
        return self.reader(context)(path)

    def reader(self, context: Context) -> Callable[[Path], Checked]:
        """What reads and checks file after file of this kind, its registers read once."""
        parts = (self.fields(context), self.rules(context), self.leave_out(context),
                 self.file_rules(context))
        return lambda path: read_checked(path, *parts)

    def check(self, path: Path, context: Context) -> Checked:
        """The same for a file as it comes in: InputError also where it is not for this run."""
        checked = self.read(path, context)
        self.refuse(checked, context)
        return checked


def find_returns() -> dict[str, Return]:
    """Every kind of return by its name, in order of name."""
    kinds = [module.RETURN for module in _modules() if hasattr(module, "RETURN")]
    return {kind.name: kind for kind in sorted(kinds, key=lambda kind: kind.name)}


def module_of(name: str) -> ModuleType:
    """The module of the return of this name. Raises KeyError where there is none."""
    return {module.RETURN.name: module for module in _modules() if hasattr(module, "RETURN")}[name]


def _modules() -> Iterator[ModuleType]:
    for folder in ("returns.registers", "reports"):
        package = import_module(f"pscb_lib.{folder}")
        for found in walk_packages(package.__path__, f"{package.__name__}."):
            if found.name.endswith(".returned") or folder == "returns.registers":
                yield import_module(found.name)

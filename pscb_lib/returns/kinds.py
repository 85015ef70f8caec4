"""What a kind of return is, and the kinds there are.

Every module of :mod:`pscb_lib.returns.registers`, and every module or package of a report whose
name begins with ``returned``, has one ``RETURN``. How it is read for a report is the same for
all (:meth:`Return.read_for`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

import pandas

from pscb_lib.board.context import Context
from pscb_lib.disclosure.counting import as_known
from pscb_lib.framework.periods import ReportingPeriod
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
from pscb_lib.returns import accepted
from pscb_lib.returns.for_context import ForContext
from pscb_lib.returns.history import Accepted
from pscb_lib.returns.prefilled import Prefilled
from pscb_lib.returns.waiting import Waiting

PACKAGE = Path(__file__).parents[1]


def takes_all(context: Context) -> Reason:
    """Every sound row belongs to the report."""
    def leave_out(record: Record) -> None:
        return None

    return leave_out


def known_by(field: str, event: str) -> Callable[[Context], Reason]:
    """What leaves out the rows whose day in *field* is after that of the report.

    *event* is what happened on it: notified, visited.
    """
    reason = f"{event} after the day of the report"
    return lambda context: lambda row: reason if row[field] > context.as_of else None


def known_days(*fields: str) -> Callable[[pandas.DataFrame, Context], pandas.DataFrame]:
    """What blanks the days in *fields* that are after that of the report."""
    return lambda frame, context: as_known(frame, context.as_of, *fields)


@dataclass(frozen=True)
class Return:
    """One kind of return.

    ``fields``, ``rules``, ``file_rules`` and ``leave_out`` are made for a context, since registers
    and the day of the report have a say in them; what has not may be given as a plain tuple.
    ``folder_or_file`` is where the returns folder keeps it: a file's name, or a folder's where
    ``is_folder``. ``example`` is one sound row, as a clerk writes it. ``months`` is the length of
    the period it is made for, None for any. A return sent again replaces the rows with the same
    ``key``, or the whole file where there is none.

    The rest is what reading it for a report takes, each with a usual way:

    - ``one_file_each``: the periods of which each has a file of its own, for a report's period;
    - ``may_be_empty``: having no file is no fault;
    - ``sent_again``: the checked rows, with the accepted returns, less those replaced since;
    - ``learnt``: the frame as it was known on the day of the report;
    - ``together``: the rules across all files of the kind;
    - ``derive``: what is added to the rows once all are known;
    - ``awaited``: what a sound row may still lack;
    - ``refuse``: InputError where a file as a whole is not for this run;
    - ``prefill``: what stands in the forms that are sent out, one form each.
    """

    name: str
    title: str
    fields: ForContext[Field] = ForContext()
    rules: ForContext[Rule] = ForContext()
    file_rules: ForContext[FileRule] = ForContext()
    folder_or_file: str  # type: ignore[misc]  # a ForContext is no default
    example: Mapping[str, str]  # type: ignore[misc]  # nor here
    leave_out: Callable[[Context], Reason] = takes_all
    is_folder: bool = False
    months: int | None = None
    key: tuple[str, ...] = ()
    one_file_each: Callable[[ReportingPeriod], Sequence[ReportingPeriod]] | None = None
    may_be_empty: bool = False
    sent_again: Callable[[Checked, Sequence[Accepted]], Checked] | None = None
    learnt: Callable[[pandas.DataFrame, Context], pandas.DataFrame] = lambda frame, context: frame
    together: Callable[[Context, Sequence[Source]], tuple[FileRule, ...]] = (
        lambda context, sources: ())
    derive: Callable[[Checked, Context], Checked] = lambda checked, context: checked
    awaited: Waiting | None = None
    refuse: Callable[[Checked, Context], None] = lambda checked, context: None
    prefill: Callable[[Context], tuple[Prefilled, ...]] | None = None

    def __repr__(self) -> str:
        return f"<Return {self.name}: {self.title}>"

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

    def read_for(self, context: Context) -> Checked:
        """Read all of this kind that a report needs, as it was known on the report's day.

        Rows known later are left out with that reason. Raises InputError where the period is of
        another length than the return is made for, or nothing can be used.
        """
        return accepted.read_for(self, context)


def find_returns() -> dict[str, Return]:
    """Every kind of return by its name, in order of name."""
    kinds = map(_return_of, _modules())
    return {kind.name: kind for kind in sorted(kinds, key=lambda kind: kind.name)}


def _return_of(name: str) -> Return:
    module = import_module(name)
    if not isinstance(getattr(module, "RETURN", None), Return):
        raise TypeError(f"{name} has no RETURN; begin the name of a module with "
                        '"returned" only if it has one')
    return module.RETURN


def _modules() -> Iterator[str]:
    """The modules with a ``RETURN``, found by their place alone: nothing else is imported."""
    for path in sorted([*PACKAGE.glob("returns/registers/[!_]*.py"),
                        *PACKAGE.glob("reports/**/returned*")]):
        if path.suffix == ".py" or path.is_dir():
            yield ".".join([PACKAGE.name, *path.relative_to(PACKAGE).with_suffix("").parts])

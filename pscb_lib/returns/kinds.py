"""The class of a kind of return, and the search for all kinds.

Every module of :mod:`pscb_lib.returns.registers`, and every module or package of a report whose
name begins with ``returned``, has one ``RETURN``. All kinds are read for a report by
:meth:`Return.read_for`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path

import pandas

from pscb_lib.board.context import Context
from pscb_lib.disclosure.counting import as_known
from pscb_lib.disclosure.summaries import CHILD
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reading.closed import reading
from pscb_lib.reading.files import OpenFile
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
from pscb_lib.reading.uncollected import uncollected
from pscb_lib.returns import accepted
from pscb_lib.returns.for_context import Columns, ForContext
from pscb_lib.returns.history import Accepted
from pscb_lib.returns.prefilled import Prefilled
from pscb_lib.returns.waiting import Waiting

PACKAGE = Path(__file__).parents[1]


def takes_all(context: Context) -> Reason:
    """Leave out no row: the report uses every row that is not rejected."""
    def leave_out(record: Record) -> None:
        return None

    return leave_out


def known_by(field: str, event: str) -> Callable[[Context], Reason]:
    """Make a return's ``leave_out``: rows with a day in *field* after the day of the report.

    *event* says what happened on the day in *field*: notified, visited.
    """
    reason = f"{event} after the day of the report"
    return lambda context: lambda row: reason if row[field] > context.as_of else None


def known_days(*fields: str) -> Callable[[pandas.DataFrame, Context], pandas.DataFrame]:
    """Make a return's ``learnt``: days in *fields* after the day of the report become blank."""
    return lambda frame, context: as_known(frame, context.as_of, *fields)


def known_with(day: str, *fields: str) -> Callable[[pandas.DataFrame, Context], pandas.DataFrame]:
    """Make a return's ``learnt``: a *day* after that of the report becomes blank, with *fields*."""
    def learnt(frame: pandas.DataFrame, context: Context) -> pandas.DataFrame:
        is_later = [on is not None and on > context.as_of for on in frame[day]]
        return frame.assign(**{name: pandas.Series(
            [None if later else value for later, value in zip(is_later, frame[name], strict=True)],
            frame.index, dtype=object) for name in (day, *fields)})

    return learnt


@dataclass(frozen=True)
class Return:
    """One kind of return.

    ``fields``, ``rules``, ``file_rules`` and ``leave_out`` are functions of the context, because
    they may depend on registers and on the day of the report; a plain tuple is the same for every
    context. ``folder_or_file`` is its file in the returns folder, or its folder if ``is_folder``.
    ``example`` is one valid row as a clerk writes it. ``months`` is the length of its period in
    months, None for any. A return sent again replaces the rows with the same ``key``, or the whole
    file if there is no key. ``describes`` says whom a row is about: a child, or who answered a
    survey (respondent), whose rows are not even counted outside the restricted set; an agency's
    counts of children (counts); or its own work (agency), which the Board's set may read
    (:mod:`pscb_lib.disclosure.summaries`).

    The other fields say how it is read for a report; each has a default:

    - ``one_file_each``: for a report's period, the periods that have one file each;
    - ``may_be_empty``: whether having no file is allowed;
    - ``sent_again``: removes checked rows that a later accepted return replaces;
    - ``learnt``: changes the frame to what was known on the day of the report;
    - ``together``: the rules across all files of the kind;
    - ``derive``: adds what can be worked out only from all rows;
    - ``awaited``: the dates and outcomes that a valid row may still lack;
    - ``refuse``: raises InputError if a whole file is not for this run;
    - ``prefill``: the rows already filled in when its forms are sent out, for each form;
    - ``prefill_for``: the same for the form of one agency, by its own name;
    - ``senders``: the agencies that send it; by default those that its column ``agency`` takes;
    - ``kept_by_office``: whether the Board's office keeps it, and sends it for several agencies;
    - ``applies``: for each column that may be blank, when it is to be filled.
    """

    name: str
    title: str
    fields: ForContext[Field] = Columns()
    rules: ForContext[Rule] = ForContext()
    file_rules: ForContext[FileRule] = ForContext()
    folder_or_file: str  # type: ignore[misc]  # a ForContext is no default
    example: Mapping[str, str]  # type: ignore[misc]  # the same
    leave_out: Callable[[Context], Reason] = takes_all
    is_folder: bool = False
    months: int | None = None
    describes: str = CHILD
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
    prefill_for: Callable[[Return, Context, str], Prefilled] | None = None
    senders: Callable[[Context], Sequence[str]] | None = None
    kept_by_office: bool = False
    applies: Mapping[str, str] = field(default_factory=dict)

    def __repr__(self) -> str:
        return f"<Return {self.name}: {self.title}>"

    def read(self, file: Path | OpenFile, context: Context) -> Checked:
        """Read and check one file of this kind. Raises InputError if it cannot be used."""
        return self.reader(context)(file)

    def reader(self, context: Context) -> Callable[[Path | OpenFile], Checked]:
        """Return the function that reads and checks a file; the registers are read only once."""
        parts = (self.fields(context), self.rules(context), self.leave_out(context),
                 self.file_rules(context))
        return lambda file: read_checked(file, *parts)

    def check(self, path: Path, context: Context) -> Checked:
        """Read and check one file. Raises InputError if it is unusable or not for this run."""
        checked = self.read(path, context)
        self.refuse(checked, context)
        return checked

    def read_for(self, context: Context) -> Checked:
        """Read all rows of this kind that a report needs, as known on the report's day.

        Rows known later are left out with that reason. Raises InputError if the period has another
        length than the return's, if no file can be used, or in the kernel of a set that is handed
        its figures masked.
        """
        with reading(self.title, self.describes), uncollected():
            return accepted.read_for(self, context)


def find_returns() -> dict[str, Return]:
    """Return every kind of return by its name, in order of name."""
    kinds = map(_return_of, _modules())
    return {kind.name: kind for kind in sorted(kinds, key=lambda kind: kind.name)}


def _return_of(name: str) -> Return:
    module = import_module(name)
    if not isinstance(getattr(module, "RETURN", None), Return):
        raise TypeError(f"{name} has no RETURN; begin the name of a module with "
                        '"returned" only if it has one')
    return module.RETURN


def _modules() -> Iterator[str]:
    """Yield the modules with a ``RETURN``, found by their path, so that no other is imported."""
    for path in sorted([*PACKAGE.glob("returns/registers/[!_]*.py"),
                        *PACKAGE.glob("reports/**/returned*")]):
        if path.suffix == ".py" or path.is_dir():
            yield ".".join([PACKAGE.name, *path.relative_to(PACKAGE).with_suffix("").parts])

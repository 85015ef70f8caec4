"""``pscb template``: write a workbook in which an agency fills in its return."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import click

from pscb_lib.commands.limited import Limited
from pscb_lib.commands.options import kind_of, period_of, project, returns
from pscb_lib.commands.targets import Target
from pscb_lib.reading.findings import InputError


@click.command(cls=Limited)
@click.argument("name", metavar="RETURN")
@click.option("--period", help="The period to report on; by default the cycle's.")
@click.option("--agency", metavar="NAME", help="Make the form of this agency, and its letter.")
@click.option("--all-agencies", "all_of_them", is_flag=True,
              help="Make a form and a letter for each agency that sends the return.")
@returns
@click.option("--out", type=Target(file=True, folder=True),
              help="The workbook to write; by default RETURN-PERIOD.xlsx here. For commentary and "
                   "for agencies the folder, by default RETURN-PERIOD.")
@project
def template(name, period, agency, all_of_them, returns, out, project) -> None:
    """Write a workbook in which to fill in a RETURN.

    RETURN is its name, such as data_set or missing_episodes. The workbook has instructions, lists
    of allowed words and an example; pscb check accepts what Excel accepts in it. With --agency or
    --all-agencies it is for one agency, with a covering letter beside it: a data set asks for that
    agency's indicators alone, has what it sent for the four quarters before, and says what counts.
    For commentary there is one workbook for each lead, with the figures, ratings and questions of
    their indicators, made from the data set in the returns folder.

    \b
    Example:
      pscb template data_set --period "2014-15 Q4" --all-agencies
      pscb template missing_episodes --agency "Children's social care"
      pscb template commentary --period "2014-15 Q3" --returns returns --out to-send
    """
    from pscb_lib.returns.forms import plan_forms

    kind, run, context = _asked(name, period, project, returns)
    agencies = _agencies(kind, context, agency, all_of_them)
    if agencies:
        _write_for_agencies(kind, run, context, agencies, out)
        return
    planned = plan_forms(kind, run, context)
    forms = ({(out or _folder(kind, context)) / one.file_name: one for one in planned}
             if kind.prefill else {out or Path(one.file_name): one for one in planned})
    _refuse_written(forms, "folder" if kind.prefill else "file")
    _write(forms)


def _agencies(kind, context, agency, all_of_them) -> tuple[str, ...]:
    """Return the agencies whose forms are asked for, or none."""
    from pscb_lib.returns.senders import agencies_asked, agency_asked

    if agency and all_of_them:
        raise InputError.at("--agency", "cannot be used with --all-agencies", "use one of them")
    if kind.prefill and (agency or all_of_them):
        raise InputError.at("--agency" if agency else "--all-agencies", f"{kind.name} has a form "
                            "that is filled in for its own reader, and none for an agency",
                            "leave it out")
    if all_of_them:
        return agencies_asked(kind, context)
    return (agency_asked(kind, context, agency),) if agency else ()


def _write_for_agencies(kind, run, context, agencies, out) -> None:
    from pscb_lib.returns.forms import plan_for_agencies
    from pscb_lib.returns.forms.letter import letter_name, write_letter

    folder = out or _folder(kind, context)
    if folder.is_file():
        raise InputError.at("--out", f"{folder.name} is a file, and there are several to write",
                            "name a folder")
    planned = plan_for_agencies(kind, run, context, agencies)
    forms = {folder / one.file_name: one for one in planned}
    letters = {folder / letter_name(one): one for one in planned}
    if len(forms) < len(planned):
        raise InputError.at("params", "two agencies differ in signs alone, and their forms would "
                            "have one name", "make them one by one with --agency")
    _refuse_written([*forms, *letters], "folder")
    _write(forms)
    for path, one in letters.items():
        write_letter(one, path)
        click.echo(f"Wrote {path}")


def _folder(kind, context) -> Path:
    return Path(f"{kind.name}-{'-'.join(context.period.label.lower().split())}")


def _refuse_written(paths: Iterable[Path], what: str) -> None:
    for path in paths:
        if path.exists():
            raise InputError.at("--out", f"{path.name} is there already", f"name another {what}, "
                                "since this one may be filled in")


def _write(forms) -> None:
    from pscb_lib.returns.forms import write_form

    for path, one in forms.items():
        write_form(one, path)
        click.echo(f"Wrote {path}")


def _asked(name, period, project, returns):
    """Return the kind of return, its run and its context."""
    from pscb_lib.returns.checking import find_runs, make_context, run_of
    from pscb_lib.returns.kinds import find_returns

    kinds, runs = find_returns(), find_runs(project)
    kind = kind_of("RETURN", name, kinds)
    run = run_of(runs, kind)
    span = period_of("--period", period) if period else None
    if span and span.months != run.period.months:
        raise InputError.at("--period", f"is not as long as {run.period.label}, the period of "
                            f"{name}", "correct it", value=period)
    context = make_context(project, run, period=span)
    folder = project / returns.get("returns_folder", run.returns_folder)
    return kind, run, replace(context, returns=folder)

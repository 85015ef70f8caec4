"""The command ``pscb``: run the reports of a cycle, list them, clean notebooks."""

from __future__ import annotations

import sys
from contextlib import chdir
from pathlib import Path

import click

from pscb_lib.agencies import nearest
from pscb_lib.commands.accept import accept
from pscb_lib.commands.asking import answer, ask
from pscb_lib.commands.benchmarks import benchmarks
from pscb_lib.commands.check import check
from pscb_lib.commands.due import due
from pscb_lib.commands.history import history
from pscb_lib.commands.national import import_national
from pscb_lib.commands.new_cycle import new_cycle
from pscb_lib.commands.options import project, returns
from pscb_lib.commands.plan import plan
from pscb_lib.commands.route import present, receive, scrutinise
from pscb_lib.commands.sample import sample
from pscb_lib.commands.template import template
from pscb_lib.console import say_failures, say_outcomes, say_rejected
from pscb_lib.findings import InputError
from pscb_lib.settings import AUDIENCES, FORMATS, read_settings, read_yaml


class OneLineErrors(click.Group):
    """Show an input that cannot be used as one line, and exit 1."""

    def invoke(self, context: click.Context) -> object:
        """Run a command."""
        try:
            return super().invoke(context)
        except InputError as fault:
            click.echo(f"pscb: {fault}", err=True)
            sys.exit(1)


def _split(context, parameter, value: str | None) -> tuple[str, ...]:
    allowed = AUDIENCES if parameter.name == "audience" else FORMATS
    chosen = tuple(part.strip() for part in (value or "").split(",") if part.strip())
    for part in chosen:
        if part not in allowed:
            raise InputError.at(parameter.opts[0], f"is unknown{nearest(part, allowed)}",
                                f"use {', '.join(allowed)}", value=part)
    return chosen


@click.group(cls=OneLineErrors, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="pscb-reports")
def main() -> None:
    """Reports for a Local Safeguarding Children Board."""


@main.command()
@click.argument("reports", nargs=-1)
@click.option("--cycle", help="The folder of params/ to run; by default the one in settings.yaml.")
@click.option("-f", "file", type=click.Path(path_type=Path),
              help="A YAML file of parameters that beat the cycle's.")
@click.option("-p", "pairs", nargs=2, multiple=True, metavar="NAME VALUE",
              help="One parameter that beats all others; may be given again.")
@returns
@click.option("--out", type=click.Path(path_type=Path), help="The outputs' folder.")
@click.option("--audience", callback=_split, help="The sets to make, such as restricted,board.")
@click.option("--format", "formats", callback=_split,
              help="Some of html,pdf,tables; a set is replaced whole, without what is not asked.")
@project
def run(reports, cycle, file, pairs, returns, out, audience, formats, project) -> None:
    """Make the papers of a cycle: all of them, or the REPORTS named.

    \b
    Example:
      pscb run
      pscb run quarterly_data_set --audience board --format pdf --returns returns
    """
    from tqdm import tqdm

    from pscb_lib.batch import exit_code, run_jobs
    from pscb_lib.reports import plan_jobs

    settings = read_settings(project / "params" / "settings.yaml")
    cycle = cycle or settings.cycle
    given = {**(read_yaml(file.resolve()) if file else {}), **dict(pairs), **returns}
    outputs = (out or project / "outputs").resolve()
    jobs = plan_jobs(project, cycle, reports, audience or settings.sets, given)

    def progress(tasks, total):
        return tqdm(tasks, total=total, desc="Reports", unit="set", ascii=True)

    with chdir(project):
        outcomes = run_jobs(jobs, project, outputs, cycle, formats or settings.formats, progress)
    for line in say_outcomes(outcomes):
        click.echo(line)
    for line in (*say_failures(outcomes), *say_rejected(outcomes, settings.rejected_rows_allowed)):
        click.echo(line, err=True)
    sys.exit(exit_code(outcomes, settings.rejected_rows_allowed))


@main.command("list")
@project
def list_reports(project: Path) -> None:
    """List the reports there are, with the parameters each of them takes.

    \b
    Example:
      pscb list
    """
    from pscb_lib.reports import find_notebooks, parameters_of

    for name, notebook in find_notebooks(project).items():
        click.echo(name)
        for parameter in parameters_of(notebook).values():
            click.echo(f"  {parameter['name']} = {parameter['default']}  # {parameter['help']}")


@main.command()
@project
def clean(project: Path) -> None:
    """Strip outputs and run-time traces from the notebooks, so that they commit cleanly.

    \b
    Example:
      pscb clean
    """
    from pscb_lib.cleaning import clean_notebook
    from pscb_lib.reports import find_notebooks

    for name, notebook in find_notebooks(project).items():
        click.echo(f"{name}: {'cleaned' if clean_notebook(notebook) else 'was clean'}")


main.add_command(benchmarks)
main.add_command(accept)
main.add_command(check)
main.add_command(history)
main.add_command(answer)
main.add_command(ask)
main.add_command(due)
main.add_command(import_national)
main.add_command(new_cycle)
main.add_command(plan)
main.add_command(present)
main.add_command(receive)
main.add_command(sample)
main.add_command(scrutinise)
main.add_command(template)

"""``pscb init``: write the project of a new board."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import click

from pscb_lib.commands.targets import Target

QUESTIONS = {  # asked on a terminal, if they are not answered by an option or a file
    "board": "The Board's name",
    "area": "Its local authority, by name or by its code of three digits",
    "group": "The sub-group that scrutinises papers",
    "group_short": "Its short name",
    "first_year": "The first financial year to report on, such as 2015-16",
}
AGENCIES = "agencies"


@click.command()
@click.argument("folder", type=Target(folder=True))
@click.option("--framework", help="The framework that it works by: pscb-2014 if none is named, or "
              "that of a partnership, such as partnership-2023.")
@click.option("--board", help="The Board's name, as papers print it.")
@click.option("--area", help="The local authority's name.")
@click.option("--authority", help="Its code, such as 874; one of the two is enough.")
@click.option("--group", help="The sub-group that scrutinises papers; by default that of the "
              "framework.")
@click.option("--group-short", help="Its short name, such as Q&E.")
@click.option("--contact", help="Whom to ask about a paper.")
@click.option("--panel", help="The area of the Child Death Overview Panel; by default the "
              "authority's.")
@click.option("--first-year", help="The first financial year to report on, such as 2015-16.")
@click.option("--agency", "agencies", multiple=True, metavar="KIND=NAME",
              help="The name of an agency, such as \"police=Northshire Police\", or the name "
                   "alone of one of no kind. May be repeated; the others have usual names.")
@click.option("--from", "file", type=click.Path(path_type=Path),
              help="A YAML file of answers, named as the options are, with agencies: below which "
                   "each KIND has its NAME. An option overrides it.")
def init(folder, agencies, file, **options) -> None:
    """Write the project of a new board into FOLDER, which is new or empty.

    It gets its own params/, with the framework's audit programme, proposed indicators, agencies
    and meetings, its first cycle, an empty ledger and returns/. Published figures of every English
    authority come with the suite. What is missing is asked on a terminal. An update of the suite
    never changes a board's own files.

    \b
    Example:
      pscb init northshire --from answers.yaml
      pscb init kent --framework partnership-2023 --board "Kent Safeguarding Children Partnership"
        --area Kent --first-year 2023-24
      pscb init luton --board "Luton Safeguarding Children Board" --area Luton --first-year 2015-16
    """
    from pscb_lib.board.starting.answers import check_answers
    from pscb_lib.board.starting.files import cycle_of
    from pscb_lib.running.starting import refuse_filled, start_project

    refuse_filled(folder)
    given, named = _from_file(file) if file else ({}, {})
    given |= {name.replace("-", "_"): text for name, text in options.items() if text is not None}
    texts = [*_with_kinds(named, agencies), *agencies]
    if not file and sys.stdin.isatty():
        given, texts = _ask(given, texts)
    answers = check_answers(given, texts)
    papers = start_project(folder, answers)
    click.echo(f"Wrote the project of the {answers.board} for {answers.authority.name} "
               f"({answers.authority.code}, {answers.authority.region}) into {folder}")
    click.echo(f"Its first cycle is {cycle_of(answers)}: {', '.join(papers)}")
    click.echo(f"Next: cd {folder}, read README.md, and try pscb run --with-sample")


def _from_file(file: Path) -> tuple[dict[str, str], dict[str, str]]:
    """The answers and the agencies by kind of a file. Raises InputError for an unknown name."""
    from pscb_lib.board.yaml_files import read_yaml
    from pscb_lib.reading.findings import InputError, nearest

    raw = read_yaml(file.resolve())
    agencies = raw.pop(AGENCIES, {})
    known = [one.name for one in init.params if one.name not in ("folder", "file", AGENCIES)]
    for name, value in raw.items():
        if name not in known:
            raise InputError.at(file.name, f"is not asked{nearest(name, [*known, AGENCIES])}",
                                f"use {', '.join([*known, AGENCIES])}", column=name)
        if not isinstance(value, str):
            raise InputError.at(file.name, "is not one value", "write it after the colon",
                                column=name)
    if not isinstance(agencies, Mapping) or not all(
            isinstance(one, str) for one in agencies.values()):
        raise InputError.at(file.name, "is not a list of kinds and names", "write kind: name "
                            "below it", column=AGENCIES)
    return raw, dict(agencies)


def _with_kinds(named: Mapping[str, str], agencies: tuple[str, ...]) -> list[str]:
    """The agencies of a file as options are written, but those that an option names."""
    overridden = {text.partition("=")[0].strip() for text in agencies if "=" in text}
    return [f"{kind}={name}" for kind, name in named.items() if kind not in overridden]


def _ask(given: dict[str, str], agencies: list[str]) -> tuple[dict[str, str], list[str]]:
    """Ask what was not given; an empty answer keeps what is proposed."""
    from pscb_lib.board.starting.answers import BOARDS_OWN, find_framework
    from pscb_lib.board.starting.starter import beginnings, kinds
    from pscb_lib.framework.edition import MAY_2014

    framework = find_framework(given.get("framework", MAY_2014.id))
    begin = beginnings(framework)
    proposed = {"group": begin.group, "group_short": begin.group_short}
    for name, question in QUESTIONS.items():
        if name in given or name == "area" and "authority" in given:
            continue
        answer = click.prompt(question, default=proposed.get(name))
        is_code = name == "area" and answer.strip().isdecimal()
        given["authority" if is_code else name] = answer
    if not agencies and click.confirm("Name the agencies now? They have usual names otherwise"):
        agencies = [f"{kind}={click.prompt(f'  {kind}', default=one.name)}"
                    for kind, one in kinds(framework).items()
                    if one.is_usual and kind != BOARDS_OWN]
    return given, agencies

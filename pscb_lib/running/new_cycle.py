"""Write the parameter files of the reports that a new cycle needs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from textwrap import indent

from pscb_lib.board.agenda_file import AGENDA
from pscb_lib.board.agenda_numbers import write_blank
from pscb_lib.board.names import split_name
from pscb_lib.board.notebooks import find_notebooks, statement_by
from pscb_lib.board.settings_text import with_values
from pscb_lib.board.statements import statement_in
from pscb_lib.framework.spellings import parse_period
from pscb_lib.reading.findings import InputError
from pscb_lib.running.cycle_plans import Parameters
from pscb_lib.writing.turns import in_turn
from pscb_lib.writing.whole import draft_text, refusing, whole_folder, write_text


def write_cycle(root: Path, cycle: str, planned: dict[str, Parameters]) -> list[Path]:
    """Write ``params/<cycle>/``, whole or not at all. Raises InputError if it exists."""
    folder = root / "params" / cycle
    if folder.exists():
        raise InputError.at(f"params/{cycle}", "the cycle is there already",
                            "edit its files, or remove the folder to write it again")
    with refusing(folder), whole_folder(folder, 0o755) as new:
        for paper, values in planned.items():
            draft_text(new / f"{paper}.yaml", "".join(
                _write_value(name, *value) for name, value in values.items()))
        draft_text(new / AGENDA, write_blank(
            [name for name, values in planned.items() if not _is_monthly(name, values)]))
    return sorted(folder.iterdir())


def _write_value(name: str, value: str, said: str) -> str:
    """A parameter with its source as a comment; a value of several lines is a block of them."""
    if "\n" in value or value.startswith("#"):
        return f"# {said}\n{name}: |\n{indent(value.strip(), '  ')}\n"
    return f"{name}: {json.dumps(value, ensure_ascii=False)}  # {said}\n"


def _is_monthly(name: str, values: Parameters) -> bool:
    """Whether a paper is one of each month, which goes to no meeting: it is on no agenda."""
    return bool(split_name(name)[1]) and parse_period(values["period"][0]).months == 1


def use_cycle(root: Path, cycle: str) -> None:
    """Set *cycle* in ``settings.yaml``, where all else stays as it is written.

    Raises InputError if the file cannot be written, or has the setting on more than one line.
    """
    path = root / "params" / "settings.yaml"
    with in_turn(path) as refuse_lost, refusing(path):
        try:
            text = with_values(path.read_text(encoding="utf-8"), {"cycle": cycle})
        except ValueError:
            raise InputError.at(path.name, "the setting cycle is not written on one line",
                                f"write cycle: {cycle}") from None
        refuse_lost()
        write_text(path, text)


def say_cycle(root: Path, cycle: str, planned: dict[str, Parameters]) -> Iterator[str]:
    """Yield a line for each paper that the cycle needs, and for each statement to be written."""
    notebooks = find_notebooks(root)
    for name, values in sorted(planned.items()):
        yield f"{name}  {values['period'][0]}  known on {values['as_of'][0]}"
        for writer in statement_by(notebooks[split_name(name)[0]]):
            yield (f"{name}  to be written by {writer}: {statement_in(cycle, name).as_posix()}; "
                   "without it only the restricted set is made")

"""Make a project to try a board on invented figures: its own decisions, the sample as its returns.

It lies in the board's project, in ``sample/``, with outputs of its own, so that no figure of it
ever counts as published. Every page of it is marked as invented. Each time it is made anew.
"""

from __future__ import annotations

import shutil
from ast import literal_eval
from pathlib import Path
from typing import Any

import yaml

from pscb_lib.board.agencies import read_agencies
from pscb_lib.board.cycles import quarter_of
from pscb_lib.board.indicators import indicators_for, read_indicators
from pscb_lib.board.notebooks import find_notebooks, statement_by
from pscb_lib.board.parameters import RUNNERS, parameters_in
from pscb_lib.board.programme import read_programme
from pscb_lib.board.settings import read_settings
from pscb_lib.board.starting.starter import STATEMENT, read_text
from pscb_lib.board.statements import statement_in
from pscb_lib.board.yaml_files import read_yaml
from pscb_lib.reading.findings import InputError
from pscb_lib.returns.sample import YEAR, another_board, later, sample_for
from pscb_lib.running.cycle_plans import OWN, Parameters
from pscb_lib.running.new_cycle import write_cycle
from pscb_lib.writing.whole import draft_text, refusing, whole_folder

SAMPLE, MARK = "sample", "INVENTED.txt"
SAID = ("Every figure in this folder is invented, to try the suite. pscb run --with-sample makes "
        "it anew, and removes what was here.\n")
INVENTED = "Invented figures, to try the suite: no paper of the Board"
MARKED = {"restricted": f"{INVENTED} (restricted set)", "board": INVENTED}
LEDGER = "ledger.csv"


def make_sample(project: Path) -> Path:
    """Make ``sample/`` of the board's *project*, whole or not at all, and return its path.

    Raises InputError if there is a folder of that name that was not made so, or cannot be written.
    """
    folder = project / SAMPLE
    if folder.exists() and not (folder / MARK).is_file():
        raise InputError.at(SAMPLE, "is not a sample that was made by this command",
                            "move it away", value=str(folder))
    with refusing(folder):
        if folder.exists():
            shutil.rmtree(folder)
        with whole_folder(folder, 0o755) as new:
            draft_text(new / MARK, SAID)
            _write_params(project, new)
            _write_returns(new)
            _write_cycle(new)
    return folder


def _write_params(project: Path, new: Path) -> None:
    """Copy the Board's decisions; the cycle is the sample's, and each set is marked."""
    params = project / "params"
    (new / "params").mkdir()
    for path in sorted(params.glob("*.*")):
        if path.is_file() and path.name != LEDGER:
            shutil.copyfile(path, new / "params" / path.name)
    ledger = params / LEDGER
    lines = ledger.read_text(encoding="utf-8") if ledger.is_file() else ""
    heading = lines.splitlines(keepends=True)[:1]
    draft_text(new / "params" / LEDGER, "".join(heading))
    settings: dict[str, Any] = read_yaml(params / "settings.yaml")
    year = quarter_of(settings["cycle"]).year
    settings |= {"cycle": f"{year.label}-q3", "set_names": MARKED, "sets": [*MARKED]}
    settings.pop("first_cycle", None)  # the sample has earlier quarters
    draft_text(new / "params" / "settings.yaml",
               yaml.safe_dump(settings, allow_unicode=True, sort_keys=False))


def _write_returns(new: Path) -> None:
    params, returns = new / "params", new / "returns"
    settings = read_settings(params / "settings.yaml")
    quarter = quarter_of(settings.cycle)
    indicators = indicators_for(read_indicators(params / "indicators.csv"), quarter)
    board = another_board(settings, quarter.year_start, read_agencies(params / "agencies.csv"),
                          indicators)
    for name, text in sample_for(board):
        (returns / name).parent.mkdir(parents=True, exist_ok=True)
        draft_text(returns / name, text)


def _write_cycle(new: Path) -> None:
    """Write a paper of each report of the programme or of every cycle, as its notebook is set."""
    settings = read_settings(new / "params" / "settings.yaml")
    notebooks, years = find_notebooks(new), quarter_of(settings.cycle).year_start - YEAR
    programme = read_programme(new / "params" / "audit_programme.csv")
    planned = {}
    for report in dict.fromkeys([*(one.report for one in programme.audits if one.report),
                                 *settings.every_cycle]):
        if report in notebooks:
            planned[report] = _parameters(notebooks[report], years)
    write_cycle(new, settings.cycle, planned)
    for report in planned:
        if statement_by(notebooks[report]):
            place = new / statement_in(settings.cycle, report)
            place.parent.mkdir(exist_ok=True)
            draft_text(place, read_text(STATEMENT))


def _parameters(notebook: Path, years: int) -> Parameters:
    found = {name: later(literal_eval(one.default), years)
             for name, one in parameters_in(notebook).items() if name not in RUNNERS}
    return {name: (OWN if name == "returns_folder" else value, "as the notebook has it, later")
            for name, value in found.items()}

"""Make the project of a small board, and choose its runs."""

from __future__ import annotations

import shutil
from pathlib import Path

from projects import write_statement

from small_boards.audits import make_audits, make_reviews, make_survey
from small_boards.board import CORRECTED, EVERY, Board
from small_boards.equality import make_equality
from small_boards.quarters import make_data_set, publish_years
from small_boards.records import (
    make_allegations,
    make_conferences,
    make_deaths,
    make_early_help,
    make_missing,
    make_private,
)
from small_boards.rows import ROOT, SAMPLES

FIRST, NEXT = "2014-15-q3", "2014-15-q4"
PAPERS = {
    FIRST: {"quarterly_data_set": ("2014-15 Q3", "2015-01-31"),
            "missing_children": ("2014-15 H1", "2015-01-31"),
            "cdop_annual": ("2013-14", "2015-01-31"),
            "private_fostering": ("2013-14", "2015-01-31"),
            "child_protection_conferencing": ("2014-15 Q3", "2015-01-31"),
            "allegations": ("2014-15 H1", "2015-01-31"),
            "early_help": ("2014-15 H1", "2015-01-31"),
            "multi_agency_audit": ("2014-08 to 2014-11", "2015-01-31"),
            "case_reviews": ("2014-15 H1", "2015-01-31"),
            "section11": ("2014-11", "2015-01-31"),
            "equality": ("2013-14", "2015-01-31"),
            "audit_programme": ("2014-15 Q3", "2015-01-31"),
            "method": ("2014-15 Q3", "2015-01-31")},
    NEXT: {"quarterly_data_set": ("2014-15 Q4", "2015-05-15"),
           "missing_children": ("2014-15 H2", "2015-05-15"),
           "child_protection_conferencing": ("2014-15 Q4", "2015-05-15"),
           "allegations": ("2014-15 H2", "2015-05-15"),
           "early_help": ("2014-15 H2", "2015-05-15"),
           "multi_agency_audit": ("2014-12 to 2015-03", "2015-05-15"),
           "case_reviews": ("2014-15 H2", "2015-05-15"),
           "themed_reviews": ("2014-15", "2015-05-15"),
           "equality": ("2014-15", "2015-05-15"),
           "audit_programme": ("2014-15 Q4", "2015-05-15")},
}
NO_CHILDREN = ("audit_programme", "method")
ONE_IN = 10  # boards has the papers that count no children
AUDITS = ("multi_agency_audit", "case_reviews", "section11", "themed_reviews", "equality")
RECORDS = ("allegations", "early_help")
AUDITED = 3  # one board in so many has papers of audits and reviews in place of two of records
UNCHANGED = ("audits.csv", "actions.csv", "section11.csv", "programme_log.csv")


def make_board(root: Path, seed: int, reports: tuple[str, ...] = ()) -> Board:
    """Make the project of one board in the folder *root*; with *reports* it has one run of these.
    """
    board = Board(root, seed, reports)
    shutil.copytree(ROOT / "params", root / "params", ignore=shutil.ignore_patterns("20*"))
    shutil.copytree(ROOT / "notebooks", root / "notebooks")
    board.returns.mkdir()
    for name in UNCHANGED:
        shutil.copy(SAMPLES / name, board.returns / name)
    _plan_papers(board)
    publish_years(board, make_data_set(board))
    make_missing(board)
    make_deaths(board)
    make_private(board)
    make_conferences(board)
    make_allegations(board)
    make_early_help(board)
    if seed % AUDITED == 0:
        make_audits(board)
        make_reviews(board)
        make_survey(board)
        make_equality(board)
    board.runs += [(FIRST, EVERY)] if reports else _choose_runs(board)
    return board


def _choose_runs(board: Board) -> list[tuple[str, str]]:
    """A cycle, perhaps the same one issued again after a correction, perhaps the next cycle."""
    kind = board.chance.random()
    again = [(FIRST, CORRECTED)] if kind < 0.6 else []
    return [(FIRST, EVERY), *again, *([(NEXT, EVERY)] if 0.3 < kind < 0.8 else [])]


def _plan_papers(board: Board) -> None:
    left_out = () if board.seed % ONE_IN == 0 else NO_CHILDREN
    left_out += RECORDS if board.seed % AUDITED == 0 else AUDITS
    for cycle, papers in PAPERS.items():
        folder = board.root / "params" / cycle
        folder.mkdir()
        for report in papers.keys() - {*left_out}:
            period, as_of = papers[report]
            (folder / f"{report}.yaml").write_text(
                f'period: "{period}"\nas_of: "{as_of}"\nreturns_folder: "returns"\n',
                encoding="utf-8")
            write_statement(board.root, cycle, board.root / "notebooks" / f"{report}.ipynb")

"""The audits and reviews of a small board: a few cases, people asked and reviews, from the sample.
"""

from __future__ import annotations

import shutil

from small_boards.board import Board
from small_boards.rows import SAMPLES, read, write

OF_CASES = ("case_audits.csv", "case_audit_voices.csv", "case_audit_agencies.csv")
AS_THEY_ARE = ("case_list.csv", "case_draws", "action_checks.csv", "voluntary_standards.csv",
               "cooperation_failures.csv", "audit_nil_returns.csv")
MOST_ASKED = 14  # children, parents or practitioners


def make_audits(board: Board) -> None:
    """Write the cases of each audit, one to all of them, and what goes with them."""
    cases = sorted({(row["audit_id"], row["case_ref"]) for row in read(SAMPLES / OF_CASES[0])})
    chosen = set()
    for audit in sorted({audit for audit, _ in cases}):
        own = [one for one in cases if one[0] == audit]
        chosen |= {*board.chance.sample(own, board.chance.randint(1, len(own)))}
    for name in OF_CASES:
        rows = [row for row in read(SAMPLES / name) if (row["audit_id"], row["case_ref"]) in chosen]
        write(board.returns / name, rows, SAMPLES / name)
    for name in AS_THEY_ARE:
        copy = shutil.copytree if (SAMPLES / name).is_dir() else shutil.copy
        copy(SAMPLES / name, board.returns / name)


def make_reviews(board: Board) -> None:
    """Write some of the reviews of cases, and themed reviews that asked a few people."""
    rows = read(SAMPLES / "reviews.csv")
    some = board.chance.sample(rows, board.chance.randint(1, len(rows)))
    write(board.returns / "reviews.csv", some, SAMPLES / "reviews.csv")
    shutil.copy(SAMPLES / "themed_reviews.csv", board.returns / "themed_reviews.csv")
    evidence = read(SAMPLES / "review_evidence.csv")
    for row in evidence:
        row["n"] = row["n"] and str(board.chance.randint(1, MOST_ASKED))
    write(board.returns / "review_evidence.csv", evidence, SAMPLES / "review_evidence.csv")


def make_survey(board: Board) -> None:
    """Write the survey of practitioners, answered by few."""
    rows = read(SAMPLES / "section11_survey.csv")
    for row in rows:
        asked = board.chance.randint(3, 40)
        answered = board.chance.randint(0, asked)
        row |= {"asked_n": str(asked), "answered_n": str(answered),
                "positive_n": str(board.chance.randint(0, answered))}
    write(board.returns / "section11_survey.csv", rows, SAMPLES / "section11_survey.csv")

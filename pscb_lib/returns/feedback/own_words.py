"""A finding in the words of the agency that is to act on it.

It has neither the project's files nor its commands. Where a cell must have one of certain words,
it is told these words, or the list in its form; for a file that cannot be read, to use its form.
"""

from __future__ import annotations

import re
from dataclasses import replace

from pscb_lib.board.wording import named
from pscb_lib.framework.english import listed
from pscb_lib.reading.cells import shape_of
from pscb_lib.reading.findings import Finding, Reaction
from pscb_lib.returns.checking import CheckedFile

FEW = 6  # words that are said one by one
OURS = re.compile(r"params/|settings|\.yaml|\bpscb\b|\bas_of\b|(?<!\S)--[a-z]")
FROM_LIST = "choose from the list in the cell; the form has it on its sheet Allowed words"
USE_FORM = ("copy the rows into the form that the Board sent you, under its own headings, and send "
            "that; ask the Board for a form if you have none")
CORRECT = "correct what is listed, and send the file again"


def findings_of(one: CheckedFile) -> tuple[Finding, ...]:
    """Return the findings of a file as its agency is to read them."""
    return tuple(in_own_words(finding, one) for finding in one.findings)


def in_own_words(finding: Finding, one: CheckedFile) -> Finding:
    """Return *finding* with a remedy that its agency can carry out, in the framework's words."""
    told = _told(finding, one)
    return replace(told, rule=named(told.rule), remedy=named(told.remedy))


def _told(finding: Finding, one: CheckedFile) -> Finding:
    if finding.reaction is Reaction.REJECTED and (remedy := _of_list(finding, one)):
        return replace(finding, remedy=remedy)
    if not OURS.search(finding.remedy):
        return finding
    return replace(finding, remedy=USE_FORM if one.checked is None else CORRECT)


def _of_list(finding: Finding, one: CheckedFile) -> str | None:
    """The remedy for a cell that takes certain words alone, if it is such a cell that is wrong."""
    if one.kind is None or one.context is None:
        return None
    for field in one.kind.fields(one.context):
        shape = shape_of(field.parse)
        if field.name == finding.column and finding.remedy == field.remedy and shape.choices:
            words = shape.choices
            return f"use {listed(words, 'or')}" if len(words) <= FEW else FROM_LIST
    return None

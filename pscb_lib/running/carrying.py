"""Carry blocks of the year's published papers into a paper that is made from them.

A notebook with the parameter ``carried`` is such a report; its parameter ``blocks`` chooses them
(:mod:`pscb_lib.board.annual_report.choices`). A set carries what the same readers, or the public,
have already. A paper without such a set is passed over, and so is a block that a set keeps from
its readers; what is not there at all is an error that says how to make it.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from pscb_lib.board.agenda_file import cycle_of
from pscb_lib.board.annual_report import Choice, priorities_of, read_choices
from pscb_lib.board.annual_report.choices import COLUMN, LEAD, QUESTION
from pscb_lib.board.jobs import Job
from pscb_lib.board.names import split_name
from pscb_lib.board.notebooks import RESTRICTED, audiences_of, find_notebooks
from pscb_lib.board.parameters import carries
from pscb_lib.board.settings import AUDIENCES
from pscb_lib.framework.spellings import parse_period
from pscb_lib.page.words.commentary import is_answered
from pscb_lib.reading.findings import InputError, Missing, nearest
from pscb_lib.running.inputs import SETS, read_inputs
from pscb_lib.running.publishing.manifest import NAME, read_manifest, verify_set
from pscb_lib.writing.whole import draft_text

NOTEBOOK = "report.ipynb"
NUMBERED = {"chart": "Figure", "table": "Table", "question": "Question"}
Set = tuple[str, str]  # an audience and a paper's name


def chosen_by(job: Job, root: Path) -> tuple[Choice, ...]:
    """The blocks that a job carries; none if its report carries none. Raises InputError."""
    text, file = job.parameters.get(COLUMN, ""), f"{job.name}.yaml"
    if not carries(job.notebook) or not text.strip():
        return ()
    given = job.parameters.get("period", "")
    try:
        period = parse_period(given)
    except ValueError as fault:
        raise InputError.at(file, str(fault), "write it like 2014-15", column="period",
                            value=given) from None
    return read_choices(text, file, priorities_of(root / "params", period))


def read_all_inputs(outputs: Path, job: Job, root: Path) -> dict[str, str]:
    """The digest of every file and set that a report may read. Raises as :func:`find_set`."""
    return {**read_inputs(job, root), **digests_of(outputs, job, root)}


def digests_of(outputs: Path, job: Job, root: Path) -> dict[str, str]:
    """The digest of every set that a job carries blocks of, by its place: sets/<place>.

    A set has the same digest before and after its release. Raises as :func:`find_set`.
    """
    folders = {find_set(outputs, job, root, one) for one in chosen_by(job, root)} - {None}
    manifests = {folder: read_manifest(folder) for folder in folders if folder}
    return {SETS + "/".join(folder.parts[-3:]): str(one.get("draft", one["manifest"]))
            for folder, one in manifests.items()}


def why_awaited(outputs: Path, job: Job, root: Path, coming: Collection[Set] = ()) -> str | None:
    """Why a job waits for papers that it carries blocks of; None if it does not.

    The sets of its own cycle that are *coming* are made before it.
    """
    for one in chosen_by(job, root):
        try:
            find_set(outputs, job, root, one)
        except Missing as fault:
            if (audience_for(job, root, one), one.paper) not in coming:
                return str(fault)
    return None


def write_carried(path: Path, outputs: Path, job: Job, root: Path) -> None:
    """Write the blocks that a job carries, in the order of its choice, for its kernel.

    Raises InputError for a block that its paper does not have, and as :func:`find_set`.
    """
    draft_text(path, json.dumps([*_carried(outputs, job, root)], ensure_ascii=False))


def audience_for(job: Job, root: Path, choice: Choice) -> str | None:
    """The audience whose set a job reads: its own, or a more public one; None if there is none.

    Raises InputError if there is no such report.
    """
    notebooks, (report, _) = find_notebooks(root), split_name(choice.paper)
    if report not in notebooks:
        raise _refused(job, choice, f"there is no report {report}{nearest(report, notebooks)}",
                       "correct its name")
    readable = AUDIENCES[AUDIENCES.index(job.audience):]
    return next((one for one in readable if one in audiences_of(notebooks[report])), None)


def find_set(outputs: Path, job: Job, root: Path, choice: Choice) -> Path | None:
    """The folder of the set that a block is carried from; None if its readers have none.

    Raises Missing if it is not made, and InputError if it is not as it was made.
    """
    audience = audience_for(job, root, choice)
    if audience is None:
        return None
    found = [folder for folder in sorted(outputs.glob(f"*/{audience}/{choice.paper}"))
             if (folder / NAME).is_file() and _is_of(folder, choice)]
    if not found:
        cycle = cycle_of(root / "params", choice.paper, choice.period)
        remedy = (f"make it with pscb run {choice.paper} --cycle {cycle.name} --audience {audience}"
                  if cycle else "no cycle has it: correct the paper or its period")
        raise Missing.at(f"{job.name}.yaml", f"the {audience} set of {choice.paper} for "
                         f"{choice.period.label} is not made", remedy, column=COLUMN,
                         value=choice.block)
    last = max(found, key=lambda folder: str(read_manifest(folder)["parameters"]["as_of"]))
    if faults := verify_set(last):
        raise _refused(job, choice, f"{'/'.join(last.parts[-3:])} is not as it was made: "
                       f"{faults[0]}", "make it again with pscb run")
    return last


def _is_of(folder: Path, choice: Choice) -> bool:
    period = read_manifest(folder).get("parameters", {}).get("period", "")
    try:
        return parse_period(period) == choice.period
    except ValueError:
        return False


def _carried(outputs: Path, job: Job, root: Path) -> Iterator[dict[str, Any]]:
    answers: dict[Path, dict[str, str]] = {}
    since = parse_period(job.parameters["period"]).start
    for one in chosen_by(job, root):
        folder = find_set(outputs, job, root, one)
        source, block = _read(folder, one.block) if folder else ({}, None)
        if folder and block is None:
            _refuse_unknown(job, one, folder)
        if folder and folder not in answers:
            answers[folder] = answers_by(outputs, folder, since)
        if block and one.period.year.end < since:
            source = source | {"paper": f"{source['paper']} (an earlier year)"}
        yield {"part": one.part, **source, "block": block,
               "answers": answers[folder] if folder else {}}


def _refuse_unknown(job: Job, choice: Choice, folder: Path) -> None:
    """Refuse a block that not even the restricted set of its paper has; it may ask nothing."""
    if choice.block == QUESTION:
        return
    whole = folder.parents[1] / RESTRICTED / folder.name
    paper = _paper(whole if (whole / NOTEBOOK).is_file() else folder)
    ids = [*filter(None, map(_name_of, paper.blocks))]
    if choice.block not in ids:
        raise _refused(job, choice, f"{'/'.join(folder.parts[-3:])} has no such block"
                       f"{nearest(choice.block, ids)}", f"use {', '.join(ids)}")


def _read(folder: Path, block: str) -> tuple[dict[str, str], dict[str, Any] | None]:
    """Where a block was shown, and the block; None if the set keeps it from its readers."""
    paper = _paper(folder)
    found = next((one for one in paper.blocks if block in (_name_of(one), _kind_of(one))), None)
    named = found and NUMBERED.get(found["kind"])
    return ({"paper": paper.name, "reference": paper.front.get("reference", ""),
             "number": f"{named} {found['number']}" if found and named else "",
             "before": f"{folder.name}-{folder.parts[-3]}"}, found)


def answers_by(outputs: Path, folder: Path, since: date) -> dict[str, str]:
    """The last answer to each question of a paper, by its id, up to the set in *folder*.

    It is read from what the same readers had of periods *since* a day, and says of which it is.
    """
    sets = [(read_manifest(one)["parameters"], one)
            for one in outputs.glob(f"*/{folder.parts[-2]}/{folder.name}")
            if (one / NAME).is_file() and not verify_set(one)]
    until = str(read_manifest(folder)["parameters"]["as_of"])
    known = sorted((str(about["as_of"]), str(about["period"]), one) for about, one in sets
                   if str(about["as_of"]) <= until
                   and parse_period(about["period"]).start >= since)
    return {block["id"]: f"{parse_period(period).title}: {block['said']}"
            for _, period, one in known for block in _paper(one).blocks
            if block["kind"] == "question" and is_answered(block["said"])}


def _paper(folder: Path) -> Any:
    import nbformat

    from pscb_lib.page.rendering.paper import read_paper

    return read_paper(nbformat.read(folder / NOTEBOOK, as_version=4))


def _name_of(block: dict[str, Any]) -> str:
    return LEAD if block["kind"] == "lead" else (
        str(block["id"]) if block["kind"] in NUMBERED else "")


def _kind_of(block: dict[str, Any]) -> str:
    """What a choice may name instead of an id: the first question of a paper."""
    return QUESTION if block["kind"] == QUESTION else ""


def _refused(job: Job, choice: Choice, rule: str, remedy: str) -> InputError:
    return InputError.at(f"{job.name}.yaml", rule, remedy, column=COLUMN, value=choice.block)

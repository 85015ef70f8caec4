"""Make the pack of a meeting from its published sets: one PDF, with a manifest of its own.

A pack is made of finished sets alone, which are masked and audited, and never of returns. It lies
beside the sets of its audience, ``<cycle>/<audience>/pack-<day>/``, and is audited with them.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from pathlib import Path

from pscb_lib.board.agenda_numbers import WHOSE
from pscb_lib.board.notebooks import RESTRICTED
from pscb_lib.board.questions import read_questions
from pscb_lib.board.wording import named
from pscb_lib.disclosure.outsider.gathered import audit_gathered
from pscb_lib.disclosure.outsider.leak import Leak
from pscb_lib.disclosure.outsider.sets import HOLD as MASKED
from pscb_lib.framework.english import count_of
from pscb_lib.framework.months import say_day
from pscb_lib.framework.scheduling.meetings import Group, Meeting
from pscb_lib.page.rendering.answers import answer_in, fact_of
from pscb_lib.page.rendering.pack import AgendaLine, Pack, render_pack
from pscb_lib.page.rendering.paper import Paper, read_paper
from pscb_lib.page.words.front import DRAFT, RELEASED, marking_of
from pscb_lib.reading.digest import sha256
from pscb_lib.reading.findings import InputError
from pscb_lib.running.audited import Audited
from pscb_lib.running.elsewhere import lines_elsewhere
from pscb_lib.running.inputs import describe_code
from pscb_lib.running.meeting_papers import Project, Taken
from pscb_lib.running.publishing.manifest import (
    NAME,
    find_packs,
    find_sets,
    read_manifest,
    verify_set,
    write_pack_manifest,
)
from pscb_lib.running.signed_off import PUBLIC
from pscb_lib.writing.whole import draft_bytes

BLANK = "–"


def gather(project: Project, audience: str, meeting: Meeting, taken: Iterable[Taken]) -> Pack:
    """Gather the pack of a *meeting* from the papers that it takes, those that are lacking named.

    One of them at least must be there.
    """
    taken = list(taken)
    read = {one: _read(one) for one in taken if not one.lacking}
    first = next(iter(read.values()))
    as_of = max(one.as_of for one in read)
    is_draft = any(one.is_draft for one in read)
    marking = (marking_of(project.settings, audience) if audience != PUBLIC
               else DRAFT if is_draft else RELEASED)
    whose = project.settings.group if WHOSE[audience] is not Group.BOARD else "Board"
    return Pack(
        title=f"Papers for the meeting of {say_day(meeting.on)}", board=project.settings.board,
        meeting=f"{whose}, {say_day(meeting.on)}", marking=named(marking), as_of=as_of.isoformat(),
        look=dict(first.front.get("look") or {}),
        agenda=tuple(_lines(project, taken, read)),
        elsewhere=() if audience == PUBLIC else lines_elsewhere(project, meeting, taken, as_of),
        papers=tuple(read.values()))


def write_pack(pack: Pack, taken: Iterable[Taken], audience: str, meeting: Meeting, folder: Path
               ) -> None:
    """Write the *pack* and its manifest into the new *folder*."""
    folder.mkdir()
    draft_bytes(folder / f"{audience}-pack-{meeting.on}.pdf", render_pack(pack))
    papers = {one.place: sha256(one.folder / NAME) for one in taken if not one.lacking}
    write_pack_manifest(folder, {"audience": audience, "meeting": meeting.on.isoformat(),
                                 "as_of": pack.as_of, "marking": pack.marking,
                                 "gathered": digest_of(pack)}, papers)


def is_same(folder: Path, pack: Pack) -> bool:
    """Whether the pack in *folder* was made from the same, by this code, and still verifies."""
    manifest = read_manifest(folder)
    return (manifest.get("parameters", {}).get("gathered") == digest_of(pack)
            and manifest.get("code") == {"pscb_lib": describe_code()["pscb_lib"]}
            and not verify_set(folder))


def digest_of(pack: Pack) -> str:
    """The SHA-256 of what a *pack* says."""
    text = json.dumps(asdict(pack), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def refuse_leaks(folder: Path, taken: Iterable[Taken], audience: str, names: list[str]) -> None:
    """Read the pack in *folder* as an outsider would. Raises InputError if it reveals a figure."""
    if audience == RESTRICTED:
        return
    papers = [one.folder for one in taken if not one.lacking]
    leaks = audit_gathered(sorted(folder.iterdir()), papers, names)
    if leaks:
        more = f" and {len(leaks) - 1} more" if len(leaks) > 1 else ""
        raise InputError.at(folder.name, f"is not published, it reveals what its papers hide: "
                            f"{leaks[0]}{more}", "see pscb audit")


def audit_all_gathered(outputs: Path, names: list[str], audited: Audited) -> Iterator[Leak]:
    """Yield the leaks in every pack and page below *outputs* that is not for Q&E alone.

    Those that were *audited* before with the same papers are not read again.
    """
    for folder in find_packs(outputs):
        if folder.parent.name in MASKED:
            papers = [outputs / place for place in read_manifest(folder).get("papers", {})]
            yield from _audit(outputs, sorted(folder.iterdir()), papers, names, audited)
    for audience in MASKED:
        for page in (*sorted(outputs.glob(f"{audience}*.html")),
                     *sorted(outputs.glob(f"*/{audience}/*.html"))):
            start = page.parent
            papers = [one for one in find_sets(start) if one.parent.name == audience]
            yield from _audit(outputs, [page] if page.is_file() else [], papers, names, audited)


def _audit(outputs: Path, files: list[Path], papers: list[Path], names: list[str],
           audited: Audited) -> Iterator[Leak]:
    if not files:
        return
    papers = [*filter(Path.is_dir, papers)]
    restricted = (one.parents[1] / RESTRICTED / one.name / "report.ipynb" for one in papers)
    judged_by = [*files, *filter(Path.is_file, restricted), *(
        path for one in papers for path in sorted(one.iterdir()) if path.is_file())]
    what = files[0].relative_to(outputs).as_posix()
    leaks = [] if audited.is_known(what, judged_by) else audit_gathered(files, papers, names)
    if not leaks:
        audited.keep(what, judged_by)
    for leak in leaks:
        place = files[0].parent.relative_to(outputs) / leak.file
        yield replace(leak, file=place.as_posix())


def _read(one: Taken) -> Paper:
    import nbformat

    return read_paper(nbformat.read(one.folder / "report.ipynb", as_version=4))


def _lines(project: Project, taken: list[Taken], read: dict[Taken, Paper]) -> Iterator[AgendaLine]:
    are_set = any(one.numbers.agenda_item for one in taken)
    places = {one: number for number, one in enumerate(read, 1)}
    for number, one in enumerate(taken, 1):
        own = one.numbers.agenda_item if are_set else number
        item, paper = str(own or BLANK), read.get(one)
        reference = f"Paper {one.numbers.paper}" if one.numbers.paper else ""
        if paper is None:
            yield AgendaLine(item, one.title, tuple(filter(None, (reference, f"Not in this pack: "
                             f"{one.lacking}"))), one.audit.lead if one.audit else BLANK, BLANK)
            continue
        draft = DRAFT if one.is_draft else ""
        yield AgendaLine(
            item, paper.title,
            tuple(filter(None, (paper.front["period_words"], reference, draft,
                                _questions(project, one, paper)))),
            fact_of(paper, "Presented by") or (one.audit.lead if one.audit else BLANK),
            fact_of(paper, "asked to", "For decision") or BLANK, places[one],
            answer_in(paper.blocks))


def _questions(project: Project, one: Taken, paper: Paper) -> str:
    """How many of the questions asked about a paper at earlier meetings have an answer."""
    asked = read_questions(project.params, one.as_of, one.name)
    if not asked or paper.front["audience"] == PUBLIC:
        return ""
    answered = sum(1 for question in asked if question.answer)
    return f"{answered} of {count_of(len(asked), 'earlier question')} answered"

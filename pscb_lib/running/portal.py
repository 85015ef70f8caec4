"""Write the page of each audience beside its sets, and that of all cycles beside the cycles.

``<cycle>/<audience>/index.html`` and ``<audience>.html``. A page is made of the published sets of
its own audience, and names and links no other. The public's has released papers alone. Neither has
a time of day: the same sets give the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from pscb_lib.board.cycles import quarter_of
from pscb_lib.board.group_name import named
from pscb_lib.board.notebooks import title_in
from pscb_lib.board.settings import AUDIENCES
from pscb_lib.disclosure.mime import blocks_in
from pscb_lib.framework.months import say_day
from pscb_lib.framework.scheduling.meetings import Group, Meeting
from pscb_lib.page.logo import read_look
from pscb_lib.page.rendering.answers import answer_in
from pscb_lib.page.rendering.portal import Download, Listed, Part, Portal, render_portal
from pscb_lib.page.rendering.printed import day_in_words, plain
from pscb_lib.page.words.front import RELEASED, marking_of
from pscb_lib.reading.findings import InputError
from pscb_lib.running.cycle_figures import NAME as FIGURES
from pscb_lib.running.cycle_figures import write_cycle_figures
from pscb_lib.running.failures import failure_of
from pscb_lib.running.meeting_papers import NOT_MADE, Project, Taken, papers_in
from pscb_lib.running.publishing.manifest import find_packs, find_sets, read_manifest, verify_set
from pscb_lib.running.signed_off import PUBLIC
from pscb_lib.writing.folders import FILE, refuse_link
from pscb_lib.writing.whole import write_text

OPENED = ("report.html", "report.pdf", "report.docx", "tables.xlsx")
PAGE = "index.html"


def write_portals(project: Project, cycle: str) -> None:
    """Write the pages of a *cycle*, and of all cycles, for each audience that has a set there.

    Raises InputError if a folder has become a link, and OSError if a file cannot be written.
    """
    for audience in AUDIENCES:
        folder = project.outputs / cycle / audience
        if folder.is_dir():
            refuse_link(folder)
            write_cycle_figures(folder)
            cycles = _cycles(project, audience)
            papers = {one: papers_in(project, one, audience) for one in {cycle, *cycles}}
            title = f"Papers of {_say_cycle(cycle)}"
            parts = [*_parts(folder, papers[cycle], audience)]
            _write(folder / PAGE, project, audience, title, parts)
            parts = [_whole(project.outputs, one, papers[one], audience) for one in cycles]
            _write(project.outputs / f"{audience}.html", project, audience, "All papers", parts)


def try_portals(project: Project, cycle: str) -> Iterator[str]:
    """Write the pages; yield a line on why they could not be written, or none."""
    try:
        write_portals(project, cycle)
    except (OSError, InputError) as fault:
        yield f"FAILED  pages of {cycle}: {failure_of(fault).shown}"


def _write(path: Path, project: Project, audience: str, title: str, parts: Iterable[Part]) -> None:
    marking = RELEASED if audience == PUBLIC else marking_of(project.settings, audience)
    settings = project.settings
    page = render_portal(Portal(title, settings.board, marking,
                                read_look(project.params, settings), tuple(parts)))
    write_text(path, named(page, settings.group_short), FILE)


def _cycles(project: Project, audience: str) -> list[str]:
    """The cycles that have a set of the audience, the last first."""
    found = {folder.parents[1].name for folder in find_sets(project.outputs)
             if folder.parent.name == audience}
    return sorted(found, reverse=True)


def _parts(start: Path, papers: list[Taken], audience: str) -> Iterator[Part]:
    """The papers of a cycle by the meeting that takes them, the first meeting first."""
    for meeting in sorted({one.meeting for one in papers}, key=lambda one: (
            one is None, one.on if one else date.max)):
        own = [one for one in papers if one.meeting == meeting]
        yield Part(_say_meeting(meeting), *_listed(own, start), _packs(start, audience, meeting))


def _whole(outputs: Path, cycle: str, papers: list[Taken], audience: str) -> Part:
    """All papers of a cycle, on the page of all cycles."""
    listed, to_come = _listed(papers, outputs)
    return Part(_say_cycle(cycle), listed, to_come,
                _figures(outputs / cycle / audience, outputs),
                f"{cycle}/{audience}/{PAGE}")


def _listed(papers: Iterable[Taken], start: Path) -> tuple[tuple[Listed, ...], tuple[str, ...]]:
    """The papers that are there for readers, and a line for each that is to come."""
    papers = list(papers)
    return (tuple(_line(one.folder, start) for one in papers
                  if not one.lacking and not one.is_draft),
            tuple(_say_to_come(one) for one in papers
                  if one.lacking == NOT_MADE or one.is_draft and not one.lacking))


def _packs(folder: Path, audience: str, meeting: Meeting | None
           ) -> tuple[tuple[str, Download], ...]:
    """The pack of a meeting, if it is as it was made and, for the public, has no draft."""
    packs = [one for one in find_packs(folder) if meeting and not verify_set(one)
             and read_manifest(one)["parameters"]["meeting"] == meeting.on.isoformat()
             and (audience != PUBLIC or read_manifest(one)["parameters"]["marking"] == RELEASED)]
    return tuple(("All papers of this meeting in one file", _download(path, folder))
                 for pack in packs for path in sorted(pack.glob("*.pdf")))


def _figures(folder: Path, start: Path) -> tuple[tuple[str, Download], ...]:
    """All figures of the papers in *folder* in one file, if there are any."""
    path = folder / FIGURES
    return (("All figures of these papers", _download(path, start)),) if path.is_file() else ()


def _say_cycle(cycle: str) -> str:
    try:
        return quarter_of(cycle).title
    except InputError:  # a cycle of another name
        return cycle


def _say_meeting(meeting: Meeting | None) -> str:
    return f"For {_whom(meeting)} on {say_day(meeting.on)}" if meeting else "For no fixed meeting"


def _whom(meeting: Meeting) -> str:
    return "the Board" if meeting.group is Group.BOARD else meeting.group.value


def _say_to_come(one: Taken) -> str:
    if one.is_draft:
        return f"{one.title}: not released yet"
    if one.meeting is None:
        return one.title
    return f"{one.title}: due on {say_day(one.meeting.papers_by)}"


def _line(folder: Path, start: Path) -> Listed:
    title, front, blocks = _read(folder / "report.ipynb")
    files = (folder / name for name in OPENED)
    return Listed(title, front["period_words"],
                  day_in_words(front["as_of"]), answer_in(blocks), front.get("reference", ""),
                  tuple(_download(file, start) for file in files if file.is_file()),
                  tuple(_pictures(folder / "figures", blocks, start)))


def _pictures(folder: Path, blocks: list[dict[str, Any]], start: Path
              ) -> Iterator[tuple[str, tuple[Download, ...]]]:
    """The number and the headline of each figure, with its files if they were made."""
    charts = (block for block in blocks if block["kind"] == "chart")
    for number, chart in enumerate(charts, 1):
        files = (folder / f"figure-{number}-{chart['id']}.{form}" for form in ("png", "svg"))
        if found := tuple(_download(file, start) for file in files if file.is_file()):
            yield f"Figure {number}. {plain(chart['caption'])}", found


def _download(path: Path, start: Path) -> Download:
    return Download(path.relative_to(start).as_posix(), path.stat().st_size)


def _read(path: Path) -> tuple[str, dict[str, Any], list[dict[str, Any]]]:
    """The title, the front sheet and the blocks of a published notebook."""
    notebook = json.loads(path.read_text(encoding="utf-8"))
    blocks = [*blocks_in(notebook)]
    front = next(block for block in blocks if block["kind"] == "front")
    return title_in(notebook["cells"]), front, blocks

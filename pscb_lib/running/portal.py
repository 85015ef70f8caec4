"""Write the page of each audience beside its sets, and those of a year and of all cycles.

``<cycle>/<audience>/index.html``, ``<audience>-<year>.html`` and ``<audience>.html``. A page is
made of the published sets of its own audience, and names and links no other. The public's has
released papers alone. None has a time of day: the same sets give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from pscb_lib.board.cycles import quarter_of
from pscb_lib.board.settings import AUDIENCES
from pscb_lib.board.wording import named, words_of
from pscb_lib.framework.months import say_day
from pscb_lib.framework.scheduling.meetings import Group, Meeting
from pscb_lib.page.logo import read_look
from pscb_lib.page.rendering.portal import Download, Listed, Part, Portal, render_portal
from pscb_lib.page.words.front import RELEASED, marking_of
from pscb_lib.reading.findings import InputError
from pscb_lib.running.cycle_figures import NAME as FIGURES
from pscb_lib.running.cycle_figures import write_cycle_figures
from pscb_lib.running.failures import failure_of
from pscb_lib.running.listed import asked_in, changed_in, list_file
from pscb_lib.running.meeting_papers import NOT_MADE, Project, Taken
from pscb_lib.running.publishing.manifest import find_packs, read_manifest, verify_set
from pscb_lib.running.shelf import Lister, Shelf, fill_shelf, year_of
from pscb_lib.running.signed_off import PUBLIC
from pscb_lib.writing.folders import FILE, refuse_link
from pscb_lib.writing.whole import write_text

PAGE = "index.html"


def write_portals(project: Project, cycle: str) -> None:
    """Write the pages of a *cycle*, of its year and of all cycles for each audience with a set.

    Raises InputError if a folder has become a link, and OSError if a file cannot be written.
    """
    for audience in AUDIENCES:
        folder = project.outputs / cycle / audience
        if folder.is_dir():
            refuse_link(folder)
            write_cycle_figures(folder)
            shelf = fill_shelf(project, cycle, audience)
            _write(folder / PAGE, shelf, f"Papers of {_say_cycle(cycle)}",
                   _parts(shelf, shelf.papers[cycle], folder, shelf.lister(folder)))
            if year := year_of(cycle):
                _write(project.outputs / f"{audience}-{year}.html", shelf, f"The year {year}",
                       _year(shelf, year))
            years = sorted(filter(None, {*map(year_of, shelf.papers)}), reverse=True)
            links = [(f"The year {one}", f"{audience}-{one}.html") for one in years
                     if (project.outputs / f"{audience}-{one}.html").is_file()]
            _write(project.outputs / f"{audience}.html", shelf, "All papers",
                   [_whole(shelf, one) for one in shelf.made], links)


def try_portals(project: Project, cycle: str) -> Iterator[str]:
    """Write the pages; yield a line on why they could not be written, or none."""
    try:
        write_portals(project, cycle)
    except (OSError, InputError) as fault:
        yield f"FAILED  pages of {cycle}: {failure_of(fault).shown}"


def _write(path: Path, shelf: Shelf, title: str, parts: Iterable[Part],
           years: Iterable[tuple[str, str]] = ()) -> None:
    settings = shelf.project.settings
    marking = RELEASED if shelf.audience == PUBLIC else marking_of(settings, shelf.audience)
    page = render_portal(Portal(title, settings.board, marking,
                                read_look(shelf.project.params, settings), tuple(parts),
                                tuple(years)))
    write_text(path, named(page, words_of(settings)), FILE)


def _parts(shelf: Shelf, papers: list[Taken], start: Path, lister: Lister) -> Iterator[Part]:
    """Papers by the meeting that takes them, the first meeting first."""
    for meeting in sorted({one.meeting for one in papers}, key=lambda one: (
            one is None, one.on if one else date.max)):
        own = [one for one in papers if one.meeting == meeting]
        yield Part(_say_meeting(meeting), _listed(own, lister), _to_come(own),
                   tuple(_packs(shelf, own, meeting, start)))


def _year(shelf: Shelf, year: str) -> Iterator[Part]:
    """The papers of a year by meeting: what came, what each asked, and what had changed.

    An outcome is said at the first meeting that was told of it.
    """
    told, lister = set[str](), shelf.lister(shelf.outputs)

    def tell(one: Taken) -> Listed:
        found = shelf.read(one.folder)
        changed = [said for said in changed_in(found) if said not in told]
        told.update(changed)
        return replace(lister(one), asked=tuple(asked_in(found)), changed=tuple(changed))

    own = [one for cycle in sorted(shelf.papers) if year_of(cycle) == year
           for one in shelf.papers[cycle]]
    yield from _parts(shelf, own, shelf.outputs, tell)


def _whole(shelf: Shelf, cycle: str) -> Part:
    """All papers of a cycle, on the page of all cycles."""
    papers = shelf.papers[cycle]
    return Part(_say_cycle(cycle), _listed(papers, shelf.lister(shelf.outputs)), _to_come(papers),
                _figures(shelf.outputs / cycle / shelf.audience, shelf.outputs),
                f"{cycle}/{shelf.audience}/{PAGE}")


def _listed(papers: Iterable[Taken], lister: Lister) -> tuple[Listed, ...]:
    """The papers that are there for readers."""
    return tuple(lister(one) for one in papers if not one.lacking and not one.is_draft)


def _to_come(papers: Iterable[Taken]) -> tuple[str, ...]:
    """A line for each paper that is to come."""
    return tuple(_say_to_come(one) for one in papers
                 if one.lacking == NOT_MADE or one.is_draft and not one.lacking)


def _packs(shelf: Shelf, papers: Iterable[Taken], meeting: Meeting | None, start: Path
           ) -> Iterator[tuple[str, Download]]:
    """The pack of a meeting, if it is as it was made and, for the public, has no draft."""
    folders = {one.folder.parent for one in papers}
    packs = [one for folder in sorted(folders) for one in find_packs(folder)
             if meeting and not verify_set(one)
             and read_manifest(one)["parameters"]["meeting"] == meeting.on.isoformat()
             and (shelf.audience != PUBLIC
                  or read_manifest(one)["parameters"]["marking"] == RELEASED)]
    for pack in packs:
        for path in sorted(pack.glob("*.pdf")):
            yield "All papers of this meeting in one file", list_file(path, start)


def _figures(folder: Path, start: Path) -> tuple[tuple[str, Download], ...]:
    """All figures of the papers in *folder* in one file, if there are any."""
    path = folder / FIGURES
    return (("All figures of these papers", list_file(path, start)),) if path.is_file() else ()


def _say_cycle(cycle: str) -> str:
    try:
        return quarter_of(cycle).title
    except InputError:  # a cycle of another name
        return f"The year {year}" if (year := year_of(cycle)) else cycle


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

"""What is missing for the annual report of a year: papers, statements, contents and answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from pscb_lib.board.agenda_file import cycle_of
from pscb_lib.board.annual_report import Choice, contents_for, why_unacknowledged
from pscb_lib.board.jobs import Job, plan_jobs
from pscb_lib.board.notebooks import statement_by
from pscb_lib.board.questions import Question, read_questions
from pscb_lib.board.settings import Settings
from pscb_lib.board.statements import YOUNG_PEOPLE, part_beside, read_statement, say_awaited
from pscb_lib.board.wording import named, words_of
from pscb_lib.framework.english import listed
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reading import cells
from pscb_lib.running.carrying import chosen_by, why_awaited
from pscb_lib.running.meeting_papers import NOT_MADE, Project, papers_in
from pscb_lib.running.years import cycles_of

REPORT, FILE = "annual_report", "annual_report.yaml"
WRITTEN = {YOUNG_PEOPLE: "the page written with young people"}


class Kind(Enum):
    """What may be missing; the heading of its list."""

    PAPER = "Papers not made"
    STATEMENT = "Statements not written"
    CONTENT = "Contents that guidance asks for, without a source"
    ANSWER = "Recommendations of last year's report without an answer"


@dataclass(frozen=True)
class Lacking:
    """One thing that is missing, and what to do, in a line."""

    kind: Kind
    said: str


def find_lacking(project: Project, year: ReportingPeriod) -> list[Lacking]:
    """List what is missing for the annual report of a *year*, in the order of :class:`Kind`.

    Raises InputError if its parameters, or a register that they need, cannot be used.
    """
    found = [*_not_made(project, year)]
    cycle = cycle_of(project.params, REPORT, year)
    if cycle is None:
        where = f"params/{year.label}/{FILE}"
        return [*found, Lacking(Kind.PAPER, f"{where} is not written; write it with pscb new-cycle "
                                f"{year.label}, and choose the blocks")]
    job, *others = plan_jobs(project.root, cycle.name, (REPORT,), project.settings.sets, {})
    waits = (why_awaited(project.outputs, one, project.root) for one in (job, *others))
    found = found or [Lacking(Kind.PAPER, why) for why in waits if why][:1]
    choices = chosen_by(job, project.root)
    return [*found, *_not_written(project, job, choices, year),
            *_without_source(choices, project.settings, year), *_without_answer(project, job)]


def _not_made(project: Project, year: ReportingPeriod) -> Iterator[Lacking]:
    """The papers of each cycle of the year of which a set is not made."""
    for cycle in cycles_of(project.root, year):
        papers = [paper for audience in project.settings.sets
                  for paper in papers_in(project, cycle, audience) if paper.name != REPORT]
        lacking = dict.fromkeys(one.name for one in papers if one.lacking == NOT_MADE)
        if lacking:
            is_all = lacking.keys() == {one.name for one in papers}
            names = "" if is_all else f" {' '.join(lacking)}"
            them = "it" if len(lacking) == 1 else "them"
            yield Lacking(Kind.PAPER, f"{cycle}: {'none is made' if is_all else listed([*lacking])}"
                          f"; make {them} with pscb run --cycle {cycle}{names}")


def _not_written(project: Project, job: Job, choices: Sequence[Choice], year: ReportingPeriod
                 ) -> Iterator[Lacking]:
    """The texts of the report that somebody still has to write."""
    root, words = project.root, words_of(project.settings, year.end)
    if not read_statement(root, job.statement):
        writer = named(next(iter(statement_by(job.notebook)), "the chair"), words)
        yield Lacking(Kind.STATEMENT, say_awaited(job.statement, f"the statement of {writer}"))
    if why := why_unacknowledged(root, job.statement, choices, year):
        yield Lacking(Kind.STATEMENT, named(why, words))
    for one in contents_for(project.settings, year):
        place = part_beside(job.statement, one.text)
        if one.text and not read_statement(root, place):
            yield Lacking(Kind.STATEMENT, say_awaited(place, WRITTEN.get(
                one.text, f"the part “{one.title}”")))


def _without_source(choices: Sequence[Choice], settings: Settings, year: ReportingPeriod
                    ) -> Iterator[Lacking]:
    """The contents that guidance asks for and that no block is chosen for."""
    chosen = {one.part for one in choices}
    for one in contents_for(settings, year):
        if one.is_required and not one.is_written and one.key not in chosen:
            yield Lacking(Kind.CONTENT, f"{one.title}: choose a block for the part {one.key} in "
                          f"{FILE}, usually of {listed(one.papers, 'or')}")


def _without_answer(project: Project, job: Job) -> Iterator[Lacking]:
    for one in read_questions(project.params, _day_of(job), REPORT):
        if one.answer is None:
            yield Lacking(Kind.ANSWER, _say(one))


def _day_of(job: Job) -> date:
    return cells.day(job.parameters.get("as_of", ""))


def _say(one: Question) -> str:
    return f"{one.id}, {one.owner}, due {one.due_on}: {one.question}"

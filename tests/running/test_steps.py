"""The steps of a run begin as soon as they can, and no set is masked by a plan that is outdated."""

from __future__ import annotations

from pathlib import Path

import pytest

from pscb_lib.board.jobs import Batch, Job
from pscb_lib.board.settings import Limits
from pscb_lib.reading.rows import Source
from pscb_lib.running.failures import Failure
from pscb_lib.running.masking_plan import ToPlan
from pscb_lib.running.steps import Kind, Step, Steps
from pscb_lib.running.tasks import Task

LIMITS = Limits(1024, 60)


def task(name: str, audience: str = "restricted", rows: int = 1) -> Task:
    sources = (Source("a.csv", "", rows, rows, 0, 0),)
    return Task(Job(name, audience, Path("x.ipynb"), {}), Path(), Path("work", name), Path(),
                ("html",), {}, sources, LIMITS)


def board(name: str) -> Job:
    return Job(name, "board", Path("x.ipynb"), {})


@pytest.fixture
def steps() -> Steps:
    """The steps of two papers, each with a restricted and a board set."""
    made = Steps(Batch(Path(), Path(), "q", (), LIMITS), [board("few"), board("many")])
    made.begin([task("few"), task("method", "board"), task("many", rows=9)])
    return made


def kinds(steps: Steps) -> list[tuple[object, ...]]:
    return [("plan", *(job.name for job in one.jobs)) if isinstance(one, ToPlan)
            else (one.kind, one.task.job.name) for one in steps.waiting]


def draft_all(steps: Steps) -> None:
    for _ in range(2):
        one = steps.waiting.pop(0)
        assert isinstance(one, Step)
        steps.ended(one, one.task.drafted)


def take_plan(steps: Steps) -> ToPlan:
    one = steps.waiting.pop(0)
    assert isinstance(one, ToPlan)
    return one


def test_the_restricted_sets_are_drafted_first_the_longest_before_the_others(steps):
    assert kinds(steps) == [(Kind.DRAFT, "many"), (Kind.DRAFT, "few"), (Kind.MAKE, "method")]


def test_the_plan_begins_when_all_are_drafted_and_before_any_is_published(steps):
    draft_all(steps)
    assert kinds(steps) == [("plan", "few", "many"), (Kind.PUBLISH, "many"),
                            (Kind.PUBLISH, "few"), (Kind.MAKE, "method")]
    assert take_plan(steps).drafted == {"few": Path("work/few/draft"),
                                        "many": Path("work/many/draft")}


def test_a_set_that_cannot_be_drafted_is_in_no_plan(steps):
    steps.ended(steps.waiting.pop(0), Failure("no", "no"))
    one = steps.waiting.pop(0)
    steps.ended(one, one.task.drafted)
    assert steps.failed == {"many"}
    assert kinds(steps)[0] == ("plan", "few")


@pytest.mark.parametrize("is_ended", [True, False], ids=["the plan is there", "it is at work"])
def test_when_a_set_in_the_plan_is_not_published_the_plan_is_made_again(steps, is_ended):
    draft_all(steps)
    first = take_plan(steps)
    if is_ended:
        steps.ended(first, {"first": 1})
    steps.ended(steps.waiting.pop(0), Failure("disk", "disk"))
    if not is_ended:
        steps.ended(first, {"first": 1})
    assert steps.plans is None
    again = take_plan(steps)
    assert [job.name for job in again.jobs] == ["few"] == [*again.drafted]
    steps.ended(again, {"second": 2})
    assert steps.plans == {"second": 2}


def test_without_masked_sets_nothing_is_drafted_or_planned():
    steps = Steps(Batch(Path(), Path(), "q", (), LIMITS), [])
    steps.begin([task("few")])
    assert kinds(steps) == [(Kind.MAKE, "few")]

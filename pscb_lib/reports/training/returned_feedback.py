"""The return of feedback on training: one row for each person, event and stage that was asked.

A form that was sent and not answered is a row too: a share of those who answered says nothing
without how many were asked. The same person's confidence before and after is compared, never the
mean of all who answered before with that of all who answered after.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pandas

from pscb_lib.board.context import Context
from pscb_lib.disclosure.figures import RESPONDENT
from pscb_lib.reading import cells
from pscb_lib.reading.rows import (
    Broken,
    Field,
    FileRule,
    Record,
    Records,
    Source,
    awaits,
    find_awaited,
    find_rules,
    rule,
)
from pscb_lib.reports.training import returned_places
from pscb_lib.reports.training.returned_events import RETURN as EVENTS
from pscb_lib.returns.across import once, refers_to, rows_used
from pscb_lib.returns.kinds import Return, known_by
from pscb_lib.returns.waiting import Waiting

BEFORE, AFTER, LATER, MANAGER = "before", "after", "three months", "manager"
STAGES = (BEFORE, AFTER, LATER, MANAGER)
ASKED_OF_PRACTICE = (LATER, MANAGER)
SCALES = {"recognising": "Recognising harm", "acting": "Acting on a concern",
          "sharing": "Sharing information", "working_together": "Working with other agencies"}
ANSWERS = (*SCALES, "useful", "changed_practice")
CHANGED, NOT_YET = "yes", "not yet"
LOWEST, HIGHEST = 1, 10


def confidence(cell: str) -> object:
    """Parse a score of 1 to 10. Raises ValueError for any other number."""
    found = cells.whole_number(cell)
    if not LOWEST <= cells.value_of(found) <= HIGHEST:
        raise ValueError("is not a score from 1 to 10")
    return found


cells.shaped(confidence, cells.Shape("choice", tuple(map(str, range(LOWEST, HIGHEST + 1)))))


def make_fields(context: Context) -> tuple[Field, ...]:
    """Return the columns of the return."""
    day = cells.dated(context.as_of)
    return (
        Field("event_id", cells.identifier, "send ids as text"),
        Field("person_code", cells.identifier, "send the code of the place", identifying=True),
        Field("stage", cells.one_of(*STAGES)),
        Field("sent_on", day, "write it dd/mm/yyyy"),
        Field("answered_on", cells.optional(day), "write it dd/mm/yyyy"),
        *(Field(name, cells.optional(confidence), "write 1 to 10") for name in SCALES),
        Field("useful", cells.optional(cells.yes_no), "write yes or no"),
        Field("changed_practice", cells.optional(cells.one_of(CHANGED, "no", NOT_YET))),
        Field("source", cells.text, "say where the row is from"),
    )


@rule("sent_on", "answered_on", says="it was answered before it was sent",
      remedy="correct one of the two", example={"answered_on": "01/04/2014"})
def is_answered_too_early(row: Record) -> bool:
    """Who is asked answers later."""
    return row["answered_on"] is not None and row["answered_on"] < row["sent_on"]


@rule("answered_on", *ANSWERS, says="there is an answer without the day of answering",
      remedy="fill answered_on, or clear the answers", example={"answered_on": ""})
def is_answered_without_a_day(row: Record) -> bool:
    """What was not answered has no score."""
    return row["answered_on"] is None and any(row[name] is not None for name in ANSWERS)


@rule("stage", "changed_practice", says="practice is said to have changed before three months",
      remedy="correct the stage, or clear changed_practice",
      example={"stage": "after", "changed_practice": "yes"})
def changes_too_early(row: Record) -> bool:
    """Nobody can have changed practice by the end of the day: it is asked after three months."""
    return row["changed_practice"] is not None and row["stage"] not in ASKED_OF_PRACTICE


@rule("stage", *SCALES, says="a manager scores confidence", remedy="clear the scores",
      example={"stage": "manager", "changed_practice": "yes"})
def scores_for_another(row: Record) -> bool:
    """Confidence is one's own: a manager is asked of practice alone."""
    return row["stage"] == MANAGER and any(row[name] is not None for name in SCALES)


def make_together(context: Context, sources: Sequence[Source]) -> tuple[FileRule, ...]:
    """Return the rules across returns: of which event, after it, and by whom a form may be."""
    return (*refers_to("event_id", EVENTS)(context, sources), *_after_the_event(context),
            *_by_who_was_booked(context))


def _after_the_event(context: Context) -> tuple[FileRule, ...]:
    """Reject a form on what came of an event that was sent before the event."""
    events = rows_used(EVENTS, context)
    if events is None:
        return ()
    held = dict(events.tuples("event_id", "held_on"))

    def find(records: Records) -> Iterator[Broken]:
        return (Broken((row["row"],), ("sent_on",), value=f"{row['sent_on']:%d/%m/%Y}",
                       file=row["file"])
                for row in records if row["stage"] != BEFORE
                and row["sent_on"] < held.get(row["event_id"], row["sent_on"]))

    return (FileRule("it asks what came of the event, and was sent before the event was held",
                     "correct the day or the stage", find),)


def _by_who_was_booked(context: Context) -> tuple[FileRule, ...]:
    """Reject forms of people who were not booked; and of those who did not come, but for the first.

    The first form goes out before the event, and who answers it may still not come.
    """
    booked = rows_used(returned_places.RETURN, context)
    if booked is None:
        return ()
    ends = {(event, person): end
            for event, person, end in booked.tuples("event_id", "person_code", "attended")}

    def find_unbooked(records: Records) -> Iterator[Broken]:
        return (Broken((row["row"],), ("event_id",), value=row["event_id"], file=row["file"])
                for row in records if (row["event_id"], row["person_code"]) not in ends)

    def find_absent(records: Records) -> Iterator[Broken]:
        return (Broken((row["row"],), ("stage",), value=row["stage"], file=row["file"])
                for row in records if row["stage"] != BEFORE and ends[
                    row["event_id"], row["person_code"]] != returned_places.CAME)

    return (FileRule("the person was not booked on the event",
                     "correct the code or the event, or send the person's place", find_unbooked),
            FileRule("the person did not come to the event",
                     "correct the code or the stage, or say that the person came", find_absent))


def as_learnt(frame: pandas.DataFrame, context: Context) -> pandas.DataFrame:
    """Clear answers given after the day of the report."""
    is_later = [day is not None and day > context.as_of for day in frame["answered_on"]]
    return frame.assign(**{name: pandas.Series(
        [None if later else value for later, value in zip(is_later, frame[name], strict=True)],
        frame.index, dtype=object) for name in ("answered_on", *ANSWERS)})


@awaits("answered_on", "the answer, or nothing: it is counted as not answered",
        {"answered_on": "", **dict.fromkeys(ANSWERS, "")})
def is_not_answered(row: Record) -> bool:
    """A form that was sent and has not come back."""
    return row["answered_on"] is None


AWAITED = find_awaited(globals())
RETURN = Return(
    "training_feedback", "Feedback on training", make_fields, find_rules(globals()),
    once("event_id", "person_code", "stage", says="are one form and are not the same",
         remedy="correct the code or the stage, or take the wrong row out"),
    "training_feedback.csv",
    {"event_id": "T-01", "person_code": "P-0172", "stage": "after", "sent_on": "14/05/2014",
     "answered_on": "14/05/2014", "recognising": "7", "acting": "8", "sharing": "6",
     "working_together": "7", "useful": "yes", "source": "training administrator"},
    known_by("sent_on", "sent"), key=("event_id", "person_code", "stage"), may_be_empty=True,
    describes=RESPONDENT,
    learnt=as_learnt, together=make_together, kept_by_office=True,
    awaited=Waiting(("event_id", "stage"), lambda context, row: "Training administrator",
                    lambda context, records: AWAITED),
    applies={"answered_on": "it came back", "useful": "it was asked at the end of the day",
             "changed_practice": "it was asked after three months"} | dict.fromkeys(
        SCALES, "it was scored"),
)

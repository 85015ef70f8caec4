"""What the yearly report of a board must hold: by its framework, as data of it.

That of May 2014 is the annual report under section 14A of the Children Act 2004: the chair
publishes, at least once in 12 months, "a report about safeguarding and promoting the welfare of
children in its local area". Working Together to Safeguard Children (2013, chapter 3) says what it
assesses; that of 2015 adds the response to sexual exploitation. Another framework has a
``contents.csv`` with the same keys, and with texts that somebody writes.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache

from pscb_lib.board.frameworks import FOLDER as FRAMEWORKS
from pscb_lib.board.settings import Settings
from pscb_lib.board.statements import YOUNG_PEOPLE
from pscb_lib.framework.edition import Framework
from pscb_lib.framework.periods import ReportingPeriod

FILE = "contents.csv"


@dataclass(frozen=True)
class Content:
    """One part of the report, by the *key* that a choice names; *papers* are those usual for it.

    A part that is *written* has no paper: somebody writes it, in the *text* beside the statement,
    or in the statement. One that is *required* is what the Act or its guidance asks for.
    """

    key: str
    title: str
    holds: str
    papers: tuple[str, ...] = ()
    is_written: bool = False
    is_required: bool = True
    text: str = ""


CONTENTS = (
    Content("safe", "Are children safe, and how do we know?",
            "The chair's statement of whether arrangements are sufficient", is_written=True),
    Content("weak", "Where services are weak, why, and who acts",
            "Weaknesses, their causes and the action taken", ("quarterly_data_set",)),
    Content("changed", "What the Board changed", "What came of the Board's work",
            ("audit_programme",), is_required=False),
    Content("services", "Services for children", "Performance of local services, early help "
            "included", ("early_help", "child_protection_conferencing", "multi_agency_audit",
                         "single_agency_audits", "themed_reviews")),
    Content("missing", "Sexual exploitation and missing children",
            "The response to sexual exploitation and to children who go missing",
            ("missing_children",)),
    Content("allegations", "Allegations and private fostering",
            "How the authority deals with allegations, and private fostering",
            ("allegations", "private_fostering"), is_required=False),
    Content("reviews", "Lessons from reviews and child deaths",
            "Lessons from serious case reviews, other reviews and child deaths",
            ("case_reviews", "cdop_annual", "learning")),
    Content("section11", "Section 11", "Whether agencies keep their duties under section 11",
            ("section11",)),
    Content("training", "Training", "How effective training is", ("training",)),
    Content("members", "Members and attendance", "Who sits on the Board, and who comes",
            ("membership", "attendance")),
    Content("money", "Money", "What each partner gives, and what was spent, also on child death "
            "reviews, serious case reviews and training", ("budget",)),
    Content("priorities", "The year's priorities", "Which priorities of the year were met",
            ("business_plan", "board_effectiveness")),
    Content("voice", "Children's voice and equality",
            "What children said, and whom services reach", ("equality",)),
    Content("young", "For children and young people", "One page for young people, written with "
            "them", is_written=True, is_required=False, text=YOUNG_PEOPLE),
)


@cache
def contents_of(framework: Framework) -> tuple[Content, ...]:
    """The parts of the yearly report of a *framework*, in their order."""
    path = FRAMEWORKS / framework.id / FILE
    if not path.is_file():
        return contents_of(framework.follows) if framework.follows else CONTENTS
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(Content(row["key"], row["title"], row["holds"],
                             tuple(filter(None, row["papers"].split(";"))),
                             row["is_written"] == "yes", row["is_required"] == "yes", row["text"])
                     for row in csv.DictReader(file))


def contents_for(settings: Settings, period: ReportingPeriod) -> tuple[Content, ...]:
    """The parts of a board's report on a *period*, by the framework in force at its end."""
    return contents_of(settings.framework.on(period.end))

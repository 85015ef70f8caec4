"""What an annual report under section 14A of the Children Act 2004 must hold.

Section 14A: the chair publishes, at least once in 12 months, "a report about safeguarding and
promoting the welfare of children in its local area". Working Together to Safeguard Children (2013,
chapter 3) says what it assesses; that of 2015 adds the response to sexual exploitation.
"""

from __future__ import annotations

from dataclasses import dataclass

LAW, BOARD = "Section 14A and guidance", "The Board's own"


@dataclass(frozen=True)
class Content:
    """One part of the report, by the *key* that a choice names; *papers* are those usual for it.

    A part that is *written* has no paper: somebody writes it. One that is *required* is what the
    Act or its guidance asks for.
    """

    key: str
    title: str
    holds: str
    papers: tuple[str, ...] = ()
    is_written: bool = False
    is_required: bool = True


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
            "them", is_written=True, is_required=False),
)

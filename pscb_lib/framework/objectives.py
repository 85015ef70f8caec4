"""The four objectives of the Board's business plan.

Section 4 of the Performance Management Framework (May 2014): the work plan of each sub-group, which
its chair completes, identifies "where the actions of the group have progressed the business plan
objectives".
"""

from __future__ import annotations

from enum import Enum

from pscb_lib.framework.edition import MAY_2014
from pscb_lib.framework.folding import bare


class Objective(Enum):
    """One objective; its value is the short word by which returns and papers call it."""

    QUALITY = "Monitoring of quality"
    EARLY_HELP = "Early help"
    PROCEDURES = "Procedures and guidance"
    GOVERNANCE = "Governance and leadership"

    def quoted(self, board: str) -> str:
        """The framework's own words, with "the Board" where they name another board than *board*.
        """
        if bare(board) == bare(MAY_2014.board):
            return WORDS[self]
        return WORDS[self].replace("Ensure PSCB", "Ensure the Board's").replace("PSCB", "the Board")


WORDS = {
    Objective.QUALITY: "Embedding the monitoring of Quality and Effectiveness",
    Objective.EARLY_HELP: "Monitoring the effectiveness and value for money of early help services "
                          "including early years provision",
    Objective.PROCEDURES: "Ensure PSCB Interagency procedures and practice guidance are developed, "
                          "reviewed, implemented and are compliant with equalities legislation",
    Objective.GOVERNANCE: "Ensure the governance of PSCB reflects its relationship to other boards "
                          "and establishes the framework for its leadership role",
}

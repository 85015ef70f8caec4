"""The statements that members rate, from 1 (not at all) to 5 (fully).

Section 3 of the Performance Management Framework (May 2014): "An annual opportunity to rate the
Board's performance by members". The framework has no statements; these are about what it asks of a
Board, and stay the same from year to year.
"""

from __future__ import annotations

STATEMENTS = {
    "Leadership": "The chair leads the Board and is independent of every agency",
    "Challenge": "Members challenge each other, and challenges are answered",
    "Data": "The Board knows from its data where children wait or are harmed",
    "Child's voice": "What children say changes what the Board decides",
    "Front line": "The Board knows what practitioners see",
    "Learning": "What audits and reviews find becomes practice",
    "Early help": "The Board knows whether early help works",
    "Priorities": "The Board's plan is about what matters most",
    "Resources": "The Board has the people and the money that it needs",
    "Other boards": "The Board and other boards know who does what",
}
SCORES = ("1", "2", "3", "4", "5")

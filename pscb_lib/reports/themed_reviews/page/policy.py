"""What each review asked for and changed: recommendations, consultation, and the policy."""

from __future__ import annotations

from pscb_lib.board.cleared_texts import LEFT_OUT
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import listed
from pscb_lib.page.blocks import Column, Data, Group, List, Question, Table, cell, strong
from pscb_lib.page.words.shown import joined
from pscb_lib.reports.themed_reviews import places
from pscb_lib.reports.themed_reviews.known import Known, Review
from pscb_lib.reports.themed_reviews.page.words import day_of, leads_of, of_review


def tabulate_policies(shown: Shown, known: Known) -> Table:
    """Tabulate the question of each review, its method, and what was accepted and changed."""
    columns = [Column("Review, and its question", width=3.2),
               Column("Method, and agreed", width=2.4),
               Column("Recommendations accepted", "end", 1.8),
               Column("Stakeholders consulted", "end", 1.3),
               Column("Policy to change, and by when", width=3)]
    rows = [[strong(one.label, one.question), cell(*_method(one)),
             cell(_part(shown, places.ACCEPTED, one.label)),
             cell(_part(shown, places.CONSULTED, one.label), None if one.has_come else "so far"),
             cell(*_policy(one, known))]
            for one in known.reviews]
    data = [[one.label, one.question, one.method, one.method_agreed_on or None,
             _part(shown, places.ACCEPTED, one.label), _part(shown, places.CONSULTED, one.label),
             one.policy, one.promised_on or None, one.changed_on or None] for one in known.reviews]
    return Table("policies", "What each review asked, and what changes", columns,
                 [Group(None, rows)], Data(
        ["review", "question", "method", "method_agreed_on", "accepted", "consulted", "policy",
         "promised_on", "changed_on"], data), empty="No themed review was asked for.")


def _part(shown: Shown, table: str, label: str) -> str:
    if not require_shown(shown).has(table, label):
        return "–"
    figure = shown.get(table, label)
    return "–" if figure.value is None else "{:,} of {:,}".format(*figure.counts)


def _method(one: Review) -> tuple[str, str]:
    agreed = f"agreed {day_of(one.method_agreed_on)}" if one.method_agreed_on else "not agreed yet"
    return one.method or "Not recorded", agreed


def _policy(one: Review, known: Known) -> tuple[str, str | None]:
    if not one.policy:
        return ("None recorded" if one.has_come else "–"), None
    late = one.is_policy_late(known.on)
    promised = f"promised by {day_of(one.promised_on)}" if one.promised_on else "no day promised"
    changed = f"changed {day_of(one.changed_on)}" if one.changed_on else "not changed yet"
    return one.policy, joined(promised, f"{changed}{', late' if late else ''}", between="; ")


def ask_policy(shown: Shown, known: Known) -> Question | None:
    """Ask for the policies that are late, and for those that no review that came has changed."""
    require_shown(shown)
    late = [one for one in known.reviews if one.is_policy_late(known.on) and not one.changed_on]
    bare = [one for one in known.received if not one.policy]
    if not late and not bare:
        return None
    return Question("policy_asked", joined(
        f"What holds up the policy change promised after {_named(late)}, and when will it come?"
        if late else None,
        f"Which policy changes after {_named(bare)}?" if bare else None),
        leads_of([*late, *bare]))


def list_equality(shown: Shown, known: Known) -> List | None:
    """List the groups of children that each review that came looked at separately, if any."""
    require_shown(shown)
    items = [f"{one.label}: {one.equality.rstrip('.') or 'no group was looked at separately'}."
             for one in known.received]
    return List(items) if items else None


def ask_equality(shown: Shown, known: Known) -> Question | None:
    """Ask the agencies with actions what they do for the groups that were looked at separately."""
    require_shown(shown)
    told = [one for one in known.received if one.equality and one.equality != LEFT_OUT]
    if not told:
        return None
    agencies = [*dict.fromkeys(agency for one in told for agency in one.agencies)]
    return Question("equality_asked", "What do you do for the groups of children for whom help was "
                    "found to differ, and since when?", listed(agencies) or leads_of(told))


def _named(reviews: list[Review]) -> str:
    return listed([of_review(one) for one in reviews])

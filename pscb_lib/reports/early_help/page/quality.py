"""What shows whether help works: second scores, audits of quality, and the question after them."""

from __future__ import annotations

from pscb_lib.board.context import Context
from pscb_lib.board.indicators import Role
from pscb_lib.disclosure.figures import NOT_SUPPLIED
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import capital, part_of, spell
from pscb_lib.page.blocks import RIGHT, Question
from pscb_lib.page.words.roles import read_role
from pscb_lib.page.words.shown import require_told, say_done, told
from pscb_lib.reports.early_help import places

NO_AUDIT = "no audit of the assessments' quality was supplied"


def say_unproven(shown: Shown) -> str:
    """Say what is lacking to know whether help works: second scores, and an audit of quality."""
    once, audit = _without_score(shown), NO_AUDIT if has_no_audit(shown) else None
    lacking = [one for one in (once, audit) if one]
    if not lacking:
        return ""
    if once and audit:
        return f"Little shows whether help works: {once}, and {audit}."
    return f"{capital(lacking[0])}."


def has_no_audit(shown: Shown) -> bool:
    """Whether no audit graded the assessments."""
    return require_shown(shown).get(*places.GOOD).state == NOT_SUPPLIED


@told
def _without_score(shown: Shown) -> str:
    """How many of those closed were not scored a second time; nothing if all were."""
    scored = require_shown(shown).get(*places.SCORED)
    require_told(scored)
    if not scored.denominator:
        return ""
    twice, closed = scored.counts
    if twice == closed:
        return ""
    if closed == 1:
        return "the one closed had no second score"
    if not twice:
        return f"none of the {spell(closed)} closed had a second score"
    return f"{part_of(closed - twice, closed, 'closed')} had no second score"


@told
def say_rose(shown: Shown) -> str:
    """How many of the families scored twice had a higher score at the end."""
    rose = shown.get(*places.ROSE)
    require_told(shown.get(*places.SCORED), rose)
    if not rose.denominator:
        return ""
    if rose.denominator == 1:
        change = "rose" if rose.counts[0] else "did not rise"
        return f"The score of the one family scored twice {change}."
    return f"Scores rose in {part_of(*rose.counts, 'families')} scored twice."


def say_graded(shown: Shown) -> str | None:
    """How many of the assessments that an audit graded were good or better."""
    said = say_done(shown.get(*places.GOOD), "assessment audited", "assessments audited",
                    "graded Good or Outstanding")
    return f"{capital(said)}." if said else None


def ask_quality(context: Context, shown: Shown) -> Question | None:
    """Ask who sees to second scores and to an audit, where they are lacking."""
    asked = [words for words, is_lacking in (
        ("who sees that every family is scored again at closing",
         bool(_without_score(shown))),
        ("when is quality audited", has_no_audit(shown))) if is_lacking]
    if not asked or shown.audience == "public":
        return None
    return Question("quality_asked", f"{capital(', and '.join(asked))}?",
                    read_role(context, Role.COMMON_ASSESSMENTS)[1], place=RIGHT)

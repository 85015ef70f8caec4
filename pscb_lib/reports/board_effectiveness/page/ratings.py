"""What members think of the Board: their scores, this year above last, and their comments."""

from __future__ import annotations

from collections.abc import Sequence

from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import count_of, listed, part_of, spell
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.page import charts, style
from pscb_lib.page.blocks import (
    Chart,
    Column,
    Data,
    Group,
    Prose,
    Question,
    Sheet,
    Table,
    cell,
)
from pscb_lib.page.words.shown import joined, paragraph
from pscb_lib.reports.board_effectiveness import places
from pscb_lib.reports.board_effectiveness.known import Known
from pscb_lib.reports.board_effectiveness.page.words import (
    MOST_NAMED,
    at_end,
    quoted,
    rated,
    share_of,
)
from pscb_lib.reports.board_effectiveness.statements import SCORES, STATEMENTS

ROW, ALONE = 14.0, 21.0  # points, from bar to bar; of a year alone, that a statement has room
FILLS = dict(zip(SCORES, (style.INK, style.GREY, style.SOFT, style.MID, style.LINE), strict=True))
MOST_FALLEN = 5  # statements that are all named
NOTE = "Each bar is the members who answered; a statement that fewer than five answered has none."


def plot_ratings(shown: Shown, known: Known) -> Chart | Prose | None:
    """Plot the scores of each statement, this year above last; None if none can be told."""
    require_shown(shown)
    now, then = rated(shown, known.year), rated(shown, known.before)
    if not now:
        return None
    drawn = [(one, year) for one in {**now, **then} for year, told in (
        (known.year, now), (known.before, then)) if one in told]
    bars = {_bar(*each): {score: shown.get(places.RATINGS, score, places.answers(*each))
                          for score in SCORES} for each in drawn}
    return charts.plot_stacks(
        bars, id="ratings", headline=_headline(shown, known), fills=FILLS,
        row=ROW if {*now} == {*then} else ALONE, label="Statement and year", note=NOTE,
        beside={_bar(one, year): (STATEMENTS[one], year.title) for one, year in drawn},
        subtitle="Members by the score given, 1 (not at all) to 5 (fully), the lowest rated first")


def _bar(statement: str, year: ReportingPeriod) -> str:
    return f"{STATEMENTS[statement]}, {year.title}"


def _headline(shown: Shown, known: Known) -> str:
    ranked = rated(shown, known.year)
    lowest, highest = at_end(ranked), at_end(ranked, is_high=True)
    if lowest == highest:
        return "Members rate every statement alike"
    if len(lowest) > MOST_NAMED:
        return f"Members rate {count_of(len(lowest), 'statement')} lowest"
    best = f", and {quoted(highest)} highest" if len(lowest) == len(highest) == 1 else ""
    return f"Members rate {quoted(lowest)} lowest{best}"


def say_ratings(shown: Shown, known: Known) -> Prose | None:
    """Say how the lowest moved, how many gave it the best score, and who reads the comments."""
    require_shown(shown)
    return paragraph(_say_moved(shown, known), _say_before(shown, known), _say_reader(known))


def _say_moved(shown: Shown, known: Known) -> str | None:
    now, then = rated(shown, known.year), rated(shown, known.before)
    both = [one for one in now if one in then]
    if not both:
        return None
    better = sum(share_of(now[one]) > share_of(then[one]) for one in both)
    worse = [one for one in both if share_of(now[one]) < share_of(then[one])]
    if len(both) == 1:
        how = "higher" if better else "lower" if worse else "no differently"
        return f"The one statement rated in both years is rated {how} than last year."
    return (f"By the share that gave 4 or 5, {part_of(better, len(both), 'statements')} "
            f"{'is' if better == 1 else 'are'} rated higher than last year and "
            f"{spell(len(worse), 'none')} lower{_named(worse)}; the same members may not have "
            "answered.")


def _named(worse: Sequence[str]) -> str:
    """The statements that fell, each by name unless they are very many."""
    if not worse:
        return ""
    return (f" ({listed([f'“{STATEMENTS[one]}”' for one in worse])})" if len(worse) <= MOST_FALLEN
            else f" ({quoted(worse)})")


def _say_before(shown: Shown, known: Known) -> str | None:
    before = shown.get(*places.RATED_BEFORE)
    if before.value is None:
        return None
    return f"A year before {part_of(*before.counts, 'members')} rated the Board."


def _say_reader(known: Known) -> str | None:
    if not known.reader:
        return None
    seen = ("the chair was shown them, which is to end" if known.has_chair_seen
            else "the chair was not shown them")
    return f"Comments are read by the {known.reader} and are in the Q&E group's set alone; {seen}."


def ask_lowest(shown: Shown, known: Known) -> Question | None:
    """Ask what will change where members rate the Board lowest, and how the silent are heard."""
    ranked = rated(require_shown(shown), known.year)
    if not ranked or shown.get(*places.RATED).value is None:
        return None
    number, members = shown.get(*places.RATED).counts
    silent = members - number
    others = (None if not silent else "How will the member who did not answer be heard?"
              if silent == 1 else
              f"How will the {count_of(silent, 'member')} who did not answer be heard?")
    return Question("lowest_asked", joined(
        f"What will the Board do about {quoted(at_end(ranked))}, and what will show in a year that "
        "it worked?", others), known.chair)


def tabulate_comments(shown: Shown, known: Known) -> Table | None:
    """Tabulate the comments, in the restricted set alone, without their scores."""
    require_shown(shown)
    if not known.comments:
        return None
    rows = [[STATEMENTS[one["statement"]], one["comment"]] for one in known.comments]
    return Table("comments", "What members wrote, for the group alone", [
        Column("Statement", width=4), Column("Comment", width=4)],
        [Group(None, [[cell(text) for text in row] for row in rows])],
        Data(["statement", "comment"], rows))


def list_statements(shown: Shown, known: Known) -> Sheet | None:
    """List in the spreadsheet the whole statements, with those who answered and gave 4 or 5."""
    ranked = rated(require_shown(shown), known.year)
    if not ranked:
        return None
    return Sheet("statements", "The statements that members rated", Data(
        ["statement", "in full", "answers", "gave 4 or 5"],
        [[one, STATEMENTS[one], shown.get(places.RATINGS, TOTAL,
                                          places.answers(one, known.year)).count,
          ranked[one].counts[0]] for one in ranked]))

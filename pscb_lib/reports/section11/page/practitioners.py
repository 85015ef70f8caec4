"""What practitioners say beside their agencies, and what the voluntary sector says of itself."""

from __future__ import annotations

from collections.abc import Mapping

from pscb_lib.disclosure.figures import NOT_SUPPLIED
from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.english import count_of, listed, small, spell
from pscb_lib.page import charts
from pscb_lib.page.blocks import RIGHT, Chart, Prose, Question
from pscb_lib.page.words.readers import only_members
from pscb_lib.reports.section11 import places
from pscb_lib.reports.section11.known import Known
from pscb_lib.reports.section11.page.lead import gap, widest

ANSWERS = "agencies; {} of answers"  # a share of answers is no share of agencies


@only_members
def plot_perception(shown: Shown, known: Known) -> Chart | Prose | None:
    """Plot each standard as two dots: agencies that meet it, and practitioners who say so."""
    rows = [row for row in require_shown(shown).rows(places.PERCEPTION)
            if shown.get(places.PERCEPTION, row, places.AGENCIES).value is not None]
    if not any(gap(shown, row) is not None for row in rows):
        return Prose(_say_no_gap(shown))
    rows.sort(key=lambda row: found if (found := gap(shown, row)) is not None else 0)
    own, said = ({row: shown.get(places.PERCEPTION, row, column) for row in rows}
                 for column in (places.AGENCIES, places.PRACTITIONERS))
    return charts.plot_dots(
        own, {row: one for row, one in said.items() if one.value is not None}, id="perception",
        headline=_head_gap(shown), whole=100, label="Standard", says=_of, then=ANSWERS,
        names=("Agencies that fully or mostly meet it, of those scrutinised",
               "Practitioners' answers that say so (%)"),
        subtitle=f"Both from none to all: agencies, and answers to the survey{_many(said)}",
        note=_few(shown, rows))


def _many(said: Mapping[str, ShownFigure]) -> str:
    """Of how many answers the shares are: the fewest and the most on a standard; "" if none is."""
    every = sorted(one.counts[1] for one in said.values() if one.value is not None)
    if not every:
        return ""
    many = f"{every[0]:,}" if every[0] == every[-1] else f"{every[0]:,} to {every[-1]:,}"
    return f", {many} on each standard"


def _say_no_gap(shown: Shown) -> str:
    rows = shown.rows(places.PERCEPTION)
    states = {shown.get(places.PERCEPTION, row, places.PRACTITIONERS).state for row in rows}
    if states <= {NOT_SUPPLIED}:
        return "No survey of practitioners was supplied."
    return "On no standard are practitioners known to be below their agencies."


def _of(figure: ShownFigure) -> str:
    came, every = figure.counts
    return f"{came} of {every}"


def _head_gap(shown: Shown) -> str:
    row = widest(shown)
    return (f"Practitioners differ most from their agencies on {small(row)}" if row else
            "Practitioners are nowhere below their agencies")


def _few(shown: Shown, rows: list[str]) -> str | None:
    """Say on which standards practitioners' answers are too few, or were not asked for."""
    few = [small(row) for row in rows
           if shown.get(places.PERCEPTION, row, places.PRACTITIONERS).state]
    return f"Fewer than ten answers, or none: {listed(few)}." if few else None


@only_members
def ask_gap(shown: Shown, known: Known) -> Question | None:
    """Ask why practitioners see a standard differently from their agencies."""
    row = widest(shown)
    if row is None:
        return None
    return Question("gap_asked", f"Why do practitioners see {small(row)} differently from "
                    "you, and who will ask them?", "Each agency in the survey", place=RIGHT)


def say_voluntary(shown: Shown, known: Known) -> Prose:
    """Say how many of the organisations asked hold the standards of their sector; none is graded.
    """
    hold, answered = (require_shown(shown).get(*place) for place in (places.HOLD,
                                                                     places.ANSWERED))
    held = (f"Their standards: {'; '.join(known.voluntary)}." if known.voluntary else
            "The Board does not have the text of their standards, the Eastern Region Safeguarding "
            "Standards.")
    standing = (f"{held} Each organisation monitors itself (section 6 of the Framework), so none "
                "is graded.")
    if hold.value is None:
        return Prose(f"What the voluntary sector holds was not supplied. {standing}")
    return Prose(f"{_held(hold, answered)} {standing}")


def _held(hold: ShownFigure, answered: ShownFigure) -> str:
    (holding, asked), (answering, _) = hold.counts, answered.counts
    if asked == 1:
        answer = "has not answered" if not answering else (
            f"answered that it {'holds' if holding else 'does not hold'} the standards")
        return f"The one organisation asked {answer}."
    return (f"Of {count_of(asked, 'organisation')} asked, {spell(answering, 'none')} answered; "
            f"the standards are kept by {spell(holding, 'none')}.")

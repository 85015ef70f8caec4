"""Who was asked, what they said, what changed, and whether they were told."""

from __future__ import annotations

from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import capital, count_of, listed, part_of, spell
from pscb_lib.page import charts
from pscb_lib.page.blocks import (
    LEFT,
    RIGHT,
    Chart,
    Column,
    Data,
    Group,
    Prose,
    Question,
    Table,
    cell,
    strong,
)
from pscb_lib.page.words.shown import joined, say_count, told
from pscb_lib.reports.equality import places
from pscb_lib.reports.equality.known import Activity, Known
from pscb_lib.reports.equality.returned_involvement import WHO

NOBODY_ASKED = "No activity of the year was supplied."
TELL = "{} were not told what changed: by when will they be?"
FIND = "What {} said has changed nothing yet: what will be done, and by when are they told?"
ASKS = "Business Manager"  # sees that somebody is asked
NOUNS = {"Children": ("child", "children"), "Parents": ("parent", "parents"),
         "Staff": ("member of staff", "members of staff")}


def plot_heard(shown: Shown, known: Known) -> Chart | Prose | None:
    """Plot how many activities came as far as each step; None if none was held."""
    if not known.activities:
        return None if known.is_involved else Prose(NOBODY_ASKED)
    figures = {label: require_shown(shown).get(places.INVOLVED, label)
               for label in places.INVOLVED_STEPS}
    held, told = (figures[label].count for label in (places.HELD, places.TOLD))
    return charts.plot_bars(
        figures, id="heard", place=LEFT, picked=(places.TOLD,),
        headline=(f"Of {count_of(held, 'activity', 'activities')}, {spell(told, 'none')} changed "
                  "something and told those asked"),
        subtitle="Activities; each step is part of the one above",
        note=joined(_say_asked(shown), _say_voiced(known)) or None,
        columns=("Step", "Activities"))


@told
def _say_asked(shown: Shown) -> str:
    asked = [say_count(shown.get(places.ASKED, row), *NOUNS[row])
             for row in shown.rows(places.ASKED) if shown.get(places.ASKED, row).value != 0]
    return f"Asked: {listed(asked)}." if asked else ""


def _say_voiced(known: Known) -> str | None:
    if not known.voiced:
        return None
    noun = "Paper" if len(known.voiced) == 1 else "Papers"
    return f"{noun} that used what children said: {'; '.join(known.voiced)}."


def ask_unheard(shown: Shown, known: Known) -> Question | None:
    """Ask who will hear those whom nobody asked; None if all were asked, or nothing is known."""
    require_shown(shown)
    if not known.is_involved or not known.unheard:
        return None
    return Question("unheard_asked", f"Nobody asked {listed(known.unheard)} in the year: who will, "
                    "and by when?", ASKS, place=RIGHT)


def ask_papers(shown: Shown, known: Known) -> Question | None:
    """Ask which papers will use what children say; None if at least half of them did."""
    used, papers = require_shown(shown).get(*places.PAPERS).counts if known.is_involved else (0, 0)
    if papers < 2 or 2 * used >= papers:
        return None
    return Question("papers_asked", f"{capital(part_of(papers - used, papers, 'papers'))} of the "
                    "year did not use what children said: which will next, and who asks children "
                    "for them?", ASKS, place=RIGHT)


def ask_back(shown: Shown, known: Known) -> Question | None:
    """Ask by when those asked are told, and what became of their words; None if all were told."""
    require_shown(shown)
    if not known.untold:
        return None
    asks = [capital(words.format(listed([f"{one.who} asked on {one.held_on}" for one in those])))
            for words, those in (
                (TELL, [one for one in known.untold if one.changed]),
                (FIND, [one for one in known.untold if not one.changed])) if those]
    owners = listed([*dict.fromkeys(one.agency for one in known.untold)])
    return Question("back_asked", joined(*asks), owners, place=RIGHT)


def tabulate_activities(shown: Shown, known: Known) -> Table | None:
    """Tabulate each activity: who was asked and how, what they said, what changed, and the day."""
    require_shown(shown)
    if not known.activities:
        return None
    columns = [Column("Asked", width=3), Column("What they said", width=2.5),
               Column("What changed", width=2.5), Column("Told", width=1.6)]
    ordered = sorted(known.activities, key=lambda one: (WHO.index(one.who), bool(one.told_on)))
    return Table("activities", "What those asked said, and what came of it", columns,
                 [Group(None, [_row(one) for one in ordered])],
                 Data(["on", "agency", "who", "how", "said", "changed", "told on"],
                      [[one.held_on, one.agency, one.who, one.how, one.said, one.changed,
                        one.told_on] for one in ordered]))


def _row(one: Activity) -> list:
    return [strong(one.who.capitalize(), f"{one.how} · {one.agency}, {one.held_on}"),
            *(cell(words) if words else strong(none) for words, none in (
                (one.said, "Not recorded"), (one.changed, "Nothing yet"),
                (one.told_on, "Not told")))]

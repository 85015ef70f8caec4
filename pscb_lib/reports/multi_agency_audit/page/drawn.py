"""The pictures: grades by domain as dots, agencies' own work, and which agencies took part.

A picture that is mostly hidden has no place in the paper: one sentence names all such at its end.
"""

from __future__ import annotations

from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.english import capital, count_of, listed, part_of, small
from pscb_lib.page import charts, style
from pscb_lib.page.blocks import LEFT, RIGHT, Chart, Prose
from pscb_lib.page.words.shown import told
from pscb_lib.reports.multi_agency_audit import places
from pscb_lib.reports.multi_agency_audit.known import Known
from pscb_lib.reports.multi_agency_audit.returned_audits import Domain

SHORT = {places.DOMAINS[Domain.VOICE]: "Child's voice"}
MOST_NAMED = 2  # domains in a headline
COLOURS = {places.GOOD: style.LINE, places.NOT_YET: style.SOFT}
TOTALS = ("Totals differ: work that was not evidenced, or to which a domain does not apply, has no "
          "grade. Work is counted whether or not the agency took part.")
Work = dict[str, dict[str, ShownFigure]]
FEW = ("Cases are too few for a percentage or a range; they are looked at to learn. Not "
       "evidenced is not inadequate.")


def plot_grades(shown: Shown, known: Known) -> Chart | None:
    """Plot a dot for each case by domain and grade; None if no case was supplied, or most hidden.

    What the reader's set hides has no dots. Hollow ones are the last audit's, in the restricted
    set and only if it had the same theme.
    """
    return _if_drawn(_draw_grades(require_shown(shown)))


def _if_drawn(block: Chart | Prose | None) -> Chart | None:
    return block if isinstance(block, Chart) else None


def undrawn(shown: Shown) -> list[str]:
    """What the pictures that are mostly hidden would have shown."""
    pictures = {"cases' grades by domain": _draw_grades(shown),
                "agencies' own work by domain": _draw_work(shown)}
    return [name for name, block in pictures.items() if isinstance(block, Prose)]


def _draw_grades(shown: Shown) -> Chart | Prose | None:
    grades = [row for row in shown.rows(places.GRADES) if row != TOTAL]
    domains = shown.columns(places.GRADES)
    tables = [places.GRADES, *([places.BEFORE] if shown.rows(places.BEFORE) else [])]
    used = [grade for grade in grades if any(
        shown.get(table, grade, domain).value != 0 for table in tables for domain in domains)]
    if not used:
        return None
    cells, before = ({domain: {grade: shown.get(table, grade, domain) for grade in used}
                      for domain in domains if table in tables}
                     for table in (places.GRADES, places.BEFORE))
    return charts.plot_matrix(
        cells, id="grades", before=before or None,
        headline=_headline(shown) or "How the cases were graded by domain",
        subtitle="Cases, by the grade of the agencies together after moderation", label="Domain",
        note=FEW)


@told
def _headline(shown: Shown) -> str:
    cases, well = (shown.get(*place) for place in (places.CASES, places.WELL))
    if well.hidden:
        return ""
    if cases.count == 1:
        worked = "worked" if well.count else "did not work"
        return f"Agencies {worked} together well in the one case"
    return f"Agencies worked together well in {part_of(well.count, cases.count, 'cases')}"


def plot_work(shown: Shown, known: Known) -> Chart | None:
    """Plot how many grades of agencies' own work were good, by domain; None without any."""
    return _if_drawn(_draw_work(require_shown(shown)))


def _draw_work(shown: Shown) -> Chart | Prose | None:
    cells = _work(shown)
    if not cells:
        return None
    is_drawn = is_work_drawn(shown)
    return charts.plot_stacks(
        {SHORT.get(domain, domain): line for domain, line in cells.items()}, id="work",
        place=LEFT if is_drawn else None, fills=COLOURS, label="Domain", note=TOTALS,
        headline=say_work(shown) if is_drawn else "Agencies' own work, by domain",
        subtitle="Grades of one agency's work in one case")


def is_work_drawn(shown: Shown) -> bool:
    """Whether agencies' own work has a picture, beside which another stands."""
    cells = _work(shown)
    return bool(cells) and 2 * len(_told(cells)) >= len(cells)


def _told(cells: Work) -> Work:
    """The domains of which the reader has both counts."""
    return {domain: line for domain, line in cells.items()
            if not any(one.hidden for one in line.values())}


def _work(shown: Shown) -> Work:
    return {domain: {row: shown.get(places.WORK, row, domain)
                     for row in (places.GOOD, places.NOT_YET)}
            for domain in shown.columns(places.WORK)}


def say_work(shown: Shown) -> str:
    """In which domains most of agencies' own work was not yet good, of those that are shown."""
    cells = _work(shown)
    told_of = _told(cells)
    poor = [small(SHORT.get(domain, domain)) for domain, line in told_of.items()
            if line[places.NOT_YET].count > line[places.GOOD].count]
    every = "every domain" if told_of == cells else "every domain shown"
    if not poor:
        return f"In {every} half or more of agencies' own work was good"
    if len(poor) <= MOST_NAMED:
        return f"Most of agencies' own work was not yet good in {listed(poor)}"
    return ("Most of agencies' own work was not yet good in "
            f"{part_of(len(poor), len(cells), 'domains')}")


def plot_part(shown: Shown, known: Known) -> Chart | Prose | None:
    """Plot in how many of its cases each agency took part; None if that was not supplied."""
    agencies = require_shown(shown).columns(places.TOOK_PART)
    if not agencies:
        return None
    now, had = ({known.short(agency): shown.get(places.TOOK_PART, row, agency)
                 for agency in agencies} for row in (places.BOTH, places.IN_CASES))
    absent = [agency for agency in now if now[agency].value == 0]
    missed = sum(now[agency].count < had[agency].count for agency in now)
    headline = (f"{absent[0]} took part in none of its {count_of(had[absent[0]].count, 'case')}"
                if len(absent) == 1 else
                f"{capital(part_of(missed, len(now), 'agencies'))} missed at least one case"
                if missed else "Every agency took part in all of its cases")
    return charts.plot_dots(
        now, had, id="took_part", place=RIGHT if is_work_drawn(shown) else LEFT,
        names=("Took part in", "Cases it was in"), headline=headline, label="Agency",
        subtitle="Cases: its file was read and it came to the meeting")

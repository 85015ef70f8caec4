"""The four objectives: how much is done and evidenced, and what is different for children."""

from __future__ import annotations

from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import capital, count_of, part_of, small, spell
from pscb_lib.framework.objectives import Objective
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
)
from pscb_lib.page.tables.days import plain_day, short_day
from pscb_lib.reports.business_plan import places
from pscb_lib.reports.business_plan.known import Known
from pscb_lib.reports.business_plan.page.words import measure_cell, say_owners
from pscb_lib.reports.business_plan.planned import Planned

NOTE = ("Done is what its owner says; evidence is what an audit, data, a survey, a child, a parent "
        "or an observer shows. The plan as a whole has no rating.")
NONE_YET = "No evidence of an outcome yet"


def plot_objectives(shown: Shown, known: Known) -> Chart | Prose | None:
    """Plot the actions done and those with evidence, two bars for each objective."""
    if not known.actions:
        return None
    names = [one.value for one in Objective
             if require_shown(shown).get(places.OBJECTIVES, one.value, places.PLANNED).count]
    series = {column: {name: shown.get(places.OBJECTIVES, name, column) for name in names}
              for column in (places.DONE, places.EVIDENCED)}
    of = {name: f"{name} ({shown.get(places.OBJECTIVES, name, places.PLANNED).count})"
          for name in names}
    return charts.plot_clusters(
        series, id="objectives", headline=_headline(shown, series), short=of, note=NOTE, place=LEFT,
        subtitle="Actions, with the number in the plan below each", columns=("Objective", *series))


def _headline(shown: Shown, series: dict) -> str:
    bare = [name for name, one in series[places.EVIDENCED].items()
            if series[places.DONE][name].count and not one.count]
    if not any(one.count for one in series[places.DONE].values()):
        return "No action of the plan is done yet"
    if len(bare) == 1:
        done, planned = (shown.get(places.OBJECTIVES, bare[0], column).count
                         for column in (places.DONE, places.PLANNED))
        return f"{bare[0]}: {_say_bare(done, planned)} with evidence of an outcome"
    return (f"{capital(count_of(len(bare), 'objective'))} have no evidence of an outcome" if bare
            else "Less has evidence of an outcome than is done" if _is_less(series)
            else "All that is done has evidence of an outcome")


def _say_bare(done: int, planned: int) -> str:
    """So many done of those planned, and none of these: four of six done, none."""
    if planned == 1:
        return "the one action done, not"
    of = "all" if done == planned else spell(done)
    return f"{of} of {spell(planned)} done, {'not' if done == 1 else 'none'}"


def _is_less(series: dict) -> bool:
    return any(one.count < series[places.DONE][name].count
               for name, one in series[places.EVIDENCED].items())


def ask_bare(shown: Shown, known: Known) -> Question | None:
    """Ask who looks for an outcome of what was done six months ago or earlier."""
    require_shown(shown)
    if not known.bare:
        return None
    is_one = len(known.bare) == 1
    done = f"the action “{small(known.bare[0].text)}”" if is_one else (
        f"the {count_of(len(known.bare), 'action')} done six months ago or earlier")
    return Question("bare_asked", f"What did {done} change for children, who has looked, and when "
                    f"will the Board see it? If nothing changed, what is done instead?",
                    say_owners(known.bare), place=RIGHT)


def tabulate_different(shown: Shown, known: Known) -> Table:
    """Tabulate under each objective, in the framework's words, what is different for children."""
    groups = [Group(one.quoted(known.board), _rows([
        each for each in known.actions if each.objective is one])) for one in Objective]
    proven = [one for one in known.actions if one.is_proven]
    data = [[one.objective.value, one.text, one.outcome_wanted, one.action.outcome,
             _kind(one), plain_day(one.action.evidenced_on), one.measure, one.baseline, one.now]
            for one in proven]
    return Table("different", _say_different(shown, known), [
        Column("What is different, and what was wanted", width=3.4),
        Column("How it is known", width=1.4), Column("Measure: at the start → now", width=2.4),
        Column("What was done", width=2.6)], groups,
        Data(["objective", "action", "outcome_wanted", "outcome", "evidence_kind", "evidenced_on",
              "measure", "baseline", "now"], data), note=_say_measured(shown, known), is_main=True)


def _say_different(shown: Shown, known: Known) -> str:
    """How many of the actions done can show a difference, where several are done."""
    done, proven = (shown.get(*place).count if known.actions else 0
                    for place in (places.ALL_DONE, places.ALL_EVIDENCED))
    if done < 2:
        return "What is different, by objective, and how it is known"
    return f"{capital(part_of(proven, done, 'actions done'))} can show a difference"


def _rows(planned: list[Planned]) -> list:
    proven = [one for one in planned if one.is_proven]
    if not proven:
        return [[cell(NONE_YET if planned else "No action"), cell("–"), cell("–"), cell("–")]]
    return [[cell(one.action.outcome or "", f"wanted: {small(one.outcome_wanted)}"),
             cell(capital(_kind(one) or "kind not recorded"), short_day(one.action.evidenced_on)),
             measure_cell(one), cell(one.text, one.sub_group)] for one in proven]


def _kind(one: Planned) -> str | None:
    return one.action.evidence_kind.value if one.action.evidence_kind else None


def _say_measured(shown: Shown, known: Known) -> str | None:
    if len(known.actions) < 2:
        return None
    number, whole = shown.get(*places.MEASURED).counts
    return (f"{capital(part_of(number, whole, 'actions'))} "
            f"{'has' if number == 1 else 'have'} a measure with a figure at the start and one now.")

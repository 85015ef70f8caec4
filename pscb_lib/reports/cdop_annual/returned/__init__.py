"""The Child Death Overview Panel's return: one row for each death notified to the panel.

Section 12 of the Performance Management Framework (May 2014): the Board is responsible for
"collecting and analysing information about each death". The panel may be joint with a neighbour. A
date of birth is replaced by an age; a file that has names, NHS numbers or addresses is refused.
"""

from __future__ import annotations

from dataclasses import replace

import pandas

from pscb_lib.board.context import Context
from pscb_lib.board.published.authorities import areas_in
from pscb_lib.disclosure.counting import as_known
from pscb_lib.framework.ages import complete_years
from pscb_lib.reading.findings import Reaction
from pscb_lib.reading.rows import Checked, FileRule, Reason, Record, Rule, find_rules, rule
from pscb_lib.reports.cdop_annual.returned.awaited import WAITING
from pscb_lib.reports.cdop_annual.returned.record import APPLIES, OUT_OF_SCOPE, make_fields
from pscb_lib.reports.cdop_annual.returned.rules import RULES
from pscb_lib.returns.across import once
from pscb_lib.returns.kinds import Return


def panel_areas(panel: str) -> tuple[str, ...]:
    """Return the areas a panel covers: "Cambridgeshire and Peterborough" is two."""
    return areas_in(panel)


def make_rules(context: Context) -> tuple[Rule, ...]:
    """Return the rules for one row: those that must hold, and those that are only noted."""
    as_of = context.as_of

    @rule("date_of_death", says=f"the death lies after the day of the report, {as_of:%d/%m/%Y}",
          remedy="correct the date",
          example={"date_of_birth": "31/12/2098", "date_of_death": "31/12/2099",
                   "notified_on": "31/12/2099", "panel_completed_on": ""})
    def dies_after_the_report(row: Record) -> bool:
        """Nothing learnt after the day of the report is used."""
        return row["date_of_death"] > as_of

    @rule("modifiable", "panel_completed_on", says="is blank in a review that is complete",
          remedy='counted as "not recorded", never as "no"', example={"modifiable": ""},
          reaction=Reaction.NOTED)
    def lacks_its_finding(row: Record) -> bool:
        """Working Together (2013): the panel says whether something could be changed."""
        done = row["panel_completed_on"]
        return row["modifiable"] is None and done is not None and done <= as_of

    return *RULES, *find_rules(locals()), *map(_out_of_scope, OUT_OF_SCOPE)


def _out_of_scope(kind: str) -> Rule:
    return Rule(("kind",), f"a {kind} is outside the panel's review", "it is left out",
                lambda row: row["kind"] == kind, Reaction.NOTED,
                "Working Together (2013): stillbirths and lawful terminations are not reviewed.",
                {"kind": kind})


def make_file_rules(context: Context) -> tuple[FileRule, ...]:
    """Return the rules between rows: a death is counted once."""
    return once("death_id", says="have one case reference and are not the same",
                remedy="correct the reference or take the wrong row out")


def leave_out(context: Context) -> Reason:
    """Leave out deaths that are outside the panel's scope or area, or were not yet notified."""
    areas = panel_areas(context.settings.panel)

    def reason(record: Record) -> str | None:
        if record["kind"] in OUT_OF_SCOPE:
            return record["kind"]
        if record["lscb_of_residence"] not in areas:
            return "lived outside the panel's area"
        is_later = record["notified_on"] > context.as_of
        return "notified after the day of the report" if is_later else None

    return reason


def with_ages(checked: Checked, context: Context) -> Checked:
    """Replace the date of birth by the age at death, in days and in years."""
    frame = checked.frame
    dates = list(zip(frame["date_of_birth"], frame["date_of_death"], strict=True))
    days = [(died - born).days for born, died in dates]
    years = [complete_years(born, died) for born, died in dates]
    return replace(checked, frame=frame.drop(columns="date_of_birth").assign(
        age_in_days=days, age_in_years=years))


def as_known_on(frame: pandas.DataFrame, context: Context) -> pandas.DataFrame:
    """Treat a review completed after the report's day as still open."""
    return as_known(frame, context.as_of, "panel_completed_on")


RETURN = Return(
    "deaths", "Child deaths notified to the panel",
    lambda context: make_fields(context.as_of, panel_areas(context.settings.panel)), make_rules,
    make_file_rules, "deaths.csv",
    {"death_id": "CDOP-0001", "kind": "death", "lscb_of_residence": "Peterborough",
     "date_of_birth": "29/02/2000", "date_of_death": "01/03/2013", "notified_on": "02/03/2013",
     "sex": "male", "expected": "no", "panel_completed_on": "01/09/2013", "category": "3",
     "modifiable": "yes", "source": "case system"},
    leave_out, months=12, learnt=as_known_on, derive=with_ages, awaited=WAITING,
    applies=APPLIES,
)

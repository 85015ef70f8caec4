"""Who set each rule that a paper follows: law, guidance, this Board, or none of them."""

from __future__ import annotations

from collections.abc import Sequence

from pscb_lib.board.context import Context
from pscb_lib.board.indicators import Indicator, SetBy, indicators_for, read_indicators
from pscb_lib.board.settings import Settings
from pscb_lib.framework.english import small, spell
from pscb_lib.page import blocks
from pscb_lib.page.blocks import Cell, Column, Data, Group, List, Several, Table
from pscb_lib.page.words.targets import ONE_TARGET

HEADS = ["Rule", "Where it stands"]
SETTINGS = "The Board's settings"
HIDING = {"dfe": "the rule of the Department for Education for its own tables",
          "nhs": "the rule of the NHS for its own tables"}
WORKING_DAYS = ("Days that are not working days", "Children (Private Arrangements for Fostering) "
                "Regulations 2005, regulation 8, used here for all")
PRACTICE = (
    ("Usual range and real change", "The control charts of the NHS (Making Data Count), after "
     "Wheeler; “Whether it really moved” has the sum"),
    ("95% interval", "Wilson's score and Byar's method, as for public health indicators; exact "
     "below 10 events"),
    ("Rate per 10,000 aged 0 to 17", "The tables of the Department for Education"),
)
OTHERS = [
    f"**A new target** starts with a financial year. {ONE_TARGET}",
    "**Late and corrected returns:** a paper uses what was sent by its day. A figure that was sent "
    "again is listed with the one printed before.",
    "**A rule that one paper alone uses** stands in that paper.",
]
MOST_NAMED = 3  # indicators in a row; the data set says beside each who set it


def show_sources(context: Context) -> Several:
    """Show who set each rule. Raises InputError if the register of indicators has a wrong cell."""
    register = read_indicators(context.params / "indicators.csv")
    left, right = tabulate_sources(indicators_for(register, context.period), context.settings)
    return Several([left, List(OTHERS[:1], place=(1, 2)), right, List(OTHERS[1:], place=(2, 2))])


def tabulate_sources(register: Sequence[Indicator], settings: Settings) -> list[Table]:
    """Tabulate which rules are set in law or guidance, and which by the Board or by none of them.

    *register* has the indicators of the period; what cites neither law nor guidance is the Board's.
    """
    cited = {set_by: _cited(register, set_by) for set_by in (SetBy.LAW, SetBy.GUIDANCE)}
    return [
        _table("sources", "Set in law or in guidance", {
            "Law": [*cited[SetBy.LAW], WORKING_DAYS], "Guidance": cited[SetBy.GUIDANCE]}, (1, 2)),
        _table("sources_own", "Set by the Board, or usual practice", {
            "The Board": [*_own(settings), *_local(register)],
            "Neither law, guidance nor the Board: usual practice": [*PRACTICE]}, (2, 2))]


def _cited(register: Sequence[Indicator], set_by: SetBy) -> list[tuple[str, str]]:
    """The targets and times that one Act, order or guidance sets, and its name."""
    found: dict[tuple[str, str], list[str]] = {}
    for one in register:
        of = {"Target": one.target_source, "Time": one.timescale_source}
        those = {name: source.cites for name, source in of.items()
                 if source and source.set_by is set_by}
        for cites in dict.fromkeys(those.values()):
            what = " and ".join(name for name, cited in those.items() if cited == cites)
            found.setdefault((what.capitalize(), cites), []).append(small(one.title))
    return [(f"{what}: {'; '.join(titles)}" if len(titles) <= MOST_NAMED else
             f"{what} of {spell(len(titles))} indicators", cites)
            for (what, cites), titles in found.items()]


def _own(settings: Settings) -> list[tuple[str, str]]:
    rules, given = settings.framework.thresholds, settings.thresholds
    is_framework = rules is not None and (rules.green, rules.amber) == (given.green, given.amber)
    hidden = settings.profile.small
    return [
        ("Ratings", "Framework, section 7" if is_framework else SETTINGS),
        ("Share of target where lower is better",
         SETTINGS if rules is None else f"{SETTINGS}; the Framework does not say"),
        ("First day that is counted", f"{SETTINGS}: {settings.day_count.value}"),
        (f"Counts of {hidden[0]} to {hidden[-1]} hidden",
         f"{SETTINGS}: {HIDING[settings.profile.name]}"),
        ("Q&E reads each paper before the Board",
         SETTINGS if rules is None else "Framework, section 5"),
    ]


def _local(register: Sequence[Indicator]) -> list[tuple[str, str]]:
    """How many targets are this Board's own, or nobody's yet."""
    local = [one.target_source for one in register
             if one.target_source and one.target_source.set_by is SetBy.LOCAL]
    made_up = sum(one.is_illustrative for one in local)
    if not local:
        return []
    shown = f"; {made_up:,} of them illustrative" if made_up else ""
    return [(f"All other targets: {len(local):,}", f"The indicator list{shown}")]


def _table(id: str, caption: str, rules: dict[str, list[tuple[str, str]]],
           place: tuple[int, int]) -> Table:
    groups = [Group(label, [_line(*one) for one in those]) for label, those in rules.items()]
    data = [[label, *one] for label, those in rules.items() for one in those]
    return Table(id, caption, [Column(head, width=width) for head, width in
                               zip(HEADS, (1, 1.3), strict=True)],
                 groups, Data(["Set by", *HEADS], data), place=place)


def _line(rule: str, where: str) -> list[Cell]:
    return [blocks.cell(rule), blocks.cell(where)]

"""The sections after the first page: the figures in tables. The public set has the first of them.

A section that an audience does not get, or of which nothing is shown, has no heading either.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.page.assessment import Assessment
from pscb_lib.page.blocks import LEFT, RIGHT, Block, Heading, Prose, Several, Table
from pscb_lib.reports.missing_children.page import tables, words


def show_interviews(
    shown: Shown, rated: Sequence[Assessment], period: ReportingPeriod,
) -> Several:
    """The two indicators, and from which returns interviews came, by group and a year earlier."""
    blocks: list[Block | None] = [tables.tabulate_rated(shown, rated)]
    if not _is_public(shown):
        blocks += [words.say_owed(shown), tables.tabulate_interviews(shown, period),
                   words.say_interviews(shown)]
    return _under("Targets, and return interviews", *blocks)


def show_children(shown: Shown, period: ReportingPeriod) -> Several:
    """Episodes by kind, and children by where they lived and by ethnic group."""
    children, groups = tables.tabulate_children(shown, period), tables.tabulate_groups(shown)
    is_narrow = not _is_restricted(shown)
    return _under("Episodes and children", words.say_last_year(shown, period),
                  tables.tabulate_episodes(shown, period),
                  _placed(children, LEFT) if is_narrow else children,
                  _placed(groups, RIGHT) if is_narrow else groups)


def show_lengths(shown: Shown) -> Several | None:
    """For how long children were gone, by status, where a sentence does not say all of it."""
    table = None if _is_public(shown) else tables.tabulate_durations(shown)
    return _under("How long they were gone", table) if table else None


def show_often(shown: Shown) -> Several | None:
    """How often children went, in a column; the public set has how many went most often."""
    if _is_public(shown):
        return None
    said = words.say_repeats(shown)
    return Several([_placed(tables.tabulate_repeats(shown), RIGHT),
                    _placed(said, RIGHT) if said else None])


def show_still_missing(shown: Shown) -> Several | Prose | Table | None:
    """Who is still missing: in the restricted set alone; the Board is told who has the number."""
    if _is_public(shown):
        return None
    told = tables.tabulate_still_missing(shown)
    return _under("Who is still missing", told) if _is_restricted(shown) else told


def _under(title: str, *blocks: Block | None) -> Several:
    return Several([Heading(title, level=2), *blocks])


def _placed(block: Table | Prose, place: tuple[int, int]) -> Table | Prose:
    return replace(block, place=place)


def _is_public(shown: Shown) -> bool:
    return require_shown(shown).audience == "public"


def _is_restricted(shown: Shown) -> bool:
    return require_shown(shown).audience == "restricted"

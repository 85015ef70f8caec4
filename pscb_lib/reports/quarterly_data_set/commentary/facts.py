"""The leads' commentaries as facts of the paper, each with the figures that it could reveal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Any

from pscb_lib.board.commentary import ClearedFor, Commentary
from pscb_lib.board.context import Context
from pscb_lib.board.indicators import INDICATORS
from pscb_lib.disclosure.paper import Fact
from pscb_lib.reading.rows import Checked
from pscb_lib.reports.quarterly_data_set import places
from pscb_lib.reports.quarterly_data_set.commentary.returned import make_commentaries


def list_facts(context: Context, checked: Checked, written: Checked) -> list[Fact]:
    """Return each commentary by its indicator, for the sets for which it is cleared."""
    return [fact_of(one, context.period.label) for one in make_commentaries(written).values()]


def read_facts(facts: Mapping[str, Any]) -> dict[str, Commentary]:
    """Return the commentaries by indicator, as far as these readers may have them."""
    return {name: _commentary(**content) for name, content in facts.items()}


def fact_of(one: Commentary, quarter: str) -> Fact:
    """Return a commentary with its readers; the others know only whether it was written."""
    about = tuple((table, one.indicator, quarter) for table in (INDICATORS, places.COMMENTED))
    return Fact(one.indicator, _plain(one), one.readers, about, _plain(one.without_words))


def _plain(one: Commentary) -> dict[str, str | None]:
    values = {each.name: getattr(one, each.name) for each in fields(one)}
    return values | {
        "by_when": one.by_when.isoformat() if one.by_when else None,
        "cleared_for": one.cleared_for.value if one.cleared_for else None}


def _commentary(by_when: str | None, cleared_for: str | None, **words: Any) -> Commentary:
    return Commentary(by_when=date.fromisoformat(by_when) if by_when else None,
                      cleared_for=ClearedFor(cleared_for) if cleared_for else None, **words)

"""Make a rule from a small named function, and find the rules of a module by convention.

The function returns whether a row breaks the rule, and its docstring is the source of the rule.
The example has the cells that make a valid row break the rule; a test uses it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from inspect import getdoc

from pscb_lib.reading.findings import Reaction
from pscb_lib.reading.rows.nouns import Record, Rule


def rule(*fields: str, says: str, remedy: str, example: Mapping[str, str],
         reaction: Reaction = Reaction.REJECTED) -> Callable[[Callable[[Record], bool]], Rule]:
    """Make a rule about *fields* from the function that this decorates."""
    def make(broken: Callable[[Record], bool]) -> Rule:
        return Rule(fields, says, remedy, broken, reaction, getdoc(broken) or "", example)

    return make


def find_rules(names: Mapping[str, object]) -> tuple[Rule, ...]:
    """The rules among the *names* of a module or a function, in order of definition."""
    return tuple(one for one in names.values() if isinstance(one, Rule))

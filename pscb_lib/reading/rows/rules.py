"""Make a rule from a small named function, and find the rules of a module by convention.

The function says when a row breaks the rule; its docstring is the guidance the rule carries out;
its example is what to write into a sound row to break it, which a test does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from inspect import getdoc

from pscb_lib.reading.findings import Reaction
from pscb_lib.reading.rows.nouns import Record, Rule


def rule(*fields: str, says: str, remedy: str, example: Mapping[str, str],
         reaction: Reaction = Reaction.REJECTED) -> Callable[[Callable[[Record], bool]], Rule]:
    """Make a rule about *fields* from the function below it."""
    def make(broken: Callable[[Record], bool]) -> Rule:
        return Rule(fields, says, remedy, broken, reaction, getdoc(broken) or "", example)

    return make


def find_rules(names: Mapping[str, object]) -> tuple[Rule, ...]:
    """The rules among a module's or a function's own names, in the order in which they stand."""
    return tuple(one for one in names.values() if isinstance(one, Rule))

"""The possible values of hidden counts, found by trying every value, not by the module under test.

Sums are written down by hand, as (total, parts); all counts but the hidden ones are known.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

Sum = tuple[str, Sequence[str]]


def possible(values: Mapping[str, int], hidden: Collection[str], sums: Sequence[Sum],
             least: int = 1) -> dict[str, set[int]]:
    """Return every value, from *least* up, that each hidden count has in some solution."""
    most = max(values.values())
    known = {name: value for name, value in values.items() if name not in hidden}
    found: dict[str, set[int]] = {name: set() for name in hidden}
    for solution in _solutions(known, set(hidden), sums, range(least, most + 1)):
        for name in hidden:
            found[name].add(solution[name])
    return found


def _solutions(known: dict[str, int], left: set[str], sums: Sequence[Sum],
               allowed: range) -> Iterator[dict[str, int]]:
    """Yield every solution: a sum with one open count gives it, else its values are tried."""
    signed = [{total: -1, **dict.fromkeys(parts, 1)} for total, parts in sums]
    for terms in signed:
        unknown = [name for name in terms if name not in known]
        rest = sum(by * known[name] for name, by in terms.items() if name in known)
        if not unknown and rest:
            return
        if len(unknown) == 1:
            value = -rest * terms[unknown[0]]
            if value in allowed:
                yield from _solutions({**known, unknown[0]: value}, left - {unknown[0]}, sums,
                                      allowed)
            return
    if not left:
        yield known
        return
    name = min(left)
    for value in allowed:
        yield from _solutions({**known, name: value}, left - {name}, sums, allowed)

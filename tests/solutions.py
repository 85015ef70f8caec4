"""What an outsider can work out, found by trying every value: slow, plain and independent."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

Sum = tuple[str, Sequence[str]]  # a total and its parts


def possible(values: Mapping[str, int], hidden: Collection[str], sums: Sequence[Sum],
             least: int = 1) -> dict[str, set[int]]:
    """Every value that each hidden count has in some solution of all *sums*.

    Each is at least *least* and at most the sum of all that is there. Counts not in *hidden* are
    known.
    """
    found: dict[str, set[int]] = {name: set() for name in hidden}
    for solution in _solutions(values, list(hidden), sums, least, {}):
        for name, value in solution.items():
            found[name].add(value)
    return found


def _solutions(values, left, sums, least, tried):
    known = {name: tried.get(name, value) for name, value in values.items() if name not in left}
    if any(not _may_hold(total, parts, known, least) for total, parts in sums):
        return
    if not left:
        yield dict(tried)
        return
    name, *others = left
    for value in range(least, max(values.values()) + 1):
        yield from _solutions(values, others, sums, least, {**tried, name: value})


def _may_hold(total: str, parts: Sequence[str], known: Mapping[str, int], least: int) -> bool:
    rest = sum(known.get(part, least) for part in parts)
    if total not in known:
        return True
    is_open = any(part not in known for part in parts)
    return rest <= known[total] if is_open else rest == known[total]

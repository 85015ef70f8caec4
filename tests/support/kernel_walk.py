"""Walk every object that a kernel holds, from a cell, and write down what could be hidden there.

Pandas and numpy hide objects from the garbage collector, so their values are walked too.
"""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import Field
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any

import numpy
import pandas

from pscb_lib.disclosure.showing import ShownFigure

LONGEST = 40  # characters of an id
NUMBERS = (int, float, numpy.number)


def write(path: str) -> None:
    """Write down the frames, figures, names of keys and short texts that the kernel holds."""
    found: dict[str, Any] = {"frames": [], "figures": [], "keys": [], "texts": []}
    texts, keys = set(), set()
    for one in _everything():
        if isinstance(one, str):
            texts |= {one} if len(one) <= LONGEST else set()
        elif isinstance(one, pandas.DataFrame):
            found["frames"].append([str(name) for name in one.columns])
            if {"table", "row", "column", "actual"} <= {*map(str, one.columns)}:
                found["figures"] += one[["table", "row", "column", "actual", "numerator",
                                         "denominator"]].to_numpy(dtype=object).tolist()
        elif isinstance(one, list | tuple) and len(one) > len("row"):
            found["figures"] += [list(one)] if all(isinstance(text, str) for text in one[:3]) \
                and any(map(_is_number, one[3:])) else []
        elif isinstance(one, dict):
            keys |= {tuple(sorted(one))} if _is_record(one) else set()
            found["figures"] += list(_shown(one))
    found["keys"], found["texts"] = sorted(keys), sorted(texts)
    Path(path).write_text(json.dumps(found, default=str), encoding="utf-8")


def _is_record(one: dict) -> bool:
    """Whether it may be a row; the fields of a dataclass, or the types of values, are none."""
    return bool(one) and len(one) <= LONGEST and all(isinstance(key, str) for key in one) \
        and not all(isinstance(value, Field | type) for value in one.values())


def _shown(one: dict) -> Iterator[list]:
    for place, figure in one.items():
        if isinstance(figure, ShownFigure) and isinstance(place, tuple):
            yield [*place, figure.value, figure.numerator, figure.denominator]
        if place == "table" and {"row", "column", "actual"} <= {*one}:
            yield [one[name] for name in ("table", "row", "column", "actual", "numerator",
                                          "denominator") if name in one]


def _is_number(value: object) -> bool:
    return isinstance(value, NUMBERS) and not isinstance(value, bool)


def _everything() -> Iterator[object]:
    """Each object that can be reached from the collector or from a module of ours, once.

    What the warm server had before the kernel was forked is frozen, and not collected: of that only
    our own modules are walked.
    """
    gc.collect()
    seen: set[int] = set()
    ahead: list[object] = [*gc.get_objects(), *(
        module for name, module in sys.modules.items() if _is_ours(name))]
    seen |= {id(ahead), id(seen)}
    while ahead:
        one = ahead.pop()
        if id(one) not in seen:
            seen.add(id(one))
            yield one
            ahead += _held(one)


def _held(one: object) -> Iterable[object]:
    if isinstance(one, numpy.ndarray):
        return one.ravel().tolist() if one.dtype == object else ()
    if isinstance(one, pandas.DataFrame | pandas.Series | pandas.Index):
        return [*one.to_numpy(dtype=object).ravel().tolist(), *gc.get_referents(one)]
    if isinstance(one, ModuleType):
        return gc.get_referents(one) if _is_ours(one.__name__) else ()
    if isinstance(one, FunctionType) and not _is_ours(one.__module__ or ""):
        return [one.__closure__, one.__defaults__, one.__kwdefaults__]
    if isinstance(one, type) and not _is_ours(one.__module__):
        return ()
    if isinstance(one, dict) and "__annotations__" in one:  # the fields of a class are no row
        return [*one, *(value for key, value in one.items() if key != "__annotations__")]
    return gc.get_referents(one)


def _is_ours(name: object) -> bool:
    """Whether a module's name is ours; what a class calls its module may be a descriptor."""
    return isinstance(name, str) and (
        name == "__main__" or name.split(".")[0] == "pscb_lib")

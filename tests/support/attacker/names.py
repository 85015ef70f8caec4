"""The figures of a paper under the names of what they count, whichever paper prints them."""

from __future__ import annotations

from collections.abc import Sequence

from attacker.definitions import Definitions
from attacker.finished import Figure, Paper, Place
from attacker.periods import names_of

Name = tuple[str, str, int | None]  # the quantity, which of its counts, and the true count
ASPECTS = {"count": ("n",), "percent": ("n", "d", "rest"), "rate": ("n", "d")}


class Named:
    """A paper's figures. Two of one quantity whose true counts are equal have one name.

    A good attacker is taken to know which counts were not corrected.
    """

    def __init__(self, paper: Paper, true: Paper | None, own: Definitions, area: str) -> None:
        self.paper, self.figures, self.own = paper, paper.figures, own
        self.names = names_of(paper.period, paper.title) | {"area": area}
        self._true = true.figures if true else {}

    def name(self, place: Place, aspect: str) -> Name:
        """The name of a count of a printed figure."""
        quantity, true = self._quantity(place), self.true(place, aspect)
        if true is None:  # it has no number, and ties nothing of two issues
            quantity += f" in {self.paper.audience}, issue {self.paper.issue}"
        return f"{self.paper.name}: {quantity}", aspect, true

    def true(self, place: Place, aspect: str) -> int | None:
        """The true count, or None if no restricted set has it."""
        figure = self._true.get(place)
        return None if figure is None else count_of(figure, aspect)

    def unprinted(self, name: str, true: int | None) -> Name:
        """The name of a count that no paper prints."""
        if name.startswith("~:"):  # that of several reports
            return name, "n", true
        period = "" if self.own.rolling else f" @ {self.paper.period}"
        return f"{self.paper.name}: {name}{period}", "n", true

    def _quantity(self, place: Place) -> str:
        for pattern, better in self.own.same.items():
            labels = _labels([one.strip().format_map(self.names) for one in pattern.split("|")],
                             place)
            if labels is not None:
                quantity = better.format_map(self.names)
                for part, label in labels.items():
                    quantity = quantity.replace(part, label)
                return quantity
        dated = "" if place[0] in self.own.dated else f" @ {self.paper.period}"
        return f"{' | '.join(place)}{dated}"


def count_of(figure: Figure, aspect: str) -> int | None:
    """One count of a figure: its number, its whole ("d"), or the rest of the whole."""
    if aspect != "rest":
        return figure.number if aspect == "n" else figure.whole
    if figure.number is None or figure.whole is None:
        return None
    return figure.whole - figure.number


def _labels(what: Sequence[str], place: Place) -> dict[str, str] | None:
    labels = {}
    for part, own in zip([*what, *[""] * (3 - len(what))], place, strict=True):
        if part.startswith("$"):
            labels[part] = own
        elif part != own:
            return None
    return labels

"""The system of all papers that a reader holds: quantities, lines of definitions, known figures.

A quantity is what a figure counts, whichever paper prints it. Two figures of one quantity whose
true counts are equal are one unknown: a good attacker is taken to know which were not corrected.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from attacker import known
from attacker.definitions import Definitions
from attacker.finished import Figure, Paper, Place
from attacker.lines import Line, Term, expand, parse
from attacker.periods import names_of
from attacker.programme import Programme, Relation
from attacker.series import series_lines

Name = tuple[str, str, int | None]  # the quantity, number or whole, and its true count


@dataclass(frozen=True)
class Hidden:
    """A hidden figure of a paper, and the name of one of its counts."""

    paper: Paper
    place: Place
    aspect: str
    name: Name


@dataclass
class Attack:
    """The programme, its true counts, what is hidden, and in which issues a count was shown."""

    programme: Programme = field(default_factory=Programme)
    truth: dict[Name, int] = field(default_factory=dict)
    hidden: list[Hidden] = field(default_factory=list)
    shown: dict[Name, list[Paper]] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)


def build(papers: Sequence[Paper], restricted: Sequence[Paper],
          definitions: Mapping[str, Definitions], params: known.Params) -> Attack:
    """Put all that the *papers* show, and all that a reader can relate, into one system.

    The *restricted* papers of the same run give the true counts: they name the unknowns and judge
    the definitions, and no relation of the programme is made from them.
    """
    attack, seen = Attack(), set[tuple]()
    true = {(one.report, one.cycle, one.issue): one for one in restricted}
    for paper in papers:
        own = definitions[paper.report]
        named = _Named(paper, true.get((paper.report, paper.cycle, paper.issue)), own,
                       params.area)
        _add_figures(attack, named)
        lines = [*_lines(named, own), *known.population_lines(named.figures,
                 paper, own, params), *known.published_lines(named.figures, paper, own, params),
                 *series_lines(named.figures, own)]
        for line in lines:
            _add(attack, named, line, seen)
    return attack


class _Named:
    """A paper whose figures have the names of their quantities."""

    def __init__(self, paper: Paper, true: Paper | None, own: Definitions,
                 area: str) -> None:
        self.paper, self.figures = paper, paper.figures
        self._true = true.figures if true else {}
        self._own, self.secret = own, own.secret
        self.names = names_of(paper.period, paper.title) | {"area": area}

    def name(self, place: Place, aspect: str) -> Name:
        """The name of the count of a printed figure."""
        quantity = "|".join(place)
        for pattern, better in self._own.same.items():
            what = [one.strip().format_map(self.names) for one in pattern.split("|")]
            labels = _labels(what, place)
            if labels is not None:
                quantity = re.sub(r"\$\w+", lambda one: labels[one[0]],
                                  better.format_map(self.names))
                break
        else:
            if place[0] not in self._own.dated:
                quantity += f" @ {self.paper.period}"
        report = "" if quantity.startswith(":") else self.paper.report
        return f"{report}{quantity}", aspect, self.true(place, aspect)

    def true(self, place: Place, aspect: str) -> int | None:
        """The true count, or None if no restricted set has it."""
        figure = self._true.get(place)
        return None if figure is None else _count(figure, aspect)

    def unprinted(self, name: str, true: int | None) -> Name:
        """The name of a count that no paper prints."""
        if name.startswith("~:"):
            return name, "n", true
        dated = "" if self._own.rolling else f" @ {self.paper.period}"
        return f"{self.paper.report}{name}{dated}", "n", true


def _labels(what: Sequence[str], place: Place) -> dict[str, str] | None:
    what = [*what, *[""] * (3 - len(what))]
    labels = {}
    for part, own in zip(what, place, strict=True):
        if part.startswith("$"):
            labels[part] = own
        elif part != own:
            return None
    return labels


def _count(figure: Figure, aspect: str) -> int | None:
    if aspect == "rest":
        both = figure.number, figure.whole
        return None if None in both else both[1] - both[0]
    return figure.number if aspect == "n" else figure.whole


def _aspects(figure: Figure) -> tuple[str, ...]:
    return {"count": ("n",), "percent": ("n", "d", "rest")}.get(figure.unit, ("n", "d"))


def _add_figures(attack: Attack, named: _Named) -> None:
    zeros = {place[0] for place, figure in named.figures.items()
             if figure.hidden and figure.unit == "count" and named.true(place, "n") == 0}
    for place, figure in named.figures.items():
        for aspect in _aspects(figure):
            name = named.name(place, aspect)
            true, value = named.true(place, aspect), _count(figure, aspect)
            if true is not None:
                attack.truth[name] = true
            if figure.hidden:
                # Zeros are printed, except in a table that is withheld.
                least = int((figure.unit == "count" or aspect == "d") and place[0] not in zeros)
                attack.programme.least[name] = max(attack.programme.least.get(name, 0), least)
                attack.hidden.append(Hidden(named.paper, place, aspect, name))
            elif value is not None:
                attack.programme.known[name] = value
                attack.shown.setdefault(name, []).append(named.paper)
        if figure.unit == "percent" and figure.hidden:
            number, whole, rest = (named.name(place, aspect) for aspect in _aspects(figure))
            attack.programme.relations.append(Relation(
                ((number, 1), (rest, 1), (whole, -1)), 0, 0, f"{' | '.join(place)} is a share"))


def _lines(named: _Named, own: Definitions) -> Iterator[Line]:
    for line in own.lines:
        yield from expand(line, named.figures, named.names, own.totals)
    for episodes, children in own.weights:
        for text in _weighted(named, episodes, children):
            yield from expand(parse(text), named.figures, named.names, own.totals)


def _weighted(named: _Named, episodes: str, children: str) -> Iterator[str]:
    """Episodes are the sum of k times the children who went k times."""
    table, column = (one.strip().format_map(named.names) for one in children.split("|"))
    rows = sorted({place[1] for place in named.figures if (place[0], place[2]) == (table, column)
                   and place[1] not in ("Total",)})
    fewest, most = [], []
    for row in rows:
        low, *high = (int(one) for one in re.findall(r"\d+", row))
        end = high[-1] if high else 10_000 if "more" in row else low
        fewest.append(f"{low} x {table} | {row} | {column}")
        most.append(f"{end} x {table} | {row} | {column}")
    if rows:
        yield f"{' + '.join(fewest)} <= {episodes}"
        yield f"{' + '.join(most)} >= {episodes}"


def _add(attack: Attack, named: _Named, line: Line, seen: set[tuple]) -> None:
    terms, unprinted = [], []
    for term in line.terms:
        if term.is_unprinted:
            unprinted.append(term)
            continue
        figure = named.figures.get(term.what)
        if figure is None or term.is_whole and figure.unit == "count":
            return
        terms.append((named.name(term.what, "d" if term.is_whole else "n"), term.by))
    true = _left(attack, line, terms, unprinted)
    for term in unprinted:
        name = named.unprinted(term.what[0], true)
        terms.append((name, term.by))
        if true is not None:
            attack.truth[name] = true
            if term.what[0].startswith(named.secret):
                attack.hidden.append(Hidden(named.paper, (term.what[0], "", ""), "n", name))
    bounds = {"=": (0, 0), "<=": (-float("inf"), 0), ">=": (0, float("inf"))}[line.sense]
    least, most = (bound - line.constant for bound in bounds)
    why = f"{named.paper.report} of {named.paper.period}: {line.text}"
    relation = Relation(tuple(terms), least, most, why)
    if (relation.terms, least, most) in seen:
        return
    seen.add((relation.terms, least, most))
    if all(name in attack.truth for name, _ in terms) and not relation.holds(attack.truth):
        if not line.is_usual:
            attack.wrong.append(f"{why}: {[(name[0], by, name[2]) for name, by in terms]}")
        return
    attack.programme.relations.append(relation)


def _left(attack: Attack, line: Line, terms: Sequence[tuple[Name, int]],
          unprinted: Sequence[Term]) -> int | None:
    """The true count of the only term that no paper prints, where the line is a sum."""
    if len(unprinted) != 1 or line.sense != "=" or abs(unprinted[0].by) != 1 or not all(
            name in attack.truth for name, _ in terms):
        return None
    return -unprinted[0].by * (line.constant + sum(by * attack.truth[name] for name, by in terms))


def small_secrets(attack: Attack, reader: str, described: Iterable[str], small: range
                  ) -> Iterator[Hidden]:
    """The hidden small counts in the *reader*'s own sets that no earlier issue told openly.

    The whole of a hidden share is no secret where another share prints it as an agency's cases:
    four of five conferences in time tell openly that there were five.
    """
    seen, openly = set(), _openly(attack)
    for one in attack.hidden:
        figure = one.paper.figures.get(one.place)
        true, shown = attack.truth.get(one.name), attack.shown.get(one.name, ())
        told = one.aspect == "d" and one.name in openly or any(
            (other.as_of, other.issue) < (one.paper.as_of, one.paper.issue) for other in shown)
        if (one.paper.audience == reader and (figure is None or figure.describes in described)
                and true in small and not told and one.name not in seen):
            seen.add(one.name)
            yield one


def _openly(attack: Attack) -> set[Name]:
    """The counts that are shown, or equal one that is."""
    pairs = [[name for name, _ in one.terms] for one in attack.programme.relations
             if sorted(by for _, by in one.terms) == [-1, 1] and one.least == one.most == 0]
    return set(attack.shown) | {name for pair in pairs if set(pair) & set(attack.shown)
                                for name in pair}

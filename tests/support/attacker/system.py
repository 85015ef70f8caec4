"""The system of all papers that a reader holds: figures, lines of definitions, what is known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import inf

from attacker.definitions import Definitions
from attacker.finished import Paper, Place
from attacker.known import Params, population_lines, published_lines
from attacker.lines import Line, Term, expand, parse
from attacker.names import ASPECTS, Name, Named, count_of
from attacker.programme import Programme, Relation
from attacker.series import series_lines
from attacker.withheld import may_be_zero

BOUNDS = {"=": (0, 0), "<=": (-inf, 0), ">=": (0, inf)}
ANY_NUMBER = 10_000  # of episodes of a child, where the label says "or more"


@dataclass(frozen=True)
class Hidden:
    """A hidden figure of a paper, and the name of one of its counts."""

    paper: Paper
    place: Place
    aspect: str
    name: Name


@dataclass
class Attack:
    """The programme, its true counts, what is hidden, who shows a count, and wrong definitions."""

    programme: Programme = field(default_factory=Programme)
    truth: dict[Name, int] = field(default_factory=dict)
    hidden: list[Hidden] = field(default_factory=list)
    shown: dict[Name, list[Paper]] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)


def build(papers: Sequence[Paper], restricted: Sequence[Paper],
          definitions: Mapping[str, Definitions], params: Params) -> Attack:
    """Put all that the *papers* show, and all that a reader can relate, into one system.

    The *restricted* papers of the same runs give the true counts: they name the unknowns and judge
    the definitions, and no relation of the programme is made from them.
    """
    attack = Attack()
    seen: set[Relation] = set()
    true = {(one.name, one.cycle, one.issue): one for one in restricted}
    for paper in papers:
        named = Named(paper, true.get((paper.name, paper.cycle, paper.issue)),
                      definitions[paper.report], params.area)
        _add_figures(attack, named)
        for line in _all_lines(named, params):
            _add_line(attack, named, line, seen)
    return attack


def _add_figures(attack: Attack, named: Named) -> None:
    zeros = may_be_zero(named)
    for place, figure in named.figures.items():
        names = {aspect: named.name(place, aspect) for aspect in ASPECTS[figure.unit]}
        for aspect, name in names.items():
            true, value = named.true(place, aspect), count_of(figure, aspect)
            if true is not None:
                attack.truth[name] = true
            if figure.hidden:
                least = int((figure.unit == "count" or aspect == "d") and place not in zeros)
                attack.programme.least[name] = max(attack.programme.least.get(name, 0), least)
                attack.hidden.append(Hidden(named.paper, place, aspect, name))
            elif value is not None:
                attack.programme.known[name] = value
                attack.shown.setdefault(name, []).append(named.paper)
        if figure.unit == "percent" and figure.hidden:
            attack.programme.relations.append(Relation(
                ((names["n"], 1), (names["rest"], 1), (names["d"], -1)), 0, 0,
                f"{' | '.join(place)} is a share"))


def _all_lines(named: Named, params: Params) -> Iterator[Line]:
    own, figures = named.own, named.figures
    weighted = (parse(text) for weight in own.weights for text in _weighted(named, *weight))
    for line in (*own.lines, *weighted):
        yield from expand(line, figures, named.names, own.totals)
    yield from population_lines(figures, named.paper, own, params)
    yield from published_lines(figures, named.paper, own, params)
    yield from series_lines(figures, own)


def _weighted(named: Named, episodes: str, children: str) -> Iterator[str]:
    """Episodes are the sum of k times the children who went k times."""
    table, column = (one.strip().format_map(named.names) for one in children.split("|"))
    rows = sorted({place[1] for place in named.figures if (place[0], place[2]) == (table, column)
                   and re.search(r"\d", place[1])})
    fewest, most = [], []
    for row in rows:
        low, *high = (int(one) for one in re.findall(r"\d+", row))
        end = high[-1] if high else ANY_NUMBER if "more" in row else low
        fewest.append(f"{low} x {table} | {row} | {column}")
        most.append(f"{end} x {table} | {row} | {column}")
    if rows:
        yield f"{' + '.join(fewest)} <= {episodes}"
        yield f"{' + '.join(most)} >= {episodes}"


def _add_line(attack: Attack, named: Named, line: Line, seen: set[Relation]) -> None:
    printed = [one for one in line.terms if not one.is_unprinted]
    if not all(_has(named, one) for one in printed):
        return
    terms = [(named.name(one.what, "d" if one.is_whole else "n"), one.by) for one in printed]
    unprinted = [one for one in line.terms if one.is_unprinted]
    terms += _name_unprinted(attack, named, unprinted, _left(attack, line, terms, unprinted))
    least, most = (bound - line.constant for bound in BOUNDS[line.sense])
    relation = Relation(tuple(terms), least, most,
                        f"{named.paper.name} of {named.paper.period}: {line.text}")
    if relation in seen:
        return
    seen.add(relation)
    if any(name not in attack.truth for name, _ in terms) or relation.holds(attack.truth):
        attack.programme.relations.append(relation)
    elif not line.is_usual:
        counts = ", ".join(f"{by} x {name[0]}: {name[2]}" for name, by in terms)
        attack.wrong.append(f"{relation.why}, but {counts}")


def _has(named: Named, term: Term) -> bool:
    figure = named.figures.get(term.what)
    return figure is not None and not (term.is_whole and figure.unit == "count")


def _name_unprinted(attack: Attack, named: Named, terms: Iterable[Term], true: int | None
                    ) -> Iterator[tuple[Name, int]]:
    for term in terms:
        name = named.unprinted(term.what[0], true)
        if true is not None:
            attack.truth[name] = true
            if term.what[0].startswith(named.own.secret):
                attack.hidden.append(Hidden(named.paper, (term.what[0], "", ""), "n", name))
        yield name, term.by


def _left(attack: Attack, line: Line, terms: Sequence[tuple[Name, int]],
          unprinted: Sequence[Term]) -> int | None:
    """The true count of the only term that no paper prints, where the line is a sum."""
    is_sum = len(unprinted) == 1 and line.sense == "=" and abs(unprinted[0].by) == 1
    if not is_sum or any(name not in attack.truth for name, _ in terms):
        return None
    return -unprinted[0].by * (line.constant + sum(by * attack.truth[name] for name, by in terms))

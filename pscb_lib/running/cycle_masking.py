"""Work out the disclosure plan of a cycle: what each set must hide from a reader of all papers.

The restricted sets of a cycle have all figures of its other sets. They are taken together with
what readers have already: the sets of the cycle with all their issues, and the last earlier papers
of each report. The places to hide are worked out before the other sets are run. Board members can
also read the public set, so it hides at least what the board's set hides. A public set that its
report no longer declares still counts as known to the readers of both.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from pscb_lib.board.settings import Settings
from pscb_lib.disclosure.counted import Release
from pscb_lib.disclosure.figures import Place
from pscb_lib.disclosure.masking import for_audience, hide, rounding_of
from pscb_lib.disclosure.renamed import as_named_now
from pscb_lib.running.evidence import evidence_of
from pscb_lib.running.figures_out import Published, find_published
from pscb_lib.running.issues import MASKED, Issue, kept_papers, read_issues
from pscb_lib.running.tasks import Plan

Set = tuple[str, str]  # a paper's name and an audience


def mask_cycle(outputs: Path, cycle: str, made: Collection[str], audiences: Collection[str],
               settings: Settings, undeclared: Collection[Set] = (),
               drafted: Mapping[str, Path] = MappingProxyType({}),
               roles: Mapping[str, str] = MappingProxyType({})) -> dict[Set, Plan]:
    """Return what the masked sets of each paper *made* now hide, by its name and audience.

    The public set's plan starts from the board's, whether that set is made or not; *undeclared*
    are the sets that a paper does not have. The figures are read from the published sets below
    *outputs*, or from the folder where a restricted set is *drafted*, by its name. *roles* are
    those of the register's ids, by which earlier papers may call their figures. Raises ValueError
    if figures contradict each other, or if no suppression is enough.
    """
    raw = {(one.cycle, one.name): one for one in find_published(outputs, "restricted")}
    raw |= {(cycle, name): Published(outputs, cycle, "restricted", name, folder)
            for name, folder in drafted.items()}
    # In one order, because the search may find another of equally good plans in another order.
    now = {name: raw[cycle, name] for name in sorted(made)
           if (cycle, name) in raw and raw[cycle, name].has_figures}
    plans: dict[Set, Plan] = {}
    before: dict[str, frozenset[Place]] = {name: frozenset() for name in now}
    for audience in MASKED[:1 + max(map(MASKED.index, audiences), default=-1)]:
        own = {name for name in now if (name, audience) not in undeclared}
        frames = {name: for_audience(one.figures, audience if name in own else "public")
                  for name, one in now.items()
                  if name in own or _is_public_alone(name, audience, audiences, undeclared)}
        held = _held(outputs, audience)
        recent = _recent(held, cycle, audience, now, settings.earlier_releases, undeclared)
        known = [*_deleted(outputs, cycle, audience, frames, held), *(
            release for one in recent
            for release in _releases(one, outputs, cycle, audience, frames, raw, settings))]
        # Of an earlier issue whose numbers are lost no sum is known: what it hid stays hidden.
        for one in known:
            if one.issue_of in frames:
                before[one.issue_of] |= one.unknown
        releases = [*(Release(name, frame, also=before[name]) for name, frame in frames.items()),
                    *known]
        names = as_named_now([one.figures for one in releases], roles)
        releases = [replace(one, figures=figures)
                    for one, figures in zip(releases, names, strict=True)]
        hidden = hide(releases, audience, settings.profile)
        evidence = evidence_of(audience, releases, hidden, settings.profile, own)
        before |= hidden
        plans |= {(name, audience): Plan(hidden[name], evidence[name]) for name in own}
    return plans


def _is_public_alone(name: str, audience: str, audiences: Collection[str],
                     undeclared: Collection[Set]) -> bool:
    """Whether board members will have a paper's public set, made now, and no board set of it."""
    return audience == "board" and "public" in audiences and (name, "public") not in undeclared


def _held(outputs: Path, audience: str) -> list[Published]:
    """The sets a reader has; board members also have those of the public."""
    more = find_published(outputs, "public") if audience == "board" else ()
    return [*find_published(outputs, audience), *more]


def _recent(held: Sequence[Published], cycle: str, audience: str, now: dict[str, Published],
            most: int, undeclared: Collection[Set]) -> Iterator[Published]:
    """Yield the sets of this cycle and later ones, and of earlier cycles *most* of each paper.

    Those of this cycle that are made again are their last issue. Of the public sets that board
    members have, those count that are published but no longer declared, and those of papers
    without a board set; others hide at least what the board's sets hide. The figures of older sets
    are not read.
    """
    own = {(one.cycle, one.name): one for one in held if one.audience == audience}
    first = min((one.as_of for one in now.values()), default="")
    earlier: Counter[str] = Counter()
    for one in sorted(held, key=lambda one: (one.as_of, one.cycle), reverse=True):
        is_earlier = one.cycle != cycle and one.as_of <= first
        if is_earlier and earlier[one.name] == most:
            continue
        beside = own.get((one.cycle, one.name), one)
        is_declared = one.cycle != cycle or (one.name, one.audience) not in undeclared
        hides_alike = beside is not one and is_declared and beside.has_figures
        if one.has_figures and not hides_alike:
            earlier[one.name] += is_earlier
            yield one


def _releases(one: Published, outputs: Path, cycle: str, audience: str, made: Collection[str],
              raw: dict[tuple[str, str], Published], settings: Settings) -> Iterator[Release]:
    """Yield a published set and its earlier issues, as its readers know them.

    The hidden figures of a set are taken from the restricted set from which it was masked, which
    may be one that was replaced since; where there is none they are unknown.
    """
    is_again = one.cycle == cycle and one.name in made and one.audience == audience
    which = "" if one.audience == audience else f", {one.audience} set"
    paper = f"{one.name} of {one.cycle}{which}"
    same = one.name if is_again else paper
    issues = read_issues(outputs / one.cycle, one.audience, one.name)
    known = raw.get((one.cycle, one.name))
    own = [known.figures] if known and known.has_figures else []
    exact = [*(for_audience(figures, one.audience) for figures in own),
             *(issue.figures for issue in issues)]
    bases = [(base, place) for place, frame in enumerate(exact) if (base := rounding_of(
        one.figures, frame, one.audience, settings.profile))]
    # Numbers that are the same are its own, before others that would only round to them.
    base, place = min(bases, default=(1, None))
    frame = None if place is None else exact[place]
    if frame is None:
        yield Release(paper, one.figures, one.hidden, unknown=one.hidden, issue_of=same)
    else:
        yield Release(paper, frame, one.hidden, issue_of=same, rounding=base)
    yield from _as_releases(issues, paper, same)


def _deleted(outputs: Path, cycle: str, audience: str, made: Collection[str],
             held: Collection[Published]) -> Iterator[Release]:
    """Yield the issues that are kept of sets whose own folder was deleted: they are out as well."""
    there = {(one.cycle, one.name): one for one in held if one.audience == audience}
    for of_cycle, name in kept_papers(outputs, audience):
        one = there.get((of_cycle, name))
        if one is None or not one.has_figures:
            paper = f"{name} of {of_cycle}"
            same = name if of_cycle == cycle and name in made else paper
            yield from _as_releases(read_issues(outputs / of_cycle, audience, name), paper, same)


def _as_releases(issues: Iterable[Issue], paper: str, same: str) -> Iterator[Release]:
    for number, issue in enumerate(issues, 1):
        yield Release(f"{paper}, issue {number}", issue.figures, issue.hidden, issue_of=same,
                      rounding=issue.rounding)

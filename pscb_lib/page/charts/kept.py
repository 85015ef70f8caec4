"""What a chart says beside its drawing: its figures as data, alternative text and what is hidden.

A figure that is hidden or has no value has no mark. All come from the figures that are drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from pscb_lib.disclosure.showing import ShownFigure
from pscb_lib.framework.english import capital, count_of, spell
from pscb_lib.framework.pounds import write_pounds
from pscb_lib.page.blocks import Chart, Data, Plain, Prose
from pscb_lib.page.charts.sheet import Sheet
from pscb_lib.page.tables.folded import not_shown

Figures = Mapping[str, ShownFigure]
MOST_SAID = 12  # figures that an alternative text tells one by one


def require_figures(figures: Iterable[object]) -> None:
    """Raise TypeError if one of them is not a figure that may be shown."""
    for figure in figures:
        if not isinstance(figure, ShownFigure):
            raise TypeError("a chart is drawn from shown figures only")


def number(figure: ShownFigure) -> float:
    """The value of a figure, or not a number if it is not shown or has none."""
    return float("nan") if figure.value is None else float(figure.value)


def largest(figures: Iterable[ShownFigure]) -> float:
    """The largest value, or 1 if there is none."""
    return max((float(one.value) for one in figures if one.value), default=1)


def is_any_hidden(figures: Iterable[ShownFigure]) -> bool:
    """Whether a figure is hidden, so that lengths which add up would give it away."""
    return any(figure.hidden for figure in figures)


def chart(on: Sheet, figures: Figures, *, id: str, headline: str, subtitle: str = "",
          place: tuple[int, int] | None = None, note: str | None = None, said: str = "",
          columns: Sequence[str] = ("Group", "Number"),
          rows: Sequence[Sequence[Plain]] | None = None) -> Chart:
    """The chart of what is drawn *on* a sheet.

    *said* is the alternative text in place of the figures one by one, *rows* the data if each
    figure is not a row of its own.
    """
    data = Data(list(columns), rows if rows is not None else tidy(figures))
    about = joined(note, say_hidden(figures.values()))
    return Chart(id, headline, on.svg(), alt_text(headline, said or say_all(figures)),
                 data, about or None, subtitle=subtitle, place=place)


def not_drawn(headline: str, place: tuple[int, int] | None) -> Prose:
    """What stands in place of a chart that is mostly hidden."""
    return replace(not_shown(headline), place=place)


def alt_text(headline: str, said: str) -> str:
    """The alternative text: what the chart shows, then its figures."""
    return f"{headline.rstrip('.')}: {said}" if said else headline


def say_all(figures: Figures) -> str:
    """The figures one by one, or the highest and the lowest if they are many."""
    if len(figures) <= MOST_SAID:
        return "; ".join(f"{label} {say(figure)}" for label, figure in figures.items()) + "."
    known = {label: figure for label, figure in figures.items() if figure.value is not None}
    if not known:
        return "no figure is shown."
    high, low = (pick(known, key=lambda label: number(known[label])) for pick in (max, min))
    return (f"highest {high}, {known[high].text}; lowest {low}, {known[low].text}; "
            f"{count_of(len(figures), 'figure')}.")


def say_grouped(groups: Mapping[str, Figures]) -> str:
    """The figures of each group under its name: Illness: found 9, not found 48; ..."""
    said = [f"{name}: {', '.join(f'{label} {say(one)}' for label, one in group.items())}"
            for name, group in groups.items()]
    return f"{'; '.join(said)}."


def say_series(series: Mapping[str, Figures], subtitle: str) -> str:
    """The figures of each series in their order: Here, 2009/10 to 2013/14: 15, 13, 16, 12, 13.

    The *subtitle* is heard just before, and may say from when to when already.
    """
    said = []
    for name, figures in series.items():
        labels = [*figures]
        ends = " to ".join(dict.fromkeys([*labels[:1], *labels[-1:]]))
        over = "" if ends in subtitle else f", {ends}"
        said.append(f"{name}{over}: {', '.join(map(say, figures.values()))}")
    return f"{'; '.join(said)}."


def say(figure: ShownFigure) -> str:
    """A figure within an alternative text."""
    return "not shown" if figure.hidden else figure.text[:1].lower() + figure.text[1:]


def mark(figure: ShownFigure) -> str:
    """A figure beside its bar: 27, 59.6%, not shown."""
    return say(figure)


def say_hidden(figures: Iterable[ShownFigure]) -> str | None:
    """Say how many figures have no bar because they are hidden: not all need be small."""
    hidden = sum(figure.hidden for figure in figures)
    if not hidden:
        return None
    return f"{capital(spell(hidden))} not shown: small numbers, or others that hide them."


def tidy(figures: Figures) -> list[list[Plain]]:
    """A row of data for each figure."""
    return [[label, plain(figure)] for label, figure in figures.items()]


def plain(figure: ShownFigure) -> Any:
    """A figure in a spreadsheet: its number, or why there is none."""
    if figure.value is None:
        return figure.text
    if figure.unit == "pounds":
        return write_pounds(figure.value)
    return int(figure.value) if isinstance(figure.value, int) else float(figure.value)


def joined(*parts: str | None) -> str:
    """The sentences that there are, one after another."""
    return " ".join(filter(None, parts))

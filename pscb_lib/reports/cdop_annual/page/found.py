"""What the panel found: categories, modifiable factors and domains, and England's figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from pscb_lib.disclosure.counting import NOT_RECORDED
from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown, rounded
from pscb_lib.framework.english import spell
from pscb_lib.page.blocks import Chart, Prose, Question
from pscb_lib.page.charts import plot_bars, plot_stacks
from pscb_lib.page.words.shown import amount, most, paragraph, require_told, share, told
from pscb_lib.reports.cdop_annual import places
from pscb_lib.reports.cdop_annual.measures import bands
from pscb_lib.reports.cdop_annual.measures.bands import CATEGORY_GROUPS
from pscb_lib.reports.cdop_annual.page.who import rows_of
from pscb_lib.reports.cdop_annual.page.words import CHAIR
from pscb_lib.reports.cdop_annual.places import (
    ALL_REVIEWS,
    LOWER,
    MODIFIABLE_SHARE,
    NATIONAL,
    RATE,
    RATES,
    REVIEWS,
    SHARE,
    UPPER,
    WITH,
    WITHOUT,
)

# Names for pictures: without numbers, which would look like counts, and unlike a wider concern's.
GROUPS = dict(zip(CATEGORY_GROUPS, (
    "Injury, suicide and trauma", "Illness, infectious or not", "Congenital, or around birth",
    "Sudden and unexplained"), strict=True))
IN_WORDS = dict(zip(CATEGORY_GROUPS, (
    "deaths from injury, self-harm or trauma", "deaths from illness or infection",
    "deaths from congenital conditions or around birth",
    "sudden, unexplained deaths"), strict=True))
INFECTION = "Infectious illness"
SHORT = {  # one line each beside its bar
    "Suicide or deliberate self-inflicted harm": "Suicide or self-inflicted harm",
    "Trauma and other external factors": "Trauma, other external factors",
    "Chromosomal, genetic and congenital anomalies": "Genetic, congenital anomalies",
    "Sudden unexpected, unexplained death": "Sudden and unexplained death"}
WHAT_RATES_COUNT = ("Deaths notified a year for every 10,000 residents aged 0 to 17 (in brackets, "
                    "what chance allows: 95% limits).")


def found_span_of(shown: Shown) -> str:
    """Return the years in which modifiable factors were recorded: 2010/11 to 2013/14."""
    return require_shown(shown).rows(MODIFIABLE_SHARE)[0]


def say_findings(shown: Shown) -> Prose | None:
    """Say how often modifiable factors were found, on England's basis, beside England's figure."""
    return paragraph(modifiable(shown), _england(shown))


@told
def modifiable(shown: Shown) -> str:
    """Say the share of all reviews with modifiable factors, as England's is worked out."""
    panel = require_shown(shown).rows(NATIONAL)[0]
    return (f"Modifiable factors were found in {share(shown.get(NATIONAL, panel, SHARE))} of the "
            f"reviews completed in {found_span_of(shown)}.")


def _england(shown: Shown) -> str:
    """Say England's latest published figure of all reviews."""
    latest = [row for row in shown.rows(NATIONAL)[1:] if row.endswith(ALL_REVIEWS)]
    if not latest:
        return "No figure for England had been published."
    return (f"{latest[-1].split(':')[0]}: {england_text(shown, latest[-1])}% of "
            f"{ALL_REVIEWS}.")


def england_text(shown: Shown, row: str) -> str:
    """England's per cent as finely as the panel's where both its numbers are known, else as given.
    """
    known = [shown.get(NATIONAL, row, name) for name in (WITH, REVIEWS)
             if shown.has(NATIONAL, row, name)]
    if len(known) < 2 or any(not one.value for one in known):
        return shown.get(NATIONAL, row, SHARE).text
    part, whole = (one.count for one in known)
    return rounded(Fraction(100 * part, whole))


def plot_found(shown: Shown) -> Chart | Prose:
    """Plot categories of death; the factors that may have contributed are in the spreadsheet."""
    years, categories = found_span_of(shown), _shown_first(rows_of(shown, places.CATEGORY))
    names = _without_numbers(categories)
    return plot_bars({names[label]: one for label, one in categories.items()},
                     id=places.CATEGORY, place=(1, 2),
                     headline=_largest(shown) or "Category of death",
                     subtitle=f"Category of death: reviews completed, {years}",
                     columns=("Category of death", places.REVIEWS_COMPLETED), short=SHORT,
                     total=shown.total_of(places.CATEGORY), alike=_alike())


def _alike() -> dict[str, list[str]]:
    """The categories of each group, by the names that pictures have."""
    return {GROUPS[group]: [*_without_numbers(bands.CATEGORY[code] for code in codes).values()]
            for group, codes in CATEGORY_GROUPS.items()}


def _shown_first(rows: Mapping[str, ShownFigure]) -> dict[str, ShownFigure]:
    """The rows that are shown in their order, then those that are not."""
    return dict(sorted(rows.items(), key=lambda item: item[1].hidden))


def _without_numbers(labels: Iterable[str]) -> dict[str, str]:
    """Return the categories' names without their numbers, which would look like counts.

    "Infection" is also a wider concern, which is counted elsewhere.
    """
    names = {label: label.partition(". ")[2] or label for label in labels}
    return {label: INFECTION if name == "Infection" else name for label, name in names.items()}


@told
def _largest(shown: Shown) -> str:
    label, total = most(shown, places.CATEGORY, NOT_RECORDED), shown.get(places.CATEGORY, TOTAL)
    require_told(total)
    if label is None or not shown.has(places.CATEGORY, label):  # several are as many
        return ""
    name = _without_numbers([label])[label]
    return f"{name}: {shown.get(places.CATEGORY, label).text} of {total.text}"


def plot_groups(shown: Shown) -> Chart | Prose:
    """Plot modifiable factors by group of categories."""
    groups = [row for row in require_shown(shown).rows(places.BY_GROUP) if row != TOTAL]
    bars = {GROUPS.get(row, row): {name: shown.get(places.BY_GROUP, row, name)
                                   for name in (WITH, WITHOUT)} for row in groups}
    return plot_stacks(bars, id=places.BY_GROUP, label="Categories",
                       headline=_most_often(shown, groups) or "Modifiable factors by group",
                       subtitle=f"Per cent of reviews completed, {found_span_of(shown)}",
                       is_share=True,
                       note=_apart(shown), row=15, said=_with_factors(bars), place=(2, 2))


def _with_factors(bars: Mapping[str, Mapping[str, ShownFigure]]) -> str:
    """Of how many reviews of each group that is shown factors were found: Sudden 11 of 18."""
    said = [f"{label} {each[WITH].count:,} of {each[WITH].count + each[WITHOUT].count:,}"
            for label, each in bars.items()
            if all(one.value is not None for one in each.values())
            and any(one.value for one in each.values())]
    return f"{'; '.join(said)}." if said else ""


@told
def most_modifiable_said(shown: Shown) -> str:
    """Say in which group modifiable factors were found most often; nothing if in several."""
    first = _most_modifiable(shown)
    if first is None:
        return ""
    label, found, whole = first
    return (f"Modifiable factors were found most often in {IN_WORDS[label]}: in {found.text} of "
            f"{whole.text} reviews ([](#{places.BY_GROUP})).")


def ask_of_factors(shown: Shown) -> Question | None:
    """Ask which factors those are that could be changed, and by whom; the public is asked nothing.
    """
    words = None if require_shown(shown).audience == "public" else _which_factors(shown)
    return Question("question-factors", words, CHAIR, place=(2, 2)) if words else None


@told
def _which_factors(shown: Shown) -> str:
    first = _most_modifiable(shown)
    if first is None:
        return ""
    label, found, _ = first
    reviews = "this one review" if found.value == 1 else f"these {spell(found.count)} reviews"
    return (f"Which factors were found in {reviews} of {IN_WORDS[label]}, and who acts on "
            "each?")


def _most_modifiable(shown: Shown) -> tuple[str, ShownFigure, ShownFigure] | None:
    """The group in which modifiable factors were found most often, if it is one; how often of all.

    Raises NotTold if a group is hidden.
    """
    found = {row: (shown.get(places.BY_GROUP, row, WITH), shown.get(places.BY_GROUP, row, TOTAL))
             for row in require_shown(shown).rows(places.BY_GROUP) if row != TOTAL}
    require_told(*(figure for both in found.values() for figure in both))
    shares = {row: Fraction(part.count, whole.count) for row, (part, whole) in found.items()
              if whole.count}
    most_ = [row for row, one in shares.items() if one == max(shares.values()) > 0]
    if len(most_) != 1 or most_[0] not in IN_WORDS or found[most_[0]][1].value == 1:
        return None
    return most_[0], *found[most_[0]]


@told
def _most_often(shown: Shown, groups: list[str]) -> str:
    """Name the group with modifiable factors most often; nothing if a group is hidden."""
    found = {row: (shown.get(places.BY_GROUP, row, WITH), shown.get(places.BY_GROUP, row, TOTAL))
             for row in groups}
    require_told(*(figure for both in found.values() for figure in both))
    if not any(whole.count for _, whole in found.values()):
        return ""
    part, whole, label = max(((part, whole, row) for row, (part, whole) in found.items()
                              if whole.count), key=lambda one: one[0].count / one[1].count)
    return f"{GROUPS.get(label, label)}: modifiable factors in {part.text} of {whole.text}"


@told
def _apart(shown: Shown) -> str:
    """Say the other basis: only the reviews with enough information to tell."""
    told_share = share(shown.get(MODIFIABLE_SHARE, found_span_of(shown)))
    return f"Of the reviews with enough information to tell: {told_share}."


def say_rates(shown: Shown) -> Prose | None:
    """Say the rate of each area whose population is known, with its limits."""
    said = [_rate(shown, row) for row in require_shown(shown).rows(RATES)
            if shown.get(RATES, row, RATE).state != "not collected"]
    return paragraph(WHAT_RATES_COUNT, *said) if any(said) else None


@told
def _rate(shown: Shown, row: str) -> str:
    rate = shown.get(RATES, row, RATE)
    if rate.value is None:
        return f"{row}: {amount(rate)}."
    lower, upper = (amount(shown.get(RATES, row, limit)) for limit in (LOWER, UPPER))
    return f"{row}: {amount(rate)} ({lower} to {upper})."

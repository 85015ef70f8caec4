"""The faults that are planted in the suite's own returns."""

from __future__ import annotations

from tools.synthetic.kinds import (
    Cells,
    Kind,
    blank,
    counted_day,
    day_of,
    differs_below,
    end_before_start,
    id_as_number,
    leading_zero,
    moved,
    moved_by,
    not_a_date,
    same_row_twice,
    two_births,
    unknown_code,
    written,
    wrong_date,
)


def _lasts(cells: Cells) -> bool:
    """Whether an episode has an end and is long enough for another to begin the next day."""
    back = cells["returned_at"]
    return bool(back) and (day_of(back) - day_of(cells["left_at"])).days >= 2


def _within(cells: Cells) -> dict[str, str]:
    left = cells["left_at"]
    return {**cells, "episode_id": f"{cells['episode_id']}A", "left_at": moved(left, 1)}


def _early_in_half(cells: Cells) -> bool:
    """Whether a week later is in the same half-year: April to August, October to February."""
    return bool(cells["returned_at"]) and cells["left_at"][3:5] not in ("09", "03")


def _again(cells: Cells) -> dict[str, str]:
    return {**cells, "episode_id": f"{cells['episode_id']}B", **{
        name: moved(cells[name], 7) for name in ("left_at", "returned_at", "rhi_completed_at")
        if cells[name]}}


def _still_open(cells: Cells) -> dict[str, str]:
    return {"returned_at": "", "rhi_completed_at": "", "rhi_independent": "", "rhi_reason": "",
            "rhi_change": ""}


def _percentage(cells: Cells, off: float = 0.0) -> str:
    return f"{100 * int(cells['numerator']) / int(cells['denominator']) + off:.1f}"


def _as_share(cells: Cells) -> dict[str, str]:
    """Send the figure again a day later, with its percentage on a scale of one."""
    share = int(cells["numerator"]) / int(cells["denominator"])
    return {**cells, "submitted_on": moved(cells["submitted_on"], 1), "actual": f"{share:.3f}"}


def _has_share(cells: Cells) -> bool:
    return bool(cells["denominator"]) and int(cells["numerator"]) * 10 > int(cells["denominator"])


def _is_half_or_less(cells: Cells) -> bool:
    return _has_share(cells) and 2 * int(cells["numerator"]) <= int(cells["denominator"])


MISSING_EPISODES = (
    wrong_date("left_at", "31/02/2014 18:00"), not_a_date("returned_at"), blank("left_at"),
    written("a time that is none", "left_at", "14/05/2014 25:10"),
    end_before_start("left_at", "returned_at"),
    Kind("an episode within another", ("left_at",), dict, _lasts, _within, of_owner=1),
    Kind("gone again while still missing", ("returned_at",), _still_open, _early_in_half, _again,
         ("left_at",), of_owner=1),
    moved_by("a day outside the half-year", "left_at", -190),
    unknown_code("status", "Q"), unknown_code("placement_type", "Tent"),
    Kind("gone before birth", ("dob",), lambda cells: {"dob": moved(cells["left_at"][:10], 60)}),
    id_as_number("child_id"), leading_zero("child_id"), two_births("dob"), same_row_twice(),
    end_before_start("returned_at", "rhi_completed_at", days=1),
)
DEATHS = (
    wrong_date("date_of_birth"), not_a_date("notified_on"), counted_day("date_of_death"),
    Kind("a death before the birth", ("date_of_birth",),
         lambda cells: {"date_of_birth": moved(cells["date_of_death"], 30)}),
    Kind("a death after the 18th birthday", ("date_of_birth",),
         lambda cells: {"date_of_birth": moved(cells["date_of_death"], -7000)}),
    unknown_code("category", "11"), end_before_start("date_of_death", "panel_completed_on"),
    differs_below("date_of_death", lambda cell: moved(cell, -1)), same_row_twice(),
)
DATA_SET = (
    written("a count hidden as <5", "numerator", "<5"), written("a dash", "numerator", "-"),
    written("a count with a decimal point", "numerator", "1.234"),
    Kind("more counted than there were", ("numerator",),
         lambda cells: {"numerator": str(int(cells["denominator"]) + 11)}, _has_share),
    Kind("counted of none", ("denominator",), lambda cells: {"denominator": "0"}, _has_share),
    Kind("a percentage unlike its counts", ("actual",),
         lambda cells: {"actual": _percentage(cells, 5.0)}, _is_half_or_less),
    Kind("two scales in one column", ("actual",), lambda cells: {"actual": _percentage(cells)},
         _has_share, _as_share),
    written("a period that is none", "period", "Quarter nine"),
    unknown_code("agency", "The Agency"), unknown_code("indicator", "ZZ9"),
    wrong_date("submitted_on"), same_row_twice(),
    differs_below("numerator", lambda cell: str(int(cell) - 1) if int(cell) else "1"),
)

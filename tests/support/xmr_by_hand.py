"""The rules of an XmR chart, implemented a second time from their text, point by point.

It shares no code with the suite: it cross-multiplies whole numbers, and applies each rule to each
point separately. A series is a list of whole numbers or None; *starts* are the places where the
usual range is recalculated.
"""

from __future__ import annotations

from itertools import pairwise

OUTSIDE, TREND, TWO_OF_THREE, SHIFT = "outside", "trend", "two of three", "shift"


def judge(values, starts=()):
    """Return for each point the rules that mark it, in order, and its direction, or None."""
    edges = sorted({0, len(values), *starts})
    return [one for first, after in pairwise(edges)
            for one in judge_stretch(values[first:after])]


def judge_stretch(values):
    far = distances(values)
    if far is None:
        return [None] * len(values)
    return [None if values[place] is None else judge_point(values, far, place)
            for place in range(len(values))]


def distances(values):
    """Return for each point its distance from the mean, and the limit, both scaled alike."""
    given = [value for value in values if value is not None]
    ranges = [abs(values[place] - values[place - 1]) for place in range(1, len(values))
              if values[place] is not None and values[place - 1] is not None]
    if len(ranges) < 4 or (max(ranges) == 0 and min(given) != max(given)):
        return None
    kept = []
    for each in ranges:
        if 1000 * each * len(ranges) < 3267 * sum(ranges):
            kept.append(each)
    if sum(kept) == 0:
        kept = ranges
    return [None if value is None else
            (300 * (len(given) * value - sum(given)) * len(kept), 798 * sum(kept) * len(given))
            for value in values]


def judge_point(values, far, place):
    away, limit = far[place]
    rules = []
    direction = None

    def found(rule, up):
        nonlocal direction
        rules.append(rule)
        if direction is None:
            direction = "HIGH" if up else "LOW"

    if abs(away) > limit:
        found(OUTSIDE, away > 0)
    up = any(rises(each) for each in windows(values, place, 7))
    down = any(rises([-one for one in each]) for each in windows(values, place, 7))
    if up or down:
        found(TREND, values[place + 1] > values[place] if up and down else up)
    if is_near(far[place]) and any(two_of_three(each) for each in windows(far, place, 3)):
        found(TWO_OF_THREE, away > 0)
    if any(on_one_side(each) for each in windows(far, place, 7)):
        found(SHIFT, away > 0)
    return rules, direction


def windows(items, place, width):
    """Yield all windows of *width* items around *place* without a missing item."""
    for first in range(place - width + 1, place + 1):
        window = items[first:first + width] if first >= 0 else []
        if len(window) == width and None not in window:
            yield window


def rises(window):
    return all(window[place] > window[place - 1] for place in range(1, len(window)))


def on_one_side(window):
    return all(away > 0 for away, _ in window) or all(away < 0 for away, _ in window)


def is_near(point):
    away, limit = point
    return 3 * abs(away) > 2 * limit and abs(away) <= limit


def two_of_three(window):
    return on_one_side(window) and sum(map(is_near, window)) >= 2

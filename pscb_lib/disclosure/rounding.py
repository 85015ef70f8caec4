"""Counts rounded before they are shown, where the Board's profile says so."""

from __future__ import annotations

from fractions import Fraction

import pandas

from pscb_lib.disclosure.secrecy.system import to_nearest


def round_off(frame: pandas.DataFrame, masked: pandas.Series, step: int) -> pandas.DataFrame:
    """Round *masked* counts to the nearest *step*; percentages and rates follow from them."""
    rows = frame.to_dict("records")
    for row in (row for row, is_masked in zip(rows, masked, strict=True) if is_masked):
        if row["actual"] is None:
            continue
        if row["unit"] == "count":
            row["actual"] = to_nearest(row["actual"], step)
            continue
        if row["numerator"] is None:  # of money, which counts nobody
            continue
        whole = row["denominator"]
        per = row["actual"] / Fraction(row["numerator"], whole) if row["numerator"] else 0
        row["numerator"] = to_nearest(row["numerator"], step)
        row["denominator"] = to_nearest(whole, step) if row["unit"] == "percent" else whole
        row["actual"] = (per * Fraction(row["numerator"], row["denominator"])
                         if row["denominator"] else None)
        row["state"] = "" if row["denominator"] else "no cases"
    return pandas.DataFrame(rows, columns=frame.columns, dtype=object)

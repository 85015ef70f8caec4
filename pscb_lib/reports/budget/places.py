"""The places of the figures: what the tables, their rows and their columns are called."""

from __future__ import annotations

from pscb_lib.disclosure.figures import TOTAL

SPEND, INCOME, RESERVE = "spend", "income", "reserve"
OPENING, BUDGET, PROFILE, ACTUAL, COMMITTED, FORECAST = (
    "On 1 April", "Budget for the year", "Profile to date", "Actual to date", "Committed",
    "Forecast for the year")
OVER, OVER_SHARE = "Forecast over budget", "Forecast over budget, of the budget"
AHEAD, AHEAD_SHARE = "Actual over profile", "Actual over profile, of the profile"
BOUND = "Actual and committed over profile"
MONTHS = "months"

PARTNERS = "partners"
AGREED, SHARE, RECEIVED, UNPAID = "Agreed", "Share of all agreed", "Received", "Unpaid"
RECEIVED_SHARE = "Received, of what was agreed"
PAID = ("paid", "Partners that have paid in full", "")


def total(table: str, column: str) -> tuple[str, str, str]:
    """The place of the total of a column."""
    return table, TOTAL, column

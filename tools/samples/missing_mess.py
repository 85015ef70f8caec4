"""The missing children's sample as agencies would send it: text cells, with common faults."""

from __future__ import annotations

from datetime import date, datetime, timedelta

YES_NO = {True: "yes", False: "no", None: ""}


def spoil(half: str, episodes: list[dict]) -> list[dict]:
    """Write the cells of one half-year, with this half-year's faults."""
    ends = max(episode["left_at"] for episode in episodes)
    if half == "2014-15-h1":
        _never_back(_last(episodes, "other_la_cla"), ends)
    rows = [_written(episode) for episode in episodes]
    if half == "2014-15-h1":
        row = _first(rows, "home")
        row["returned_at"] = f"{episodes[rows.index(row)]['left_at'] - timedelta(days=10):%d/%m/%Y}"
    if half == "2013-14-h2":
        row = next(row for row in rows if row["from"] == "home" and row.get("rhi_completed_at"))
        day_before = episodes[rows.index(row)]["left_at"] - timedelta(days=1)
        row["rhi_completed_at"] = f"{day_before:%d/%m/%Y}"
    if half == "2013-14-h1":
        rows.append(rows[-1])
    return rows


def _never_back(episode: dict, ends: datetime) -> None:
    for name in ("returned_at", "swc_at", "strategy_mtg_at"):
        episode[name] = None
    episode["missing_confirmed_on"] = (ends + timedelta(days=120)).date()


def _last(episodes: list[dict], whose: str) -> dict:
    return next(episode for episode in reversed(episodes) if episode["from"] == whose
                and episode["status"] == "M" and episode["is_last"])


def _first(rows: list[dict], whose: str) -> dict:
    return next(row for row in rows if row["from"] == whose and not row["covers_episode_ids"])


def _written(episode: dict) -> dict:
    row = {name: _cell(value) for name, value in episode.items()
           if name not in ("is_timed", "is_last", "covers")}
    if not episode["is_timed"]:
        row |= {name: row[name][:10] for name in ("left_at", "returned_at")}
    return {**row, "covers_episode_ids": episode.get("covers", {}).get("episode_id", "")}


def _cell(value: object) -> str:
    if isinstance(value, datetime):
        return f"{value:%d/%m/%Y %H:%M}"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return YES_NO[value] if isinstance(value, bool) or value is None else value

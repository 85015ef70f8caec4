"""What the command prints of many boards: a line for each as it ends, what failed, the sums."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator

from pscb_lib.running.board import Account, say_counts


def show_boards(accounts: Iterable[Account], total: int) -> Iterator[Account]:
    """Pass on each account as it comes: a bar on a terminal, a line each in a log."""
    if sys.stderr.isatty():
        from tqdm import tqdm

        yield from tqdm(accounts, total=total, desc="Boards", unit="board", ascii=True)
        return
    for number, account in enumerate(accounts, start=1):
        became = "could not run" if account.failure else say_counts(account.counts)
        print(f"{number} of {total}  {account.order.board}: {became}", file=sys.stderr, flush=True)
        yield account


def say_troubles_of(accounts: Iterable[Account]) -> Iterator[str]:
    """A line for each set that failed, and for each board that could not run at all."""
    for account in accounts:
        if account.failure:
            yield f"FAILED  {account.order.board}: {account.failure}"
        yield from (f"{account.order.board}: {trouble}" for trouble in account.troubles)


def say_boards(accounts: Iterable[Account]) -> str:
    """How many boards ran, and what became of all their sets."""
    accounts, sums = list(accounts), Counter()
    ran = [account for account in accounts if not account.failure]
    for account in ran:
        sums.update(account.counts)
    said = f"{len(ran)} of {len(accounts)} boards ran"
    return f"{said}: {say_counts(sums)}" if ran else said

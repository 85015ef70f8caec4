"""Show how far a long run is: a bar on a terminal, plain lines in a log.

The bar names what is being made, how many are done of all, and the time left. It goes away at the
end, and what is printed meanwhile stands above it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

Result = TypeVar("Result")
Say = Callable[[Result], tuple[str, str]]  # the name of what a result is of, and how it ended
FORM = "{desc}: {n_fmt} of {total_fmt} |{bar}| {remaining} left"


class Progress:
    """The progress of one run, in plain lines: one for each thing that is done."""

    def say(self, line: str) -> None:
        """Print a line on the stream of errors."""
        print(line, file=sys.stderr, flush=True)

    def began(self, name: str) -> None:
        """Take note that the making of *name* has begun: a log has no line for it."""

    def show(self, results: Iterable[Result], total: int, say: Say[Result]) -> Iterator[Result]:
        """Yield each of *total* results as it comes, and show it."""
        for number, result in enumerate(results, start=1):
            self.say(f"{number} of {total}  {': '.join(say(result))}")
            yield result


class Silent(Progress):
    """The progress of one board of many, of which nothing is shown."""

    def say(self, line: str) -> None:
        """Print nothing."""


class Bar(Progress):
    """The progress of one run as a bar."""

    def __init__(self) -> None:
        self._bar: Any = None
        self._at_work: list[str] = []

    def say(self, line: str) -> None:
        """Print a line above the bar."""
        if self._bar is None:
            super().say(line)
        else:
            self._bar.write(line, file=sys.stderr)

    def began(self, name: str) -> None:
        """Name what is being made."""
        self._at_work.append(name)
        self._name()

    def show(self, results: Iterable[Result], total: int, say: Say[Result]) -> Iterator[Result]:
        """Yield each of *total* results as it comes, and move the bar on."""
        from tqdm import tqdm

        with tqdm(total=total, desc="Starting", bar_format=FORM, ascii=True, leave=False,
                  dynamic_ncols=True, file=sys.stderr) as self._bar:
            for result in results:
                name, _ = say(result)
                self._at_work = [one for one in self._at_work if one != name]
                self._bar.update()
                self._name()
                yield result
        self._bar = None

    def _name(self) -> None:
        if self._bar is not None and self._at_work:
            first, *others = self._at_work
            self._bar.set_description_str(f"{first} and {len(others)} more" if others else first)


def progress_here() -> Progress:
    """A bar if the stream of errors is a terminal, else plain lines."""
    return Bar() if sys.stderr.isatty() else Progress()

"""An attribute of a return that depends on the registers and on the day of the report."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from pscb_lib.board.context import Context
from pscb_lib.board.wording import in_own_words
from pscb_lib.reading.rows import Field

Thing = TypeVar("Thing")
Maker = Callable[[Context], tuple[Thing, ...]]


class ForContext(Generic[Thing]):
    """An attribute that is a function of the context; a tuple is the same for every context."""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, kind: object | None, owner: type) -> Maker[Thing]:
        if kind is None:  # dataclass asks for the default: there is none
            raise AttributeError(self._name)
        maker: Maker[Thing] = vars(kind)[self._name]
        return maker

    def __set__(self, kind: object, given: Maker[Thing] | tuple[Thing, ...]) -> None:
        vars(kind)[self._name] = given if callable(given) else lambda context: given


class Columns(ForContext[Field]):
    """The columns of a return, in the words of the board's framework."""

    def __get__(self, kind: object | None, owner: type) -> Maker[Field]:
        maker = super().__get__(kind, owner)
        return lambda context: tuple(in_own_words(one, context.words) for one in maker(context))

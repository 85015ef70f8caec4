"""Whether a public set is signed off: a line of the Board's ledger names its manifest."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from pathlib import Path

from pscb_lib.board.context import find_project
from pscb_lib.board.ledger import NAME as LEDGER
from pscb_lib.board.ledger import Event, Line, read_ledger
from pscb_lib.page.words.front import DRAFT
from pscb_lib.reading.digest import sha256
from pscb_lib.reading.findings import InputError
from pscb_lib.running.publishing.manifest import NAME

PUBLIC = "public"


def releases_of(params: Path, name: str) -> list[Line]:
    """The releases that the ledger has of the paper *name*. Raises InputError if it is wrong."""
    if not (params / LEDGER).exists():
        return []
    return [line for line in read_ledger(params, date.max)
            if line.event is Event.RELEASED and line.report == name]


def sign_off_of(folder: Path, params: Path) -> Line | None:
    """The line that signs off the set in *folder* as it is now, or None."""
    if folder.parent.name != PUBLIC or not (folder / NAME).is_file():
        return None
    return find_release(params, folder.name, sha256(folder / NAME))


def find_release(params: Path, name: str, manifest: str) -> Line | None:
    """The release of the paper *name* whose manifest has this SHA-256, or None."""
    return next((line for line in releases_of(params, name) if line.set_sha256 == manifest), None)


def say_sign_off(folder: Path, params: Path) -> str | None:
    """Who signed off the set in *folder*, and when; None if it is a draft or not public."""
    line = sign_off_of(folder, params)
    return f"{line.by} on {line.on}" if line else None


def say_state(folder: Path) -> str | None:
    """Whether a public set is a draft, by the ledger of its project, or of the working folder.

    None if it is no public set, or if there is no ledger.
    """
    place = folder.resolve()
    for start in (place, Path.cwd()) if place.parent.name == PUBLIC else ():
        with suppress(InputError):  # no project there: look in the next place
            params = find_project(start) / "params"
            signed = say_sign_off(place, params)
            return f"released, signed off by {signed}" if signed else DRAFT.lower()
    return None

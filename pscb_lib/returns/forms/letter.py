"""The letter to one agency that goes with its form: what is asked, by when, whom to ask.

It also says what was accepted from the agency last time. It is a Word document in the Board's own
look, and the same letter always has the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path
from typing import Any

import docx

from pscb_lib.board.context import Context
from pscb_lib.board.wording import named
from pscb_lib.framework.english import count_of
from pscb_lib.framework.months import say_day
from pscb_lib.page.rendering.word.base import empty_document
from pscb_lib.page.rendering.word.packing import packed
from pscb_lib.returns.forms.plan import Form
from pscb_lib.returns.history import Accepted, known_on, read_ledger
from pscb_lib.writing.whole import refusing, write_bytes

HEADING, TEXT, POINT = "heading 1", "Normal", "List Bullet"


@dataclass(frozen=True)
class Part:
    """One paragraph of the letter and the style that it has."""

    text: str
    style: str = TEXT


def letter_name(form: Form) -> str:
    """The name of the letter's file, beside that of the form."""
    return f"letter-{Path(form.file_name).stem}.docx"


def write_letter(form: Form, path: Path) -> None:
    """Write the letter that goes with *form* to *path*. Raises InputError if it cannot."""
    write_parts(letter_of(form, last_accepted(form)), form.title, form.context, path)


def write_parts(parts: Iterable[Part], title: str, context: Context, path: Path) -> None:
    """Write a letter of these *parts* to *path*. Raises InputError if it cannot."""
    document = docx.Document(io.BytesIO(empty_document(context.settings.look.accent)))
    for part in parts:
        document.add_paragraph(named(part.text))._p.style = _style_id(document, part.style)
    about = document.core_properties
    about.title, about.author, about.language = title, context.settings.board, "en-GB"
    about.created = about.modified = datetime.combine(context.as_of, time())
    with refusing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_bytes(path, packed(document))


def last_accepted(form: Form) -> Accepted | None:
    """Return the last return of this kind that was accepted from the form's agency alone."""
    context, agency = form.context, form.agency
    ledger = known_on(read_ledger(context.returns), context.as_of)
    own = [one for one in ledger if one.kind == form.kind.name and (
        one.agencies == (agency,) or one.sender == agency and not one.agencies)]
    return own[-1] if own else None


def letter_of(form: Form, last: Accepted | None) -> Iterator[Part]:
    """Yield the paragraphs of the letter; *last* is what was accepted last time."""
    board, period = form.context.settings.board, form.context.period
    yield Part(f"{form.kind.title}: {period.words}", "Title")
    yield Part(f"To {form.agency}, from {board}")
    yield Part("What we ask", HEADING)
    yield Part(f"Please fill in the workbook {form.file_name}, which comes with this letter. Its "
               "sheet Instructions says what each column takes.")
    yield from _measures(form)
    yield Part("By when", HEADING)
    yield Part(_by_when(form))
    yield Part("Whom to ask", HEADING)
    yield Part(_whom(form))
    yield Part("What we had from you last time", HEADING)
    yield from _last(form, last)
    yield Part("How to send it", HEADING)
    yield Part("Send the workbook itself, not a picture or a PDF of it, and keep its headings. "
               "We confirm what was read and used, and say what is to be corrected.")
    if any(field.identifying for field in form.fields):
        yield Part("It holds what can identify a child: send it only as the Board's protocol on "
                   "sharing information allows.")


def _measures(form: Form) -> Iterator[Part]:
    titles = [str(row["title"]) for row in form.prefilled.rows] if form.prefilled else []
    if titles:
        yield Part(f"You are asked for {count_of(len(titles), 'measure')}:")
    for title in titles:
        yield Part(title, POINT)


def _by_when(form: Form) -> str:
    if form.due_on is None:
        return f"By the day that {form.ask} names."
    if form.meeting:
        return (f"Please send it before {say_day(form.due_on)}, when the papers are due for the "
                f"meeting of {form.meeting.group.value} on {say_day(form.meeting.on)}.")
    return f"Please send it before {say_day(form.due_on)}, when the report made from it is due."


def _whom(form: Form) -> str:
    contact = form.context.settings.contact
    return " or ".join(filter(None, [contact, form.ask if form.ask != contact else None])) + "."


def _last(form: Form, last: Accepted | None) -> Iterator[Part]:
    if last is None:
        yield Part("Nothing of this kind is in our record of what was accepted from you.")
        return
    about = f" about {_listed(last.periods)}" if last.periods else ""
    yield Part(f"On {say_day(last.received_on)} we received {last.sent_as}{about}. It had "
               f"{count_of(last.read, 'row')}: {last.used:,} used, {last.rejected:,} not used "
               f"because they had to be corrected, {last.left_out:,} left out.")
    if form.prefilled:
        yield Part("The form has your figures of the last quarters: please see that they are "
                   "right.")


def _listed(periods: Sequence[str]) -> str:
    return periods[0] if len(periods) == 1 else f"{periods[0]} to {periods[-1]}"


def _style_id(document: Any, name: str) -> str:
    """The id of a style by its name, which python-docx knows in its own spelling alone."""
    return next(str(one.style_id) for one in document.styles
                if str(one.name).casefold() == name.casefold())

"""The cover of a workbook, in column A alone.

Guidance: "A cover sheet should have the title, what the tables are, the period, contact details,
the date, the source, the licence and how to use the workbook". Headings are strong, and nothing is
left blank between them.
"""

from __future__ import annotations

from collections.abc import Iterator

from pscb_lib.page.rendering.paper import Paper
from pscb_lib.page.rendering.printed import day_in_words
from pscb_lib.page.rendering.spreadsheets.sheets import source_of

# The facts of the front sheet that say whom to ask, the best first.
CONTACTS = ("Contact", "Presented by")
LICENCES = {
    "public": "None is stated. Name the Board and the day of the figures when you quote them, and "
              "ask the contact before you use more of them.",
    None: "None: these tables are not for publication. Do not pass them on beyond the readers "
          "that the marking names.",
}
HOW = ("Contents links to each sheet. Each sheet has one table that starts in column A, below its "
       "title and notes, and has the number that it has in the paper. Numbers are shown rounded; "
       "a cell holds up to six decimals. A cell without a figure says why in square brackets, "
       "which its sheet explains. Data dictionary says what each column means and in what unit it "
       "is. The same tables for programs are the CSV files in the folder tables beside this file.")


def cover_of(paper: Paper) -> list[tuple[str, str]]:
    """Return the lines of the cover, each with the name of its format."""
    lines = [("title", f"{paper.name}: tables"), ("text", paper.front["board"]),
             ("strong", paper.front["marking"])]
    return [*lines, *(line for heading, words in _parts(paper)
                      for line in (("heading", heading), ("text", words)))]


def _parts(paper: Paper) -> Iterator[tuple[str, str]]:
    front = paper.front
    yield "What this is", (f"The figures behind the paper “{paper.title}”: those of every table "
                           "and chart that is printed there, and more. Each table has its own "
                           "sheet.")  # how many would stand beside words of the paper's figures
    yield "Period", front["period_words"]
    yield "Date", f"Data as at {day_in_words(front['as_of'])}"
    yield "Source", f"{source_of(paper)[:1].upper()}{source_of(paper)[1:]}."
    facts = dict(map(tuple, front["facts"]))
    contact = next((facts[name] for name in CONTACTS if name in facts), None)
    yield "Contact", f"{contact}, {front['board']}" if contact else front["board"]
    yield "Licence", LICENCES.get(front["audience"], LICENCES[None])
    yield "How to use it", HOW

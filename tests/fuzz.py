"""Spoil sound returns at random and read them: ``python tests/fuzz.py 20000 --seed 1``.

For every spoilt file three things must hold. Nothing escapes but an InputError of one line. The
rows read are the rows used, rejected and left out. Nothing is changed in silence: every value
used is what its cell parses to, and a cell written in another way than its value is in a finding.
"""

from __future__ import annotations

import argparse
import csv
import io
import random
import sys
import tempfile
from collections import Counter
from contextlib import chdir
from dataclasses import replace
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parent / "support")]

from papers import ROOT  # noqa: E402
from xlsxwriter import Workbook  # noqa: E402

from pscb_lib.board.context import Context, open_context  # noqa: E402
from pscb_lib.reading.cells import Noted, value_of  # noqa: E402
from pscb_lib.reading.files import read_table  # noqa: E402
from pscb_lib.reading.findings import InputError, Reaction  # noqa: E402
from pscb_lib.reading.rows import Checked  # noqa: E402
from pscb_lib.returns.kinds import Return, find_returns  # noqa: E402

PERIODS = {"deaths": "2013-14", "missing_episodes": "2014-15 H1", "allegations": "2014-15 H1",
           **dict.fromkeys(("common_assessments", "early_help_after", "early_help_cost"),
                           "2014-15 H1")}
NASTY = (
    "", " ", "-", "<5", "c", "x", "z", "N/A", "#REF!", "=1+1", "1,234", "1 234", "1\u00a0234",
    "1.234", "95%", "0.95", "-1", "1E5", "1.23457E+12", "123.0", "00123", "41912", "99999999",
    "14/09/14", "31/02/2014", "2014-04-03", "09/14/2014", "24:00", "26/10/2014 01:30",
    "12/05/2014 7.30pm", "Sep-14", "Total", "Quarter 2", "2014-15 Q9", "Zo\u00eb \u2013 \u00a31",
    "<script>alert(1)</script>", "\u202e", "'", '"', "a\nb", "\x00", "9" * 400, "\ud7ff", "nan",
    "True", "nil_return", "yes", "no", "e" * 5000, "\u0661\u0662", "\uff11\uff12", "1e400", "٣",
)
BYTES = (b"\x81", b"\xff\xfe", b"\x00", b'"', b",", b"\r", b"\n\n", b"\xe9", b"PK\x03\x04", b";")


class Silent(AssertionError):
    """A change that no finding tells."""


def main(arguments: list[str]) -> int:
    """Read so many spoilt files and print what became of them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("number", type=int)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        tally = fuzz(chosen.number, chosen.seed, Path(folder))
    print(", ".join(f"{count:,} {what}" for what, count in sorted(tally.items())))
    return 0


def fuzz(number: int, seed: int, folder: Path) -> Counter[str]:
    """Spoil and read *number* files, the kinds of return and the formats in turn."""
    kinds = [made_once(kind) for kind in find_returns().values()]
    tally: Counter[str] = Counter()
    for turn in range(number):
        kind, context = kinds[turn % len(kinds)]
        chance = random.Random(f"{seed} {turn}")
        form = "xlsx" if turn // len(kinds) % 4 == 0 else "csv"
        path = folder / f"{kind.name}.{form}"
        path.write_bytes(spoil(kind, context, form, chance))
        try:
            tally[judge(kind, path, context)] += 1
        except Exception as fault:
            kept = folder.parent / f"fuzz-{seed}-{turn}-{path.name}"
            kept.write_bytes(path.read_bytes())
            raise AssertionError(f"turn {turn} of seed {seed}, kept as {kept}: {fault!r}"
                                 ) from fault
    return tally


def made_once(kind: Return) -> tuple[Return, Context]:
    """A kind of return whose registers are read once and not for every file."""
    context = context_of(kind)
    made = {name: getattr(kind, name)(context)
            for name in ("fields", "rules", "file_rules", "leave_out")}
    return replace(kind, **{name: lambda _, one=one: one for name, one in made.items()}), context


def context_of(kind: Return) -> Context:
    """The shipped project, in a period that the return has."""
    with chdir(ROOT):
        return open_context(PERIODS.get(kind.name, "2014-15 Q3"), "2015-01-31",
                            "pscb_lib/samples", "restricted")


def judge(kind: Return, path: Path, context: Context) -> str:
    """Read a spoilt file and see that what must hold does; say what became of it."""
    try:
        checked = kind.read(path, context)
    except InputError as refusal:
        if "\n" in str(refusal) or len(str(refusal)) > 6000:
            raise Silent(f"a refusal of more than one line: {refusal}") from refusal
        return "refused"
    see_the_rows_add_up(checked)
    see_nothing_is_silent(kind, path, context, checked)
    return "with findings" if checked.findings else "sound"


def see_the_rows_add_up(checked: Checked) -> None:
    """Rows read = used + rejected + left out, and each figure is what the account says."""
    rows = checked.rows
    if rows["read"] != rows["used"] + rows["rejected"] + rows["left_out"]:
        raise Silent(f"{rows} do not add up")
    if rows["used"] != len(checked.frame) or rows["left_out"] != sum(checked.reasons.values()):
        raise Silent(f"{rows} is not what is there")
    named = {finding.row for finding in checked.findings
             if finding.reaction is Reaction.REJECTED}
    if rows["rejected"] != len(named):
        raise Silent(f"{rows['rejected']} rejected, and findings in rows {named}")


def see_nothing_is_silent(kind: Return, path: Path, context: Context, checked: Checked) -> None:
    """Every value used is the parse of its cell; one that had to be read by rule is noted."""
    fields = kind.fields(context)
    table = read_table(path, tuple(field.name for field in fields if not field.optional))
    noted = {(finding.column, finding.value) for finding in checked.findings}
    columns = {finding.column for finding in checked.findings}
    for record in checked.frame.to_dict("records"):
        cells = table.row(record["row"]).cells
        for field in fields:
            cell = cells.get(field.name, "")
            parsed = field.parse(cell)
            if value_of(parsed) != record[field.name]:
                raise Silent(f"{field.name} {cell!r} became {record[field.name]!r}")
            told = field.name in columns if field.identifying else (field.name, cell) in noted
            if isinstance(parsed, Noted) and not told:
                raise Silent(f"{field.name} {cell!r} was read as {parsed.value!r} unsaid")


def spoil(kind: Return, context: Context, form: str, chance: random.Random) -> bytes:
    """A file of this kind with some things wrong in it."""
    names = [field.name for field in kind.fields(context)]
    rows = [[kind.example.get(name, "") for name in names] for _ in range(chance.randrange(1, 7))]
    lines = [names, *rows]
    for _ in range(chance.randrange(5)):
        chance.choice(LINE_SPOILERS)(lines, chance)
    content = as_csv(lines, chance) if form == "csv" else as_xlsx(lines, chance)
    for _ in range(chance.randrange(3) if chance.random() < 0.3 else 0):
        place = chance.randrange(len(content) + 1)
        content = content[:place] + chance.choice(BYTES) + content[place + chance.randrange(3):]
    return content[:chance.randrange(len(content) + 1)] if chance.random() < 0.03 else content


def spoil_cell(lines: list[list[str]], chance: random.Random) -> None:
    line = chance.choice(lines[1:] or lines)
    if line:
        line[chance.randrange(len(line))] = chance.choice(NASTY)


def spoil_line(lines: list[list[str]], chance: random.Random) -> None:
    line = chance.choice(lines)
    chance.choice((
        lambda: line.append(chance.choice(NASTY)), lambda: line and line.pop(),
        lambda: lines.append(list(line)), lambda: len(lines) > 1 and lines.remove(line),
        lambda: lines.insert(0, ["The Board's return"]), lambda: lines.append([]),
        lambda: lines.append(["Total", *["6"] * (len(line) - 1)]),
        lambda: lines.append(["c is suppressed at source"]), lambda: chance.shuffle(lines)))()


def spoil_header(lines: list[list[str]], chance: random.Random) -> None:
    line = lines[0]
    if line:
        line[chance.randrange(len(line))] = chance.choice(
            ("Name", "NHS number", line[0], line[0].upper(), "", *NASTY))


LINE_SPOILERS = (spoil_cell, spoil_cell, spoil_cell, spoil_cell, spoil_line, spoil_header)


def as_csv(lines: list[list[str]], chance: random.Random) -> bytes:
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=chance.choice(",,,,;\t")).writerows(lines)
    coding = chance.choice(("utf-8", "utf-8", "utf-8-sig", "utf-16", "cp1252"))
    return written.getvalue().encode(coding, "replace")


def as_xlsx(lines: list[list[str]], chance: random.Random) -> bytes:
    written = io.BytesIO()
    book = Workbook(written, {"in_memory": True, "date_1904": chance.random() < 0.2,
                              "strings_to_numbers": chance.random() < 0.5})
    sheet = book.add_worksheet()
    percent = book.add_format({"num_format": "0%"})
    for row, line in enumerate(lines):
        for column, cell in enumerate(line):
            if cell == "0.95":
                sheet.write_number(row, column, 0.95, percent)
            else:
                sheet.write(row, column, "".join(one for one in cell if one >= " "))
        if chance.random() < 0.05:
            sheet.set_row(row, None, None, {"hidden": True})
    if chance.random() < 0.1:
        book.add_worksheet().hide()
    book.close()
    return written.getvalue()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

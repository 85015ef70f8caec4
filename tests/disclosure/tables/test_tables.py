"""``pscb mask``: tables that anybody made are masked, and the evidence says what is known."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from mask_tables import evidence, mask, rows
from outsider import programmed, tried
from papers import pscb
from random_tables import table
from worked_tables import WORKED, sectors, square

from pscb_lib.disclosure.secrecy.relations import sum_of
from pscb_lib.disclosure.secrecy.system import System

TABLES = Path(__file__).parents[2] / "files" / "worked_tables"
AREAS = "Area,Boys,Girls,Total\nNorth,30,2,32\nSouth,25,28,53\nEast,35,42,77\nTotal,90,72,162\n"


def in_square(cell: str, size: tuple[int, int], names: list[list[str]]) -> str:
    """The name in ``square`` of a cell "row, column" of a file with these *names*."""
    places = [every.index(label) for every, label in zip(names, cell.split(", "), strict=True)]
    return "t." + ".".join("T" if place == last else str(place)
                           for place, last in zip(places, size, strict=True))


@pytest.mark.parametrize(("name", "added"), [("T3", 3), ("T4", 3), ("T11", 3)])
def test_a_table_with_totals_both_ways_is_masked_as_the_worked_one(tmp_path, name, added):
    done = mask(tmp_path, TABLES / f"{name}.csv")
    assert done.returncode == 0, done.stderr
    found = evidence(tmp_path)
    system, secret = WORKED[name].system, WORKED[name].secret
    given = rows(TABLES / f"{name}.csv")
    names = [[row[0] for row in given[1:]], given[0][1:]]
    size = (len(names[0]) - 1, len(names[1]) - 1)
    places = {in_square(cell, size, names): one for (_, cell), one in found.items()}
    assert {place for place, one in places.items() if one[0] == "primary"} == {*secret}
    assert len(places) == len(secret) + added
    for place, (_, least, most) in places.items():
        assert (least, most) == programmed(system, frozenset(places), place)


@pytest.mark.parametrize(("name", "known"), [
    ("T1", {"North": (1, 9), "West": (1, 9)}),
    ("T2", {"Neglect": (1, 14), "Emotional": (1, 14), "Physical": (1, 14)}),
])
def test_a_line_is_masked_with_the_intervals_of_the_worked_one(tmp_path, name, known):
    """One of two would tell the other, and two ones of a sum of two tell both."""
    assert mask(tmp_path, TABLES / f"{name}.csv").returncode == 0
    assert {cell: tuple(ends) for (_, cell), (_, *ends) in evidence(tmp_path).items()} == {
        f"{label}, Children": ends for label, ends in known.items()}


def test_the_evidence_has_each_interval_that_trying_all_numbers_finds(tmp_path):
    assert mask(tmp_path, TABLES / "T11.csv").returncode == 0
    cells = {cell: ends for (_, cell), (_, *ends) in evidence(tmp_path).items()}
    names = [["Boys", "Girls", "Total"], ["Under 1", "1-4", "5-9", "10-17", "Total"]]
    places = {cell: in_square(cell, (2, 4), names) for cell in cells}
    known = tried(square([6, 2, 0, 7], [8, 1, 1, 6]), {*places.values()}, 31)
    assert {cell: tuple(ends) for cell, ends in cells.items()} == {
        cell: known[place] for cell, place in places.items()}


def test_a_reader_who_guesses_that_what_is_hidden_is_small_learns_no_more(tmp_path):
    """Three hidden reasons that make fifteen, none more than five, would be five each."""
    done = mask(tmp_path, "t.csv", t="Reason,Children\nHome,5\nFriends,5\nFamily,5\nOther,8\n"
                                     "Total,23\n")
    assert done.returncode == 0, done.stderr
    kinds = {cell.split(",")[0]: one[0] for (_, cell), one in evidence(tmp_path).items()}
    assert kinds.items() >= {"Home": "primary", "Friends": "primary", "Family": "primary"}.items()
    assert "secondary" in kinds.values()


def test_all_but_what_is_hidden_stays_as_it_is(tmp_path):
    text = ('Table 1: children\r\n\r\nArea,Sex,Number,Note\r\nNorth,Boys,3,"a, ""b"""\r\n'
            'North,Girls,,not sent\r\nNorth,Total,3,\r\nSouth,Boys,"1,009",\r\n'
            "South,Girls,12,\r\nSouth,Total,1021,\r\nTotal,,1024,\r\n\r\nSource: the Board\r\n")
    done = mask(tmp_path, "t.csv", t=text)
    assert done.returncode == 0, done.stderr
    hidden = text.replace("Boys,3", "Boys,c").replace("Total,3", "Total,c").replace("1024", "c")
    assert (tmp_path / "masked/t.csv").read_bytes() == ("\ufeff" + hidden).encode()
    assert done.stdout.splitlines()[:3] == [
        "  primary    t.csv, row 4, column Number", "  primary    t.csv, row 6, column Number",
        "  secondary  t.csv, row 10, column Number"]
    assert (tmp_path / "t.csv").read_bytes() == text.encode()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
def test_a_file_from_excel_is_read_whatever_its_encoding(tmp_path, encoding):
    (tmp_path / "t.csv").write_bytes("Gebiet;Zahl\r\nSüd;3\r\nNord;12\r\nAll;15\r\n"
                                     .encode(encoding))
    done = mask(tmp_path, "t.csv")
    assert done.returncode == 0, done.stderr
    assert rows(tmp_path / "masked/t.csv") == [
        ["Gebiet", "Zahl"], ["Süd", "c"], ["Nord", "c"], ["All", "15"]]


def test_a_workbook_is_read_and_written_as_csv(tmp_path):
    book = openpyxl.Workbook()
    for row in rows(TABLES / "T1.csv"):
        book.active.append([int(cell) if cell.isdigit() else cell for cell in row])
    book.save(tmp_path / "t.xlsx")
    done = mask(tmp_path, "t.xlsx")
    assert done.returncode == 0, done.stderr
    assert [row[1] for row in rows(tmp_path / "masked/t.csv")] == [
        "Children", "c", "12", "20", "c", "42"]


def test_sums_that_have_no_name_are_found_and_said(tmp_path):
    done = mask(tmp_path, TABLES / "T10.csv", TABLES / "T6.csv", "--apart")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[:4] == [
        "T10.csv: North is read as the sum of N1, N2, N3",
        "T10.csv: South is read as the sum of S1, S2",
        "T10.csv: City is read as the sum of North, South",
        "T6.csv: Year to date is read as the sum of Q1, Q2"]
    found = evidence(tmp_path)
    known = tried(sectors(), {"N1", "N2"}, 53)
    assert {cell: tuple(ends) for (file, cell), (_, *ends) in found.items() if file == "T10.csv"
            } == {f"{name}, Children": known[name] for name in ("N1", "N2")}


def test_quarters_in_files_of_their_own_add_up_to_the_year_that_is_told(tmp_path):
    quarters = {"q1": (3, 9, 22, 34), "q2": (7, 8, 23, 38), "year": (10, 17, 45, 72)}
    texts = {name: "Area,Number\n" + "".join(
        f"{area},{value}\n" for area, value in zip(("North", "South", "East", "Total"), values,
                                                   strict=True))
        for name, values in quarters.items()}
    done = mask(tmp_path, "q1.csv", "q2.csv", "year.csv", "--sum", "year = q1 + q2", **texts)
    assert done.returncode == 0, done.stderr
    assert {kind for kind, *_ in evidence(tmp_path).values()} == {"primary", "secondary"}
    assert evidence(tmp_path)["q1.csv", "North, Number"] == ("primary", 1, 9)
    assert len(evidence(tmp_path)) == 4  # T6: two in each of two of the three columns


def test_tables_that_share_their_totals_are_masked_together(tmp_path):
    """The row totals tie both tables: hiding North in one alone would let the other tell it."""
    by_age = "Area,Under 10,10-17,Total\nNorth,1,3,4\nSouth,20,30,50\nTotal,21,33,54\n"
    by_sex = "Area,Boys,Girls,Total\nSouth,20,30,50\nNorth,2,2,4\nTotal,22,32,54\n"
    done = mask(tmp_path, "age.csv", "sex.csv", age=by_age, sex=by_sex)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[0] == (
        "age.csv and sex.csv count the same children: they share 3 counts")
    found = evidence(tmp_path)
    assert {found[file, "North, Total"] for file in ("age.csv", "sex.csv")} == {
        found["age.csv", "North, Total"]}
    cells, relations = [], []
    for name, inner in (("age", [[1, 3], [20, 30]]), ("sex", [[2, 2], [20, 30]])):
        own, sums = table(name, inner)
        cells, relations = [*cells, *own], [*relations, *sums]
    relations += [sum_of(f"age.{row}.T", (f"sex.{row}.T",)) for row in "01T"]
    names = {"age": [["North", "South", "Total"], ["Under 10", "10-17", "Total"]],
             "sex": [["North", "South", "Total"], ["Boys", "Girls", "Total"]]}
    places = {key: in_square(key[1], (2, 2), names[key[0][:3]]).replace("t.", f"{key[0][:3]}.")
              for key in found}
    system = System(tuple(cells), tuple(relations))
    for key, (_, least, most) in found.items():
        ends = programmed(system, {*places.values()}, places[key])
        assert (least, most or 10_000) == ends
        assert ends[1] - ends[0] >= 2


@pytest.mark.parametrize("seed", [pytest.param(seed, marks=pytest.mark.slow if seed > 1 else ())
                                  for seed in range(40)])
def test_the_intervals_of_random_linked_tables_are_those_of_another_solver(tmp_path, seed):
    draw = random.Random(seed)
    counts = [[draw.choice((0, 1, 2, 4, 7, 30)) for _ in range(4)] for _ in range(3)]
    names = [["a", "b", "c", "Total"], ["w", "x", "y", "z", "Total"]]
    text = "k," + ",".join(names[1]) + "\n" + "".join(
        f"{label},{','.join(map(str, row))},{sum(row)}\n" for label, row in zip(
            names[0], [*counts, [sum(column) for column in zip(*counts, strict=True)]],
            strict=True))
    done = mask(tmp_path, "t.csv", t=text)
    assert done.returncode == 0
    places = {in_square(cell, (3, 4), names): one[1:]
              for (_, cell), one in evidence(tmp_path).items()}
    for place, (least, most) in places.items():
        low, high = programmed(square(*counts), {*places}, place)
        if "found" in done.stdout:  # two lines are alike by chance, which narrows it
            assert low <= least < least + 2 <= (most or high) <= high
        else:
            assert (least, 10_000 if most is None else most) == (low, high)


def test_the_nhs_profile_rounds_what_it_shows(tmp_path):
    done = mask(tmp_path, TABLES / "T3.csv", "--profile", "nhs")
    assert done.returncode == 0, done.stderr
    shown = {cell for row in rows(tmp_path / "masked/T3.csv")[1:] for cell in row[1:]}
    assert "*" in shown
    assert all(int(cell) % 5 == 0 for cell in shown - {"*"})
    assert all(most is None or most - least >= 2 for kind, least, most
               in evidence(tmp_path).values() if kind == "primary")


@pytest.mark.parametrize("counts", [[[7, 7], [2, 7]], [[0, 8, 1], [7, 7, 8]], [[30, 7], [1, 2]]])
def test_a_small_count_that_would_round_to_nothing_is_protected(tmp_path, counts):
    """2 shown as 0 may be 0, 1 or 2; hidden it is at least 1."""
    rows_of = [[*row, sum(row)] for row in counts]
    totals = [sum(column) for column in zip(*rows_of, strict=True)]
    names = [["a", "b", "Total"], [*"xyz"[:len(counts[0])], "Total"]]
    text = "k," + ",".join(names[1]) + "\n" + "".join(
        f"{label},{','.join(map(str, row))}\n"
        for label, row in zip(names[0], [*rows_of, totals], strict=True))
    assert mask(tmp_path, "t.csv", "--profile", "nhs", t=text).returncode == 0
    found = {in_square(cell, (2, len(counts[0])), names): one
             for (_, cell), one in evidence(tmp_path).items()}
    rounded = square(*counts)
    system = System(tuple(replace(cell, step=5) for cell in rounded.cells), rounded.relations)
    assert {cell.name for cell in system.cells if 0 < cell.value < 8} <= {*found}
    for place, (kind, least, most) in found.items():
        low, high = programmed(system, {*found}, place)
        assert (least, most if high < 9_000 else None) == (low, high if high < 9_000 else None)
        assert kind == "secondary" or high - low >= 2


def test_a_table_that_nothing_protects_is_withheld_as_a_whole_and_said(tmp_path):
    text = "Area,Number\nNorth,1\nSouth,1\nTotal,2\n"
    done = mask(tmp_path, "t.csv", TABLES / "T1.csv", "--known", "Total", t=text)
    assert done.returncode == 1, done.stderr
    assert ("t.csv: WITHHELD, none of its 3 counts is published: a small one could be worked out "
            "whatever else is hidden; combine rows or columns") in done.stdout.splitlines()
    assert [path.name for path in (tmp_path / "masked").iterdir()] == ["T1.csv"]


def test_a_row_that_is_all_in_one_category_is_said(tmp_path):
    done = mask(tmp_path, TABLES / "T12.csv")
    assert ("WARNING  T12.csv, A: all of it is Modifiable; see whether that tells of everyone "
            "in it") in done.stdout.splitlines()


@pytest.mark.parametrize(("text", "says"), [
    ("A,n\nx,1\ny,2\nTotal,4\n", "t.csv, row 4, column n, value '4': its 2 parts add up to 3; "
     "correct it, or name with --sum what is a sum of only some of them, or with --label a "
     "column that counts nothing"),
    ("A,n\nx,1.5\ny,2\n", "t.csv, row 2, column n, value '1.5': is not a whole number of 0 or "
     "more; correct it, or leave the cell blank"),
    ("A,n\nx,-1\ny,2\n", "t.csv, row 2, column n, value '-1': is not a whole number of 0 or "
     "more; correct it, or leave the cell blank"),
    ("A,n\nx,c\ny,2\n", "t.csv, row 2, column n, value 'c': is hidden already; give the table "
     "as it was before it was masked"),
    ("A,n,p\nx,1,50%\ny,1,50%\n", "t.csv, row 2, column p, value '50%': percentages and rates "
     "are not masked; leave the column out, and work it out from the masked counts"),
    ("A,n,%\nx,1,50\ny,1,50\n", "t.csv, row 1, column %: percentages and rates are not masked; "
     "leave the column out, and work it out from the masked counts"),
    ("A,n\nx,1\nx,2\n", "t.csv, row 3, column n: row 2 has the same labels; give each row and "
     "column a name of its own, or name with --label a column that tells them apart"),
    ("A,n\nx,1\n,2\n", "t.csv, row 3, column A: the row has counts and no label; write the "
     "label into each row"),
    ("North,3\nSouth,12\n", "t.csv, row 1: reads like counts, not like the names of columns; "
     "write names into it, such as Age 1"),
    ("some words\n", "t.csv: there are no counts under a row with the names of columns; give a "
     "table with labels in its first column"),
])
def test_a_table_that_cannot_be_read_is_refused_with_its_place(tmp_path, text, says):
    done = mask(tmp_path, "t.csv", t=text)
    assert (done.returncode, done.stderr) == (1, f"pscb: {says}\n")
    assert not (tmp_path / "masked").exists()


def test_totals_of_one_name_that_partly_differ_are_refused_unless_the_files_are_apart(tmp_path):
    other = AREAS.replace("North,30,2,32", "North,31,2,33").replace(
        "South,25,28,53", "South,25,27,52").replace("Total,90,72,162", "Total,91,71,162")
    done = mask(tmp_path, "a.csv", "b.csv", a=AREAS, b=other)
    assert done.stderr == (
        "pscb: b.csv, row 2, column Boys, value '31': is 30 in a.csv, row 2, though other totals "
        "of the two agree; correct one, or say --apart if the files count different children\n")
    assert mask(tmp_path, "a.csv", "b.csv", "--apart").returncode == 0


@pytest.mark.parametrize(("arguments", "says"), [
    (["--out", "."], "--out, value '.': is the folder of t.csv; name another folder"),
    (["--out", "o", "--evidence", "o/e.csv"],
     "--evidence, value 'o/e.csv': would lie with the masked tables; name another folder"),
    (["--out", "o", "--evidence", "t.csv"],
     "--evidence, value 't.csv': is there already and is not a file that this option wrote; move "
     "it away, or name another"),
    (["--out", "o", "--sum", "a=b"], '--sum, value \'a=b\': is not a sum; write it like '
     '"North = N1 + N2", with spaces around = and +'),
    (["--out", "o", "--sum", "North = West + Up"], "--sum, value 'West + Up': these are not "
     "labels along one side of a table; name rows, columns or files as they are written"),
])
def test_nothing_is_overwritten_and_no_evidence_is_published(tmp_path, arguments, says):
    (tmp_path / "t.csv").write_text(AREAS, encoding="utf-8")
    done = pscb("mask", "t.csv", *arguments, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (1, f"pscb: {says}\n")
    assert [path.name for path in tmp_path.iterdir()] == ["t.csv"]

"""Relations of tables that nobody named are found, said and used."""

from __future__ import annotations

import pytest
from mask_tables import mask, outsider_knows, rows, told_by

QUARTERS = {f"q{number}": f"Ward,Children\nA,{value}\nB,14\nC,9\nTotal,{value + 23}\n"
            for number, value in enumerate((11, 12, 13, 3), 1)}
FLOW = "Ward,Start,Started,Ended,End\nA,20,7,3,24\nB,31,9,11,29\nC,40,8,12,36\n"
BOTH_WAYS = ("Ward,0-4,5-17,Boys,Girls,Total\n"
             "A,8,7,12,3,15\nB,20,15,19,16,35\nTotal,28,22,31,19,50\n")
WAYS = ("0-4", "5-17"), ("Boys", "Girls")


def row(of: str, *names: str) -> str:
    """The sum of some columns of one row, for the outsider."""
    return " + ".join(f"t/{of}/{name}" for name in names)


ONE = {
    "year to date": (
        "Quarter,Opened,To date\nQ1,12,12\nQ2,3,15\nQ3,14,29\nQ4,9,38\n",
        [("t/Q1/Opened", "t/Q1/To date")]
        + [(f"t/Q{number}/To date + t/Q{number + 1}/Opened", f"t/Q{number + 1}/To date")
           for number in (1, 2, 3)],
        "t.csv: found To date = Opened added up"),
    "year to date across": (
        "Kind,Q1,Q2,Q3,Q4\nOpened,12,3,14,9\nTo date,12,15,29,38\n",
        [("t/Opened/Q1", "t/To date/Q1")]
        + [(f"t/To date/Q{number} + t/Opened/Q{number + 1}", f"t/To date/Q{number + 1}")
           for number in (1, 2, 3)],
        "t.csv: found To date = Opened added up"),
    "a flow": (
        FLOW, [(row(of, "Start", "Started"), row(of, "Ended", "End")) for of in "ABC"],
        "t.csv: found Start + Started = Ended + End"),
    "what is left is carried on": (
        "Quarter,Start,End\nQ1,31,20\nQ2,20,3\nQ3,3,41\nQ4,41,18\n",
        [(f"t/Q{number}/End", f"t/Q{number + 1}/Start") for number in (1, 2, 3)],
        "t.csv: found Start = End of the one before"),
    "two breakdowns": (
        "Ward,0-4,5-17,Boys,Girls\nA,8,7,12,3\nB,20,15,19,16\nC,9,11,8,12\n",
        [(row(of, *WAYS[0]), row(of, *WAYS[1])) for of in "ABC"],
        "t.csv: found 0-4 + 5-17 = Boys + Girls"),
    "two breakdowns in one column": (
        "Group,Children\n0-4,8\n5-17,7\nBoys,12\nGirls,3\n",
        [("t/0-4/Children + t/5-17/Children", "t/Boys/Children + t/Girls/Children")],
        "t.csv: found 0-4 + 5-17 = Boys + Girls"),
    "two breakdowns with one total": (
        BOTH_WAYS,
        [(row(of, *way), row(of, "Total")) for of in ("A", "B", "Total") for way in WAYS]
        + [(f"t/A/{name} + t/B/{name}", f"t/Total/{name}")
           for name in (*WAYS[0], *WAYS[1], "Total")],
        "t.csv: Total is read as the sum of 0-4, 5-17"),
    "a total in the middle of others": (
        "Ward,2013,2014,Seen,More\nA,12,15,9,3\nB,14,20,7,6\nC,9,11,4,2\n",
        [(row(of, "2013", "More"), row(of, "2014")) for of in "ABC"],
        "t.csv: found 2014 = 2013 + More"),
}


@pytest.mark.parametrize("name", ONE)
def test_a_relation_without_a_name_is_found(tmp_path, name):
    text, equal, says = ONE[name]
    done = mask(tmp_path, "t.csv", t=text)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[0] == says
    known = outsider_knows(tmp_path, equal)
    assert all(most - least > 1 for least, most in known.values())
    assert known == told_by(tmp_path)


def test_files_that_add_up_to_another_are_found(tmp_path):
    year = "Ward,Children\nA,39\nB,56\nC,36\nTotal,131\n"
    done = mask(tmp_path, *(f"{name}.csv" for name in QUARTERS), "year.csv", year=year, **QUARTERS)
    assert done.returncode == 0, done.stderr
    assert "found year.csv = q1.csv + q2.csv + q3.csv + q4.csv" in done.stdout.splitlines()
    equal = [(" + ".join(f"{name}/{of}/Children" for name in QUARTERS), f"year/{of}/Children")
             for of in ("A", "B", "C", "Total")]
    equal += [(" + ".join(f"{name}/{of}/Children" for of in "ABC"), f"{name}/Total/Children")
              for name in (*QUARTERS, "year")]
    known = outsider_knows(tmp_path, equal)
    assert known == told_by(tmp_path)
    assert all(most - least > 1 for least, most in known.values())


@pytest.mark.parametrize(("text", "sums"), [
    (FLOW.partition("B,")[0], ["Start + Started = Ended + End"]),
    (BOTH_WAYS, ["Total = 0-4 + 5-17", "Total = Boys + Girls"]),
])
def test_two_sides_and_two_sums_to_one_total_can_be_told(tmp_path, text, sums):
    done = mask(tmp_path, "t.csv", *(each for one in sums for each in ("--sum", one)), t=text)
    assert done.returncode == 0, done.stderr
    assert sum(cell == "c" for cell in rows(tmp_path / "masked/t.csv")[1]) == 2


BESIDE = {
    "two breakdowns in two files": (
        {"age": "Ward,0-4,5-17\nA,8,7\nB,20,15\nC,9,11\n",
         "sex": "Ward,Boys,Girls\nA,12,3\nB,19,16\nC,8,12\n"},
        [(f"age/{of}/0-4 + age/{of}/5-17", f"sex/{of}/Boys + sex/{of}/Girls") for of in "ABC"],
        "found age.csv 0-4 + age.csv 5-17 = sex.csv Boys + sex.csv Girls"),
    "rows in two files": (
        {"age": "Age,Seen,Not seen\n0-4,8,20\n5-17,7,15\n",
         "sex": "Sex,Seen,Not seen\nBoys,12,19\nGirls,3,16\n"},
        [(f"age/0-4/{of} + age/5-17/{of}", f"sex/Boys/{of} + sex/Girls/{of}")
         for of in ("Seen", "Not seen")],
        "found age.csv 0-4 + age.csv 5-17 = sex.csv Boys + sex.csv Girls"),
    "a column of another name": (
        {"a": "Ward,Opened\nA,3\nB,14\nC,22\n",
         "b": "Ward,New,Open before,Caseload\nA,3,12,15\nB,14,9,23\nC,22,18,40\n"},
        [(f"a/{of}/Opened", f"b/{of}/New") for of in "ABC"]
        + [(f"b/{of}/New + b/{of}/Open before", f"b/{of}/Caseload") for of in "ABC"],
        "found a.csv Opened = b.csv New"),
}


@pytest.mark.parametrize("name", BESIDE)
def test_a_relation_between_two_files_is_found(tmp_path, name):
    texts, equal, says = BESIDE[name]
    done = mask(tmp_path, *(f"{stem}.csv" for stem in texts), **texts)
    assert done.returncode == 0, done.stderr
    assert says in done.stdout.splitlines()
    known = outsider_knows(tmp_path, equal)
    assert all(most - least > 1 for least, most in known.values())
    assert known == told_by(tmp_path)

"""Counts that tables share are one count, whichever file is named first."""

from __future__ import annotations

from itertools import permutations

import pytest
from mask_tables import mask, outsider_knows, told_by

SEXES = "Ward,Boys,Girls,Total\nA,12,3,15\nB,14,9,23\nC,20,18,38\n"
PAIRS = {
    "a total in one of them": (
        {"e1": "Ward,Children\nA,3\nB,23\nC,38\n",
         "e2": "Ward,Boys,Girls,Total\nA,0,3,3\nB,14,9,23\nC,0,38,38\nTotal,14,50,64\n"},
        [(f"e1/{row}/Children", f"e2/{row}/Total") for row in "ABC"]
        + [(f"e2/{row}/Boys + e2/{row}/Girls", f"e2/{row}/Total")
           for row in ("A", "B", "C", "Total")]
        + [(" + ".join(f"e2/{row}/{name}" for row in "ABC"), f"e2/Total/{name}")
           for name in ("Boys", "Girls", "Total")],
        "e1.csv and e2.csv count the same children: they share 3 counts"),
    "no total in common": (
        {"d1": "Ward,Boys,Girls\nA,12,3\nB,14,9\nC,20,18\n", "d2": SEXES},
        [(f"d1/{row}/{name}", f"d2/{row}/{name}") for row in "ABC" for name in ("Boys", "Girls")]
        + [(f"d2/{row}/Boys + d2/{row}/Girls", f"d2/{row}/Total") for row in "ABC"],
        "d1.csv and d2.csv count the same children: they share 6 counts"),
    "a column of several": (
        {"d1": "Ward,Girls\nA,3\nB,9\nC,18\n", "d2": SEXES},
        [(f"d1/{row}/Girls", f"d2/{row}/Girls") for row in "ABC"]
        + [(f"d2/{row}/Boys + d2/{row}/Girls", f"d2/{row}/Total") for row in "ABC"],
        "d1.csv and d2.csv count the same children: they share 3 counts"),
    "some of the rows": (
        {"w1": "Ward,Children\nA,3\nB,14\nC,9\nTotal,26\n",
         "w2": "Ward,Children\nA,3\nB,14\nTotal,17\n"},
        [(f"w1/{row}/Children", f"w2/{row}/Children") for row in "AB"]
        + [("w1/A/Children + w1/B/Children + w1/C/Children", "w1/Total/Children"),
           ("w2/A/Children + w2/B/Children", "w2/Total/Children")],
        "w1.csv and w2.csv share 2 counts, which are taken for the same children unless you say "
        "--apart; others differ, in w2.csv row 4, column Children"),
}


@pytest.mark.parametrize("name", PAIRS)
@pytest.mark.parametrize("order", [0, 1])
def test_equal_counts_with_the_same_labels_are_one_count(tmp_path, name, order):
    texts, equal, says = PAIRS[name]
    files = [f"{stem}.csv" for stem in texts]
    done = mask(tmp_path, *[*permutations(files)][order], **texts)
    assert done.returncode == 0, done.stderr
    if not order:
        assert done.stdout.splitlines()[0] == says
    known = outsider_knows(tmp_path, equal)
    assert known == told_by(tmp_path)
    assert all(most - least > 1 for least, most in known.values())

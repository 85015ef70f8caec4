"""Every paper shows groups or says why it does not: section 2, the public sector Equality Duty."""

from __future__ import annotations

import json

import pytest
from papers import ALL_REPORTS, PAPERS, ROOT

from pscb_lib.page.words.equality import NOT_SHOWN, SHOWN, Cut, say_equality


@pytest.mark.parametrize(("audience", "report"), PAPERS)
def test_a_paper_has_one_line_on_groups(published, audience, report):
    foot = published.block(audience, report, "front-sheet")["foot"]
    (said,) = [words for name, words in foot if name == "Equality"]
    assert said.startswith((SHOWN, NOT_SHOWN)) and said.endswith(".")
    assert said not in (SHOWN, NOT_SHOWN)


@pytest.mark.parametrize("report", sorted(ALL_REPORTS))
def test_every_report_has_a_front_sheet_which_cannot_be_made_without_it(report):
    notebook = json.loads((ROOT / "notebooks" / f"{report}.ipynb").read_text(encoding="utf-8"))
    source = next("".join(cell["source"]) for cell in notebook["cells"]
                  if cell["id"] == "front-sheet")
    assert "front_sheet(" in source or "page.front(" in source


@pytest.mark.parametrize(("given", "expected"), [
    pytest.param(Cut("Children", ("age", "sex")), "Shown by group: Children by age and sex.",
                 id="a cut"),
    pytest.param(Cut("Children", ("age",), "Few are named."), "Shown by group: Children by age. "
                 "Few are named.", id="a cut and a note"),
    pytest.param("The paper counts nobody.", "Not by group: the paper counts nobody.",
                 id="a reason"),
])
def test_the_line(given, expected):
    assert say_equality(given) == expected


def test_no_reason_is_refused():
    with pytest.raises(ValueError) as refused:
        say_equality("")
    assert str(refused.value) == "a paper shows groups or says why it does not"

"""What an analyst explores with: the names of ``pscb_lib``, typed frames, and what shows itself."""

from __future__ import annotations

import ast
import inspect
import json
import shutil
import subprocess
import sys
from datetime import date
from fractions import Fraction

import numpy
import pandas
import pytest
from papers import REPORTS, ROOT

import pscb_lib
from pscb_lib.board.names import split_name
from pscb_lib.board.yaml_files import read_yaml
from pscb_lib.framework.audit_summary.section11 import Grade
from pscb_lib.reading.cells import Shape
from pscb_lib.reading.rows import Checked
from pscb_lib.reading.rows.typed import typed_column
from pscb_lib.returns.kinds import find_returns

NAMES = sorted({name for names in pscb_lib.HOMES.values() for name in names})
DTYPES = {"agency": "category", "indicator": "category", "period": "string",
          "numerator": "Int64", "denominator": "Int64", "actual": "float64", "status": "category",
          "submitted_on": "datetime64[s]", "source": "string", "file": "string", "row": "Int64"}


@pytest.fixture
def in_project(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def test_importing_the_library_imports_none_of_it() -> None:
    found = subprocess.run(
        [sys.executable, "-c", "import sys, pscb_lib; pscb_lib.__version__\n"
         "print([name for name in sys.modules if name.startswith(('pandas', 'pscb_lib.'))])"],
        capture_output=True, text=True, check=True).stdout
    assert found == "[]\n"


def test_every_name_is_completed_imported_and_known_to_type_checkers() -> None:
    tree = ast.parse(inspect.getsource(pscb_lib))
    checked = {(node.module, alias.name) for node in ast.walk(tree)
               if isinstance(node, ast.ImportFrom) and node.module.startswith("pscb_lib.")
               for alias in node.names}
    assert dir(pscb_lib) == sorted(["__version__", *NAMES])
    assert checked == {(f"pscb_lib.{home}", name)
                       for home, names in pscb_lib.HOMES.items() for name in names}


@pytest.mark.parametrize("name", NAMES)
def test_every_name_says_what_it_is(name: str) -> None:
    assert inspect.getdoc(getattr(pscb_lib, name))


def test_a_name_that_is_not_there_is_no_attribute() -> None:
    with pytest.raises(AttributeError) as refusal:
        getattr(pscb_lib, "rating")  # noqa: B009
    assert str(refusal.value) == "module 'pscb_lib' has no attribute 'rating'"


def test_a_return_is_a_typed_frame_with_its_findings(in_project: None) -> None:
    returned = pscb_lib.load("data_set", period="2014-15 Q3")
    assert {name: str(dtype) for name, dtype in returned.frame.dtypes.items()} == DTYPES
    assert returned.rows == {"read": 561, "used": 480, "rejected": 3, "left_out": 78}
    assert len(returned.frame) == 480
    assert {*returned.findings["reaction"]} == {"rejected", "normalised"}
    figure = returned.frame.query("indicator == 'MS10' and period == '2014-15 Q3'").iloc[-1]
    assert (figure["numerator"], figure["denominator"]) == (31, 52)


def test_the_kinds_of_return_are_listed_by_name_and_title() -> None:
    assert repr(find_returns()["audits"]) == "<Return audits: Register of audits>"


def papers_elsewhere() -> dict[str, dict[str, str]]:
    """Return period and day of a paper of another cycle by the name of each return it reads."""
    notebooks = {path.stem: json.loads(path.read_text(encoding="utf-8"))["metadata"]["pscb"]
                 for path in (ROOT / "notebooks").glob("*.ipynb")}
    return {name: {key: read_yaml(path)[key] for key in ("period", "as_of")}
            for path in sorted((ROOT / "params").glob("2014-15-q*/*.yaml"), reverse=True)
            if (report := split_name(path.stem)[0]) not in REPORTS
            for name in notebooks[report]["returns"]}


NOT_DUE = papers_elsewhere()


@pytest.mark.parametrize("name", find_returns())
def test_every_return_loads_as_the_cycles_paper_reads_it(in_project: None, name: str) -> None:
    given = NOT_DUE.get(name, {})
    returned = pscb_lib.load(name, **given)
    assert str(returned.as_of) == given.get("as_of", "2015-01-31")
    assert len(returned.frame) == returned.rows["used"] > 0
    assert returned.frame.select_dtypes(object).empty


def test_a_return_is_found_from_any_folder_of_the_project(monkeypatch, tmp_path) -> None:
    monkeypatch.chdir(ROOT / "docs")
    assert str(pscb_lib.load("actions").period) == "2014-15 Q3"
    monkeypatch.chdir(tmp_path)
    assert len(pscb_lib.load("actions", project=ROOT).frame) == 29
    older = pscb_lib.load("actions", "2014-15 Q2", as_of=date(2014, 10, 31), project=ROOT)
    assert older.frame["agreed_on"].max() <= pandas.Timestamp(2014, 10, 31)


def test_a_return_that_no_paper_of_the_cycle_reads_wants_its_period(sample_project) -> None:
    (sample_project / "params" / "2014-15-q3" / "cdop_annual.yaml").unlink()
    shutil.copytree(ROOT / "notebooks", sample_project / "notebooks")
    with pytest.raises(pscb_lib.InputError) as refusal:
        pscb_lib.load("deaths")
    assert str(refusal.value) == ("parameters, column period: no paper of the project's cycle "
                                  "reads deaths; give the period")
    assert pscb_lib.load("deaths", "2013-14").as_of == date(2015, 1, 31)


@pytest.mark.parametrize(("given", "message"), [
    pytest.param({"name": "dataset"}, "dataset: is not a return (nearest: data_set); the returns "
                 f"are {', '.join(find_returns())}", id="no such return"),
    pytest.param({"name": "data_set", "as_of": "31.1.15"}, "parameters, column as_of, value "
                 "'31.1.15': is not a date; correct the parameter", id="no day"),
    pytest.param({"name": "data_set", "returns_folder": "nowhere"}, "parameters, column "
                 "returns_folder, value 'nowhere': there is no such folder; give the folder that "
                 "holds the returns", id="no folder"),
])
def test_what_cannot_be_loaded_is_one_line(in_project: None, given: dict, message: str) -> None:
    with pytest.raises(pscb_lib.InputError) as refusal:
        pscb_lib.load(**given)
    assert str(refusal.value) == message


def test_a_day_without_a_time_is_told_from_midnight(in_project: None) -> None:
    frame = pscb_lib.load("missing_episodes").frame.set_index("episode_id")
    timed, untimed = frame.loc["14-15H1-001"], frame.loc["13-14H1-047"]
    assert (timed["left_at"], timed["left_at_has_time"]) == (
        pandas.Timestamp(2014, 4, 4, 20, 15), True)
    assert (untimed["left_at"], untimed["left_at_has_time"]) == (
        pandas.Timestamp(2013, 6, 7), False)


@pytest.mark.parametrize(("values", "shape", "dtype", "expected"), [
    pytest.param([True, None], Shape(), "boolean", [True, pandas.NA], id="yes and no"),
    pytest.param([None, 3], Shape(), "Int64", [pandas.NA, 3], id="whole numbers"),
    pytest.param([Fraction(1, 4), 2], Shape(), "float64", [0.25, 2.0], id="fractions"),
    pytest.param([None], Shape("day"), "datetime64[s]", [pandas.NaT], id="no day at all"),
    pytest.param([pscb_lib.parse_period("2014-15 Q3")], Shape(), "string", ["2014-15 Q3"],
                 id="a period"),
])
def test_a_column_has_the_type_of_its_values(values, shape, dtype, expected) -> None:
    column = typed_column(values, shape)
    assert column.dtype == dtype
    pandas.testing.assert_series_equal(column, pandas.Series(expected, dtype=dtype))


def test_a_choice_keeps_the_order_of_the_form() -> None:
    order = tuple(grade.value for grade in Grade)
    column = typed_column([Grade.NOT_MET, None, Grade.FULLY_MET], Shape("choice", order))
    assert [*column.cat.categories] == ["Fully met", "Not met"]
    assert [*column.isna()] == [False, True, False]


def test_numbers_of_pandas_are_rated_as_they_are_written() -> None:
    assert pscb_lib.rate(numpy.float64(0.36), numpy.float64(0.4)) is pscb_lib.Rag.AMBER
    assert pscb_lib.rate(numpy.int64(95), numpy.int64(100)) is pscb_lib.Rag.GREEN


def test_the_summaries_take_what_is_loaded(in_project: None) -> None:
    actions = pscb_lib.load("actions")
    summary = pscb_lib.summarise_actions(pscb_lib.make_actions(actions.checked.records),
                                         actions.as_of)
    frame = actions.frame
    due_on = frame["revised_due_on"].fillna(frame["due_on"])
    assert summary.actions == len(frame)
    assert summary.closed == frame["closed_on"].le("2015-01-31").sum()
    assert summary.overdue == (~frame["completed_on"].le("2015-01-31")
                               & frame["superseded_by"].isna() & due_on.lt("2015-01-31")).sum()


@pytest.fixture
def checked(in_project: None) -> Checked:
    return pscb_lib.load("section11").checked


SECTION11 = """226 rows read, 224 used, 1 rejected, 1 left out
         file  rows read  used  rejected  left out
section11.csv        226   224         1         1
"""


def test_a_checked_return_shows_itself_as_a_table(checked: Checked) -> None:
    text, page = repr(checked), checked._repr_html_()
    assert text.startswith(SECTION11 + f"{checked.findings[0]}\n")
    assert text.endswith("\nand 9 more findings")
    assert page.startswith("<p>226 rows read, 224 used, 1 rejected, 1 left out</p><table")
    assert page.count("<li>") == 6


def test_a_loaded_return_shows_itself_as_a_table(in_project: None) -> None:
    returned = pscb_lib.load("section11")
    caption = ("Section 11 self-audits (section11), 2014-15 Q3, as known on 31/01/2015: "
               "226 rows read, 224 used, 1 rejected, 1 left out; 14 findings")
    assert repr(returned) == f"{caption}\n{returned.frame!r}"
    page = returned._repr_html_()
    assert page.startswith(f"<p>{caption}</p><table")
    assert page.count("<tr>") + page.count("<tr style") == 12  # the header, ten rows, three dots


def test_what_a_file_wrote_is_escaped_on_a_page(checked: Checked) -> None:
    finding = checked.findings[0].__class__("<b>.csv", "is bold", "mend it")
    shown = Checked(checked.frame, (finding,), (), {})._repr_html_()
    assert "<li>&lt;b&gt;.csv: is bold; mend it</li>" in shown

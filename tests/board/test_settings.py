"""YAML read as text, the files that are refused, and the Board's settings."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from pscb_lib.board.look import contrast_with_white
from pscb_lib.board.settings import ConferenceClock, EmployerClock, read_settings
from pscb_lib.board.yaml_files import read_yaml
from pscb_lib.framework.rag import FRAMEWORK, LowerMethod
from pscb_lib.framework.spellings import parse_period
from pscb_lib.framework.workdays import DayCount
from pscb_lib.reading.findings import InputError

SHIPPED = Path(__file__).parents[2] / "params" / "settings.yaml"
SETTINGS = """\
board: A Board
group: A group
cycle: 2014-15-q3
area: Here
region: Around here
panel: Here and there
thresholds: {green: "97.5", amber: 85}
lower_method: linear
day_count: day 0 counted
conference_clock: Strategy discussion
disclosure: {profile: nhs, earlier_releases: 2}
later_editions: no
rejected_rows_allowed: 0
exceptions_at_most: 5
sets: [Public]
formats: [html, pdf]
every_cycle: [planner]
limits: {memory_mib: 4096, seconds: 60}
"""


def write(folder, content):
    path = folder / "settings.yaml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def refusal_of(read, path):
    with pytest.raises(InputError) as refusal:
        read(path)
    return str(refusal.value)


@pytest.mark.parametrize(("content", "expected"), [
    pytest.param("as_of: 2015-01-31", {"as_of": "2015-01-31"}, id="a date stays text"),
    pytest.param("answer: no", {"answer": "no"}, id="no stays no"),
    pytest.param("version: 1.10", {"version": "1.10"}, id="a version keeps its zero"),
    pytest.param("time: 12:30", {"time": "12:30"}, id="a time is not seconds"),
    pytest.param("id: 0123", {"id": "0123"}, id="an id keeps its zero"),
    pytest.param("answer:", {"answer": ""}, id="nothing is blank text"),
    pytest.param("sets: [no, 1]", {"sets": ["no", "1"]}, id="so it is in a list"),
    pytest.param("\ufeffname: Zoë", {"name": "Zoë"}, id="with a byte order mark"),
    pytest.param("a: {name: x}\nb: {name: y}", {"a": {"name": "x"}, "b": {"name": "y"}},
                 id="one name in two groups"),
])
def test_every_value_is_read_as_text(tmp_path, content, expected):
    assert read_yaml(write(tmp_path, content)) == expected


@pytest.mark.parametrize(("content", "message"), [
    pytest.param("period: x\n\nperiod: y\n", "settings.yaml, row 3: is not YAML (period is there "
                 "twice); correct the line", id="a name twice, at its second line"),
    pytest.param("a: &one x\nb: *one\n", "settings.yaml, row 2: is not YAML (aliases are not "
                 "allowed); correct the line", id="an alias"),
    pytest.param("a:\n\tb: x\n", "settings.yaml, row 2: is not YAML (found character '\\t' that "
                 "cannot start any token); correct the line", id="a tab"),
    pytest.param("a: x\nb: [y\n", "settings.yaml, row 3: is not YAML (expected ',' or ']', but "
                 "got '<stream end>'); correct the line", id="a bracket that stays open"),
    pytest.param('a: "x\n', "settings.yaml, row 2: is not YAML (found unexpected end of stream); "
                 "correct the line", id="a quote that stays open"),
    pytest.param("a: \0\n", "settings.yaml: is not YAML (it holds a character that is not text); "
                 "correct the line", id="a byte of zero, on one line"),
    pytest.param("- a\n", "settings.yaml: is not a list of names and values; write name: value",
                 id="a list"),
    pytest.param("", "settings.yaml: is not a list of names and values; write name: value",
                 id="an empty file"),
    pytest.param(b"a: \xeb\n", "settings.yaml: cannot be read (it is not UTF-8); see that it "
                 "is in params and is UTF-8", id="Windows-1252"),
    pytest.param(None, "settings.yaml: the file is missing; put it in params", id="no file"),
])
def test_yaml_that_is_refused(tmp_path, content, message):
    folder = tmp_path / "params"
    folder.mkdir()
    if content is not None:
        write(folder, content)
    assert refusal_of(read_yaml, folder / "settings.yaml") == message


def test_settings_are_typed(tmp_path):
    found = read_settings(write(tmp_path, SETTINGS))
    assert (found.board, found.group, found.cycle) == ("A Board", "A group", "2014-15-q3")
    assert (found.area, found.region, found.panel) == ("Here", "Around here", "Here and there")
    assert (found.thresholds.green, found.thresholds.amber) == (Fraction(39, 40), Fraction(17, 20))
    assert found.thresholds.lower is LowerMethod.LINEAR
    assert found.day_count is DayCount.DAY_0_COUNTED
    assert found.conference_clock is ConferenceClock.STRATEGY_DISCUSSION
    assert (found.profile.name, list(found.masked)) == ("nhs", [1, 2, 3, 4, 5, 6, 7])
    assert found.earlier_releases == 2
    assert (found.rejected_rows_allowed, found.exceptions_at_most) == (0, 5)
    assert (found.sets, found.formats) == (("public",), ("html", "pdf"))


def test_the_first_cycle_is_a_quarter_and_need_not_be_named(tmp_path):
    assert read_settings(write(tmp_path, SETTINGS)).first_cycle is None
    found = read_settings(write(tmp_path, SETTINGS + "first_cycle: 2015-16-q1"))
    assert found.first_cycle == parse_period("2015-16 Q1")


@pytest.mark.parametrize(("added", "expected"), [
    pytest.param("", EmployerClock.ONE_WORKING_DAY, id="as Working Together has it, if not set"),
    pytest.param("employer_clock: Same working day", EmployerClock.SAME_WORKING_DAY, id="set"),
])
def test_by_when_an_employer_tells_of_an_allegation(tmp_path, added, expected):
    assert read_settings(write(tmp_path, SETTINGS + added)).employer_clock is expected


@pytest.mark.parametrize(("added", "expected"), [
    pytest.param("", None, id="a Board that has none"), pytest.param("quorum: 50", 50, id="set"),
    pytest.param("quorum: 100", 100, id="all of them"),
])
def test_the_quorum_is_of_a_hundred(tmp_path, added, expected):
    assert read_settings(write(tmp_path, SETTINGS + added)).quorum == expected


@pytest.mark.parametrize("wrong", ["0", "101", "half"])
def test_a_quorum_that_cannot_be_is_refused(tmp_path, wrong):
    with pytest.raises(InputError, match="the setting quorum"):
        read_settings(write(tmp_path, SETTINGS + f"quorum: {wrong}"))


@pytest.mark.parametrize(("added", "expected"), [
    pytest.param("", {}, id="without a time all is kept"),
    pytest.param('retention: {deaths: "36", data_set: 6}', {"deaths": 36, "data_set": 6},
                 id="months for each kind")])
def test_the_months_for_which_returns_are_kept(tmp_path, added, expected):
    assert read_settings(write(tmp_path, SETTINGS + added)).retention == expected


@pytest.mark.parametrize(("old", "new", "message"), [
    pytest.param("later_editions: no", "later_editions: no\nretention: {deaths: 0}",
                 "settings.yaml, value '0': the setting retention.deaths is not one month or more; "
                 "correct it",
                 id="no time at all"),
    pytest.param("later_editions: no", "later_editions: no\nretention: 24", "settings.yaml: the "
                 "setting retention is not a list of names and values; write name: value below it",
                 id="one time for all"),
    pytest.param("[Public]", "[Public]\nfirst_cycle: 2015-16",
                 "settings.yaml, value '2015-16': the setting first_cycle is not a cycle, such as "
                 "2014-15-q4; correct it", id="a first cycle that is a year"),
    pytest.param("[Public]", "[Public]\naccent: '#3c8dbc'", "settings.yaml, value '#3c8dbc': the "
                 "setting accent has a contrast of 3.67 to 1 on white, and text needs 4.5 to 1: "
                 "choose a darker one; correct it", id="a colour that is too pale to read"),
    pytest.param("[Public]", "[Public]\naccent: navy", "settings.yaml, value 'navy': the setting "
                 "accent is not a colour of six hexadecimal digits after a number sign; correct "
                 "it", id="the name of a colour"),
    pytest.param("[Public]", "[Public]\nlogo: ../logo.svg", "settings.yaml, value '../logo.svg': "
                 "the setting logo is not the name of an svg or png file in params; correct it",
                 id="a logo that lies elsewhere"),
    pytest.param("[Public]", "[Public]\nword_template: board.dotx",
                 "settings.yaml, value 'board.dotx': the setting word_template is not the path of "
                 "a dotx file in params, such as params/board.dotx; correct it",
                 id="a template that lies elsewhere"),
    pytest.param("[Public]", "[Public]\nset_names: {public: Free}", "settings.yaml: there is no "
                 "setting set_names.public; correct its name or remove it",
                 id="a name for the public set, which is a draft or for publication"),
    pytest.param("[Public]", "[board, press]", "settings.yaml, value 'press': the setting sets "
                 "is not one of restricted, board, public; correct it", id="an unknown audience"),
    pytest.param("[html, pdf]", "[docx]", "settings.yaml, value 'docx': the setting formats "
                 "is not one of html, pdf, word, tables, figures; correct it",
                 id="an unknown format"),
    pytest.param("[Public]", "public", "settings.yaml: the setting sets is missing or is not "
                 "a list; add it", id="a word where a list belongs"),
    pytest.param("area: Here\n", "", "settings.yaml: the setting area is missing or is not "
                 "one value; add it", id="a setting missing"),
    pytest.param(", amber: 85", "", "settings.yaml: the setting thresholds.amber is missing or is "
                 "not one value; add it", id="a threshold missing"),
    pytest.param("{profile: nhs, earlier_releases: 2}", "none", "settings.yaml: the setting "
                 "disclosure.profile is missing or is not one value; add it", id="no group"),
    pytest.param("profile: nhs", "profile: ons", "settings.yaml, value 'ons': the setting "
                 "disclosure.profile is not one of dfe, nhs; correct it", id="an unknown profile"),
    pytest.param("85", "85%", "settings.yaml, value '85%': the setting thresholds.amber is not "
                 "a number; correct it", id="a threshold that is not a number"),
    pytest.param("linear", "mean", "settings.yaml, value 'mean': the setting lower_method is not "
                 "one of ratio, linear; correct it", id="an unknown method"),
    *(pytest.param('{green: "97.5", amber: 85}', f"{{green: {green}, amber: {amber}}}",
                   "settings.yaml: the settings thresholds.amber and thresholds.green must be "
                   "above 0, one below the other, and at most 100; correct them", id=id)
      for green, amber, id in ((90, 95, "amber above green"), (95, 95, "amber no less than green"),
                               (101, 90, "green over 100"), (95, 0, "amber of nothing"))),
    pytest.param("earlier_releases: 2", "earlier_releases: two", "settings.yaml, value 'two': the "
                 "setting disclosure.earlier_releases is not a whole number; correct it",
                 id="releases that are no number"),
    pytest.param("profile: nhs, earlier", "smallest: 1, profile: nhs, earlier", "settings.yaml: "
                 "there is no setting disclosure.smallest; correct its name or remove it",
                 id="the threshold of an earlier edition"),
    pytest.param("[Public]", "[]", "settings.yaml: the setting sets is missing or is not a list; "
                 "add it", id="an empty list"),
    pytest.param("[Public]", "[[public]]", "settings.yaml: the setting sets is missing or is not "
                 "a list; add it", id="a list in a list"),
    pytest.param("A Board", "[A Board]", "settings.yaml: the setting board is missing or is not "
                 "one value; add it", id="a list where a word belongs"),
    pytest.param("amber: 85}", "amber: 85, red: 1}", "settings.yaml: there is no setting "
                 "thresholds.red; correct its name or remove it", id="an unknown threshold"),
    pytest.param("board: A Board", "board: A Board\nprofile: {}", "settings.yaml: there is no "
                 "setting profile; correct its name or remove it", id="an unknown setting"),
    pytest.param("at_most: 5", "at_most: five", "settings.yaml, value 'five': the setting "
                 "exceptions_at_most is not a whole number; correct it", id="a number in words"),
])
def test_a_setting_that_is_refused_is_named(tmp_path, old, new, message):
    assert SETTINGS.count(old) == 1
    assert refusal_of(read_settings, write(tmp_path, SETTINGS.replace(old, new))) == message


def test_the_boards_own_look(tmp_path):
    added = ("group_short: SLG\nlogo: our.png\naccent: '#7A1F5C'\n"
             "set_names: {restricted: Officers only}\n")
    found = read_settings(write(tmp_path, SETTINGS + added))
    assert found.group_short == "SLG"
    assert (found.look.logo, found.look.accent) == ("our.png", "#7a1f5c")
    assert found.look.set_names == {"restricted": "Officers only"}


def test_without_a_look_of_its_own_a_board_has_the_suites(tmp_path):
    found = read_settings(write(tmp_path, SETTINGS))
    assert (found.group_short, found.look.logo, found.look.accent) == ("Q&E", "", "")


@pytest.mark.parametrize(("colour", "contrast"), [  # by the W3C's own definition
    ("#000000", 21.0), ("#ffffff", 1.0), ("#767676", 4.54), ("#777777", 4.48),
])
def test_the_contrast_of_a_colour_on_white(colour, contrast):
    assert contrast_with_white(colour) == pytest.approx(contrast, abs=0.005)


def test_the_shipped_thresholds_are_those_of_the_framework():
    thresholds = read_settings(SHIPPED).thresholds
    assert (thresholds.green, thresholds.amber) == (Fraction(95, 100), Fraction(90, 100))
    assert thresholds == FRAMEWORK


@pytest.mark.parametrize(("content", "says"), [
    ("board: Ring \u260e\n", "holds ☎ (U+260E BLACK TELEPHONE), which cannot be printed; write it "
     "in words"),
    ('board:\n  name: ["A\\eB"]\n', "holds U+001B, which is a control character; type the text "
     "again without it"),
    ("board:\n  \u2067x: A\n", "holds U+2067 RIGHT-TO-LEFT ISOLATE, which turns the words after it "
     "round; type the text again without it"),
])
def test_a_text_that_cannot_be_printed_is_refused(tmp_path, content, says):
    path = tmp_path / "settings.yaml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError) as refusal:
        read_yaml(path)
    assert str(refusal.value) == f"settings.yaml, column board: {says}"

"""Masked sets say less than the restricted set, and never anything else."""

from __future__ import annotations

import random
from itertools import count, islice

import pytest
from draws import draw_sample, measured_reports, notebook_of, samples_of
from papers import REPORTS
from sentences import published_blocks, said_otherwise, say_all, sentences_of

from pscb_lib.reading.findings import InputError

SIZES, MORE = (9, 30, 60, None), 6


def sets_of(report):
    return notebook_of(report)["metadata"]["pscb"]["audiences"]


def small_sets(report, folder):
    """The blocks of the sets of one small part of the sample after another, without end."""
    samples = samples_of(report)
    for number in count():
        draw_sample(folder, samples, random.Random(f"{report} {number}"),
                    SIZES[number % len(SIZES)])
        try:
            yield [say_all(report, audience, folder) for audience in sets_of(report)]
        except InputError:
            continue


def differences(sets):
    restricted, *masked = sets
    return [said for one in masked for said in said_otherwise(one, restricted)]


@pytest.mark.parametrize("report", REPORTS)
def test_the_sample_s_sets_differ_by_omission_only(published, report):
    sets = [published_blocks(published.file(audience, report, "report.ipynb"))
            for audience in sets_of(report)]
    assert all(map(sentences_of, sets))
    assert differences(sets) == []


@pytest.mark.parametrize("report", ["private_fostering"])
def test_a_small_board_s_sets_differ_by_omission_only(report, tmp_path):
    for sets in islice(small_sets(report, tmp_path), 2):
        assert differences(sets) == []


@pytest.mark.slow
@pytest.mark.parametrize("report", measured_reports())
def test_small_boards_sets_differ_by_omission_only(report, tmp_path):
    for sets in islice(small_sets(report, tmp_path), MORE):
        assert differences(sets) == []


@pytest.mark.parametrize(("masked", "is_otherwise"), [
    pytest.param("Of 99 returns, 88 were in time", False, id="a clause less"),
    pytest.param("Red: visits and hostels", False, id="an item of a list less"),
    pytest.param("Of 99 returns, 87 were in time", True, id="another number"),
    pytest.param("It alone shows a real change", True, id="another sentence"),
    pytest.param("Red: hostels and visits", True, id="another order"),
])
def test_what_is_another_sentence(masked, is_otherwise):
    full = [{"kind": "prose", "runs": [{"text": (
        "Of 99 returns, 88 were in time; after 31 no change is recorded. "
        "Red: visits, reviews and hostels.")}]}]
    said = said_otherwise([{"kind": "prose", "runs": [{"text": f"{masked}."}]}], full)
    assert bool(said) == is_otherwise

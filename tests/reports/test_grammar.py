"""Every sentence with a number is right for none, one, two and many of what it counts."""

from __future__ import annotations

import random

import pytest
from draws import draw_sample, measured_reports, samples_of
from grammar import faults_in, words_of
from papers import REPORTS
from sentences import published_blocks, say_all

from pscb_lib.reading.findings import InputError

FEW = (1, 2, 3, 5, 12)  # rows of each file
MORE = 30


def said_of_few(report, folder, number):
    """What the restricted set of a report says of a few rows of its sample; nothing if none can."""
    draw_sample(folder, samples_of(report), random.Random(f"{report} {number}"),
                FEW[number % len(FEW)])
    try:
        return words_of(say_all(report, "restricted", folder))
    except InputError:
        return []


@pytest.mark.parametrize("report", REPORTS)
def test_the_sample_s_sentences_agree_in_number(published, report):
    assert faults_in(words_of(published_blocks(
        published.file("restricted", report, "report.ipynb")))) == []


@pytest.mark.parametrize("report", [
    one for one in measured_reports() if one != "quarterly_data_set"])  # it is in the slow test
def test_sentences_on_one_and_two_agree_in_number(report, tmp_path):
    for number in range(2):
        assert faults_in(said_of_few(report, tmp_path, number)) == []


@pytest.mark.slow
@pytest.mark.parametrize("report", measured_reports())
def test_sentences_on_few_agree_in_number(report, tmp_path):
    for number in range(MORE):
        assert faults_in(said_of_few(report, tmp_path, number)) == []


@pytest.mark.parametrize(("sentence", "fault"), [
    ("The police lack 1 missing episodes", "one with a plural"),
    ("One of one recommendation are shown to work", "one of one"),
    ("None of no recommendations are shown to work", "none of none"),
    ("1 of 1 agencies has returned", "one of one"),
    ("Of no reviews, none waited", "of no"),
    ("0 of 0 are girls", "0 of 0"),
    ("All 1 rows are invented", "all one"),
    ("Reports: one are late", "one are"),
    ("Reports: four is late", "several is"),
    ("Two report are late", "several with a singular"),
    ("One report is late; two are due", None),
    ("0 of 1 (0.0%), target 95%", None),
    ("One access point and one less", None),
])
def test_a_fault_of_number_is_found(sentence, fault):
    found = [name for name, _ in faults_in([sentence])]
    assert fault in found if fault else not found

"""Whatever becomes of the streams, a batch makes its sets and its exit code is that of its work."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from papers import ROOT
from warm_batches import DAY, one_set, summary

BATCH = ("batch", "--as-of", DAY)
NEEDS_FULL = pytest.mark.skipif(not os.path.exists("/dev/full"), reason="has no /dev/full")
BROKEN = [
    pytest.param(">/dev/full 2>&1", id="a full log", marks=NEEDS_FULL),
    pytest.param(">&- 2>&- <&-", id="closed streams"),
    pytest.param("2>&1 | true", id="a pipe whose reader has gone"),
    pytest.param("2>&-", id="a closed stream of errors"),
    pytest.param(">/dev/full 2>&-", id="one is full and the other closed", marks=NEEDS_FULL),
]


def shell(words, streams, cwd=ROOT):
    """Run a command in a shell with its streams redirected; its exit code is the last word."""
    line = f'{{ "$@" {streams.split(" | ")[0]}; echo "ended with $?" >"$CODE"; }}'
    line += "".join(f" | {reader}" for reader in streams.split(" | ")[1:])
    code = cwd / "code.txt" if cwd != ROOT else None
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "CODE": str(code or os.devnull)}
    done = subprocess.run(["bash", "-c", line, "bash", sys.executable, "-m", "pscb_lib", *words],
                          cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    return (code.read_text() if code else ""), done


@pytest.mark.skipif(os.name != "posix", reason="needs a shell")
@pytest.mark.parametrize("streams", [
    each if each.id == "a full log" else pytest.param(
        *each.values, id=each.id, marks=[*each.marks, pytest.mark.slow]) for each in BROKEN])
def test_a_batch_with_broken_streams_makes_all_and_exits_0(small_project, streams):
    one_set(small_project)
    code, done = shell(BATCH, streams, small_project)
    assert code == "ended with 0\n", done.stderr
    last = summary(small_project)
    assert (last["exit_code"], [line["state"] for line in last["sets"]]) == (0, ["made"])


@pytest.mark.skipif(os.name != "posix", reason="needs a shell")
@pytest.mark.parametrize("streams", BROKEN)
def test_a_check_with_broken_streams_exits_as_it_found(tmp_path, streams):
    (tmp_path / "params").mkdir()
    code, done = shell(("check", "nothing.csv", "--project", str(ROOT)), streams, tmp_path)
    assert code == "ended with 2\n"
    assert "Traceback" not in done.stdout + done.stderr


@NEEDS_FULL
def test_the_other_stream_says_that_the_list_is_not_whole(tmp_path):
    code, done = shell(("list", "--project", str(ROOT)), ">/dev/full", tmp_path)
    assert code == "ended with 0\n"
    assert done.stderr == "pscb: what is printed is not whole (No space left on device)\n"

"""Processes forked from one server: those that they start are forked from it too."""

from __future__ import annotations

import subprocess
import sys

import pytest
from papers import ROOT

from pscb_lib.running.processes.processes import ENVIRONMENT, FORKS

NESTED = """
import os
from multiprocessing import Pipe

from pscb_lib.board.settings import Limits
from pscb_lib.running.processes.processes import start

LIMITS = Limits(memory_mib=4096, seconds=60)

def tell(writer, more):
    writer.send(os.getppid())
    if more:
        start(tell, writer, more - 1, limits=LIMITS).join()

if __name__ == "__main__":
    reader, writer = Pipe(duplex=False)
    start(tell, writer, 2, limits=LIMITS).join()
    writer.close()
    for _ in range(3):
        print(reader.recv())
"""
SECOND_SERVER = (
    "a process that the server forked did not fork its own from the same server: either "
    "ForkServer.ensure_running of multiprocessing.forkserver has another name or other arguments "
    "on this Python, or it is no longer called; mend _keep_server in processes.py, without which "
    "every kernel starts cold")


@pytest.mark.skipif(not FORKS, reason="this platform has no fork server")
def test_a_forked_process_forks_its_own_from_the_same_server(tmp_path):
    program = tmp_path / "nested.py"
    program.write_text(NESTED, encoding="utf-8")
    done = subprocess.run([sys.executable, program], cwd=ROOT, env={"PYTHONPATH": str(ROOT)},
                          text=True, capture_output=True, check=False, timeout=120)
    servers = done.stdout.split()
    assert len(servers) == 3 and len({*servers}) == 1, f"{SECOND_SERVER}\n{done.stderr}"


WARM = """
from importlib.metadata import packages_distributions
import pscb_lib.running.warm, os, sys
PACKAGES = {*packages_distributions()} - {"pscb_lib"}
print(len(os.listdir("/proc/self/task")))
known = {*sys.modules}
import pscb_lib.disclosure.outsider.sets, pscb_lib.framework.statistics.intervals as intervals
from pscb_lib.running.processes import kernels
from pscb_lib.reading.files import read_table
intervals.count_interval(3)
print(*sorted(name for name in {*sys.modules} - known if name.split(".")[0] in PACKAGES))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="/proc has the threads of native code too")
def test_the_server_has_no_second_thread_and_all_that_a_set_imports():
    done = subprocess.run([sys.executable, "-c", WARM], cwd=ROOT, check=True, timeout=120,
                          env={"PYTHONPATH": str(ROOT), **ENVIRONMENT}, text=True,
                          capture_output=True)
    threads, imported = done.stdout.splitlines()
    assert threads == "1"
    assert imported == ""

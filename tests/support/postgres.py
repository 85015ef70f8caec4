"""A real PostgreSQL server in a temporary folder, run by an unprivileged user."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

OWNER, PASSWORD = "owner", "correct-horse"
NOBODY = "nobody"


def find_program(name: str) -> str:
    """Return the path of a program of PostgreSQL; skip the test if it is missing."""
    found = [*Path("/usr/lib/postgresql").glob(f"*/bin/{name}")]
    path = shutil.which(name) or (str(max(found)) if found else "")
    if not path:
        pytest.skip(f"PostgreSQL's {name} is not installed (Debian: postgresql)")
    return path


@contextmanager
def postgres() -> Iterator[int]:
    """Run a server on a free port of this computer; yield the port.

    Its superuser is OWNER with PASSWORD; a login without a password is refused.
    """
    initdb, control = find_program("initdb"), find_program("pg_ctl")
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    who: dict[str, str] = {}
    if hasattr(os, "geteuid") and os.geteuid() == 0:  # PostgreSQL refuses to run as root
        who = {"user": NOBODY}
        shutil.chown(folder, NOBODY)

    def run(*command: str) -> None:
        done = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, text=True,
                              stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, **who)
        assert done.returncode == 0, done.stderr

    data, secret, port = folder / "data", folder / "secret", _free_port()
    secret.write_text(PASSWORD, encoding="utf-8")
    secret.chmod(0o644)
    options = f"-h 127.0.0.1 -p {port} -k '' -F"
    try:
        run(initdb, "-D", str(data), "-U", OWNER, "-A", "scram-sha-256", "--pwfile", str(secret),
            "-E", "UTF8", "--no-locale", "-N")
        run(control, "-D", str(data), "-o", options, "-l", str(folder / "log"), "-w", "start")
        try:
            yield port
        finally:
            run(control, "-D", str(data), "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]

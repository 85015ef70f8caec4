"""Write ``lock.txt``: every package of ``constraints.txt`` with the SHA-256 of its wheels.

    python -m tools.lock

pip describes the wheel that it would take for each Python and system, and installs nothing. A
package that is needed on some of them only gets a marker. Takes about 20 minutes, most of it
pip's. The names of the index and of its files are not written.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PYTHONS = ("3.11", "3.12", "3.13")
GLIBC = [f"manylinux_2_{minor}_x86_64" for minor in range(5, 29)]
SYSTEMS = {
    "linux": ("linux", "Linux", "posix", [*GLIBC, "manylinux1_x86_64", "manylinux2010_x86_64",
                                          "manylinux2014_x86_64", "linux_x86_64"]),
    "win32": ("win32", "Windows", "nt", ["win_amd64"])}
EXTRAS = ("cluster", "lab", "test")
NOT_FOUND = re.compile(r"No matching distribution found for ([\w.-]+)==")
HEAD = """\
# Every package, and the build backend, with the SHA-256 of its wheels for Python 3.11 to 3.13 on
# Linux (x86-64, glibc) and Windows (64 bits). Made from constraints.txt by python -m tools.lock.
"""


@dataclass(frozen=True)
class Wheel:
    """What pip would install: its version, its SHA-256 and what it requires."""

    version: str
    sha256: str
    requires: tuple[str, ...]


Place = tuple[str, str]  # a Python and a system
PLACES = [(python, system) for python in PYTHONS for system in SYSTEMS]


def read_pins(path: Path) -> list[str]:
    """Return the lines of a file of pins, without comments."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def describe(place: Place, pins: Iterable[str]) -> dict[str, Wheel]:
    """Return the wheel of each pin in a place; a package without a wheel there is left out."""
    wanted = list(pins)
    while True:
        try:
            return _reported(place, wanted)
        except subprocess.CalledProcessError as fault:
            lacking = {canonicalize_name(name) for name in NOT_FOUND.findall(fault.stderr)}
            if not lacking:
                raise SystemExit(fault.stderr) from None
            wanted = [pin for pin in wanted
                      if canonicalize_name(pin.split("==")[0]) not in lacking]


def _reported(place: Place, pins: list[str]) -> dict[str, Wheel]:
    python, system = place
    platforms = [word for name in SYSTEMS[system][3] for word in ("--platform", name)]
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = [sys.executable, "-m", "pip", "install", "--dry-run", "--ignore-installed",
                   "--no-deps", "--quiet", "--only-binary", ":all:", "--python-version", python,
                   *platforms, "--target", folder, "--report", str(report), *pins]
        subprocess.run(command, check=True, capture_output=True, text=True)
        found = json.loads(report.read_text(encoding="utf-8"))["install"]
    return {canonicalize_name(one["metadata"]["name"]): Wheel(
        one["metadata"]["version"], one["download_info"]["archive_info"]["hashes"]["sha256"],
        tuple(one["metadata"].get("requires_dist", ()))) for one in found}


def needed(place: Place, wheels: Mapping[str, Wheel], asked: Iterable[str]) -> set[str]:
    """Return the packages that *asked* need in a place, with all that these need."""
    python, system = place
    platform, name, os_name, _ = SYSTEMS[system]
    here = {"python_version": python, "python_full_version": f"{python}.0",
            "sys_platform": platform, "platform_system": name, "os_name": os_name,
            "platform_machine": "AMD64" if system == "win32" else "x86_64",
            "implementation_name": "cpython", "platform_python_implementation": "CPython"}
    found: set[tuple[str, str]] = set()
    waiting = [(Requirement(one), "") for one in asked]
    while waiting:
        one, extra = waiting.pop()
        if one.marker and not one.marker.evaluate({**here, "extra": extra}):
            continue
        package = canonicalize_name(one.name)
        for wanted in ("", *one.extras):
            if (package, wanted) not in found:
                found.add((package, wanted))
                if package not in wheels:
                    raise SystemExit(f"{package} has no wheel or no pin for {python}, {system}")
                waiting += [(Requirement(each), wanted) for each in wheels[package].requires]
    return {package for package, _ in found}


def asked() -> list[str]:
    """Return what the project itself requires: to build, to run and for every extra."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = project["project"]["optional-dependencies"]
    return [*project["build-system"]["requires"], *project["project"]["dependencies"],
            *(one for extra in EXTRAS for one in extras[extra])]


def marker_of(places: Iterable[Place]) -> str:
    """Return the marker of the places in which a package is needed; empty if that is all."""
    found = {*places}
    systems = {system for _, system in found}
    pythons = [python for python in PYTHONS if python in {one for one, _ in found}]
    if {(python, system) for python in pythons for system in systems} != found:
        raise SystemExit(f"no marker says {sorted(found)}")
    parts = [] if len(systems) == len(SYSTEMS) else [f'sys_platform == "{systems.pop()}"']
    if len(pythons) < len(PYTHONS):
        parts.append(" or ".join(f'python_version == "{one}"' for one in pythons))
    return " and ".join(f"({one})" if " or " in one and len(parts) > 1 else one for one in parts)


def lines(wheels: Mapping[Place, Mapping[str, Wheel]]) -> Iterator[str]:
    """Yield the lines of the lock for the wheels of each place."""
    places: dict[str, list[Place]] = defaultdict(list)
    for place, found in wheels.items():
        for package in needed(place, found, asked()):
            places[package].append(place)
    for package in sorted(places):
        found = [wheels[place][package] for place in places[package]]
        marker = marker_of(places[package])
        hashes = sorted({one.sha256 for one in found})
        yield f"{package}=={found[0].version}" + (f" ; {marker}" if marker else "") + " \\"
        yield " \\\n".join(f"    --hash=sha256:{each}" for each in hashes)


if __name__ == "__main__":
    PINS = read_pins(ROOT / "constraints.txt")
    TEXT = HEAD + "\n".join(lines({place: describe(place, PINS) for place in PLACES})) + "\n"
    (ROOT / "lock.txt").write_text(TEXT, encoding="utf-8", newline="\n")

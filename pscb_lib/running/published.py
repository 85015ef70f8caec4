"""Find a published set, so that the ledger can say which one was received or presented."""

from __future__ import annotations

import json
from pathlib import Path

from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.spellings import parse_period
from pscb_lib.reading.digest import sha256
from pscb_lib.reading.findings import InputError
from pscb_lib.running.publishing.manifest import NAME


def find_set(
    outputs: Path, cycle: str, audience: str, name: str, period: ReportingPeriod
) -> str:
    """Return the SHA-256 of the manifest of the set of the paper *name* for *period*.

    A longer period is found in the paper of its last part: a year in that of its second half.
    Raises InputError if there is no such set.
    """
    place = f"{cycle}/{audience}/{name}"
    path = outputs / place / NAME
    if not path.is_file():
        raise InputError.at(place, f"there is no set in {outputs.name}", "make it with pscb run, "
                            "or name another --cycle, --audience or --out")
    found = json.loads(path.read_text(encoding="utf-8"))["parameters"]["period"]
    if parse_period(found).end != period.end:
        raise InputError.at(place, f"is the set of {found}", "name its period or another --cycle",
                            column="period", value=period.label)
    return sha256(path)

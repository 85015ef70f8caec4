"""Warn, when a set is made, of shown lines with all their children in one category.

No count of such a line need be small. The disclosure profile says what follows from it.
"""

from __future__ import annotations

from pscb_lib.disclosure.outsider.found import Finished
from pscb_lib.disclosure.outsider.groups import find_groups
from pscb_lib.disclosure.secrecy.profiles import Profile


def warn_of_groups(found: Finished, profile: Profile) -> list[str]:
    """A line, without any number, for each such line or percentage in a masked set."""
    return [f"{one}; profile {profile.name}: {profile.groups}" for one in find_groups(found)]

"""What a published figure belongs to: the role of an indicator, or its id where it has none.

Published measures are the same for every authority, and ids are each board's own. So their files
name roles; a file of an earlier release, or of a measure without a role, has the Board's ids.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pscb_lib.board.indicators import read_indicators
from pscb_lib.board.indicators.roles import BY_WORD
from pscb_lib.framework.folding import bare


def joined_by(params: Path) -> Callable[[str], str]:
    """A function that turns an id or a role into ``Indicator.quantity``, by the register beside.

    Without a register in *params* an id stays as it is.
    """
    path = params / "indicators.csv"
    ids = {one.id: one.quantity for one in read_indicators(path)} if path.exists() else {}

    def name(written: str) -> str:
        return ids[written] if written in ids else BY_WORD.get(bare(written), written)

    return name

"""The answers of owners of actions: what is done since, in the form that was made for each.

See :mod:`pscb_lib.returns.actions.updates`.
"""

from pscb_lib.returns.registers.actions import UPDATES as RETURN

__all__ = ["RETURN"]

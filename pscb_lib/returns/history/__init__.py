"""Keep accepted returns as they were received, and the ledger of who sent what and when."""

from pscb_lib.returns.history.ledger import FOLDER, Accepted, known_on, read_ledger, stored_at

__all__ = ["FOLDER", "Accepted", "known_on", "read_ledger", "stored_at"]

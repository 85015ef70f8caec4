"""What a new board's project begins with: its answers, and the files made from them.

Start with :mod:`~pscb_lib.board.starting.answers`; ``files`` fills in what ``pscb_lib/starter/``
holds.
"""

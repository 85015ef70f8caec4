"""The published figures that come with the suite, of every English authority.

They are the default of any board. A figure of the Board's own file in ``params/`` for the same
area and year is used in its place. :mod:`~pscb_lib.board.published.files` reads the files,
``authorities`` has the names, and ``figures`` turns columns of published tables into benchmarks.
"""

"""The registers that a new board starts with: data alone, read by ``pscb init``.

``agencies.csv``, ``README.md``, ``statement.md`` and ``gitignore.txt`` are written by hand. The
rest is made from the example's ``params/`` by ``python -m tools.starter``, which leaves out what is
the example's alone.
"""

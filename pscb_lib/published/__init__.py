"""Published figures of every English authority, shipped with the suite: data alone.

``editions.csv`` says of each file what it was taken from, when that was published and under which
licence. ``python -m tools.published FOLDER`` makes the files from the publishers' own.
"""

"""The frameworks that a board may choose in place of that of May 2014: a folder each, data alone.

``framework.yaml`` has the fields of :class:`pscb_lib.framework.edition.Framework`. What a board
has to decide itself is named in ``left_to_the_board``. One that ``follows`` another has what is new
alone, and a paper is of the one in force on the last day of its period. Beside it may lie:

- ``words.csv``: the words of its pages and forms in place of those of May 2014
  (:mod:`pscb_lib.board.wording`);
- ``contents.csv``: what its yearly report holds (:mod:`pscb_lib.board.annual_report.contents`);
- ``starter.yaml`` and ``agencies.csv``: what a new board begins with
  (:mod:`pscb_lib.board.starting.starter`).
"""

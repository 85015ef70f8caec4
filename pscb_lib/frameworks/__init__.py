"""The frameworks that a board may choose in place of that of May 2014: a folder each, data alone.

``framework.yaml`` has the fields of :class:`pscb_lib.framework.edition.Framework`. What a board
has to decide itself is named in ``left_to_the_board``. Another framework is another folder.
"""

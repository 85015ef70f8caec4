"""What our writers put into the files of a set: a closed list for each kind of file.

The writers are in :mod:`pscb_lib.page.rendering`. The audit refuses what is not in these lists
(:mod:`pscb_lib.disclosure.outsider.closed`), so it also finds a leak that nobody has thought of.
A writer that makes something else adds it here, and the reader of that file must then read it.
"""

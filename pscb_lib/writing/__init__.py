"""Files written whole or not at all, and the one lock.

Every file that the suite writes, a command's own or one that another process may read, goes
through :mod:`~pscb_lib.writing.whole`; a folder that one run at a time may change is held by
:mod:`~pscb_lib.writing.locks`. Nothing here knows what is written, but that an import keeps what
was made by hand (:mod:`~pscb_lib.writing.csv_files`). Start with :mod:`~pscb_lib.writing.whole`.
"""

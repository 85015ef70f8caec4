"""Compare a file with what our writers make (:mod:`pscb_lib.disclosure.written`).

Each module yields the place of everything in a file that is not in its list. A place names what it
lies in and never the thing itself, whose name may be a hidden figure.
"""

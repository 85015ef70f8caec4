"""The audit: read a set's finished files as an outsider would and search for hidden figures.

:mod:`.finished` reads the files, and :mod:`.closed` compares them with what our writers make.
:mod:`.leaks`, :mod:`.sentences` and :mod:`.drawings` look for hidden figures that are still
printed, said or drawn, :mod:`.attack` works out what the shown figures reveal, and
:mod:`.canaries` looks for planted texts. Start with ``audit_set`` and ``audit`` of
:mod:`.sets`.
"""

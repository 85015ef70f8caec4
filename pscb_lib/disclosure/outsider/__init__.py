"""The finished files of a set read back as an outsider would, and searched for what is hidden.

:mod:`.finished` reads the files, :mod:`.leaks` and :mod:`.drawings` look for hidden figures that
still stand somewhere, :mod:`.attack` works out what the shown ones tell, :mod:`.canaries` looks
for planted texts. The entries are ``audit_set`` and ``audit`` of :mod:`.sets`.
"""

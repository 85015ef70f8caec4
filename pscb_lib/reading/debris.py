"""Tell what programs leave beside the files that people edit: it is no return and no decision.

Office programs and editors lock a file or keep a copy while it is open, file managers write their
own views into each folder, and a browser or a killed program leaves half a file. The names are
those that Excel, Word, LibreOffice, vim, Emacs, macOS, Windows, Dropbox, rsync and browsers use.
"""

from __future__ import annotations

import re
from pathlib import PurePath

HIDDEN_OR_OPEN = (".", "~")  # .DS_Store, .~lock.x#, .x.swp; ~$x, ~WRL0001.tmp
VIEWS = {"thumbs.db", "ehthumbs.db", "ehthumbs_vista.db", "desktop.ini", "icon\r", "__macosx",
         "$recycle.bin", "system volume information", "lost+found", "4913"}
COPIES = {".swp", ".swo", ".swx", ".swn", ".tmp", ".temp", ".bak", ".backup", ".old", ".orig",
          ".rej", ".new", ".save", ".autosave", ".asd", ".wbk", ".xlk", ".part", ".partial",
          ".crdownload", ".download", ".lock", ".lck", ".lnk"}
# Excel's name of a workbook while it is saved; a folder 20141015 is somebody's, named by a day
UNSAVED = re.compile(r"(?=\d*[A-F])[0-9A-F]{8}")


def is_debris(path: str | PurePath) -> bool:
    """Whether a file or folder, by its name alone, is what a program left and nobody sends."""
    name = PurePath(path).name
    return (name.startswith(HIDDEN_OR_OPEN) or name.endswith("~")
            or name[:1] == name[-1:] == "#"  # Emacs's copy of what is not saved
            or name.casefold() in VIEWS or PurePath(name.casefold()).suffix in COPIES
            or UNSAVED.fullmatch(name) is not None)


def lies_in_debris(path: PurePath, folder: PurePath) -> bool:
    """Whether a file is debris or lies in a folder that is, below *folder*."""
    return any(map(is_debris, path.relative_to(folder).parts))

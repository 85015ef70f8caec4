"""One stream of a compound file, the container of xls: Microsoft, [MS-CFB].

A compound file is a disk in a file: sectors, chained by a table (FAT), and a directory of streams.
Short streams lie in a stream of smaller sectors. A chain that is broken or never ends raises
ValueError.
"""

from __future__ import annotations

import struct
from array import array
from dataclasses import dataclass

END = 0xFFFFFFFA  # this and above are no sectors
ENTRY = 128
SHORT = 4_096
SMALL = 64


def names_of(data: bytes) -> list[str]:
    """The names of the streams and folders of a compound file."""
    return [_name(entry) for entry in _Disk(data).entries]


def stream_of(data: bytes, names: tuple[str, ...]) -> Stream:
    """The first stream that has one of the *names*. Raises ValueError if there is none."""
    disk = _Disk(data)
    for name in names:
        for entry in disk.entries:
            if _name(entry).casefold() == name.casefold():
                return disk.stream(entry)
    raise ValueError("there is no such stream")


@dataclass(frozen=True)
class Stream:
    """The content of a stream, and where its pieces of *size* bytes lie in the file."""

    content: bytes
    size: int
    places: list[int]

    def changed(self, data: bytearray, at: int, new: bytes) -> None:
        """Write *new* into the file at the stream's byte *at*."""
        for number, byte in enumerate(new, at):
            data[self.places[number // self.size] + number % self.size] = byte


class _Disk:
    def __init__(self, data: bytes) -> None:
        if len(data) < 512:
            raise ValueError("is too short")
        self.data = data
        self.size = 1 << min(struct.unpack_from("<H", data, 30)[0], 16)
        self.table = self._fat()
        folder = self._chain(struct.unpack_from("<I", data, 48)[0])
        self.entries = [folder[at:at + ENTRY] for at in range(0, len(folder) - ENTRY + 1, ENTRY)]

    def stream(self, entry: bytes) -> Stream:
        """The stream of a directory's entry."""
        first, length = struct.unpack_from("<II", entry, 116)
        if length >= SHORT:
            places = [(at + 1) * self.size for at in _follow(self.table, first)]
            return Stream(self._chain(first)[:length], self.size, places)
        small = _follow(self.table, struct.unpack_from("<I", self.entries[0], 116)[0])
        table = _numbers(self._chain(struct.unpack_from("<I", self.data, 60)[0]))
        each = self.size // SMALL
        places = [(small[at // each] + 1) * self.size + at % each * SMALL
                  for at in _follow(table, first)]
        content = b"".join(self.data[at:at + SMALL] for at in places)
        return Stream(content[:length], SMALL, places)

    def _fat(self) -> array[int]:
        """The table of sectors; the header names its first 109 sectors, a chain the others."""
        places = [*struct.unpack_from("<109I", self.data, 76)]
        following = struct.unpack_from("<I", self.data, 68)[0]
        seen: set[int] = set()
        while following < END and following not in seen:
            seen.add(following)
            *more, following = _numbers(self._sector(following))
            places += more
        return _numbers(b"".join(self._sector(place) for place in places if place < END))

    def _chain(self, first: int) -> bytes:
        return b"".join(self._sector(place) for place in _follow(self.table, first))

    def _sector(self, place: int) -> bytes:
        begin = (place + 1) * self.size
        found = self.data[begin:begin + self.size]
        if not found:
            raise ValueError("names a sector beyond its end")
        return found


def _follow(table: array[int], first: int) -> list[int]:
    chain: list[int] = []
    while first < END:
        if first >= len(table) or len(chain) > len(table):
            raise ValueError("has a broken chain of sectors")
        chain.append(first)
        first = table[first]
    return chain


def _numbers(content: bytes) -> array[int]:
    count = len(content) // 4
    return array("L", struct.unpack(f"<{count}I", content[:4 * count]))


def _name(entry: bytes) -> str:
    length = max(struct.unpack_from("<H", entry, 64)[0] - 2, 0)
    return entry[:min(length, 64)].decode("utf-16-le", "replace")

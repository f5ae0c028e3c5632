"""The index of a table in a snapshot: which chunk an id may be in, by its hash."""

import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from hashlib import blake2b


class Index:
    """Sorted hashes of 8 bytes, and the number of the chunk of each."""

    def __init__(self, rows: Iterable[tuple[int, int]] = ()) -> None:
        ordered = sorted(rows)
        self._hashes = array("Q", [hashed for hashed, _ in ordered])
        self._numbers = array("I", [number for _, number in ordered])

    @classmethod
    def decoded(cls, content: bytes) -> "Index":
        """The index that `encoded` made these bytes of."""
        index = cls()
        size = len(content) // (index._hashes.itemsize + index._numbers.itemsize)
        middle = size * index._hashes.itemsize
        index._hashes.frombytes(content[:middle])
        index._numbers.frombytes(content[middle:])
        index._swap()
        return index

    def encoded(self) -> bytes:
        """All hashes, then all numbers, little-endian."""
        self._swap()
        content = self._hashes.tobytes() + self._numbers.tobytes()
        self._swap()
        return content

    def chunks(self, id: str) -> Iterator[int]:
        """The numbers of the chunks that may have it."""
        hashed = hash_of(id)
        at = bisect_left(self._hashes, hashed)
        while at < len(self._hashes) and self._hashes[at] == hashed:
            yield self._numbers[at]
            at += 1

    def _swap(self) -> None:
        if sys.byteorder == "big":
            self._hashes.byteswap()
            self._numbers.byteswap()


def hash_of(id: str) -> int:
    """8 bytes of BLAKE2b, as a number."""
    digest = blake2b(id.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little")

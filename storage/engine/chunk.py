"""A chunk: some documents of a table, one after the other.

Its payload is a line `[table, [ids]]`, then a line of JSON for each document.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Final

from storage.engine.values import Document, decoded, encoded, moment

CHUNK: Final = 256


class Chunk:
    """Up to 256 documents, each decoded when it is asked for."""

    def __init__(self, payload: bytes) -> None:
        head, *self._lines = payload.split(b"\n")
        self.table, self.ids = decoded(head)
        self._rows = {id: row for row, id in enumerate(self.ids)}
        self._documents: dict[int, Document] = {}

    @classmethod
    def encoded(cls, table: str, ids: list[str], documents: Iterable[Document]) -> bytes:
        """The payload of these documents."""
        return b"\n".join([encoded([table, ids]), *map(encoded, documents)])

    def __contains__(self, id: str) -> bool:
        return id in self._rows

    def __getitem__(self, id: str) -> Document:
        return self.row(self._rows[id])

    def row(self, row: int) -> Document:
        """The document of a row."""
        document = self._documents.get(row)
        if document is None:
            document = self._documents[row] = decoded(self._lines[row])
        return document

    def items(self) -> Iterator[tuple[str, Document]]:
        """Every document, with its id, none of them kept."""
        return zip(self.ids, map(decoded, self._lines), strict=True)

    def between(self, start: int, end: int) -> Iterator[tuple[int, str, Document]]:
        """The documents with start <= at < end, in order, of a chunk whose all have `at`."""
        rows = range(len(self.ids))
        for row in range(bisect_left(rows, start, key=self._at), len(rows)):
            at = self._at(row)
            if at >= end:
                return
            yield at, self.ids[row], self.row(row)

    def _at(self, row: int) -> int:
        return moment(self.row(row)) or 0

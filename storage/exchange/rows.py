"""The rows of a table of another app, one after the other: each is read, or told as it stands."""

from collections.abc import Callable, Iterator
from typing import Final

from domain.entries import Source
from domain.moving_in.record import BadRow, Found, Heard, Record
from storage.exchange.faults import BadFieldError
from storage.exchange.reading import Handed
from storage.exchange.table import Row
from storage.exchange.words import short

_HEARD_EACH: Final = 500


def read_rows(source: Source, handed: Handed, read: Callable[[Row], Record], heard: Heard) -> Found:
    """What `read` makes of each row; one for which it raises BadFieldError is a bad row.

    Raises UnreadableError.
    """
    records: list[Record] = []
    bad: list[BadRow] = []
    for row in heeded(handed, heard):
        try:
            records.append(read(row))
        except BadFieldError as error:
            bad.append(bad_row(row, error))
    return Found(source=source, records=tuple(records), bad=tuple(bad))


def heeded(handed: Handed, heard: Heard) -> Iterator[Row]:
    """The rows of the table; now and then the line is told, of so many, and at the end.

    Raises UnreadableError.
    """
    ends = max(map(handed.text.count, "\r\n"))
    line = 0
    for count, row in enumerate(handed.rows(), 1):
        line = row.line
        yield row
        if count % _HEARD_EACH == 0:
            heard(line, max(line, ends))
    heard(max(line, ends), max(line, ends))


def bad_row(row: Row, error: BadFieldError) -> BadRow:
    """A row that could not be understood, and why."""
    return BadRow(row.line, str(error), short(row.begins))

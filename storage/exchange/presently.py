"""Presently: a table of days and what was written on them."""

from datetime import tzinfo
from functools import partial
from typing import Final

from domain.language import tr
from domain.moving_in.record import Found, Heard, Record
from storage.exchange.fields import lasting, placed, time_in
from storage.exchange.reading import BadFieldError, Handed, Row, UnreadableError, record_id
from storage.exchange.rows import read_rows

DAY: Final = "entrydate"
CONTENT: Final = "entrycontent"


def claims(handed: Handed) -> bool:
    """Whether it is a file of Presently."""
    try:
        return {DAY, CONTENT} <= set(handed.columns)
    except UnreadableError:
        return False


def read(handed: Handed, zone: tzinfo, heard: Heard) -> Found:
    """Its days, each at noon. Raises UnreadableError."""
    return read_rows("presently", handed, partial(_record, zone), heard)


def _record(zone: tzinfo, row: Row) -> Record:
    row.check()
    told = time_in(row.cells, DAY)
    note = row.get(CONTENT)
    if not note:
        raise BadFieldError(tr("It holds no words."))
    return Record(
        id=record_id("presently", lasting(told), note),
        line=row.line,
        at=placed(told, zone),
        note=note,
        fields=row.originals,
    )

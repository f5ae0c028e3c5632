"""The entries of a file of another app, one after the other: each is read, or told as it stands."""

from collections.abc import Callable, Sequence
from itertools import islice
from typing import Any, Final

from domain.entries import Source
from domain.language import N_, tr, trn
from domain.moving_in.record import RECORDS_MAX, BadRow, Found, Heard, Record
from domain.numbers import number
from storage.exchange.fields import Fields, beginning
from storage.exchange.reading import BadFieldError, Handed, UnreadableError

Placed = Sequence[tuple[int, object]]
"""What is said to be an entry, each with its line or place."""
NOTHING: Final = N_("It holds no mood and no words.")
_LOOKED_AT: Final = 50
_HEARD_EACH: Final = 500


def json_in(handed: Handed) -> Any:
    """What a file holds as JSON; None where it holds none that can be read."""
    try:
        return handed.json
    except UnreadableError:
        return None


def has_entries(value: object, *names: str) -> bool:
    """Whether it is a list, and one of its first entries has fields of all those names."""
    if not isinstance(value, list):
        return False
    return any(isinstance(one, dict) and one.keys() >= set(names) for one in value[:_LOOKED_AT])


def placed_in(entries: Sequence[object]) -> Placed:
    """The entries of a list with their places, from 1. Raises UnreadableError for too many."""
    found = list(islice(enumerate(entries, 1), RECORDS_MAX + 1))
    if len(found) > RECORDS_MAX:
        raise UnreadableError(
            N_("This file has more than {count} entries."), count=number(RECORDS_MAX)
        )
    return found


def read_each(
    source: Source,
    told: Placed,
    read: Callable[[int, Fields], Record | None],
    heard: Heard,
    shown: Sequence[str],
) -> Found:
    """What `read` makes of each entry; one for which it gives None is passed over.

    One for which it raises BadFieldError is a bad row, shown by the fields `shown`, and so is one
    that tells nothing.
    """
    records: list[Record] = []
    bad: list[BadRow] = []
    for count, (line, one) in enumerate(told, 1):
        try:
            if (record := _record(line, one, read)) is not None:
                records.append(record)
        except BadFieldError as error:
            bad.append(BadRow(line, str(error), beginning(one, shown)))
        tell(heard, count, len(told))
    return Found(source=source, records=tuple(records), bad=tuple(bad))


def tell(heard: Heard, done: int, total: int) -> None:
    """Tell it now and then, and at the end."""
    if done == total or done % _HEARD_EACH == 0:
        heard(done, total)


def pictures(count: int) -> tuple[str, ...]:
    """What to say of so many pictures that stay in the other app; nothing where there are none."""
    if not count:
        return ()
    said = trn("{n} picture is not taken.", "{n} pictures are not taken.", count, n=number(count))
    return (said,)


def _record(line: int, told: object, read: Callable[[int, Fields], Record | None]) -> Record | None:
    if not isinstance(told, dict):
        raise BadFieldError(tr("It is no entry."))
    record = read(line, told)
    if record is None:
        return None
    if not any((record.moods, record.words, record.tags, record.title, record.note)):
        raise BadFieldError(tr(NOTHING))
    return record

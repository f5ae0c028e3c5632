"""Day One: JSON, or a zip with a file of JSON for each journal and what else it holds."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, tzinfo
from functools import lru_cache, partial
from pathlib import PurePosixPath
from typing import Any, Final
from zoneinfo import ZoneInfo

from domain.language import tr
from domain.moving_in.record import SIZE_MAX, Found, Heard, Record, Tagged
from domain.recurrence import is_zone
from storage.exchange.faults import too_large
from storage.exchange.fields import (
    Fields,
    later_in,
    list_in,
    originals,
    placed,
    text_in,
    time_in,
)
from storage.exchange.listed import has_entries, json_in, pictures, placed_in, read_each
from storage.exchange.reading import (
    Archive,
    BadFieldError,
    Handed,
    UnreadableError,
    json_of,
    record_id,
    text_of,
)

NOT_KEPT: Final = frozenset(("richText", "photos", "videos", "audios", "pdfAttachments"))
"""The same words once more, and what tells of pictures that are not taken."""
# Nothing that opens a bracket is inside, so that no text takes long to look through.
_PICTURE: Final = re.compile(r"!\[[^\[\]\n]*\]\(dayone-moment:[^()\[\]\n]*\)\n?")
_ESCAPED: Final = re.compile(r"\\([!-/:-@\[-`{-~])")


def claims(handed: Handed) -> bool:
    """Whether it is a file of Day One, or an archive with one.

    Raises UnreadableError for an archive that is damaged or without end.
    """
    if handed.archive is None:
        return _is_journal(json_in(handed))
    return any(_is_journal(held) for _, held in _members(handed.archive, _json_or_none))


def read(handed: Handed, zone: tzinfo, heard: Heard) -> Found:
    """The entries of all its journals, one after the other. Raises UnreadableError."""
    told = placed_in(list(_entries(handed)))
    found = read_each("day_one", told, partial(_record, zone), heard, ("creationDate", "text"))
    return replace(found, left_out=pictures(sum(_pictures(one) for _, one in told)))


def _is_journal(held: object) -> bool:
    return isinstance(held, dict) and has_entries(held.get("entries"), "creationDate")


def _entries(handed: Handed) -> Iterator[object]:
    if handed.archive is None:
        yield from handed.json["entries"]
        return
    for journal, held in _members(handed.archive, json_of):
        if _is_journal(held):
            for one in held["entries"]:
                yield {"journal": journal, **one} if isinstance(one, dict) else one


def _members(archive: Archive, opened: Callable[[str], Any]) -> Iterator[tuple[str, Any]]:
    """What its files of JSON hold, by the names of their journals."""
    left = SIZE_MAX
    for name in dict.fromkeys(archive.names):
        path = PurePosixPath(name)
        # A Mac adds a file of its own to each, which begins with a dot.
        if path.suffix.casefold() == ".json" and not path.name.startswith("."):
            content = archive.read(name)
            left -= len(content)
            if left < 0:
                raise too_large()
            yield path.stem, opened(text_of(content))


def _json_or_none(text: str) -> Any:
    try:
        return json_of(text)
    except UnreadableError:
        return None


def _record(zone: tzinfo, place: int, fields: Fields) -> Record:
    kept = originals({name: one for name, one in fields.items() if name not in NOT_KEPT})
    told = time_in(fields, "creationDate")
    told = told if told.tzinfo else told.replace(tzinfo=UTC)
    there = _zone_named(text_in(fields, "timeZone")) or zone
    at = placed(told, there)
    text = text_in(fields, "text")
    return Record(
        id=record_id("day_one", told, text_in(fields, "uuid").strip() or text),
        line=place,
        at=at,
        edited_at=later_in(fields, "modifiedDate", at, there),
        tags=tuple(_tag(name) for name in list_in(fields, "tags")),
        note=_ESCAPED.sub(r"\1", _PICTURE.sub("", text)).strip(),
        fields=kept,
    )


@lru_cache(maxsize=64)
def _zone_named(name: str) -> tzinfo | None:
    return ZoneInfo(name) if is_zone(name) else None


def _tag(name: object) -> Tagged:
    if not isinstance(name, str):
        raise BadFieldError(tr("Its “tags” can't be read."))
    return Tagged(name.strip())


def _pictures(told: object) -> int:
    if not isinstance(told, dict):
        return 0
    lists = (told.get(name) for name in NOT_KEPT)
    text = told.get("text")
    named = len(_PICTURE.findall(text)) if isinstance(text, str) else 0
    return max(named, sum(len(one) for one in lists if isinstance(one, list)))

"""Meanwhile's own two plain files: JSON, and JSON Lines. Both hold whole entries.

The JSON is `{"format": "meanwhile-journal", "version": 1, "entries": {"check_ins": [...], ...}}`.
The first of the lines is a heading with format and version, and each other one an entry, whose
`table` names the list that it would be in. Readers pass over fields that they do not know.
"""

import json
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, tzinfo
from typing import Any, Final

from domain.entries import Entry
from domain.language import N_, tr
from domain.moving_in.record import RECORDS_MAX, BadRow, Found, Heard
from domain.numbers import number
from storage.documents import TABLES, Document, to_document, to_entry
from storage.exchange.fields import beginning
from storage.exchange.listed import json_in, tell
from storage.exchange.reading import BadFieldError, Handed, UnreadableError, json_of

FORMAT: Final = "meanwhile-journal"
VERSION: Final = 1
HEADING: Final = {"format": FORMAT, "version": VERSION}
KINDS: Final = {table: kind for kind, table in TABLES.items()}

NO_ENTRY: Final = N_("It is no entry that Meanwhile can read.")
_SHOWN: Final = ("at", "name", "text", "note", "id")
_ID: Final = re.compile("[!-~]{1,100}")
_FIRST: Final = datetime.min.replace(tzinfo=UTC)

Told = tuple[int, object, object]
"""A line or place, the name of a table, and what is said to be an entry of it."""


def as_json(entries: Iterable[Entry]) -> bytes:
    """A file of JSON, the same for the same entries: by their moments, then by id."""
    whole = {**HEADING, "entries": _shelves(entries)}
    return _encoded(json.dumps(whole, ensure_ascii=False, allow_nan=False, indent=2))


def as_lines(entries: Iterable[Entry]) -> bytes:
    """A file of JSON Lines, the same for the same entries: by their moments, then by id."""
    shelves = _shelves(entries).items()
    lines = [HEADING, *({"table": table, **one} for table, shelf in shelves for one in shelf)]
    return _encoded(
        "\n".join(json.dumps(line, ensure_ascii=False, allow_nan=False) for line in lines)
    )


def _shelves(entries: Iterable[Entry]) -> dict[str, list[Document]]:
    shelves: dict[str, list[Document]] = {}
    ordered = sorted(entries, key=lambda one: (getattr(one, "at", _FIRST), one.id))
    for one in ordered:
        shelves.setdefault(TABLES[type(one)], []).append({"id": one.id, **to_document(one)})
    return {table: shelves[table] for table in KINDS if table in shelves}


def _encoded(text: str) -> bytes:
    """UTF-8; half of a pair of surrogates is escaped, and both halves are the letter."""
    paired = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    return f"{paired}\n".encode("utf-8", "backslashreplace")


def claims(handed: Handed) -> bool:
    """Whether it is a file of Meanwhile, of this version or another."""
    return _are_lines(handed) or _is_ours(json_in(handed))


def read(handed: Handed, zone: tzinfo, heard: Heard) -> Found:
    """Its entries, whole. Raises UnreadableError, also for a file of a newer Meanwhile."""
    told = list(_lines(handed.text) if _are_lines(handed) else _listed(_exactly(handed.text)))
    if len(told) > RECORDS_MAX:
        raise UnreadableError(
            N_("This file has more than {count} entries."), count=number(RECORDS_MAX)
        )
    entries: list[Entry] = []
    bad: list[BadRow] = []
    for count, (line, table, one) in enumerate(told, 1):
        try:
            entries.append(_entry(table, one))
        except BadFieldError as error:
            bad.append(BadRow(line, str(error), beginning(one, _SHOWN)))
        tell(heard, count, len(told))
    return Found(source="meanwhile", entries=tuple(entries), bad=tuple(bad))


def _is_ours(held: object) -> bool:
    return isinstance(held, dict) and held.get("format") == FORMAT


def _are_lines(handed: Handed) -> bool:
    """Whether its first line is a heading. That of JSON in one line has the entries too."""
    try:
        first = json_of(handed.text.lstrip().partition("\n")[0])
    except UnreadableError:
        return False
    return _is_ours(first) and "entries" not in first


def _exactly(text: str) -> Any:
    """What JSON holds. Raises UnreadableError as `json_of`, which replaces half a surrogate pair:
    an entry may have one.
    """
    json_of(text)
    return json.loads(text)


def _check(heading: Document) -> None:
    version = heading.get("version")
    if type(version) is not int or version < 1:
        raise UnreadableError(N_("This file does not say how it was written; nothing was changed."))
    if version > VERSION:
        raise UnreadableError(
            N_("This file was written by a newer Meanwhile; this one has to be brought up to date.")
        )


def _lines(text: str) -> Iterator[Told]:
    for line, one in enumerate(text.split("\n"), 1):
        if not one.strip():
            continue
        try:
            held = _exactly(one)
        except UnreadableError:
            held = one.strip()
        # Two files, one after the other, are a file too.
        if _is_ours(held):
            _check(held)
        else:
            yield line, held.get("table") if isinstance(held, dict) else None, held


def _listed(whole: Document) -> Iterator[Told]:
    _check(whole)
    tables = whole.get("entries")
    if not isinstance(tables, dict):
        raise UnreadableError(N_("This file holds no entries; nothing was changed."))
    for table, shelf in tables.items():
        for place, one in enumerate(shelf if isinstance(shelf, list) else [shelf], 1):
            yield place, table, one


def _entry(table: object, told: object) -> Entry:
    kind = KINDS.get(table) if isinstance(table, str) else None
    if not isinstance(told, dict):
        raise BadFieldError(tr(NO_ENTRY))
    if kind is None:
        raise BadFieldError(tr("Meanwhile knows no entries of this kind."))
    id = told.get("id")
    if not isinstance(id, str) or not _ID.fullmatch(id):
        raise BadFieldError(tr("It has no id."))
    try:
        return to_entry(kind, id, told)
    except (ValueError, OverflowError, RecursionError) as error:
        raise BadFieldError(tr(NO_ENTRY)) from error

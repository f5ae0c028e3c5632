"""Entries to TinyDB's documents and back: dates as ISO text with their offset, tuples as lists."""

from dataclasses import fields
from datetime import datetime
from typing import Any, Final, TypeVar

from domain.entries import CANT_TELL, CheckIn, Draft, Entry, Settings, Supporter

E = TypeVar("E", bound=Entry)

TABLES: Final[dict[type[Entry], str]] = {
    CheckIn: "check_ins",
    Draft: "drafts",
    Settings: "settings",
}
MOMENTS: Final = ("at", "logged_at", "edited_at", "written_at")


def to_document(entry: Entry) -> dict[str, Any]:
    """The fields of an entry as JSON holds them, without its id."""
    return {
        field.name: _plain(getattr(entry, field.name))
        for field in fields(entry)
        if field.name != "id"
    }


def _plain(value: Any) -> Any:
    if value is CANT_TELL:
        return CANT_TELL.value
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Supporter):
        return {"name": value.name, "number": value.number, "about": value.about}
    return [_plain(one) for one in value] if isinstance(value, tuple) else value


def to_entry(kind: type[E], id: str, document: dict[str, Any]) -> E:
    """The entry of a document; fields that the kind does not know are passed over.

    Raises ValueError, TypeError or KeyError for what is no such entry.
    """
    known = {field.name for field in fields(kind)} - {"id"}
    values = {name: _rich(name, value) for name, value in document.items() if name in known}
    return kind(id=id, **values)


def _rich(name: str, value: Any) -> Any:
    if name in MOMENTS and value is not None:
        return datetime.fromisoformat(value)
    if name == "supporters":
        return tuple(Supporter(one["name"], one["number"], one.get("about", "")) for one in value)
    if name in ("pleasantness", "energy", "connection") and value == CANT_TELL.value:
        return CANT_TELL
    return tuple(value) if isinstance(value, list) else value

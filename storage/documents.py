"""Entries to documents, as JSON holds them, and back."""

import dataclasses
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Final, TypeVar, get_args

from domain.entries import CANT_TELL, Answer, CheckIn, Draft, Entry, Settings, Supporter, Theme

E = TypeVar("E", bound=Entry)
Document = dict[str, Any]

TABLES: Final[dict[type[Entry], str]] = {
    CheckIn: "check_ins",
    Draft: "drafts",
    Settings: "settings",
}


def to_document(entry: Entry) -> Document:
    """The fields of an entry, without its id, as plain JSON values."""
    return {
        field.name: _plain(getattr(entry, field.name))
        for field in dataclasses.fields(entry)
        if field.name != "id"
    }


def to_entry(kind: type[E], id: str, document: Mapping[str, Any]) -> E:
    """The entry of a document; fields that are not known here are passed over.

    Raises ValueError for what can't be an entry of that kind.
    """
    try:
        readers = _FIELDS[kind]
        known = {name: readers[name](document[name]) for name in readers.keys() & document.keys()}
        return kind(**{**known, "id": id})
    except TypeError as error:
        raise ValueError(f"{id} is no {kind.__name__}") from error


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Supporter):
        return dataclasses.asdict(value)
    return CANT_TELL.value if value is CANT_TELL else value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{value!r} is no text")
    return value


def _whole(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise ValueError(f"{value!r} is no whole number")
    return value


def _yes_or_no(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"{value!r} is neither yes nor no")
    return value


def _theme(value: object) -> str:
    if value not in get_args(Theme):
        raise ValueError(f"{value!r} is no theme")
    return _text(value)


def _answer(value: object) -> Answer:
    return CANT_TELL if value == CANT_TELL.value else None if value is None else _whole(value)


def _moment(value: object) -> datetime:
    return datetime.fromisoformat(_text(value))


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise ValueError(f"{value!r} is no list")
    return value


def _words(value: object) -> tuple[str, ...]:
    return tuple(_text(one) for one in _list(value))


def _supporter(value: object) -> Supporter:
    if not isinstance(value, dict):
        raise ValueError(f"{value!r} is no one to turn to")
    names = [field.name for field in dataclasses.fields(Supporter)]
    return Supporter(**{name: _text(value[name]) for name in names if name in value})


def _supporters(value: object) -> tuple[Supporter, ...]:
    return tuple(_supporter(one) for one in _list(value))


Reader = Callable[[object], Any]

_READERS: Final[dict[Any, Reader]] = {
    str: _text,
    int: _whole,
    bool: _yes_or_no,
    Theme: _theme,
    Answer: _answer,
    datetime: _moment,
    datetime | None: lambda value: None if value is None else _moment(value),
    tuple[str, ...]: _words,
    tuple[Supporter, ...]: _supporters,
}


_FIELDS: Final[dict[type[Any], dict[str, Reader]]] = {
    kind: {one.name: _READERS[one.type] for one in dataclasses.fields(kind) if one.name != "id"}
    for kind in TABLES
}

"""Entries to documents, as JSON holds them, and back."""

import dataclasses
from collections.abc import Callable, Mapping
from datetime import date, datetime
from types import UnionType
from typing import Any, Final, Literal, TypeVar, get_args, get_origin

from domain.entries import (
    CANT_TELL,
    AfterContact,
    CantTell,
    CheckIn,
    Draft,
    Entry,
    Moment,
    MovedIn,
    Part,
    PartMap,
    Person,
    Reflection,
    Schedule,
    Settings,
    Sitting,
    TalkingPoint,
    Therapy,
    TherapySession,
    Way,
)

E = TypeVar("E", bound=Entry)
Document = dict[str, Any]
Reader = Callable[[object], Any]

TABLES: Final[dict[type[Entry], str]] = {
    CheckIn: "check_ins",
    Draft: "drafts",
    Settings: "settings",
    TalkingPoint: "talking_points",
    Therapy: "therapies",
    Schedule: "schedules",
    TherapySession: "sessions",
    Part: "parts",
    PartMap: "part_maps",
    Sitting: "sittings",
    Reflection: "reflections",
    Person: "people",
    Moment: "moments",
    AfterContact: "after_contacts",
    Way: "ways",
    MovedIn: "moved_in",
}


def to_document(entry: Entry) -> Document:
    """The fields of an entry, without its id, as plain JSON values."""
    return {
        field.name: plain(getattr(entry, field.name))
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


def plain(value: object) -> Any:
    """A value of a field, or a dataclass of such, as JSON holds it."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    if dataclasses.is_dataclass(value):
        return {one.name: plain(getattr(value, one.name)) for one in dataclasses.fields(value)}
    return CANT_TELL.value if value is CANT_TELL else value


def reader(kind: Any) -> Reader:
    """What reads a value of a field of that type, or raises ValueError."""
    if get_origin(kind) is Literal:
        return _one_of(get_args(kind))
    if get_origin(kind) is tuple:
        return _list_of(reader(get_args(kind)[0]))
    if isinstance(kind, UnionType):
        return _first_of([reader(one) for one in get_args(kind) if one is not type(None)])
    if dataclasses.is_dataclass(kind):
        return _part_of(kind, {one.name: reader(one.type) for one in dataclasses.fields(kind)})
    return _SIMPLE[kind]


def _one_of(values: tuple[object, ...]) -> Reader:
    def read(value: object) -> object:
        if value not in values:
            raise ValueError(f"{value!r} is none of {values!r}")
        return value

    return read


def _list_of(inner: Reader) -> Reader:
    def read(value: object) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise ValueError(f"{value!r} is no list")
        return tuple(inner(one) for one in value)

    return read


def _first_of(ways: list[Reader]) -> Reader:
    # Every union here has None in it: nothing was answered, or nothing happened.
    def read(value: object) -> object:
        if value is None:
            return None
        for way in ways[:-1]:
            try:
                return way(value)
            except ValueError:
                continue
        return ways[-1](value)

    return read


def _part_of(kind: Any, readers: dict[str, Reader]) -> Reader:
    def read(value: object) -> object:
        if not isinstance(value, dict):
            raise ValueError(f"{value!r} is no {kind.__name__}")
        return kind(**{name: readers[name](value[name]) for name in readers.keys() & value.keys()})

    return read


def _exactly(kind: type[Any]) -> Reader:
    def read(value: object) -> object:
        # True is an int to Python.
        if type(value) is not kind:
            raise ValueError(f"{value!r} is no {kind.__name__}")
        return value

    return read


def _number(value: object) -> float:
    if type(value) not in (int, float):
        raise ValueError(f"{value!r} is no number")
    try:
        return float(value)  # type: ignore[arg-type]
    except OverflowError as error:
        raise ValueError("a number beyond all numbers") from error


def _cant_tell(value: object) -> object:
    if value != CANT_TELL.value:
        raise ValueError(f"{value!r} is no answer")
    return CANT_TELL


_text: Final = _exactly(str)
_SIMPLE: Final[dict[Any, Reader]] = {
    str: _text,
    int: _exactly(int),
    bool: _exactly(bool),
    float: _number,
    CantTell: _cant_tell,
    datetime: lambda value: datetime.fromisoformat(_text(value)),
    date: lambda value: date.fromisoformat(_text(value)),
}

_FIELDS: Final[dict[type[Any], dict[str, Reader]]] = {
    kind: {one.name: reader(one.type) for one in dataclasses.fields(kind) if one.name != "id"}
    for kind in TABLES
}

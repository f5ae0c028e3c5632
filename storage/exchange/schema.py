"""The JSON Schema of Meanwhile's own file, read off the entries, so that it is always true.

`python -m storage.exchange.schema` writes it out; `schema.json` beside this file is what it wrote.
"""

import dataclasses
import json
import sys
from datetime import date, datetime
from types import NoneType, UnionType
from typing import Any, Final, Literal, get_args, get_origin

from domain.entries import CANT_TELL, STEPS, CantTell
from storage.documents import TABLES
from storage.exchange.meanwhile import FORMAT, VERSION

Schema = dict[str, Any]

_DAY: Final = r"\d{4}-\d{2}-\d{2}"
_SIMPLE: Final[dict[Any, Schema]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    NoneType: {"type": "null"},
    CantTell: {"const": CANT_TELL.value},
    # A schedule starts at a time on the wall, which has no offset.
    datetime: {"type": "string", "pattern": rf"^{_DAY}T\d{{2}}:\d{{2}}"},
    date: {"type": "string", "pattern": f"^{_DAY}$"},
}


def schema() -> Schema:
    """The schema (draft 2020-12) of a file of JSON; `$defs` has that of an entry of each table."""
    tables = list(TABLES.values())
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A journal of Meanwhile",
        "type": "object",
        "properties": {
            "format": {"const": FORMAT},
            "version": {"const": VERSION},
            "entries": {
                "type": "object",
                "properties": {
                    table: {"type": "array", "items": {"$ref": f"#/$defs/{table}"}}
                    for table in tables
                },
            },
        },
        "required": ["format", "version", "entries"],
        "$defs": {table: _object(kind, "id") for kind, table in TABLES.items()},
    }


def schema_text() -> str:
    """The schema as a file has it."""
    return f"{json.dumps(schema(), ensure_ascii=False, indent=2)}\n"


def _object(kind: Any, *needed: str) -> Schema:
    fields = dataclasses.fields(kind)
    required = [one.name for one in fields if one.name in needed or not _has_default(one)]
    properties = {one.name: _of(one.type) for one in fields}
    return {"type": "object", "properties": properties, "required": required}


def _has_default(field: "dataclasses.Field[Any]") -> bool:
    missing = dataclasses.MISSING
    return field.default is not missing or field.default_factory is not missing


def _of(kind: Any) -> Schema:
    if get_origin(kind) is Literal:
        return {"enum": list(get_args(kind))}
    if get_origin(kind) is tuple:
        return {"type": "array", "items": _of(get_args(kind)[0])}
    if isinstance(kind, UnionType):
        return {"anyOf": [_of_answer(one, kind) for one in get_args(kind)]}
    return _object(kind) if dataclasses.is_dataclass(kind) else _SIMPLE[kind]


def _of_answer(kind: Any, union: UnionType) -> Schema:
    """Where "can't tell" is an answer, a number is a step."""
    is_step = kind is int and CantTell in get_args(union)
    return {**_of(kind), "minimum": 1, "maximum": STEPS} if is_step else _of(kind)


if __name__ == "__main__":
    sys.stdout.write(schema_text())

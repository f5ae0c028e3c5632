"""Documents as JSON: what it can't hold exactly is refused."""

import json
import math
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, Final

Document = dict[str, Any]
Operation = list[Any]
"""[table] drops it, [table, None] empties it, [table, id] removes, [table, id, document] puts."""

_ATOMS: Final = frozenset({str, int, bool, type(None)})
NESTED: Final = frozenset({dict, list})
_SIMPLE: Final = _ATOMS | {float}
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_TICK: Final = timedelta(microseconds=1)


def copied(value: Any) -> Any:
    """A copy, that shares nothing, of a document, or of a dict or list inside one."""
    if type(value) is dict:
        return {key: one if type(one) in _SIMPLE else copied(one) for key, one in value.items()}
    return [one if type(one) in _SIMPLE else copied(one) for one in value]


def checked(document: Mapping[str, Any]) -> Document:
    """A copy that shares nothing. Raises TypeError or ValueError for what JSON can't hold."""
    try:
        return {_key(key): _checked(value) for key, value in document.items()}
    except RecursionError:
        raise ValueError("a document that deep can't be kept") from None


def encoded(value: object) -> bytes:
    """The JSON of a value that `copied` let through."""
    # Half of a pair of surrogates is text too, and comes back.
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")


def decoded(content: bytes) -> Any:
    """The value of some JSON. Raises ValueError."""
    try:
        return json.loads(content.decode("utf-8", "surrogatepass"))
    except RecursionError:
        raise ValueError("JSON that deep can't be read") from None


def moment(document: Mapping[str, Any]) -> int | None:
    """The microseconds from 1970 to `at`, a time with offset as ISO 8601; None without one."""
    at = document.get("at")
    if not isinstance(at, str):
        return None
    try:
        return ticks(datetime.fromisoformat(at))
    except (ValueError, TypeError):
        return None


def ticks(at: datetime) -> int:
    """The microseconds from 1970 to a time. Raises TypeError for one without an offset."""
    return (at - _EPOCH) // _TICK


def _checked(value: object) -> object:
    kind = type(value)
    if kind in _ATOMS:
        return value
    if kind is float and math.isfinite(value):  # type: ignore[arg-type]
        return value
    if isinstance(value, dict):
        return {_key(key): _checked(one) for key, one in value.items()}
    if kind is list:
        return [_checked(one) for one in value]  # type: ignore[attr-defined]
    if kind is float:
        raise ValueError(f"{value!r} is no number that JSON knows")
    raise TypeError(f"a {kind.__name__} can't be kept as JSON")


def _key(key: object) -> str:
    if type(key) is not str:
        raise TypeError(f"the name of a field is text, not {key!r}")
    return key

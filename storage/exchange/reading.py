"""Opening what a person hands over: its letters, its table, its JSON, its archive, within limits.

Whatever is wrong with a file raises UnreadableError, whose text is one sentence for the person.
"""

import json
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from functools import cached_property
from typing import Any, Final

from domain.language import N_
from domain.moving_in.record import RECORDS_MAX, SIZE_MAX
from storage.exchange.archive import MARKS, Archive
from storage.exchange.faults import BadFieldError, UnreadableError, not_ours, too_large
from storage.exchange.moments import in_zone, record_id
from storage.exchange.table import Row, table_of

__all__ = [
    "Archive",
    "BadFieldError",
    "Handed",
    "Row",
    "UnreadableError",
    "in_zone",
    "json_of",
    "not_ours",
    "record_id",
    "text_of",
]

VALUES_MAX: Final = 20 * RECORDS_MAX
"""What JSON may hold: a value takes far more memory than the letters that it is written with."""
_MARKED: Final = ((BOM_UTF8, "utf-8"), (BOM_UTF16_LE, "utf-16-le"), (BOM_UTF16_BE, "utf-16-be"))


def text_of(content: bytes) -> str:
    """The letters of a file: by its mark, as UTF-8, as UTF-16, else as Windows had them.

    Raises UnreadableError for what is no text.
    """
    mark, encoding = next((one for one in _MARKED if content.startswith(one[0])), (b"", ""))
    content = content[len(mark) :]
    text = _decoded(content, encoding or _guessed(content) or "utf-8", "utf-8", "cp1252", "latin-1")
    if "\0" in text:
        raise not_ours()
    return text


def _decoded(content: bytes, encoding: str, *others: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        # The last one has a letter for every byte.
        return _decoded(content, *others)


def _guessed(content: bytes) -> str:
    # Tables and JSON begin with letters that ASCII has, whatever follows.
    begins = content[:4]
    if begins[1::2] == b"\0\0":
        return "utf-16-le"
    return "utf-16-be" if begins[::2] == b"\0\0" else ""


def json_of(text: str) -> Any:
    """What JSON holds. Raises UnreadableError for what is none, nested too deep, or too much."""
    if sum(map(text.count, "[{,")) > VALUES_MAX:
        raise UnreadableError(N_("This file holds more than Meanwhile can read."))
    try:
        told = json.loads(text, parse_constant=_no_number)
        return _sound(told) if "\\ud" in text.lower() else told
    except (ValueError, RecursionError) as error:
        raise UnreadableError(
            N_("This file is damaged or no JSON; nothing was changed.")
        ) from error


def _no_number(name: str) -> None:
    raise ValueError(f"{name} is no number")


def _sound(told: Any) -> Any:
    # Half of a pair of surrogates can be escaped in JSON, but neither drawn nor kept.
    if isinstance(told, str):
        return told.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    if isinstance(told, list):
        return [_sound(one) for one in told]
    if isinstance(told, dict):
        return {_sound(name): _sound(one) for name, one in told.items()}
    return told


class Handed:
    """A file that was handed over, opened as far as somebody asks for it.

    Raises UnreadableError for more than SIZE_MAX bytes.
    """

    def __init__(self, content: bytes) -> None:
        if len(content) > SIZE_MAX:
            raise too_large()
        self.content = content

    @cached_property
    def archive(self) -> Archive | None:
        """The zip that it is; None where it is none. Raises UnreadableError for a damaged one."""
        return Archive(self.content) if self.content.startswith(MARKS) else None

    @cached_property
    def text(self) -> str:
        """Its letters. Raises UnreadableError."""
        return text_of(self.content)

    @cached_property
    def json(self) -> Any:
        """What it holds as JSON; None where it does not look like any. Raises UnreadableError."""
        return json_of(self.text) if self._is_json else None

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The names of its columns, lower case; none where it is no table.

        Raises UnreadableError.
        """
        is_table = self.archive is None and not self._is_json
        return table_of(self.text)[0] if is_table else ()

    def rows(self) -> Iterator[Row]:
        """The rows of the table. Raises UnreadableError, also on the way."""
        return table_of(self.text)[1]

    @cached_property
    def _is_json(self) -> bool:
        return self.archive is None and self.text[:100].lstrip()[:1] in ("{", "[")

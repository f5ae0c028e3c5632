"""Opening what a person hands over: its letters, its table, its JSON, its archive, within limits.

Whatever is wrong with a file raises UnreadableError, whose text is one sentence for the person.
"""

import csv
import io
import json
import zipfile
import zlib
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo
from functools import cached_property
from hashlib import blake2b
from typing import Any, Final

from ulid import ULID

from domain.entries import Source
from domain.journal import JournalError
from domain.moving_in.record import FIELD_MAX, RECORDS_MAX, SIZE_MAX

COLUMNS_MAX: Final = 400
FILES_MAX: Final = 50_000
ENCODINGS: Final = ((BOM_UTF8, "utf-8-sig"), (BOM_UTF16_LE, "utf-16"), (BOM_UTF16_BE, "utf-16"))


class UnreadableError(JournalError):
    """A file that can't be read; nothing was changed."""


class BadFieldError(ValueError):
    """A row that can't be understood; its text is a reason for the person."""


def text_of(content: bytes) -> str:
    """The letters of a file: by its mark, as UTF-8, as UTF-16, else as Windows had them.

    Raises UnreadableError for what is no text.
    """
    marked = next((name for mark, name in ENCODINGS if content.startswith(mark)), "")
    half = len(content) // 2
    guessed = (
        "utf-16-le"
        if content[1::2].count(0) > half // 2
        else "utf-16-be"
        if content[::2].count(0) > half // 2
        else ""
    )
    for name in filter(None, (marked, guessed, "utf-8", "cp1252", "latin-1")):
        try:
            text = content.decode(name)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            raise UnreadableError("This file is not a text that Meanwhile can read.")
        return text
    raise AssertionError("latin-1 has a letter for every byte")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table by the names of its columns; `line` is where it begins, from 1."""

    line: int
    cells: Mapping[str, str]
    is_whole: bool


def table_of(text: str) -> tuple[tuple[str, ...], Iterator[Row]]:
    """The names of the columns, lower case, and the rows below; comma, semicolon or tab.

    Rows of nothing are passed over; a row with fewer or more cells is not whole. Raises
    UnreadableError, also while the rows are read.
    """
    lines = io.StringIO(text, newline="")
    # A file of an old Mac ends its lines with a bare return.
    if "\n" not in text:
        lines = io.StringIO(text.replace("\r", "\n"), newline="")
    first = text.lstrip("\ufeff").lstrip().splitlines()[:1]
    heading = first[0] if first else ""
    separator = max("\t;,", key=heading.count)
    reader = csv.reader(lines, delimiter=separator, strict=False)
    rows = _rows(reader)
    names = next((row for _, row in rows if any(row)), [])
    columns = tuple(name.strip().lstrip("\ufeff").casefold() for name in names)
    if len(columns) > COLUMNS_MAX:
        raise UnreadableError("This table has more columns than any that Meanwhile knows.")

    def all_rows() -> Iterator[Row]:
        for count, (line, row) in enumerate(rows):
            if count > RECORDS_MAX:
                raise UnreadableError(f"This table has more than {RECORDS_MAX:,} rows.")
            if any(cell.strip() for cell in row):
                cells = dict(zip(columns, row, strict=False))
                yield Row(line, cells, len(row) == len(columns))

    return columns, all_rows()


def _rows(reader: Any) -> Iterator[tuple[int, list[str]]]:
    before = csv.field_size_limit(FIELD_MAX)
    line = 1
    try:
        while True:
            try:
                row = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                raise UnreadableError(
                    f"Line {line} of this table can't be read; nothing was changed."
                ) from error
            yield line, row
            line = reader.line_num + 1
    finally:
        csv.field_size_limit(before)


def json_of(text: str) -> Any:
    """What JSON holds. Raises UnreadableError for what is none, or is nested too deep."""
    try:
        return json.loads(text, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise UnreadableError("This file is damaged or no JSON; nothing was changed.") from error


def _no_number(name: str) -> None:
    raise ValueError(f"{name} is no number")


class Archive:
    """A zip in memory; nothing of it is ever written to a disk. Raises UnreadableError."""

    def __init__(self, content: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
            self.names = tuple(self._zip.namelist())
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise UnreadableError("This archive is damaged; nothing was changed.") from error
        if len(self.names) > FILES_MAX:
            raise UnreadableError(f"This archive has more than {FILES_MAX:,} files.")

    def read(self, name: str) -> bytes:
        """A file of it, unpacked, up to SIZE_MAX bytes."""
        try:
            with self._zip.open(name) as opened:
                content = opened.read(SIZE_MAX + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            KeyError,
            OSError,
            RuntimeError,
            NotImplementedError,
            ValueError,
        ) as error:
            raise UnreadableError("This archive is damaged; nothing was changed.") from error
        if len(content) > SIZE_MAX:
            raise too_large()
        return content


class Handed:
    """A file that was handed over, opened as far as somebody asks for it.

    Raises UnreadableError for more than SIZE_MAX bytes, and for an archive that is damaged.
    """

    def __init__(self, content: bytes) -> None:
        if len(content) > SIZE_MAX:
            raise too_large()
        self.content = content

    @cached_property
    def archive(self) -> Archive | None:
        """The zip that it is; None where it is none."""
        return Archive(self.content) if self.content.startswith(b"PK") else None

    @cached_property
    def text(self) -> str:
        """Its letters. Raises UnreadableError."""
        return text_of(self.content)

    @cached_property
    def json(self) -> Any:
        """What it holds as JSON; None where it does not look like any. Raises UnreadableError."""
        return json_of(self.text) if self.text.lstrip()[:1] in ("{", "[") else None

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns, were it a table, lower case. Raises UnreadableError."""
        return table_of(self.text)[0]

    def rows(self) -> Iterator[Row]:
        """The rows of the table. Raises UnreadableError, also on the way."""
        return table_of(self.text)[1]


def too_large() -> UnreadableError:
    """What to say of a file without end."""
    return UnreadableError(f"This file holds more than {SIZE_MAX >> 20} megabytes.")


def record_id(source: Source, at: datetime, *told: str) -> str:
    """A ULID for what a source told of a moment: the same each time. Raises BadFieldError."""
    made = blake2b("\0".join((source, *told)).encode("utf-8", "surrogatepass"), digest_size=10)
    milliseconds = int(at.timestamp() * 1000)
    if milliseconds < 0:
        raise BadFieldError("It lies before 1970.")
    return str(ULID(milliseconds.to_bytes(6, "big") + made.digest()))


def in_zone(at: datetime, zone: tzinfo) -> datetime:
    """A time of a clock in that zone, with its offset. Raises BadFieldError."""
    try:
        offset = at.replace(tzinfo=zone).utcoffset()
        aware = at.replace(tzinfo=zone)
        aware.timestamp()
    except (OverflowError, ValueError, OSError) as error:
        raise BadFieldError("Its time is none that a clock shows.") from error
    if offset is None:
        raise BadFieldError("Its time is none that a clock shows.")
    return aware

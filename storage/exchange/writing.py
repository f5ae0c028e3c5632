"""Entries as a file that leaves, in each of the formats."""

from collections.abc import Callable, Sequence
from typing import Final

from domain.entries import Entry
from domain.keeper import Format
from storage.exchange.meanwhile import as_json, as_lines
from storage.exchange.readable import as_markdown
from storage.exchange.spreadsheet import as_csv

WRITERS: Final[dict[Format, Callable[[Sequence[Entry]], bytes]]] = {
    "json": as_json,
    "jsonl": as_lines,
    "csv": as_csv,
    "markdown": as_markdown,
}


def write(format: Format, entries: Sequence[Entry]) -> bytes:
    """The file of these entries."""
    return WRITERS[format](entries)

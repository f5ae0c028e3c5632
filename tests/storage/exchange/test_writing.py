"""Every format is written."""

from datetime import UTC, datetime
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.entries import Entry
from domain.keeper import Format
from domain.sample import sample_entries
from storage.exchange.writing import write
from tests import entry_strategies as any_of

BEGINS: dict[Format, bytes] = {
    "json": b"{",
    "jsonl": b'{"format"',
    "csv": b"\xef\xbb\xbfdate,",
    "markdown": b"# Meanwhile",
}


@pytest.mark.parametrize("format", get_args(Format))
def test_a_file_of_every_format(format: Format) -> None:
    every = list(sample_entries(datetime(2026, 6, 9, 12, tzinfo=UTC)))
    for entries in ([], every):
        assert write(format, entries).startswith(BEGINS[format])
    assert len(write(format, every)) > 100_000


@pytest.mark.parametrize("format", get_args(Format))
@given(entries=st.lists(any_of.entries, max_size=4))
def test_any_entries_at_all_can_be_written(format: Format, entries: list[Entry]) -> None:
    assert write(format, entries).decode("utf-8")

"""The files that a fuzzer begins with are whole, and of every format."""

import pytest

from domain.entries import SOURCES
from storage.exchange import recognise
from tests.storage.exchange.seeds import seeds

SEEDS = list(seeds())


@pytest.mark.parametrize("content", SEEDS, ids=range(len(SEEDS)))
def test_a_seed_is_read_whole(content: bytes) -> None:
    found = recognise.read(content, "Europe/Berlin")
    assert found.records or found.entries
    assert found.bad == ()


def test_the_seeds_are_of_every_source() -> None:
    assert {recognise.read(one, "UTC").source for one in SEEDS} == set(SOURCES)

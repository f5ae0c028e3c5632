"""What rests, and what goes on: parts and people alike."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from domain.entries import Part, Person
from domain.resting import going, resting

NOON = datetime(2026, 6, 9, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    "one", [Part(id="a", at=NOON, name="Owl"), Person(id="a", at=NOON, name="Noor")]
)
def test_some_rest_and_the_others_go_on_in_their_order(one: Part | Person) -> None:
    asleep = replace(one, id="b", resting_since=NOON)
    some = [replace(one, id="c"), asleep, one]
    assert going(some) == [some[0], one]
    assert resting(some) == [asleep]
    assert going([]) == resting([]) == []

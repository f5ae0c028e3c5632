"""What the steps of the scales are called."""

from collections.abc import Callable

import pytest

from domain.entries import STEPS
from domain.language import LANGUAGES, speak
from domain.looking_back.diary import Measure
from domain.steps import ease, ends_of, energy


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(("measure", "called"), [("pleasantness", ease), ("energy", energy)])
def test_each_step_has_a_name_of_its_own_and_the_ends_are_among_them(
    code: str, measure: Measure, called: Callable[[int], str]
) -> None:
    speak(code)
    names = [called(step) for step in range(1, STEPS + 1)]
    assert len(set(names)) == STEPS
    assert set(ends_of(measure)) < set(names)


def test_connection_has_ends_and_no_names_between() -> None:
    assert ends_of("connection") == ("cut off", "connected")

"""Numbers as each language writes them."""

from collections.abc import Iterator

import pytest

from domain.language import speak
from domain.numbers import number


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    yield
    speak()


@pytest.mark.parametrize(("code", "said"), [("en", "12,345"), ("de", "12.345"), ("es", "12.345")])
def test_thousands_are_told_apart(code: str, said: str) -> None:
    speak(code)
    assert number(12_345) == said
    assert number(7) == "7"

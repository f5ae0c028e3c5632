"""Words that are read from the right."""

import pytest

from domain.direction import is_from_the_right


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", False),
        ("12!", False),
        ("abc שלום", False),
        ("שלום abc", True),
        ("12. مرحبا", True),
        ("😂 ދިވެހި", True),
        ("你好", False),
    ],
)
def test_the_first_letter_says_from_where_words_are_read(words: str, expected: bool) -> None:
    assert is_from_the_right(words) is expected

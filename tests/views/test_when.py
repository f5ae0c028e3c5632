"""Days in words."""

from datetime import date

import pytest

from views.components.when import day_in_words, day_title, stretch_in_words

TODAY = date(2026, 6, 9)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (TODAY, "Today"),
        (date(2026, 6, 8), "Yesterday"),
        (date(2026, 6, 7), "Sunday 7 June"),
        (date(2025, 6, 9), "Monday 9 June 2025"),
        (date(2026, 6, 10), "Wednesday 10 June"),
    ],
)
def test_a_day_in_words(day: date, words: str) -> None:
    assert day_in_words(day, TODAY) == words


def test_a_title_names_the_year_only_where_it_is_another() -> None:
    assert day_title(TODAY) == "Tuesday 9 June"
    assert day_title(TODAY, date(2027, 1, 1)) == "Tuesday 9 June 2026"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2026, 6, 4), date(2026, 6, 5), "4 to 5 June"),
        (date(2026, 5, 30), date(2026, 6, 2), "30 May to 2 June"),
        (date(2025, 12, 30), date(2026, 1, 2), "30 December 2025 to 2 January 2026"),
        (date(2025, 6, 4), date(2026, 6, 5), "4 June 2025 to 5 June 2026"),
    ],
)
def test_a_stretch_in_words(first: date, last: date, words: str) -> None:
    assert stretch_in_words(first, last) == words

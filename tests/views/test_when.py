"""Days in words."""

from datetime import UTC, date, datetime

import flet as ft
import pytest
from babel.messages.catalog import Message

from domain.entries import Settings
from domain.language import hear
from domain.looking_back.stretch import Stretch
from tests.spoken import speaking
from tests.views.stage import Stage, played
from tests.views.test_places import journal_of
from views.components.when import (
    clock,
    day_in_words,
    day_said,
    day_title,
    near_day,
    session_in_words,
    stretch_in_words,
    stretch_said,
)

TODAY = date(2026, 6, 9)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (TODAY, "Today"),
        (date(2026, 6, 8), "Yesterday"),
        (date(2026, 6, 7), "Sunday 7 June"),
        (date(2025, 6, 9), "Monday, 9 June 2025"),
        (date(2026, 6, 10), "Wednesday 10 June"),
    ],
)
def test_a_day_in_words(day: date, words: str) -> None:
    assert day_in_words(day, TODAY) == words


def test_a_title_names_the_year_only_where_it_is_another() -> None:
    assert day_title(TODAY) == "Tuesday 9 June"
    assert day_title(TODAY, date(2027, 1, 1)) == "Tuesday, 9 June 2026"


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


ONE_MONTH, MONTHS = "days: 4 to 5 June", "days: 30 May to 2 June"
GERMAN = (
    Message("{day} to {last}", "{day}. bis {last}", context=ONE_MONTH),
    Message("{first} to {last}", "{first} bis {last}", context=MONTHS),
)
SPANISH = (
    Message("{day} to {last}", "del {day} al {last}", context=ONE_MONTH),
    Message("{first} to {last}", "del {first} al {last}", context=MONTHS),
)


@pytest.mark.parametrize(
    ("code", "place", "texts", "within_a_month", "over_two", "in_another_year"),
    [
        ("en", "US", (), "June 4 to June 5", "May 30 to June 2", "June 4 to June 5, 2025"),
        ("de", "DE", GERMAN, "4. bis 5. Juni", "30. Mai bis 2. Juni", "4. bis 5. Juni 2025"),
        (
            "es",
            "MX",
            SPANISH,
            "del 4 al 5 de junio",
            "del 30 de mayo al 2 de junio",
            "del 4 al 5 de junio de 2025",
        ),
    ],
)
def test_a_stretch_in_the_order_of_a_language(
    code: str,
    place: str,
    texts: tuple[Message, ...],
    within_a_month: str,
    over_two: str,
    in_another_year: str,
) -> None:
    speaking(code, *texts, place=place)
    assert stretch_in_words(date(2026, 6, 4), date(2026, 6, 5)) == within_a_month
    assert stretch_in_words(date(2026, 5, 30), date(2026, 6, 2)) == over_two
    assert stretch_said(Stretch(date(2025, 6, 4), date(2025, 6, 5)), TODAY) == in_another_year


def test_only_a_title_has_a_capital_letter_in_spanish() -> None:
    speaking("es", *SPANISH, place="ES")
    assert day_title(TODAY) == "Martes, 9 de junio"
    assert day_said(TODAY) == "martes, 9 de junio"
    assert session_in_words(datetime(2026, 6, 11, 9, tzinfo=UTC), TODAY) == "Jueves 9:00"
    assert near_day(date(2026, 6, 7), TODAY) == "domingo"


@pytest.mark.parametrize(
    ("place", "said", "hours"),
    [
        ("US", "2:05\xa0PM", ft.TimePickerHourFormat.H12),
        ("GB", "14:05", ft.TimePickerHourFormat.H24),
    ],
)
def test_a_time_is_said_and_asked_for_by_the_clock_of_the_place(
    place: str, said: str, hours: ft.TimePickerHourFormat
) -> None:
    async def act() -> None:
        hear([("en", place)])
        journal = journal_of((Settings(welcomed=True),))
        async with Stage(journal, "/sessions/plan/new") as stage:
            assert clock(datetime(2026, 6, 9, 14, 5, tzinfo=UTC)) == said
            await stage.tap("plan-start")
            await stage.pick(ft.DatePicker, datetime(2026, 6, 12, tzinfo=UTC))
            assert stage.picker(ft.TimePicker).hour_format == hours

    played(act)

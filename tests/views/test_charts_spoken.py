"""Charts in other languages and places: weeks, days and hours, and no text left in English."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

import pytest
from babel.dates import get_day_names, get_month_names
from babel.messages.catalog import Message

from domain import dates
from domain.language import _Speech, locale, speak
from domain.looking_back.stretch import Stretch
from domain.words import quarters
from tests.spoken import speaking
from tests.views.charts import (
    DAY,
    FEELINGS,
    MONTH,
    ROOM,
    TODAY,
    chart,
    drawn_words,
    every_chart,
    lens,
    logged,
    steps,
    texts,
    whole,
)
from views.charts.calendar import pages_of
from views.charts.chart import Room
from views.charts.sayings import days_said

PLACES: Final = (("en", "GB"), ("en", "US"), ("de", "DE"), ("de", "CH"), ("es", "ES"), ("es", "MX"))
TIRED: Final = quarters()[2][0]


class Marked:
    """A language in which every text is the English one between marks."""

    def gettext(self, message: str) -> str:
        return f"«{message}»"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"«{msgid1 if n == 1 else msgid2}»"

    def pgettext(self, context: str, message: str) -> str:
        return f"«{message}»"


def unmarked(words: str) -> str:
    """What is of no text, nor put into one; a text that is cut has lost its end."""
    while (less := re.sub("«[^«»]*(»|…$)", "", words)) != words:
        words = less
    return words


def of_the_calendar() -> Iterator[str]:
    """The names of days and months in the language of now."""
    for width in ("wide", "abbreviated", "narrow"):
        for context in ("format", "stand-alone"):
            yield from get_day_names(width, context, locale()).values()
            yield from get_month_names(width, context, locale()).values()


@pytest.mark.parametrize(("code", "place"), PLACES)
@pytest.mark.parametrize("days", [6, 28, 100, 500])
def test_nothing_that_a_chart_says_is_left_in_english(code: str, place: str, days: int) -> None:
    speaking(code, place=place)
    _Speech.catalogue = Marked()
    of = replace(whole(), stretch=Stretch(TODAY - (days - 1) * DAY, TODAY))
    known = {word.strip(".").casefold() for word in of_the_calendar()}
    # The names and the words of the journal, and what stands between words and in dates.
    known |= {"jun", "owl", "jaw", *FEELINGS, "and", "und", "y", "e", "de", "am", "pm", "m", "p"}
    for made in every_chart(of):
        for said in texts(made):
            assert {one.casefold() for one in re.findall(r"[^\W\d_½¼¾]+", unmarked(said))} <= known


@pytest.mark.parametrize(
    ("code", "place", "letters"),
    [
        ("en", "GB", "MTWTFSS"),
        ("en", "US", "SMTWTFS"),
        ("de", "DE", "MDMDFSS"),
        ("es", "ES", "LMXJVSD"),
    ],
)
def test_a_calendar_begins_with_the_first_day_of_the_week(
    code: str, place: str, letters: str
) -> None:
    speaking(code, place=place)
    assert all(page.first.weekday() == dates.week()[0] for page in pages_of(MONTH))
    made = chart("calendar", lens([logged("a")]))
    assert "".join(drawn_words(made)[:7]) == letters


def test_the_columns_of_weekdays_too() -> None:
    speaking("en", place="US")
    made = chart("weekdays", lens(logged(f"{n}", n) for n in range(7)))
    assert [row.label for row in made.rows][::6] == ["Sunday", "Saturday"]
    assert made.said.startswith("Sunday 1, Monday 1, ")
    # 9 June is a Tuesday.
    assert [row.entries for row in made.rows[:3]] == [("2",), ("1",), ("0",)]
    assert drawn_words(made)[1::2] == ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]


def test_a_line_that_begins_with_a_day_begins_with_a_capital() -> None:
    speaking("es", place="ES")
    made = chart("weekdays", lens([logged("a"), logged("b", 1)]))
    assert [row.label for row in made.rows] == ["Lunes", "Martes"]
    assert made.said == "Lunes 1 y martes 1."
    year = Stretch(TODAY - 399 * DAY, TODAY)
    assert chart("energy", lens(steps(3, measure="energy"), year)).rows[0].label == "Junio de 2026"


def test_the_weeks_of_a_table_begin_where_those_of_the_place_do() -> None:
    speaking("en", place="US")
    # Sunday, Monday and Saturday of a week.
    some = [logged("a", 2, energy=3), logged("b", 1, energy=3), logged("c", 3, energy=3)]
    made = chart("energy", lens(some, Stretch(TODAY - 40 * DAY, TODAY)))
    assert [row.entries for row in made.rows] == [("c",), ("a", "b")]


@pytest.mark.parametrize(
    ("code", "place", "hour", "axis"),
    [
        ("en", "GB", "2:00 to 2:59", "18:00"),
        ("en", "US", "2:00\u00a0AM to 2:59\u00a0AM", "6:00\u00a0PM"),
        ("de", "DE", "2:00 to 2:59", "18:00"),
        ("es", "ES", "2:00 to 2:59", "18:00"),
    ],
)
def test_hours_are_those_of_the_place(code: str, place: str, hour: str, axis: str) -> None:
    speaking(code, place=place)
    made = chart("hours", lens([logged("a", 10 / 24)]))
    assert [row.label for row in made.rows] == [hour]
    assert drawn_words(made)[0].startswith("12:00" if place == "US" else "0:00")
    assert drawn_words(made)[-1] == axis


@pytest.mark.parametrize(
    ("code", "place", "said"),
    [
        ("en", "GB", "31 May, 4 and 5 June"),
        ("en", "US", "May 31, June 4, and June 5"),
        ("de", "DE", "31. Mai, 4. und 5. Juni"),
        ("es", "ES", "31 de mayo, 4 y 5 de junio"),
    ],
)
def test_days_of_one_month_share_its_name_where_it_stands_behind_them(
    code: str, place: str, said: str
) -> None:
    number = Message("{day}", "{day}." if code == "de" else "{day}", context="days: 4 and 5 June")
    speaking(code, number, place=place)
    assert days_said([date(2026, 5, 31), date(2026, 6, 4), date(2026, 6, 5)]) == said


@pytest.mark.parametrize(
    ("code", "gap", "days"),
    [
        ("en", "There is a gap from 1 to 15 May", "11 May to 9 June: entries on 25 days."),
        ("de", "Vom 1. bis 15. Mai ist eine Lücke", "11. Mai bis 9. Juni: Einträge an 25 Tagen."),
        ("es", "Hay un hueco del 1 al 15 de mayo", "Del 11 de mayo al 9 de junio: registros en 25"),
    ],
)
def test_a_stretch_of_days_is_said_as_its_sentence_needs_it(code: str, gap: str, days: str) -> None:
    speak(code)
    away = (date(2026, 5, 1), date(2026, 5, 15))
    some = [
        logged(f"{n}", n, pleasantness=4)
        for n in range(60)
        if not away[0] <= TODAY - n * DAY <= away[1]
    ]
    of = lens(some, Stretch(TODAY - 59 * DAY, TODAY))
    assert gap in chart("pleasantness", of).said
    assert chart("calendar", of).said.startswith(days)


def test_a_sentence_about_a_measure_is_one_text() -> None:
    speaking(
        "de",
        Message(
            "You logged {times} {on_days}, from {low} to {high} (1 low, 7 high).",
            "Du hast {on_days} {times} etwas notiert, von {low} bis {high} (1 wenig, 7 viel).",
        ),
        Message("twice", "zweimal"),
        Message(("on {n} day", "on {n} days"), ("an {n} Tag", "an {n} Tagen")),
    )
    said = chart("energy", lens(steps(2, 5, measure="energy"))).said
    assert said.startswith(
        "Du hast an 2 Tagen zweimal etwas notiert, von 2 bis 5 (1 wenig, 7 viel)."
    )


def test_a_shipped_word_is_said_in_the_language_and_one_of_ones_own_as_it_is() -> None:
    speaking("de", Message(TIRED, "matt", context="feeling"))
    made = chart("feelings", lens([logged("a", feelings=(TIRED, "wobbly"))]))
    assert {row.label for row in made.rows} == {"matt", "wobbly"}
    assert {one.title for one in made.drawing.targets} == {"matt", "wobbly"}


@pytest.mark.parametrize(("code", "place"), PLACES)
@pytest.mark.parametrize("width", [240.0, 310.0, 600.0])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_names_of_days_have_their_place(
    code: str, place: str, width: float, scale: float
) -> None:
    speaking(code, place=place)
    room = Room(width, "light", scale)
    for name in ("weekdays", "calendar"):
        made = chart(name, lens(logged(f"{n}", n) for n in range(28)), room)
        names = drawn_words(made)[1::2] if name == "weekdays" else drawn_words(made)[:7]
        assert sum(map(room.wide, names)) <= width
    assert ROOM.wide("Mo") < ROOM.wide("Mon")

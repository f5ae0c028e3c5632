"""Files in another language: what people read is in it, and what programs read is not."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

import pytest
from babel.dates import get_day_names, get_month_names
from babel.messages.catalog import Catalog
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from domain import wording
from domain.entries import (
    CheckIn,
    Entry,
    Nudge,
    Part,
    PartMap,
    PartWord,
    Reminders,
    Schedule,
    Settings,
    TalkingPoint,
)
from domain.keeper import Format
from domain.naming import shortened
from domain.sample import sample_entries
from domain.sessions import Course
from storage.exchange.calendar import calendar
from storage.exchange.readable import as_markdown
from storage.exchange.recognise import read
from storage.exchange.schema import schema_text
from storage.exchange.writing import write
from tests import entry_strategies as any_of
from tests.storage.exchange.languages import compiled, speaking, wide

NOON: Final = datetime(2026, 6, 9, 12, tzinfo=UTC)
SAMPLE: Final = tuple(sample_entries(NOON))
NAMES: Final = {"Meanwhile", "UTC", *" ".join(wording.APPS.values()).split()}
IN_GERMAN: Final = {"und", *get_day_names("wide", locale="de").values()} | {
    *get_month_names("wide", locale="de").values()
}


def journal(*entries: Entry) -> str:
    return as_markdown(entries).decode()


def unwritten(entries: Iterable[Entry]) -> list[Entry]:
    """The entries as if only digits were written in them."""
    found = [shortened(one, lambda words: "7" if words else "") for one in entries]
    return [
        replace(one, rule="FREQ=WEEKLY", zone="UTC") if isinstance(one, Schedule) else one
        for one in found
    ]


@pytest.mark.parametrize("format", ["json", "jsonl", "csv"])
def test_what_programs_read_is_the_same_in_every_language(format: Format) -> None:
    content = write(format, SAMPLE)
    with speaking():
        assert write(format, SAMPLE) == content


@pytest.mark.parametrize("format", ["json", "jsonl"])
def test_what_goes_out_in_one_language_comes_in_again_in_another(format: Format) -> None:
    with speaking():
        content = write(format, SAMPLE)
        found = [read(content, "UTC")]
    found.append(read(content, "UTC"))
    for one in found:
        assert one.bad == ()
        assert set(one.entries) == set(SAMPLE)


def test_the_schema_is_the_same_in_every_language() -> None:
    english = schema_text()
    with speaking():
        assert schema_text() == english


def test_a_readable_journal_has_no_other_words_than_those_of_its_language() -> None:
    assert_no_english(unwritten(SAMPLE))


@given(st.lists(any_of.entries, max_size=6))
def test_nor_has_one_of_any_entries_at_all(some: list[Entry]) -> None:
    assert_no_english(unwritten(some))


def assert_no_english(entries: list[Entry]) -> None:
    with speaking():
        text = journal(*entries)
    assert {*re.findall("[A-Za-zäÄ]+", text)} <= NAMES | IN_GERMAN


def test_what_was_written_stays_as_it_was() -> None:
    one = CheckIn(
        id="a", at=NOON, logged_at=NOON, note="Check-in", feelings=("calm", "Energy"), body=("Yes",)
    )
    with speaking():
        text = journal(one)
    assert text.split("\n") == [
        "# Meanwhile, 9. Juni 2026",
        "",
        "## Dienstag, 9. Juni 2026",
        "",
        f"### 12:00 · {wide('Check-in')}",
        "",
        f"- {wide('Feelings')}: {wide('calm')}, Energy",
        f"- {wide('Body')}: Yes",
        "",
        "> Check-in",
        "",
    ]


def test_a_journal_of_nothing_says_so() -> None:
    with speaking():
        assert journal() == f"# Meanwhile\n\n{wide('Nothing is noted.')}\n"


@pytest.mark.parametrize(
    ("place", "day", "time"),
    [
        ("en_US", "Tuesday, June 9, 2026", "12:00 PM"),
        ("es_ES", "Martes, 9 de junio de 2026", "12:00"),
    ],
)
def test_days_and_times_are_those_of_the_place(place: str, day: str, time: str) -> None:
    with speaking(place):
        text = journal(CheckIn(id="a", at=NOON, logged_at=NOON))
    assert f"\n## {day}\n\n### {time} · " in text


def test_a_day_that_is_a_title_is_no_item_of_a_list() -> None:
    with speaking():
        text = journal(TalkingPoint(id="p", at=NOON, text="So"))
    assert "#### 9\\. Juni 2026\n" in text


def test_the_word_for_a_part_agrees_with_the_sentence_of_the_language() -> None:
    texts = Catalog(locale="de")
    texts.add("Parts", "Anteile")
    texts.add("The map of parts", "Die Karte der Anteile")
    with speaking("de_DE", compiled(texts)):
        text = journal(
            Settings(part_word=PartWord("voice", "voices")),
            Part(id="m", at=NOON, name="Moss"),
            PartMap(id="a", at=NOON, off=("m",)),
        )
    assert "· Die Karte der Stimmen\n" in text
    assert "## Stimmen\n" in text


@pytest.mark.parametrize(
    ("rule", "day", "said"),
    [
        ("FREQ=WEEKLY", 11, "{weekday}s, {time}"),
        ("FREQ=WEEKLY;INTERVAL=2", 11, "Every other {weekday}, {time}"),
        ("FREQ=WEEKLY;INTERVAL=4", 11, "Every fourth {weekday}, {time}"),
        ("FREQ=MONTHLY;BYDAY=1TH", 4, "The first {weekday} of a month, {time}"),
        ("FREQ=MONTHLY;BYDAY=-1TU", 30, "The last {weekday} of a month, {time}"),
    ],
)
def test_a_plan_says_how_often(rule: str, day: int, said: str) -> None:
    start = datetime(2026, 6, day, 14)  # noqa: DTZ001
    with speaking():
        text = journal(Schedule(id="s", rule=rule, start=start, zone="UTC"))
    weekday = "Dienstag" if day == 30 else "Donnerstag"
    assert f"### {wide(said).format(weekday=weekday, time='14:00')}\n" in text


def test_a_calendar_rings_in_the_language_at_the_same_moments() -> None:
    evening = Settings(reminders=Reminders((Nudge("N", 20 * 60),), before=60, after=60))
    weekly = Schedule(id="S", rule="FREQ=WEEKLY", start=NOON.replace(tzinfo=None), zone="UTC")
    now = NOON.astimezone(ZoneInfo("Europe/Berlin"))

    def events() -> list[Any]:
        return [
            *Calendar.from_ical(calendar(evening, Course((weekly,)), now, "UTC")).walk("VEVENT")
        ]

    english = events()
    with speaking():
        others = events()
    assert [one["SUMMARY"] for one in others] == [wide(one["SUMMARY"]) for one in english]
    assert [one.walk("VALARM")[0]["DESCRIPTION"] for one in others] == [
        one["SUMMARY"] for one in others
    ]
    for name in ("UID", "DTSTART", "DTEND", "SEQUENCE"):
        assert [one[name] for one in others] == [one[name] for one in english]

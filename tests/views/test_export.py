"""Saving as text or table: what leaves is what was chosen, and it is shown before it does."""

import errno
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import flet as ft
import pytest

from domain.entries import (
    CheckIn,
    Draft,
    Entry,
    Person,
    Settings,
    Supporter,
    TalkingPoint,
    TherapySession,
)
from domain.journal import JournalError
from domain.keeper import Format
from domain.leaving import KINDS
from storage.journal import TinyJournal
from storage.loose import LooseKeeper
from tests.views.parts import chosen, inside, is_off, shown
from tests.views.stage import NOON, Stage, played
from tests.views.test_looking_back import choose_day
from tests.views.test_places import FULL, JOURNALS, LOOKS, can_be_reached, journal_of
from tests.views.test_privacy import NEVER
from tests.views.therapy import holding, point
from views.export_file import FORMS, LINES, WIDTH, beginning

PLACE: Final = "/settings/export"
DAY: Final = timedelta(days=1)
SECRET: Final = "nobody may read this"
FORMATS: Final = tuple(FORMS)
NOTHING: Final = "Nothing is in it yet."
WHOLE: Final = "Everything, nothing left out."


def note(id: str, days_ago: float, words: str, **more: Any) -> CheckIn:
    at = NOON - days_ago * DAY
    return CheckIn(id=id, at=at, logged_at=at, pleasantness=3, note=words, **more)


def previewed(stage: Stage) -> str:
    """What of the file is shown."""
    (shown,) = [one for one in inside(stage, "export-preview") if isinstance(one, ft.Text)]
    return shown.value


def counted(stage: Stage) -> str:
    (line,) = [one for one in inside(stage, "export-counts") if isinstance(one, ft.Text)]
    return line.value


async def choose(stage: Stage, *taps: str) -> None:
    for one in taps:
        await stage.tap(f"export-{one}")


@pytest.fixture
def saved(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """The files that the device was asked to save: their names and what is in them."""
    files: list[tuple[str, str]] = []

    async def save_file(_: ft.FilePicker, *, file_name: str, src_bytes: bytes) -> None:
        files.append((file_name, src_bytes.decode("utf-8-sig")))

    monkeypatch.setattr(ft.FilePicker, "save_file", save_file)
    return files


# -- what is private, and names ----------------------------------------------------------------

PRIVATE: Final[dict[str, tuple[Entry, ...]]] = {
    "a point": (point("a", SECRET, private=True),),
    "a point between us": (point("a", SECRET, tags=("between_us",)),),
    "what a private point came from": (
        note("c", 1, SECRET),
        TalkingPoint(id="a", at=NOON, source="c", private=True),
    ),
    "what was held back": (
        TherapySession(id="s", at=NOON - DAY, status="happened", held_back_text=SECRET),
    ),
    "words not finished": (Draft(id="d", about="", text=SECRET, written_at=NOON),),
    "own people": (
        Settings(
            welcomed=True, supporters=(Supporter("Vera", "555 0100", SECRET),), initials=False
        ),
    ),
}


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("about", PRIVATE)
def test_what_is_private_leaves_in_no_format_unless_the_person_says_so(
    about: str, format: Format, saved: list[tuple[str, str]]
) -> None:
    async def act() -> None:
        journal = holding(note("n", 2, "seen"), *PRIVATE[about])
        async with Stage(journal, PLACE) as stage:
            await choose(stage, f"as-{format}", "save")
            assert "seen" in saved[-1][1]
            assert SECRET not in saved[-1][1] + stage.words()
            await choose(stage, "as-json", "private", "save")
            assert SECRET in saved[-1][1]
            await choose(stage, f"as-{format}", "private", "save")
            assert SECRET not in saved[-1][1] + stage.words()

    played(act)


@pytest.mark.parametrize("format", FORMATS)
def test_names_are_initials_unless_the_person_says_otherwise(
    format: Format, saved: list[tuple[str, str]]
) -> None:
    async def act() -> None:
        noor = Person(id="noor", at=NOON - DAY, name="Noor Vale")
        journal = holding(note("n", 1, "Tea with Noor Vale.", people=("noor",)), noor)
        async with Stage(journal, PLACE) as stage:
            await choose(stage, f"as-{format}", "save")
            assert "Tea with N. V." in saved[-1][1]
            assert "Noor" not in saved[-1][1] + previewed(stage)
            await choose(stage, "initials", "save")
            assert "Tea with Noor Vale." in saved[-1][1]

    played(act)


@pytest.mark.parametrize("initials", [True, False])
def test_names_begin_as_the_settings_have_them(initials: bool) -> None:
    async def act() -> None:
        journal = journal_of((Settings(welcomed=True, initials=initials),))
        async with Stage(journal, PLACE) as stage:
            switch = stage.node("export-initials")
            assert switch
            assert switch.toggled is initials
            private = stage.node("export-private")
            assert private
            assert private.toggled is False
            await stage.tap("export-initials")
            (mine,) = journal.all(Settings)
            assert mine.initials is initials

    played(act)


# -- the range and the kinds -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("range", "notes"),
    [
        ("all", ["today", "week", "month", "season", "year", "ages"]),
        ("session", ["today"]),
        ("weeks", ["today", "week"]),
        ("months", ["today", "week", "month"]),
        ("year", ["today", "week", "month", "season"]),
        ("dates", ["today", "week"]),
    ],
)
def test_of_a_range_only_what_was_in_it_leaves(
    range: str, notes: list[str], saved: list[tuple[str, str]]
) -> None:
    async def act() -> None:
        journal = holding(
            TherapySession(id="s", at=NOON - 3 * DAY, status="happened"),
            note("1", 0, "note of today"),
            note("2", 7, "note of week"),
            note("3", 40, "note of month"),
            note("4", 130, "note of season"),
            note("5", 400, "note of year"),
            note("6", 4000, "note of ages"),
        )
        async with Stage(journal, PLACE) as stage:
            assert chosen(stage, "export-from-") == ["export-from-all"]
            await choose(stage, f"from-{range}", "as-csv", "save")
            every = ("today", "week", "month", "season", "year", "ages")
            assert [one for one in every if f"note of {one}" in saved[-1][1]] == notes
            assert counted(stage) == f"Check-ins: {len(notes)}."

    played(act)


def test_two_dates_are_chosen_in_either_order_and_told(saved: list[tuple[str, str]]) -> None:
    async def act() -> None:
        journal = holding(note("1", 0, "today"), note("2", 20, "old"), note("3", 25, "older"))
        async with Stage(journal, PLACE) as stage:
            assert stage.node("export-days") is None
            await choose(stage, "from-dates")
            assert "13 May to 9 June" in stage.words()
            await choose_day(stage, "export-dates-to", datetime(2026, 5, 18, tzinfo=UTC))
            await choose_day(stage, "export-dates-from", datetime(2026, 5, 20, tzinfo=UTC))
            assert "18 to 20 May" in stage.words()
            assert counted(stage) == "Check-ins: 1. How the app is set."
            await choose(stage, "save")
            assert "old" in saved[-1][1]
            assert "today" not in saved[-1][1]
            assert stage.state.looking.range([]) == "weeks"

    played(act)


def test_since_the_last_session_is_offered_where_there_was_one() -> None:
    async def act() -> None:
        ranges = [f"export-from-{one}" for one in ("all", "weeks", "months", "year", "dates")]
        async with Stage(holding(), PLACE) as stage:
            assert shown(stage, "export-from-") == ranges
        session = TherapySession(id="s", at=NOON - DAY, status="happened")
        async with Stage(holding(session), PLACE) as stage:
            assert shown(stage, "export-from-") == [ranges[0], "export-from-session", *ranges[1:]]

    played(act)


def test_a_session_that_is_gone_leaves_four_weeks() -> None:
    async def act() -> None:
        session = TherapySession(id="s", at=NOON - DAY, status="happened")
        journal = holding(session, note("1", 20, "old"))
        async with Stage(journal, PLACE) as stage:
            await choose(stage, "from-session", "as-csv")
            assert NOTHING in stage.words()
            journal.remove(session)
            await stage.settle()
            assert counted(stage) == "Check-ins: 1."

    played(act)


def test_what_is_left_out_as_a_whole_is_not_in_it(saved: list[tuple[str, str]]) -> None:
    async def act() -> None:
        journal = holding(note("1", 1, "a check-in"), point("p", "a thing to bring"))
        async with Stage(journal, PLACE) as stage:
            await choose(stage, "as-json", "group-list", "save")
            assert "a thing to bring" not in saved[-1][1]
            assert counted(stage) == "Check-ins: 1. How the app is set."
            await choose(stage, "group-list", "group-check-ins", "group-settings", "save")
            assert "a check-in" not in saved[-1][1]
            assert counted(stage) == "To bring: 1."
            await choose(stage, "as-csv")
            assert shown(stage, "export-group-") == []
            assert counted(stage) == "Check-ins: 1."

    played(act)


# -- the file ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("format", "name", "mime"),
    [
        ("markdown", "meanwhile-2026-06-09.md", "text/markdown"),
        ("csv", "meanwhile-2026-06-09.csv", "text/csv"),
        ("json", "meanwhile-2026-06-09.json", "application/json"),
    ],
)
def test_what_is_saved_or_shared_is_what_was_shown(
    format: Format,
    name: str,
    mime: str,
    saved: list[tuple[str, str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shared: list[ft.ShareFile] = []

    async def share_files(_: ft.Share, files: list[ft.ShareFile]) -> None:
        shared.extend(files)

    async def act() -> None:
        monkeypatch.setattr(ft.Share, "share_files", share_files)
        async with Stage(holding(note("1", 1, "short")), PLACE) as stage:
            await choose(stage, f"as-{format}", "save", "share")
            ((saved_as, words),) = saved
            assert saved_as == name
            assert words.startswith(previewed(stage).removesuffix(" …")[:WIDTH])
            (file,) = shared
            assert (file.name, file.mime_type) == (name, mime)
            assert (file.data or b"").decode("utf-8-sig") == words

    played(act)


def test_with_everything_chosen_the_json_is_the_whole_journal(
    saved: list[tuple[str, str]],
) -> None:
    async def act() -> None:
        journal = journal_of(FULL)
        async with Stage(journal, PLACE) as stage:
            await choose(stage, "as-json", "initials")
            assert WHOLE not in stage.words()
            await choose(stage, "private")
            assert WHOLE in stage.words()
            await choose(stage, "save")
            found = LooseKeeper(journal).read(saved[-1][1].encode(), "UTC")
            assert not found.bad
            kept = [one for kind in KINDS for one in journal.all(kind)]
            assert sorted(map(repr, found.entries)) == sorted(map(repr, kept))
            await choose(stage, "group-parts")
            assert WHOLE not in stage.words()
            await choose(stage, "group-parts", "as-markdown")
            assert WHOLE not in stage.words()

    played(act)


def test_what_another_screen_writes_is_in_it(saved: list[tuple[str, str]]) -> None:
    async def act() -> None:
        journal = holding(note("1", 1, "before"))
        async with Stage(journal, PLACE) as stage:
            await choose(stage, "as-csv")
            journal.put(note("2", 0, "meanwhile"))
            await stage.settle()
            assert counted(stage) == "Check-ins: 2."
            await choose(stage, "save")
            assert "meanwhile" in saved[-1][1]

    played(act)


def test_only_the_beginning_is_shown_and_never_much_of_it() -> None:
    async def act() -> None:
        long = [note(f"{n:03}", n, "word " * 4_000) for n in range(50)]
        async with Stage(holding(*long), PLACE) as stage:
            for format in FORMATS:
                await choose(stage, f"as-{format}")
                lines = previewed(stage).split("\n")
                assert 0 < len(lines) <= LINES
                assert all(len(one) <= WIDTH + 2 for one in lines)
                assert f"The first {LINES} of" in stage.words()

    played(act)


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        ("", ""),
        ("\ufeffa,b\r\n1,2\r\n", "a,b\n1,2"),
        ("é" * 99_999, f"{'é' * WIDTH} …"),
        ("\n" * 99, "\n" * (LINES - 1)),
        ("🧣" * 2_000, f"{'🧣' * WIDTH} …"),
    ],
)
def test_the_beginning_of_any_file_can_be_told(content: str, lines: str) -> None:
    assert beginning(content.encode()) == lines


# -- what can't be done ------------------------------------------------------------------------


def test_where_nothing_leaves_nothing_can_be_saved() -> None:
    async def act() -> None:
        async with Stage(holding(), PLACE) as stage:
            await choose(stage, "as-csv")
            assert NOTHING in stage.words()
            assert is_off(stage, "export-save")
            assert is_off(stage, "export-share")
            assert stage.node("export-preview") is None

    played(act)


class Failing(LooseKeeper):
    """Writes nothing, for one reason or another."""

    def __init__(self, journal: TinyJournal, error: Exception) -> None:
        super().__init__(journal)
        self.error = error

    def write(self, format: Format, entries: Sequence[Entry]) -> bytes:
        raise self.error


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (OSError(errno.ENOSPC, "no space"), "That could not be done."),
        (JournalError("It can't be read."), "It can't be read."),
    ],
)
def test_what_cannot_be_written_is_said_in_a_sentence(error: Exception, sentence: str) -> None:
    async def act() -> None:
        async with Stage(Failing(holding(note("1", 1, "x")), error), PLACE) as stage:
            assert sentence in stage.words()
            assert is_off(stage, "export-save")

    played(act)


def test_a_device_that_can_neither_save_nor_share_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def refuse(*_: Any, **__: Any) -> None:
        raise RuntimeError("there is no such thing here")

    async def act() -> None:
        monkeypatch.setattr(ft.FilePicker, "save_file", refuse)
        monkeypatch.setattr(ft.Share, "share_files", refuse)
        async with Stage(holding(note("1", 1, "x")), PLACE) as stage:
            for way in ("save", "share"):
                stage.state.tell(None)
                await choose(stage, way)
                assert "This device can't do that here." in stage.words()

    played(act)


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("kept", JOURNALS)
def test_every_choice_can_be_reached(look: str, kept: str) -> None:
    async def act() -> None:
        async with Stage(journal_of(JOURNALS[kept]), PLACE, **LOOKS[look]) as stage:
            for tap in ("as-markdown", "as-csv", "as-json", "from-dates", "private", "initials"):
                await choose(stage, tap)
                can_be_reached(stage)
            assert stage.node("to-backups")

    played(act)


def test_no_text_of_it_judges() -> None:
    async def act() -> None:
        async with Stage(holding(note("1", 1, "x")), PLACE) as stage:
            for format in FORMATS:
                await choose(stage, f"as-{format}")
                assert NEVER.search(stage.words()) is None

    played(act)

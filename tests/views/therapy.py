"""Journals with sessions and things to bring, for the tests of what taps on them become."""

from datetime import datetime, timedelta
from typing import Any

from domain.entries import (
    Entry,
    Schedule,
    Settings,
    TalkingPoint,
    TherapySession,
)
from storage.journal import TinyJournal
from tests.views.stage import NOON
from tests.views.test_places import journal_of

SESSION = TherapySession(id="S", at=NOON - timedelta(hours=2), status="happened")


WEEKLY = Schedule(
    id="W",
    rule="FREQ=WEEKLY",
    start=datetime(2026, 6, 4, 14),  # noqa: DTZ001
    zone="UTC",
)


def point(id: str, text: str = "", **more: Any) -> TalkingPoint:
    return TalkingPoint(id=id, at=NOON - timedelta(days=1), text=text or f"about {id}", **more)


def holding(*entries: Entry) -> TinyJournal:
    """A welcomed journal with these."""
    return journal_of((Settings(welcomed=True), *entries))


def the_point(journal: TinyJournal, id: str) -> TalkingPoint:
    """The point with that id, which is there."""
    found = journal.get(TalkingPoint, id)
    assert found
    return found


def the_session(journal: TinyJournal, id: str) -> TherapySession:
    """The session with that id, which something was said about."""
    found = journal.get(TherapySession, id)
    assert found
    return found


def texts(journal: TinyJournal) -> list[str]:
    """What is on the list, in order."""
    return [one.text for one in sorted(journal.all(TalkingPoint), key=lambda one: one.rank)]

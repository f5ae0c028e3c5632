"""Every screen of the sample journal, as it is heard, touched and read in large text: a table."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import pytest

from domain.entries import (
    CheckIn,
    Entry,
    Moment,
    Part,
    Person,
    Reflection,
    Schedule,
    Settings,
    Sitting,
    Supporter,
    TalkingPoint,
    TherapySession,
)
from domain.sample import sample_entries
from storage.journal import open_journal
from tests.browser import audit
from tests.browser.conftest import Open
from tests.browser.driver import Server

ENTRIES: Final[tuple[Entry, ...]] = tuple(sample_entries(datetime.now(UTC)))
LOOKS: Final[dict[str, dict[str, Any]]] = {
    "phone": {"width": 390},
    "small, 200 %": {"width": 320, "large": True},
    "wide": {"width": 1280},
}
HIGH: Final = 6000
"""So high that nothing has to be scrolled to."""


def _first(kind: type[Entry], **wanted: object) -> str:
    return next(
        one.id
        for one in ENTRIES
        if isinstance(one, kind)
        and all(getattr(one, name) == value for name, value in wanted.items())
    )


def _places() -> Iterator[str]:
    part, tender = _first(Part, role="works_ahead"), _first(Part, role="tender")
    person, moment = (
        _first(Person),
        next(one.id for one in ENTRIES if isinstance(one, Moment) and one.repair),
    )
    check_in = next(one.id for one in ENTRIES if isinstance(one, CheckIn) and one.note)
    yield from ("/", "/support", "/steady", "/month", f"/add/{check_in}", "/moment", "/room")
    yield from ("/look-back", f"/look-back/{check_in}", "/nowhere")
    for id in (check_in, moment, _first(Sitting), _first(Reflection)):
        yield f"/entries/{id}"
    yield from ("/entries", "/bring", f"/bring/{_first(TalkingPoint)}", "/bring/prepare")
    yield from ("/bring/prepare/sheet", "/bring/prepare/sheet/paper")
    yield from ("/parts", "/parts/map", "/parts/new", f"/parts/{part}", f"/parts/{tender}")
    yield from (f"/parts/{part}/edit", f"/parts/{part}/sit")
    yield from ("/people", "/people/list", "/people/new", f"/people/{person}")
    yield from (f"/people/{person}/edit", f"/people/{person}/moment")
    yield from ("/sessions", f"/sessions/{_first(TherapySession)}", "/sessions/plan/new")
    yield f"/sessions/plan/{_first(Schedule)}"
    yield "/settings"
    for place in (
        *("about", "export", "privacy", "licences", "licences/flet", "move-in", "lock", "lock/new"),
        *("backups", "backups/carry", "erase", "erase/journal", "questions", "reminders"),
        *("reminders/new", "pause", "ways"),
    ):
        yield f"/settings/{place}"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """The app over the sample journal, with somebody to turn to."""
    noor = Supporter("Noor", "555 0100", "any hour")
    with closing(open_journal(tmp_path)) as journal:
        journal.put(Settings(welcomed=True, region="GB", supporters=(noor,)), *ENTRIES)
    server = Server(f"--data={tmp_path}")
    yield server
    server.kill()


def test_every_screen_can_be_heard_touched_and_read(
    server: Server, open_app: Open, capsys: pytest.CaptureFixture[str]
) -> None:
    places = tuple(_places())
    found: list[audit.Finding] = []
    for look, given in LOOKS.items():
        size = {"width": given["width"], "height": HIGH}
        app = open_app(server.link, viewport=size, large=given.get("large", False))
        for place in places:
            app.go(place)
            found += audit.findings(place, look, audit.settled(app))
        app.page.context.close()
    with capsys.disabled():
        print(f"\n{audit.table(dict.fromkeys(LOOKS, len(places)), found)}")  # noqa: T201
    assert not found
